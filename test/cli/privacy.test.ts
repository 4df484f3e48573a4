import { beforeAll, describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

/**
 * An attack on what `minGroup` hides: whoever holds every output of the same responses must not learn from them more than
 * the totals say. Data that differ only in what is hidden must give the same bytes everywhere.
 */

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
coverage: 0.5
levels:
  - {id: high, title: High, score: 70, weakest: 40}
  - {id: middle, title: Middle, score: 40, weakest: 10}
  - {id: low, title: Low, score: 0}
profile:
  - {id: unit, ask: Which unit are you in?, type: text}
  - id: dependence
    ask: How much depends on it?
    type: rating
    anchors: {1: Nothing, 3: One goal, 5: All of it}
  - id: learned
    ask: Where did our people learn it?
    type: choices
    choices: [{id: formal, title: On a course}, {id: never, title: Nowhere}]
  - {id: problem, ask: Which problem do we know of?, type: text}
dimensions:
  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do they tell you?
        type: rating
        anchors: {1: Never, 2: When asked, 3: Always}
        must: 2
        about: them
        mirror: trust.own-news
        practice: {do: Tell them., done: They know., effort: small, day: team}
      - id: own-news
        ask: Do you tell them?
        type: rating
        anchors: {1: Never, 2: When asked, 3: Always}
        about: us
        mirror: trust.news
        practice: {do: Ring them., done: They heard., effort: medium, day: substance}
  - id: roles
    title: Roles
    questions:
      - id: signed
        ask: Is it signed?
        type: yes-no
        practice: {do: Sign it., done: It is signed., effort: large, day: create}
`

interface Person {
  readonly partner: string
  readonly news: string
  readonly own: string
  readonly signed: string
  /** What else the person says of oneself. */
  readonly profile?: string
}

type People = readonly Person[]

const note = 'Words of somebody'
const unit = 'Unit of somebody'
const problem = 'Problem of somebody'

function folderOf(people: People, minGroup: number): string {
  const counts = new Map<string, number>()
  const responses = people.map(({ partner, news, own, signed, profile = '' }) => {
    const count = (counts.get(partner) ?? 0) + 1
    counts.set(partner, count)
    const answer = (value: string) => `{value: ${value}, note: ${note}}`
    const state = (value: string) => (value === 'open' ? '{state: dont-know}' : answer(value))
    const file = `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: ${partner}
respondent: {id: r${count}}
completed: 2026-11-20T09:00:00Z
profile: {unit: ${unit}${profile}}
answers:
  trust.news: ${state(news)}
  trust.own-news: ${state(own)}
  roles.signed: ${state(signed)}
`
    return [`responses/${partner}-r${count}.yaml`, file] as const
  })
  return aFolder({
    'accordant.yaml': `accordant: config/1\nquestionnaire: small.yaml\nminGroup: ${minGroup}\n`,
    'small.yaml': questionnaire,
    ...Object.fromEntries(responses),
  })
}

let formats: readonly string[] = []
const ids = ['trust.news', 'trust.own-news', 'roles.signed', 'trust', 'roles', 'high', 'middle']
const questions = [
  ...[0, 35, 65, 100].map((limit) => ['--min-score', String(limit)]),
  ['--min-dimension', '50'],
  ['--min-level', 'middle'],
  ['--unfinished'],
  ['--min-group', '1'],
  ...[
    'trust.news=1',
    'trust.news=3',
    'trust.own-news=3',
    'roles.signed=yes',
    'roles.signed=maybe',
  ].map((assumed) => ['--what-if', assumed]),
]

beforeAll(async () => {
  const { err } = await ran(['report', '--format', 'none'])
  formats = [...(err.split('expected one of')[1] ?? '').matchAll(/"([\w-]+)"/g)].map(
    ([, name = '']) => name,
  )
  expect(formats).toEqual(expect.arrayContaining(['markdown', 'json', 'csv', 'actions']))
})

/** Everything that anybody could ask of these responses, as told; also beside earlier ones. */
async function everything(
  people: People,
  minGroup: number,
  before?: People,
): Promise<ReadonlyMap<string, string>> {
  const folder = folderOf(people, minGroup)
  const earlier = before === undefined ? '' : folderOf(before, minGroup)
  const report = ['report', folder, '--today', '2026-11-23']
  const compared =
    before === undefined
      ? []
      : ['--previous', '--no-worse-than'].flatMap((option) =>
          formats.map((format) => [...report, '--format', format, option, earlier]),
        )
  const asked = [
    ...compared,
    ...formats.map((format) => [...report, '--format', format]),
    ...questions.map((more) => [...report, '--format', 'json', ...more]),
    ...ids.map((id) => ['explain', id, folder]),
  ]
  const told = new Map<string, string>()
  for (const argv of asked) {
    const { code, out, err } = await ran(argv)
    // Only an assumed answer may be refused. What else fails would tell nothing, and so hide every leak.
    if (!argv.includes('--what-if'))
      expect([argv, code, err]).toEqual([argv, expect.toBeOneOf([0, 1]), err])
    const name = (text: string) => {
      const named = text.replaceAll(folder, 'FOLDER')
      return earlier === '' ? named : named.replaceAll(earlier, 'EARLIER')
    }
    told.set(name(argv.join(' ')), name(`${out}\n${err}\n${code}`))
  }
  return told
}

function person(partner: string, news: string, own: string, signed: string): Person {
  return { partner, news, own, signed }
}

const partOf = (people: People, change: (person: Person) => Partial<Person>): People =>
  people.map((each) => ({ ...each, ...change(each) }))

describe('what minGroup hides', () => {
  const people = [
    person('north', '1', '3', 'true'),
    person('north', '2', '3', 'true'),
    person('south', '3', '2', 'false'),
    person('south', '3', 'open', 'true'),
  ]

  it('appears in no output: swapping two partners’ answers changes no byte', async () => {
    const other = (partner: string) => (partner === 'north' ? 'south' : 'north')
    const swapped = partOf(people, ({ partner }) => ({ partner: other(partner) })).toSorted(
      (a, b) => (a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0),
    )
    expect(swapped).not.toEqual(people)
    expect(await everything(swapped, 3)).toEqual(await everything(people, 3))
    expect(await everything(swapped, 2)).not.toEqual(await everything(people, 2))
  })

  it('appears in no comparison with earlier answers, which shows the changes of the whole alone', async () => {
    const swap = (those: People): People =>
      partOf(those, ({ partner }) => ({
        partner: partner === 'north' ? 'south' : 'north',
      })).toSorted((a, b) => (a.partner < b.partner ? -1 : a.partner > b.partner ? 1 : 0))
    const before = [
      person('north', '3', '1', 'true'),
      person('north', '1', '1', 'false'),
      person('south', '2', '1', 'true'),
      person('south', '3', '2', 'true'),
    ]
    const told = await everything(people, 3, before)
    expect(await everything(swap(people), 3, before)).toEqual(told)
    expect(await everything(people, 3, swap(before))).toEqual(told)
    const json = told.get('report FOLDER --today 2026-11-23 --format json --previous EARLIER')
    expect(JSON.parse(json?.split('\nVerdict')[0] ?? '')).toMatchObject({
      hidden: { scope: 'partners' },
      trend: [
        {
          score: expect.any(Number),
          dimensions: [
            { id: 'trust', change: expect.any(Number), reliable: null },
            { id: 'roles', change: expect.any(Number), reliable: null },
          ],
          ...{ questions: [], opened: [], closed: [], fell: [], left: [] },
        },
      ],
    })
  })

  it('appears in no comparison with one person more or less', async () => {
    const [gone, ...before] = people
    expect(gone).toBeDefined()
    const differ = partOf(people, ({ partner }) => (partner === 'north' ? { news: '3' } : {}))
    const compare = async (now: People) => {
      const [folder, earlier] = [folderOf(now, 3), folderOf(before, 3)]
      const argv = ['report', folder, '--format', 'json', '--previous', earlier]
      const { code, out } = await ran([...argv, '--no-worse-than', earlier])
      expect(code).toBe(1)
      const { trend, verdict } = JSON.parse(out)
      const limits = verdict.reasons.filter((each: { code: string }) => each.code === 'limit')
      expect(limits).toMatchObject([{ value: null, needs: earlier }])
      return [{ ...trend[0], from: '' }, trend.length]
    }
    const told = await compare(people)
    expect(told).toMatchObject([{ withheld: true, score: null, dimensions: [] }, 1])
    expect(await compare(differ)).toEqual(told)
  })

  it('appears in no output when fewer people answered than minGroup: other answers change no byte', async () => {
    const others = [
      person('north', 'open', '1', 'false'),
      person('north', '3', '1', 'open'),
      person('south', '1', '1', 'true'),
      person('south', '2', '3', 'false'),
    ]
    expect(await everything(others, 5)).toEqual(await everything(people, 5))
    expect(await everything(others, 4)).not.toEqual(await everything(people, 4))
  })

  it('includes every answer of a profile: other ones change no byte in groups under twice the limit', async () => {
    const profiled = partOf(people, ({ partner }) => ({
      profile: `, dependence: 5, learned: [never], problem: ${problem} ${partner}`,
    }))
    const others = partOf(people, ({ news }) => ({
      profile: news === '3' ? ', dependence: 1, learned: [formal, never], problem: None' : '',
    }))
    for (const minGroup of [2, 3]) {
      expect(await everything(profiled, minGroup)).toEqual(await everything(others, minGroup))
    }
    expect(await everything(profiled, 1)).not.toEqual(await everything(others, 1))
  })

  it('includes every note and profile answer; without minGroup three formats show them', async () => {
    const told = partOf(people, () => ({ profile: `, problem: ${problem}` }))
    const listQuoted = async (minGroup: number) => {
      const outputs = [...(await everything(told, minGroup))]
      return outputs.flatMap(([asked, text]) => {
        const quoted = [note, unit, problem].filter((words) => text.includes(words))
        return quoted.length === 0 ? [] : [[asked, ...quoted]]
      })
    }
    expect(await listQuoted(3)).toEqual([])
    const plain = (await listQuoted(1)).filter(([asked]) => !asked?.includes(' json -'))
    expect(plain).toEqual([
      ['report FOLDER --today 2026-11-23 --format markdown', note, problem],
      ['report FOLDER --today 2026-11-23 --format html', note, problem],
      ['report FOLDER --today 2026-11-23 --format json', note, unit, problem],
    ])
  })

  it('cannot be worked out from several outputs together: equal totals in the JSON mean equal bytes everywhere', async () => {
    // By what is shown of them, groups that would differ if nothing were hidden.
    const classes = new Map<string, Map<string, People>>()
    const json = async (group: People, minGroup: number) => {
      const { code, out } = await ran(['report', folderOf(group, minGroup), '--format', 'json'])
      expect(code).toBe(0)
      return out
    }
    for (const group of smallGroups()) {
      const shown = await json(group, 2)
      const alike = classes.get(shown) ?? new Map<string, People>()
      classes.set(shown, alike.set(await json(group, 1), group))
    }
    const alike = [...classes.values()].filter(({ size }) => size > 1)
    expect(alike.length).toBeGreaterThan(20)
    for (const groups of alike.slice(0, 8)) {
      const [first = [], ...rest] = [...groups.values()]
      const all = await everything(first, 2)
      for (const other of rest.slice(0, 2)) expect(await everything(other, 2)).toEqual(all)
    }
  })
})

/** One person of north, two of south, with every answer to two of the questions. */
function smallGroups(): readonly People[] {
  const values = ['1', '2', '3']
  return values.flatMap((north) =>
    values.flatMap((first) =>
      values.flatMap((second) =>
        ['true', 'false'].flatMap((signed) =>
          ['true', 'false'].map((other) => [
            person('north', north, '2', signed),
            person('south', first, '2', other),
            person('south', second, '2', 'true'),
          ]),
        ),
      ),
    ),
  )
}
