import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - id: news
        ask: How soon do we hear bad news?
        type: rating
        anchors: {1: Never, 2: When we ask, 3: Within weeks, 4: Within days, 5: Within a day}
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
      - id: shared
        ask: What is shared?
        type: choices
        choices: [{id: costs, title: Costs, score: 0.5}, {id: forecasts, title: Forecasts, score: 0.5}]
      - {id: meetings, ask: How many meetings in a month?, type: number, from: 0, to: 12}
`)

const worded = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - id: known
        ask: What do the {people} know?
        type: choices
        choices: [{id: faces, title: Each other, score: 1}]
      - id: meets
        ask: Where do our {people} meet?
        type: choice
        choices: [{id: here, title: 'In the {room}'}, {id: nowhere, title: Nowhere}]
`).replace(
  'dimensions:',
  `words:
  people: {school: teachers, club: coaches}
  room: {school: staff room, club: club}
profile:
  - id: unit
    ask: What are you?
    type: choice
    choices: [{id: school, title: A school}, {id: club, title: A club}]
dimensions:`,
)

/** The folder of a partnership with one table in it. */
function withTable(table: string | Uint8Array, name = 'survey.csv', map?: string) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    [name]: table,
    ...(map === undefined ? {} : { 'survey.map.yaml': map }),
  })
  return {
    folder,
    file: join(folder, name),
    map: join(folder, 'survey.map.yaml'),
    imported: () =>
      ran(['import', join(folder, name), '--map', join(folder, 'survey.map.yaml'), '-o', folder]),
    drafted: () => ran(['import', join(folder, name), '-o', folder]),
    responses: () => readdirSync(join(folder, 'responses')).toSorted(),
    answers: (response: string) => {
      const text = readFileSync(join(folder, 'responses', response), 'utf8')
      return /^answers:.*\n(?: .*\n)*/m.exec(text)?.[0]
    },
  }
}

const map = `accordant: map/1
questionnaire: small.yaml
partnership: northwind-contoso
columns:
  partner: Partner
  respondent: Who
  answers: {trust.news: News, trust.minutes: Minutes}
`
const head = 'Partner,Who,News,Minutes\n'

