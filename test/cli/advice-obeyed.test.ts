import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`)

/** What a command says in a folder of these files, without the folder's name and the lines that it shows. */
async function saidOf(files: Readonly<Record<string, string>>, ...argv: readonly string[]) {
  const folder = aFolder(files)
  const [command = '', ...options] = argv
  const { code, out, err } = await ran([command, folder, ...options])
  const short = (text: string) =>
    text
      .replaceAll(`${folder}/`, '')
      .split('\n')
      .filter((line) => !/^\s*(?:\d+ )?\|/.test(line))
      .join('\n')
      .trim()
  return { code, out: short(out), err: short(err) }
}

describe('a level that is named by its title', () => {
  const readable = {
    'responses/contoso-r1.yaml': `accordant: response/1
questionnaire: {id: partnership-readiness, version: 1.0.0}
partnership: both
partner: contoso
respondent: {id: r1}
completed: 2026-11-20T09:00:00Z
answers: {trust.bad-news: 4}
`,
  }
  const settings = (name: string, level: string) =>
    `accordant: config/1\nquestionnaire: ${name}\nlimits: {minLevel: ${level}}\n`

  it.each([
    ['partnership-readiness', 'Ready with conditions', 'conditional'],
    ['partnership-health', 'Mostly healthy', 'weak-link'],
  ])('is answered with its id in %s, by check', async (name, title, id) => {
    const files = { 'accordant.yaml': settings(name, title) }
    const { code, out } = await saidOf(files, 'check')
    expect(code).toBe(1)
    expect(out).toContain(`Unknown level "${title}"; did you mean "${id}"?`)
    const obeyed = await saidOf({ 'accordant.yaml': settings(name, id) }, 'check')
    expect(obeyed.code).toBe(0)
  })

  it('stops a report at its line in the settings', async () => {
    const files = {
      ...readable,
      'accordant.yaml': settings('partnership-readiness', 'Ready with conditions'),
    }
    const { code, err } = await saidOf(files, 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: The config "accordant.yaml" has a problem
accordant.yaml:3:20 error: Unknown level "Ready with conditions"; did you mean "conditional"? [reference.unknown]`,
    })
  })

  it('stops a report where an option names it', async () => {
    const { code, err } = await saidOf(readable, 'report', '--min-level', 'Ready with conditions')
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: Unknown level "Ready with conditions"; did you mean "conditional"?',
    })
  })

  it('is answered with its id in an essential question', async () => {
    const files = {
      'small.yaml': questionnaire.replace(
        'type: yes-no',
        'type: yes-no, must: {least: yes, cap: Not ready!}',
      ),
    }
    const { code, out } = await saidOf(files, 'check')
    expect(code).toBe(1)
    expect(out).toContain('Unknown level "Not ready!"; did you mean "not-ready"?')
  })
})

describe('a map in the place of a choice', () => {
  it.each([
    ['choice', 'a list'],
    ['choices', 'a map'],
  ])('is refused at its line, for %s', async (type, found) => {
    const choices =
      'choices: [{id: weekly, title: Weekly, score: 1}, {id: never, title: Never, score: 0}]'
    const files = {
      'small.yaml': questionnaire.replace('type: yes-no', `type: ${type}, ${choices}`),
      'responses/north-r1.yaml': aResponseFile('trust.minutes: [{weekly: 1}]'),
    }
    const { code, err } = await saidOf(files, 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: The response "responses/north-r1.yaml" has a problem
responses/north-r1.yaml:7:28 error: Expected one of "weekly", "never", found ${found} [schema.value]`,
    })
  })
})

describe('a response that does not say whose it is', () => {
  const partners = 'partners: [{id: north, name: North}, {id: south, name: South}]\n'
  const settings = `accordant: config/1\nquestionnaire: small.yaml\npartnership: both\n${partners}`
  const file = 'responses/north-r1.yaml'
  const whole = aResponseFile('trust.minutes: yes')
  const listed =
    'The partners are "north" and "south", as accordant.yaml lists them. Write one of these ids, or add the partner there'
  const anyPartner =
    'Write the id or the name of the partner who answers here, like "partner: contoso"'
  const anyPartnership =
    'Write the id of the partnership, the same in all its responses, like "partnership: northwind-contoso"'
  const own = 'Write "partnership: both" here, or correct the id in accordant.yaml'

  it.each([
    ['partner: north', 'partner:', settings, '4:1', '"partner" is empty; expected text', listed],
    [
      'partner: north',
      'partner: ""',
      settings,
      '4:10',
      'Expected some text, found blank text',
      listed,
    ],
    ['partner: north\n', '', settings, '1:1', '"partner" is missing; expected text', listed],
    ['partner: north', 'partner:', '', '4:1', '"partner" is empty; expected text', anyPartner],
    ['partner: north\n', '', '', '1:1', '"partner" is missing; expected text', anyPartner],
    [
      'partnership: both',
      'partnership:',
      settings,
      '3:1',
      '"partnership" is empty; expected text',
      own,
    ],
    ['partnership: both\n', '', settings, '1:1', '"partnership" is missing; expected text', own],
    [
      'partnership: both',
      'partnership:',
      '',
      '3:1',
      '"partnership" is empty; expected text',
      anyPartnership,
    ],
    ['id: r1', 'id:', '', '5:14', '"id" is empty; expected text', 'Write a value after the colon'],
  ])(
    'is told what to write: %j becomes %j with the settings %j',
    async (line, slip, config, at, problem, fix) => {
      const files: Readonly<Record<string, string>> = {
        'small.yaml': questionnaire,
        ...(config === '' ? {} : { 'accordant.yaml': config }),
        [file]: whole.replace(line, slip),
      }
      const { code, err } = await saidOf(files, 'report')
      expect(code).toBe(2)
      expect(err.split('\n').slice(1)).toEqual([
        `${file}:${at} error: ${problem} [${/found blank/.test(problem) ? 'schema.value' : 'schema.missing'}]`,
        `  ${fix}`,
        '  To leave it out, move it out of "responses"',
      ])
      const { out } = await saidOf(files, 'check')
      expect(out).toContain(fix)
    },
  )
})

describe('a response that is excluded without a reason', () => {
  const reason = 'the reason in a few words'
  const whole = aResponseFile('trust.minutes: yes')

  it.each([
    ['true', `5:11 error: Expected ${reason}, found true [schema.type]`],
    ['false', `5:11 error: Expected ${reason}, found false [schema.type]`],
    ['yes', `5:11 error: "yes" is not ${reason} [schema.value]`],
    ['No', `5:11 error: "No" is not ${reason} [schema.value]`],
    ['"true"', `5:11 error: "true" is not ${reason} [schema.value]`],
    ['1', `5:11 error: Expected ${reason}, found the number 1 [schema.type]`],
    ['', `5:1 error: "excluded" is empty; expected ${reason} [schema.missing]`],
    ['null', `5:11 error: "excluded" is empty; expected ${reason} [schema.missing]`],
    ['"  "', `5:11 error: Expected ${reason}, found blank text [schema.value]`],
  ])('is asked for it: excluded: %s', async (written, problem) => {
    const added = (line: string) => ({
      'small.yaml': questionnaire,
      'responses/north-r1.yaml': whole.replace('respondent:', `${line}respondent:`),
    })
    const { code, err } = await saidOf(added(`excluded: ${written}\n`), 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: The response "responses/north-r1.yaml" has a problem
responses/north-r1.yaml:${problem}
  If the response is not to count, write why, like "excluded: Answered twice by mistake". If it counts, remove the line
  To leave it out, move it out of "responses"`,
    })
    expect((await saidOf(added(''), 'report')).code).toBe(0)
    const obeyed = await saidOf(added('excluded: No time to answer well\n'), 'report')
    expect(obeyed.err).toContain('north-r1.yaml is excluded (No time to answer well)')
  })
})

