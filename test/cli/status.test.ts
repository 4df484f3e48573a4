import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const dimensions = `  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - {id: visits, ask: Do we visit one another?, type: yes-no}
      - {id: news, ask: Do we tell bad news?, type: yes-no}
`
const checks = `    checks:
      - id: goal
        title: The need is written down
        assert: has(plan.purpose.need)
        message: No need is written down
        severity: error
`

const settings = `accordant: config/1
questionnaire: small.yaml
partnership: both
partners:
  - {id: north, name: North Ltd}
  - {id: south, name: South Foods}
`

const all = 'trust.minutes: yes, trust.visits: no, trust.news: yes'
const some = 'trust.minutes: yes, trust.visits: no'

type Head = NonNullable<Parameters<typeof aResponseFile>[1]>

/** Completed, with every answer. */
const whole = (head: Head = {}) => aResponseFile(all, head)

/** An interview that was left. */
const unfinished = (head: Head = {}) =>
  aResponseFile(some, head).replace('completed: 2026-11-20T09:00:00Z\n', '')

type Files = Readonly<Record<string, string | Uint8Array>>

function aPartnership(added: Files = {}, more = ''): string {
  return aFolder({
    'accordant.yaml': settings + more,
    'small.yaml': aSmallQuestionnaire(dimensions),
    ...added,
  })
}

/** Long lines in one piece: where they are wrapped depends on the folder's name. */
async function stated(folder: string, ...argv: readonly string[]) {
  const { code, out, err } = await ran(['status', folder, ...argv])
  const shorten = (text: string) =>
    text.replaceAll(/\n {6,}(?=\S)/g, ' ').replaceAll(`${folder}/`, '')
  return { code, out: shorten(out), err: shorten(err) }
}

interface PartnerJson {
  readonly id: string
  readonly answered: number
}

async function statedAsJson(folder: string) {
  const { code, out } = await stated(folder, '--format', 'json')
  return { code, status: JSON.parse(out) }
}

/** The line of a partner. */
async function rowOf(name: string, files: Files, more = ''): Promise<string | undefined> {
  const { out } = await stated(aPartnership(files, more))
  return out
    .split('\n')
    .find((line) => line.includes(name))
    ?.replace(name, '')
    .trim()
}

const ask = `    accordant form -o form.html   makes a page to send them
    accordant assess              asks them here, in the terminal
`