describe('import without a map', () => {
  it.each([
    ['google-forms.csv', ['contoso-r4.yaml', 'northwind-r2.yaml']],
    ['microsoft-forms.csv', ['contoso-2.yaml', 'northwind-1.yaml']],
    ['qualtrics.csv', ['contoso-r-1abcdefghi3kxyz.yaml', 'northwind-r-3kxyz1abcdefghi.yaml']],
    ['surveymonkey.csv', ['contoso-118200000002.yaml', 'northwind-118200000001.yaml']],
    ['limesurvey.csv', ['contoso-2.yaml', 'northwind-1.yaml']],
    ['redcap.csv', ['contoso-2.yaml', 'northwind-1.yaml']],
    ['excel-unicode.txt', ['contoso-p2.yaml', 'northwind-p1.yaml']],
  ])('drafts a map for %s that imports every row', async (name, responses) => {
    const bytes = readFileSync(new URL(`exports/${name}`, import.meta.url))
    const { folder, file, drafted, ...at } = withTable(bytes, name)
    const draft = await drafted()
    expect(draft.code).toBe(3)
    const path = `${file.replace(/\.\w+$/, '')}.map.yaml`
    expect(draft.out).toBe(`wrote ${path}\n`)
    expect(draft.err).not.toMatch(/trust\.\w+ (is|needs)/)

    const { code, err } = await ran(['import', file, '--map', path, '-o', folder])
    expect({ code, err }).toEqual({ code: 0, err: '2 imported, 0 refused\n' })
    expect(at.responses()).toEqual(responses)
    expect((await ran(['check', join(folder, 'responses')])).code).toBe(0)
  })

  it.each([
    ['qualtrics-split.csv', 'r-1abcdefghi3kxyz', null],
    ['limesurvey-split.csv', '2', '\n    state: not-applicable\n    reason: N/A'],
    ['redcap-split.csv', '2', ' []'],
    ['redcap-labels.csv', '2', ' []'],
    ['surveymonkey-split.csv', '118200000002', null],
  ])('drafts a map for %s with a column for each choice', async (name, respondent, none) => {
    const bytes = readFileSync(new URL(`exports/${name}`, import.meta.url))
    const { folder, file, drafted, responses, answers } = withTable(bytes, name)
    const draft = await drafted()
    expect(draft.err).not.toMatch(/trust\.\w+ (is|needs|may|has)/)
    const path = `${file.replace(/\.\w+$/, '')}.map.yaml`
    const { code, err } = await ran(['import', file, '--map', path, '-o', folder])
    expect({ code, err }).toEqual({ code: 0, err: '2 imported, 0 refused\n' })
    const northwind = responses().find((each) => each.startsWith('northwind')) ?? ''
    expect(answers(northwind)).toContain('  trust.shared:\n    - costs\n    - forecasts\n')
    const said = answers(`contoso-${respondent}.yaml`)
    if (none === null) expect(said).not.toContain('trust.shared')
    else expect(said).toContain(`  trust.shared:${none}\n`)
  })

  it('does not guess which choice a column with only a number means', async () => {
    const { drafted, folder } = withTable('Partner,trust_shared___1,trust_shared___2\nx,1,0\n')
    expect((await drafted()).err).toContain(
      'trust.shared may be in "trust_shared___1", "trust_shared___2": say which choice each column is: {columns: {…}}',
    )
    expect(readFileSync(join(folder, 'survey.map.yaml'), 'utf8')).toContain('- trust_shared___1')
  })

  it('finds a question and its choices in the words of any kind of partner', async () => {
    const folder = aFolder({
      'worded.yaml': worded,
      'survey.csv':
        'Partner,What do the coaches know?,Where do our people meet?\n' +
        'lions,Each other,In the club\noak,Each other,In the staff room\n',
    })
    const file = join(folder, 'survey.csv')
    const map = join(folder, 'survey.map.yaml')
    const questionnaire = join(folder, 'worded.yaml')
    const drafted = await ran(['import', file, '--questionnaire', questionnaire, '-o', folder])
    expect(drafted.err.split('\n').filter((line) => line.includes('trust.'))).toEqual([])
    const { code, err } = await ran(['import', file, '--map', map, '-o', folder])
    expect({ code, err }).toEqual({ code: 0, err: '2 imported, 0 refused\n' })
    expect(
      ['lions-r2.yaml', 'oak-r3.yaml'].map(
        (name) =>
          /^answers:.*\n(?: .*\n)*/m.exec(
            readFileSync(join(folder, 'responses', name), 'utf8'),
          )?.[0],
      ),
    ).toEqual([
      'answers:\n  trust.known:\n    - faces\n  trust.meets: here\n',
      'answers:\n  trust.known:\n    - faces\n  trust.meets: here\n',
    ])
  })

  it('says how to name the questionnaire if it is not found automatically', async () => {
    const folder = aFolder({
      'elsewhere/small.yaml': questionnaire,
      'survey.map.yaml': map.replace('small.yaml', 'elsewhere/small.yaml'),
      'survey.csv': `${head}contoso,r1,4,yes\n`,
    })
    const answers = join(folder, 'answers')
    const file = join(folder, 'elsewhere', 'small.yaml')
    const argv = ['import', join(folder, 'survey.csv'), '--map', join(folder, 'survey.map.yaml')]
    const { code, err } = await ran([...argv, '-o', answers])
    expect({ code, err }).toEqual({
      code: 0,
      err: `1 imported, 0 refused\nThe questionnaire "small" is not in ${answers}. Name it in an accordant.yaml there, or run:\n  accordant report ${answers} --questionnaire ${file}\n`,
    })
    expect((await ran(['report', answers, '--questionnaire', file])).code).toBe(0)
  })

  it('names the questions it does not find, and writes no response', async () => {
    const { folder, drafted } = withTable('Partner,Do we keep minutes?,Colour\nx,Maybe,red\n')
    const { code, err } = await drafted()
    expect(code).toBe(3)
    expect(err).toContain('trust.news is in no column: How soon do we hear bad news?')
    expect(err).toContain('trust.minutes needs values for "Maybe"')
    expect(readFileSync(join(folder, 'survey.map.yaml'), 'utf8')).toContain('ignore:\n  - Colour\n')
    expect(readdirSync(folder)).not.toContain('responses')
  })

  it('does not change an existing map', async () => {
    const { drafted, map: path } = withTable(head, 'survey.csv', map)
    const { code, err } = await drafted()
    expect(code).toBe(2)
    expect(err).toContain(`"${path}" already exists and is not overwritten`)
    expect(readFileSync(path, 'utf8')).toBe(map)
  })
})