describe('where no response counts', () => {
  const whole = aResponseFile('trust.minutes: yes')
  const excluded = whole.replace('respondent:', 'excluded: Answered twice\nrespondent:')
  const empty = aResponseFile('')
  const unfinished = aResponseFile('trust.minutes: yes').replace(/completed.*\n/, '')
  const two = questionnaire.replace(
    'type: yes-no}',
    'type: yes-no}\n      - {id: budget, ask: Do we have a budget?, type: yes-no}',
  )
  const finish =
    'Finish a response with "accordant assess", or count unfinished ones in a report with --unfinished'
  const include = 'To count one that is excluded, remove the line "excluded" from its file'

  it.each([
    ['excluded', [excluded], [include]],
    ['empty', [empty], ['Nobody has answered yet. Interview a partner with "accordant assess"']],
    ['unfinished', [unfinished], [finish]],
    [
      'excluded or empty',
      [excluded, empty],
      ['Fill in one that has no answer yet with "accordant assess"', include],
    ],
  ])('only what helps is said: %s', async (_, responses, hints) => {
    const files = Object.fromEntries(responses.map((text, at) => [`responses/r${at}.yaml`, text]))
    const { code, err } = await saidOf({ 'small.yaml': two, ...files }, 'report')
    expect(code).toBe(2)
    expect(err.split('\n').slice(1)).toEqual(hints.map((hint) => `  ${hint}`))
  })

  it('an empty one is not helped by --unfinished, so that is not said', async () => {
    const files = { 'small.yaml': two, 'responses/r.yaml': empty }
    const { err } = await saidOf(files, 'report', '--unfinished')
    expect(err).toBe(`accordant: No response counts: responses/r.yaml has no answer yet
  Nobody has answered yet. Interview a partner with "accordant assess"`)
  })
})

describe('responses that do not go together', () => {
  const own = aResponseFile('trust.minutes: yes')
  const second = aResponseFile('trust.minutes: yes', { id: 'r2' })
  const files = { 'small.yaml': questionnaire, 'responses/a.yaml': own, 'responses/b.yaml': second }

  it('of one person: the line to correct is named', async () => {
    const { code, err } = await saidOf(
      { ...files, 'responses/c.yaml': own, 'responses/d.yaml': second },
      'report',
    )
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: responses/a.yaml and responses/c.yaml are both the response of "r1" for "north"
responses/c.yaml:5:18 error: responses/a.yaml is a response of "r1" for "north" too [schema.value]
  If these are two people, write another id here. Otherwise move one of the two files out of "responses"
responses/d.yaml:5:18 error: responses/b.yaml is a response of "r2" for "north" too [schema.value]
  If these are two people, write another id here. Otherwise move one of the two files out of "responses"`,
    })
  })

  it('to different questionnaires: the line to correct is named, of those who are fewer', async () => {
    const other = own.replace('id: small', 'id: smal')
    const { code, err } = await saidOf({ ...files, 'responses/0.yaml': other }, 'report')
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: responses/a.yaml and responses/0.yaml answer different questionnaires, "small" and "smal"
responses/0.yaml:2:21 error: This answers the questionnaire "smal", but responses/a.yaml answers "small" [reference.unknown]
  If the id here is wrong, write "id: small". If the one in responses/a.yaml is wrong, correct it there. If both are right, make a report of each questionnaire: name only the files that answer it`,
    })
  })
})