describe('status', () => {
  it('says who has answered, has begun and is missing, what does not count, and what to do', async () => {
    const folder = aPartnership(
      {
        'responses/north-r1.yaml': whole(),
        'responses/north-r2.yaml': whole({ id: 'r2' }),
        'responses/south-k7.yaml': whole({ partner: 'south', id: 'k7' }),
        'responses/south-p3.yaml': unfinished({ partner: 'south', id: 'p3' }),
        'responses/south-x.yaml': whole({ partner: 'south', id: 'x1' }).replace(
          'answers:',
          'excluded: Answered twice by mistake\nanswers:',
        ),
        'responses/south-form.yaml': aResponseFile('', { partner: 'south', id: 'r9' }),
        'responses/south-r4.yaml.txt': 'text',
      },
      'invited: {north: 3, south: [k7, m2, p3]}\n',
    )
    expect(await stated(folder)).toEqual({
      code: 0,
      err: '',
      out: `both · Small 1.0.0

  North Ltd    2 of 3 answered; 1 missing
  South Foods  1 of 3 answered, p3 has begun (2 of 3 questions); missing: m2

Not counted
  responses/south-form.yaml has no answer yet
  responses/south-x.yaml is left out: "Answered twice by mistake"

Not a response
  responses/south-r4.yaml.txt
    If it holds answers, rename it to "south-r4.yaml"

Plan
  There is no plan yet. To begin one: accordant init plan

Next
  Ask North Ltd (1 person) and South Foods (m2):
${ask}  Remind the person who has begun
  See a report on the answers so far:
    accordant report
`,
    })
  })

  it('names every file that a report would stop at, and still says the rest', async () => {
    const folder = aPartnership({
      'plan.yaml': 'accordant: plan/1\nname: 12\n',
      'responses/a.yaml': whole(),
      'responses/b.yaml': whole(),
      'responses/broken.yaml': `${whole({ id: 'r3' })}\tx: [`,
      'responses/empty.yaml': '',
      'responses/off-the-scale.yaml': aResponseFile('trust.minutes: 77, trust.visits: 78', {
        id: 'r4',
      }),
      'responses/other-partner.yaml': whole({ partner: 'nord' }),
      'responses/other-partnership.yaml': whole({ partnership: 'neither', id: 'r5' }),
      'responses/other-questions.yaml': whole({ questionnaire: 'large', id: 'r6' }),
      'responses/other-version.yaml': whole({ version: '0.9.0', id: 'r7' }),
    })
    expect((await ran(['report', folder])).code).toBe(2)
    expect(await stated(folder)).toEqual({
      code: 2,
      err: '',
      out: `both · Small 1.0.0

  North Ltd    2 answered
  South Foods  nobody has answered

To correct
  plan.yaml:2: Expected text, found the number 12
    Put it in quotes
  responses/broken.yaml:8: Something that the respondent wrote cannot be used
    "accordant check" shows what is wrong with it
  responses/empty.yaml:1: The file is empty
    If it held answers, put them back from a copy. Otherwise delete it
  responses/other-partner.yaml:4: Unknown partner "nord"
    The partners are "north" and "south", as accordant.yaml lists them. Write one of these ids, or add the partner there
  responses/other-partnership.yaml:3: This is of the partnership "neither", but accordant.yaml is of "both"
    Write "partnership: both" here, or correct the id in accordant.yaml
  responses/other-questions.yaml:2: This answers the questionnaire "large", but responses/a.yaml answers "small"
    If the id here is wrong, write "id: small". If the one in responses/a.yaml is wrong, correct it there. If both are right, make a report of each questionnaire: name only the files that answer it
  responses/off-the-scale.yaml:7: Something that the respondent wrote cannot be used (and 1 more in this file)
    "accordant check" shows what is wrong with it
  responses/b.yaml:5: responses/a.yaml is a response of "r1" for "north" too
    If these are two people, write another id here. Otherwise move one of the two files out of "responses"

To look at
  responses/other-version.yaml answers another version of the questionnaire (0.9.0; in use 1.0.0)

Plan
  plan.yaml cannot be used: see "To correct"

Next
  Correct what is listed above. Until then there can be no report
  Ask South Foods:
${ask}`,
    })
  })

  it('shows nothing of what anybody answered, and no role', async () => {
    const secret = 'Zzyzx'
    const folder = aPartnership({
      'responses/a.yaml': whole().replace('{id: r1}', `{id: r1, role: ${secret}}`),
      'responses/b.yaml': aResponseFile(`trust.minutes: ${secret}, "${secret}": 1`, { id: 'r2' }),
      'responses/c.yaml': whole({ id: 'r3' }).replace('yes', `*${secret}`),
      'responses/d.yaml': whole({ id: 'r4' }).replace('{id: r4}', `{id: r4, role: [${secret}]}`),
      'responses/e.yaml': aResponseFile(`trust.minutes: {value: yes, note: ${secret}}`, {
        id: 'r5',
        version: '2.0.0',
      }),
      'responses/f.yaml': whole({ id: 'r6' }).replace('answers:', `profile: ${secret}\nanswers:`),
    })
    for (const format of ['text', 'json']) {
      const { code, out, err } = await stated(folder, '--format', format)
      expect(code).toBe(2)
      expect(out).toContain('b.yaml')
      expect(out + err).not.toContain(secret)
    }
  })

  it('lists the partners even where nobody has answered, and that is nothing wrong', async () => {
    expect(await stated(aPartnership())).toEqual({
      code: 0,
      err: '',
      out: `both · Small 1.0.0

  North Ltd    nobody has answered
  South Foods  nobody has answered

Plan
  There is no plan yet. To begin one: accordant init plan

Next
  Ask North Ltd and South Foods:
${ask}`,
    })
  })

  it('needs no partner to be listed', async () => {
    const config = settings.slice(0, settings.indexOf('partners:'))
    const files = { 'accordant.yaml': config, 'small.yaml': aSmallQuestionnaire(dimensions) }
    const nobody = await stated(aFolder(files))
    expect(nobody.out).toContain('\n  Nobody has answered yet\n')
    expect(nobody.out).toContain(`\nNext\n  Ask the first person:\n${ask}`)
    const some = await stated(
      aFolder({
        ...files,
        'accordant.yaml': `${config}invited: {east: 2}\n`,
        'responses/a.yaml': whole({ partner: 'west' }),
      }),
    )
    expect(some.out).toContain('\n\n  east  0 of 2 answered; 2 missing\n  west  1 answered\n\n')
  })

  it.each([
    ['collaboration-capability', 'Collaboration capability'],
    ['five-days-of-action', 'Five days of action'],
  ])('speaks of one organisation alone: %s', async (questionnaire, title) => {
    const folder = aFolder({
      'accordant.yaml': `accordant: config/1\nquestionnaire: ${questionnaire}\npartnership: bakery\ninvited: {bakery: 1}\n`,
      'responses/bakery-r1.yaml': aResponseFile('', {
        questionnaire,
        partnership: 'bakery',
        partner: 'bakery',
      }),
    })
    const { code, out } = await stated(folder)
    expect(code).toBe(0)
    expect(out).toContain(`bakery · ${title} 1.0.0\n\n  bakery  0 of 1 answered; 1 missing\n\n`)
  })

  it('is of the whole partnership, also from a folder or a file in it', async () => {
    const folder = aPartnership({ 'responses/a.yaml': whole(), 'notes/b.txt': '' })
    const { out } = await ran(['status', folder])
    for (const inside of ['responses', 'responses/a.yaml', 'accordant.yaml', 'notes']) {
      expect((await ran(['status', join(folder, inside)])).out).toBe(out)
    }
  })

  it('is refused where there is no partnership, or where its settings cannot be used', async () => {
    const empty = aFolder({ 'letter.txt': 'Dear Ann' })
    expect(await stated(empty)).toEqual({
      code: 2,
      out: '',
      err: `accordant: There is no partnership in "${empty}": it has no settings, no plan and no responses
  Change into the folder of your partnership, or make one: accordant init NAME
`,
    })
    const broken = await stated(aPartnership({}, 'invited: {north: none}\n'))
    expect(broken).toMatchObject({ code: 2, out: '' })
    expect(broken.err).toContain('Expected a number or a list, found the text "none"')
  })

  it('goes on where the questionnaire that people answered is nowhere', async () => {
    const { code, out } = await stated(
      aPartnership({ 'responses/a.yaml': whole({ questionnaire: 'smal' }) }),
    )
    expect(code).toBe(2)
    expect(out).toContain('North Ltd    nobody has answered')
    expect(out).toContain('To correct\n  There is no questionnaire "smal", built in or in')
  })
})