describe('import with a map', () => {
  it('reads labels, codes, blank cells and the words for "don\'t know"', async () => {
    const table = `${head}northwind,1,Within days,y\nnorthwind,2,4,\nnorthwind,3,N/A,don't know\n`
    const { imported, answers } = withTable(table, 'survey.csv', map)
    expect((await imported()).code).toBe(0)
    expect(answers('northwind-1.yaml')).toBe('answers:\n  trust.news: 4\n  trust.minutes: yes\n')
    expect(answers('northwind-2.yaml')).toBe('answers:\n  trust.news: 4\n')
    expect(answers('northwind-3.yaml')).toBe(
      'answers:\n  trust.news:\n    state: not-applicable\n    reason: N/A\n  trust.minutes:\n    state: dont-know\n',
    )
  })

  it('names every refused row and lost answer with its line and reason, and imports the others', async () => {
    const table = `${head}northwind,1,4,yes
northwind,2
northwind,3,9,yes
northwind,4,=HYPERLINK("x"),yes
northwind,"5
b",4,perhaps
Contoso Ltd,6,4,yes
northwind,7,4,yes,more
northwind,1,4,yes
,,,
northwind,8,4,"yes
northwind,9,4,no
`
    const { imported, file, responses, answers } = withTable(table, 'survey.csv', map)
    const { code, err } = await imported()
    expect(code).toBe(1)
    expect(responses()).toEqual([
      'northwind-1.yaml',
      'northwind-3.yaml',
      'northwind-5-b.yaml',
      'northwind-9.yaml',
    ])
    expect(answers('northwind-3.yaml')).toBe('answers:\n  trust.minutes: yes\n')
    expect(err.replaceAll(file, 'survey.csv').split('\n')).toEqual([
      'survey.csv:3 refused: has 2 cells; the header has 4 cells',
      'survey.csv:4 answer not read: News: The number 9 is off the scale; expected a whole number from 1 to 5',
      'survey.csv:5 refused: a quote is in a place where it cannot be; inside quotes, write it twice',
      'survey.csv:6 answer not read: Minutes: "perhaps" is neither yes nor no',
      'survey.csv:8 refused: Partner: "Contoso Ltd" is not an id; give it one under "values", like "Contoso Ltd: contoso-ltd"',
      'survey.csv:9 refused: has 5 cells; the header has 4 cells',
      'survey.csv:10 refused: "1" of "northwind" is already on line 2',
      'survey.csv:11 left out: the row is blank',
      'survey.csv:12 refused: a quote is opened and never closed',
      '4 imported, 6 refused, 1 left out; 2 answers not read',
      '',
    ])
  })

  it('refuses a row in another encoding, and imports the others', async () => {
    const table = Buffer.from(`${head}northwind,1,4,yes\nnorthwind,Ren\xe9,4,yes\n`, 'latin1')
    const { imported, responses } = withTable(table, 'survey.csv', map)
    const { code, err } = await imported()
    expect(code).toBe(1)
    expect(err).toContain(
      'survey.csv:3 refused: contains characters that are neither UTF-8 nor UTF-16',
    )
    expect(responses()).toEqual(['northwind-1.yaml'])
  })

  it('writes nothing if one of the files already exists', async () => {
    const { imported, answers } = withTable(`${head}northwind,1,4,yes\n`, 'survey.csv', map)
    await imported()
    const before = answers('northwind-1.yaml')
    const { code, err } = await imported()
    expect(code).toBe(2)
    expect(err).toContain('already exists and is not overwritten; nothing was imported')
    expect(answers('northwind-1.yaml')).toBe(before)
  })

  it.each([
    ['an empty file', '', 'is empty; expected a table with a header'],
    ['a header alone', head, 'has a header and no rows'],
    [
      'the wrong delimiter',
      `${head.replaceAll(',', ';')}a;1;4;yes\n`,
      'is it ";"?',
      'delimiter: ","\n',
    ],
    [
      'a header that is there twice',
      'Partner,Who,News,News,Minutes\na,1,4,4,yes\n',
      '"News" 2 times; name one by its place: "#3", "#4"',
    ],
    [
      'a column that is gone',
      'Partner,Who,Newz,Minutes\na,1,4,yes\n',
      'no column "News" for trust.news; did you mean "Newz"?',
    ],
  ])('stops at %s', async (_, table, message, more = '') => {
    const { imported, folder } = withTable(table, 'survey.csv', map + more)
    const { code, err } = await imported()
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(readdirSync(folder)).not.toContain('responses')
  })

  it('accepts a column by its place, and a constant partner', async () => {
    const own = map
      .replace('  partner: Partner\n', '')
      .replace('trust.news: News', 'trust.news: "#4"')
      .concat('constants: {partner: contoso}\n')
    const { imported, answers } = withTable('Who,Minutes,News,News\n1,no,1,5\n', 'survey.csv', own)
    const { code, err } = await imported()
    expect(code).toBe(0)
    expect(err).toBe(
      'The map neither uses nor ignores these columns: "#3"\n1 imported, 0 refused\n',
    )
    expect(answers('contoso-1.yaml')).toBe('answers:\n  trust.news: 5\n  trust.minutes: no\n')
  })

  it('finds the mapped columns among 10,000', async () => {
    const others = Array.from({ length: 10_000 }, (_, index) => `Other ${index}`)
    const table = `${[...others, ...head.trim().split(',')].join()}\n${','.repeat(10_000)}contoso,1,4,no\n`
    const { imported, responses } = withTable(table, 'survey.csv', map)
    expect((await imported()).code).toBe(0)
    expect(responses()).toEqual(['contoso-1.yaml'])
  })
})