describe('the line of a partner', () => {
  const south = (id: string, text = whole) => text({ partner: 'south', id })

  it.each([
    ['4 answered, 3 were invited', '3', ['a', 'b', 'c', 'd'], []],
    ['3 of 3 answered', '3', ['a', 'b', 'c'], []],
    ['2 of 3 answered, 1 begun (2 of 3 questions)', '3', ['a', 'b'], ['c']],
    ['0 of 3 answered, 2 begun (2 and 2 of 3 questions); 1 missing', '3', [], ['a', 'b']],
    ['0 of 5 answered, 4 begun; 1 missing', '5', [], ['a', 'b', 'c', 'd']],
    ['2 of 2 answered', '[a, b]', ['a', 'b'], []],
    ['1 of 2 answered; missing: b', '[a, b]', ['a'], []],
    ['1 of 3 answered, b has begun (2 of 3 questions); missing: c', '[a, b, c]', ['a'], ['b']],
    [
      '1 of 2 answered, 1 begun (2 of 3 questions); 1 answered with a code that is not on your list; missing: b',
      '[a, b]',
      ['a', 'z'],
      ['y'],
    ],
    ['0 of 0 answered; 1 answered with a code that is not on your list', '[]', ['a'], []],
  ])('%s', async (line, invited, answered, begun) => {
    const files = Object.fromEntries([
      ...answered.map((id) => [`responses/${id}.yaml`, south(id)]),
      ...begun.map((id) => [`responses/${id}.yaml`, south(id, unfinished)]),
    ])
    expect(await rowOf('South Foods', files, `invited: {south: ${invited}}\n`)).toBe(line)
  })

  it('counts nobody twice who has begun and answered', async () => {
    const folder = aPartnership(
      { 'responses/a.yaml': south('k7'), 'responses/b.yaml': south('k7', unfinished) },
      'invited: {south: [k7]}\n',
    )
    const { code, out } = await stated(folder)
    expect(code).toBe(0)
    expect(out).toContain('South Foods  1 of 1 answered\n')
    expect(out).toContain(
      'responses/b.yaml is not finished, and the same person has answered in another file',
    )
  })

  it('names a code that was not invited only by its file, and only while another is missing', async () => {
    const files = { 'responses/a.yaml': south('m-2'), 'responses/b.yaml': south('k7') }
    const { out } = await stated(aPartnership(files, 'invited: {south: [k7, m2]}\n'))
    expect(out).toContain(`To look at
  responses/a.yaml: its code was not invited for South Foods
    If the person is m2, write that code in the file, under "respondent"
`)
    const whole = await stated(aPartnership(files, 'invited: {south: [k7]}\n'))
    expect(whole.out).not.toContain('To look at')
    for (const text of [out, whole.out]) expect(text).not.toContain('m-2')
  })

  it('leaves out an invited code of which the response is excluded', async () => {
    const text = south('m2').replace('answers:', 'excluded: She has left us\nanswers:')
    expect(
      await rowOf('South Foods', { 'responses/a.yaml': text }, 'invited: {south: [k7, m2]}\n'),
    ).toBe('0 of 2 answered; missing: k7; 1 left out')
  })

  it('is there for a partner that is not to answer only if somebody did or is invited', async () => {
    const config = settings.replace('name: South Foods', 'name: South Foods, asked: false')
    const files = { 'accordant.yaml': config }
    expect(await rowOf('South Foods', files)).toBeUndefined()
    expect(await rowOf('South Foods', { ...files, 'responses/a.yaml': south('a') })).toBe(
      '1 answered; not to be asked, says accordant.yaml',
    )
    const invited = `${config}invited: {south: 1}\n`
    expect(await rowOf('South Foods', { 'accordant.yaml': invited })).toBe(
      '0 of 1 answered; 1 missing; not to be asked, says accordant.yaml',
    )
  })

  it('is not there for an invited partner that nobody lists, which the settings are told', async () => {
    const folder = aPartnership({}, 'invited: {suth: 2}\n')
    const { code, out } = await stated(folder)
    expect(code).toBe(0)
    expect(out).toContain(`To look at
  accordant.yaml:7: Unknown partner "suth"; did you mean "south"?
`)
    expect(out).not.toContain('2 missing')
  })
})

describe('the plan in a status', () => {
  const planned = (plan: string, own = dimensions + checks) =>
    stated(
      aPartnership({ 'small.yaml': aSmallQuestionnaire(own), 'plan.yaml': plan }),
      '--format',
      'json',
    ).then(({ out }) => JSON.parse(out).plan)

  it.each([
    [
      'judged',
      'accordant: plan/1\nname: Ours\nstage: agreed\npurpose: {problem: Nobody knows who calls.}\n',
      dimensions + checks,
      { state: 'judged', stage: 'agreed', complete: 0, errors: 1, today: null },
    ],
    ['not asked', 'accordant: plan/1\nname: Ours\n', dimensions, { state: 'not-asked' }],
    ['unusable', 'accordant: plan/1\nname: [x\n', dimensions + checks, { state: 'unusable' }],
  ])('is %s', async (_, plan, own, expected) => {
    expect(await planned(plan, own)).toEqual({ ...expected, file: 'plan.yaml' })
  })

  it('is not begun where it says no more than init wrote', async () => {
    const folder = aFolder()
    await ran(['init', join(folder, 'a-b')])
    const { status } = await statedAsJson(join(folder, 'a-b'))
    expect(status.plan).toEqual({ state: 'not-begun', file: 'plan.yaml' })
  })

  it('is unusable where there are two', async () => {
    const folder = aPartnership({ 'plan.yaml': 'accordant: plan/1\n', 'plan.md': '# Ours\n' })
    const { code, status } = await statedAsJson(folder)
    expect({ code, plan: status.plan }).toEqual({
      code: 2,
      plan: { state: 'unusable', file: null },
    })
    expect(status.problems).toHaveLength(1)
  })
})

describe('status --format', () => {
  it('json is for programs', async () => {
    const folder = aPartnership(
      { 'responses/a.yaml': whole(), 'responses/b.yaml': '', 'responses/c.docx': '' },
      'invited: {north: [r1, k7]}\n',
    )
    const { code, status } = await statedAsJson(folder)
    expect(code).toBe(2)
    expect(status).toEqual({
      name: 'both',
      questionnaire: { id: 'small', version: '1.0.0', title: 'Small' },
      partners: [
        {
          id: 'north',
          name: 'North Ltd',
          asked: true,
          answered: 1,
          begun: [],
          invited: 2,
          missing: 1,
          missingCodes: ['k7'],
          leftOut: 0,
          uninvited: 0,
          toCompare: [],
        },
        {
          id: 'south',
          name: 'South Foods',
          asked: true,
          answered: 0,
          begun: [],
          invited: null,
          missing: null,
          missingCodes: null,
          leftOut: 0,
          uninvited: 0,
          toCompare: [],
        },
      ],
      notCounted: [],
      problems: [
        {
          file: 'responses/b.yaml',
          line: 1,
          message: 'The file is empty',
          fix: 'If it held answers, put them back from a copy. Otherwise delete it',
        },
      ],
      strays: [
        {
          file: 'responses/c.docx',
          fix: 'If it holds answers, copy them into a form that "accordant init response" writes. Otherwise move it out of "responses"',
        },
      ],
      notes: [],
      plan: null,
      next: [
        { do: 'correct' },
        {
          do: 'ask',
          partners: [
            { id: 'north', name: 'North Ltd', missing: 1, missingCodes: ['k7'] },
            { id: 'south', name: 'South Foods', missing: null, missingCodes: null },
          ],
        },
      ],
    })
  })

  it('writes to files, and never to one that people wrote', async () => {
    const folder = aPartnership({ 'responses/a.yaml': whole() })
    const [text, json] = [join(folder, 'status.txt'), join(folder, 'status.json')]
    const shown = await ran(['status', folder])
    expect(
      await ran(['status', folder, '--format', `text=${text}`, '--format', `json=${json}`]),
    ).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(text, 'utf8')).toBe(shown.out)
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ name: 'both' })
    const input = join(folder, 'responses/a.yaml')
    const refused = await ran(['status', folder, '--format', `text=${input}`])
    expect(refused).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(input, 'utf8')).toBe(whole())
  })
})

describe('status and report', () => {
  const kinds = ['whole', 'every entry', 'unfinished', 'empty', 'excluded', 'stray'] as const
  const text = {
    whole,
    'every entry': (head: Head) => whole(head).replace('completed: 2026-11-20T09:00:00Z\n', ''),
    unfinished,
    empty: (head: Head) => aResponseFile('', head),
    excluded: (head: Head) => whole(head).replace('answers:', 'excluded: Not her\nanswers:'),
    stray: () => 'accordant: plan/1\n',
  }
  const person = fc.record({
    kind: fc.constantFrom(...kinds),
    partner: fc.constantFrom('north', 'South Foods', 'south'),
    partnership: fc.constantFrom(...Array(9).fill('both'), 'neither'),
    version: fc.constantFrom('1.0.0', '1.1.0'),
    code: fc.integer({ min: 0, max: 30 }),
  })
  const invited = fc.constantFrom('', 'invited: {north: 2, south: [c1, c2, c3]}\n')

  it('count the same people, and stop at the same files', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        invited,
        async (people, areListed, isNamed, more) => {
          const own = areListed ? people : people.filter(({ partner }) => partner !== 'South Foods')
          const files = own.map(({ kind, code, ...head }, at) => [
            `responses/${at}.yaml`,
            text[kind]({ ...head, id: `c${code}` }),
          ])
          const named = isNamed ? settings : settings.replace('partnership: both\n', '')
          const config = areListed ? named : named.slice(0, named.indexOf('partners:'))
          const folder = aPartnership({
            ...Object.fromEntries(files),
            'accordant.yaml': config + more,
          })
          const { code, status } = await statedAsJson(folder)
          const report = await ran(['report', folder, '--format', 'json'])
          const answered = (status.partners as readonly PartnerJson[])
            .filter((partner) => partner.answered > 0)
            .map(({ id, answered: people }) => ({ id, people }))
          if (answered.length === 0) expect(report.code).toBe(2)
          else expect(report.code).toBe(code)
          if (report.code !== 0) return
          const { partners } = JSON.parse(report.out)
          expect(answered.toSorted(byId)).toEqual(
            (partners as readonly { readonly id: string; readonly respondents: number }[])
              .map(({ id, respondents: people }) => ({ id, people }))
              .toSorted(byId),
          )
        },
      ),
      { numRuns: 30 },
    )
  })

  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
})
