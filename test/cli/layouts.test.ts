import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

function layout(name: string): Buffer {
  return readFileSync(new URL(`layouts/${name}`, import.meta.url))
}

/** A folder with a table in it, and its map if there is one. */
function withTable(
  table: string | Uint8Array,
  map?: string | Buffer,
  questionnaire: string | Buffer = layout('q.yaml'),
) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: q.yaml\n',
    'q.yaml': questionnaire,
    'survey.csv': table,
    ...(map === undefined ? {} : { 'survey.map.yaml': map }),
  })
  const file = join(folder, 'survey.csv')
  const mapFile = join(folder, 'survey.map.yaml')
  const bare = (err: string) => err.replaceAll(`${folder}/`, '').trimEnd().split('\n')
  return {
    /** What is to be looked at in the draft, and the map. */
    drafted: async () => {
      const { code, err } = await ran(['import', file, '-o', folder])
      const notes = bare(err).filter(
        (line) => line.startsWith('  ') && !/^ {2}accordant/.test(line),
      )
      const drafted = code === 3 ? parse(readFileSync(mapFile, 'utf8')) : null
      return { code, err: bare(err), notes: notes.map((line) => line.trim()), map: drafted }
    },
    corrected: (change: (map: string) => string) =>
      writeFileSync(mapFile, change(readFileSync(mapFile, 'utf8'))),
    /** What the import says, and the answers by response. */
    imported: async () => {
      const { code, err } = await ran(['import', file, '--map', mapFile, '-o', folder])
      const responses = join(folder, 'responses')
      const names = existsSync(responses) ? readdirSync(responses) : []
      const answers = names.map((name) => [
        name.replace('.yaml', ''),
        parse(readFileSync(join(responses, name), 'utf8')).answers,
      ])
      return { code, err: bare(err), answers: Object.fromEntries(answers) }
    },
    /** The people that a report of the table itself counts, by partner. */
    counted: async () => {
      const { out } = await ran(['report', file, '--map', mapFile, '--format', 'json'])
      const { partners = [] } = out === '' ? {} : JSON.parse(out)
      return Object.fromEntries(
        partners.map((each: { id: string; respondents: number }) => [each.id, each.respondents]),
      )
    },
  }
}

const both = ['costs', 'forecasts']
const missing = (...ids: readonly string[]) => {
  const asks: Readonly<Record<string, string>> = {
    news: 'How soon do we hear bad news?',
    minutes: 'Do we keep minutes?',
    shared: 'What is shared?',
    meetings: 'How many meetings in a month?',
    remark: 'Anything to add?',
  }
  return ids.map((id) => `trust.${id} is in no column: ${asks[id]}`)
}
const look = 'The columns under ignore match no question: check whether one of them should'

describe('layouts of exports as people have sent them', () => {
  it('reads lists in JSON, and what a map says of one', async () => {
    const at = withTable(layout('json-lists.csv'), layout('json-lists.map.yaml'))
    expect(await at.imported()).toEqual({
      code: 0,
      err: ['2 imported, 0 refused'],
      answers: {
        'northwind-1': {
          'trust.news': 4,
          'trust.minutes': 'yes',
          'trust.shared': both,
          'trust.meetings': 2,
        },
        'contoso-2': {
          'trust.news': 3,
          'trust.minutes': 'no',
          'trust.shared': { state: 'skipped' },
        },
      },
    })
  })

  it('drafts a map for columns headed by question and choice with a slash, and a row of tags', async () => {
    const at = withTable(layout('slashes.csv'))
    const { notes, map } = await at.drafted()
    expect(notes).toEqual([
      'trust.shared: a blank cell means "not ticked" where the row has a tick for another choice; a row without any tick leaves the question unanswered',
      ...missing('meetings', 'remark'),
      look,
    ])
    expect(map).toEqual({
      accordant: 'map/1',
      questionnaire: 'q.yaml',
      partnership: expect.any(String),
      header: 2,
      delimiter: ';',
      decimal: '.',
      columns: {
        partner: 'Company',
        respondent: '_id',
        profile: {},
        answers: {
          'trust.news': 'How soon do we hear bad news?',
          'trust.minutes': 'Do we keep minutes?',
          'trust.shared': {
            columns: {
              costs: 'What is shared?/Costs',
              forecasts: 'What is shared?/Forecasts, monthly',
            },
          },
        },
      },
      ignore: ['start', 'end', '_index'],
    })
    const answers = {
      'northwind-61': { 'trust.news': 4, 'trust.minutes': 'yes', 'trust.shared': both },
    }
    expect((await at.imported()).answers).toEqual(answers)
    const given = withTable(layout('slashes.csv'), layout('slashes.map.yaml'))
    expect(await given.imported()).toEqual({ code: 0, err: ['1 imported, 0 refused'], answers })
  })

  it('takes the longest title where titles have commas', async () => {
    const at = withTable(layout('titles-with-commas.csv'))
    expect((await at.drafted()).notes).toEqual(missing('minutes', 'meetings', 'remark'))
    expect(await at.imported()).toEqual({
      code: 0,
      err: ['2 imported, 0 refused'],
      answers: {
        'northwind-1': { 'trust.news': 4, 'trust.shared': both },
        'contoso-2': { 'trust.news': 4, 'trust.shared': ['forecasts'] },
      },
    })
  })

  it('leaves out previews and unfinished rows, and says so in the draft', async () => {
    const at = withTable(layout('previews.csv'))
    const { notes, map } = await at.drafted()
    expect(notes).toEqual([
      '2 rows are not finished ("Finished"): "finished" in the map leaves them out',
      '1 row is a preview or a test ("Status"): "only" in the map leaves it out',
      ...missing('remark'),
      look,
    ])
    expect([map.finished, map.only]).toEqual([
      { column: 'Finished', value: 'True' },
      { Status: 'IP Address' },
    ])
    const northwind = {
      'trust.news': 4,
      'trust.minutes': 'yes',
      'trust.shared': both,
      'trust.meetings': 2,
    }
    expect(await at.imported()).toEqual({
      code: 0,
      err: [
        'survey.csv:5 left out: the map takes other rows only (Status: "Survey Preview")',
        'survey.csv:6 left out: the row is not finished (Finished: "False")',
        'survey.csv:7 left out: the row is not finished (Finished: "False")',
        '1 imported, 0 refused, 3 left out',
      ],
      answers: { 'northwind-r-3kxyz1': northwind },
    })
    expect(await at.counted()).toEqual({ northwind: 1 })
  })

  it('takes every row with an answer where the map has neither "only" nor "finished"', async () => {
    const at = withTable(layout('previews.csv'), layout('previews.map.yaml'))
    const { code, err, answers } = await at.imported()
    expect({ code, err }).toEqual({
      code: 0,
      err: ['survey.csv:7 left out: the row has no answer', '3 imported, 0 refused, 1 left out'],
    })
    expect(answers['northwind-r-3kxyz1']['trust.shared']).toEqual(['costs'])
    expect(answers['contoso-r-part11']).toEqual({ 'trust.news': 3 })
  })

  it('refuses a table in Windows-1252 with the way out, and reads it once it is in UTF-8', async () => {
    const bytes = layout('windows-1252.csv')
    expect((await withTable(bytes).drafted()).err).toEqual([
      'accordant: "survey.csv" is neither UTF-8 nor UTF-16; its header, on line 1, cannot be read',
      '  Save the table again as CSV in UTF-8 (in Excel: the file type "CSV UTF-8")',
    ])
    const at = withTable(bytes.toString('latin1').replaceAll('\u0096', '–'))
    expect((await at.drafted()).map.columns.partner).toBe('Company – short name')
    expect((await at.imported()).answers).toEqual({
      'northwind-1': { 'trust.news': 4, 'trust.minutes': 'yes', 'trust.shared': both },
      'contoso-2': { 'trust.news': 3, 'trust.minutes': 'no', 'trust.shared': ['costs'] },
    })
  })
})

const questions = 'How soon do we hear bad news?,Do we keep minutes?,What is shared?'
const map = (more = '') => `accordant: map/1
questionnaire: q.yaml
columns:
  partner: Company
  respondent: Id
  answers:
    trust.news: How soon do we hear bad news?
    trust.minutes: Do we keep minutes?
    trust.shared: What is shared?
${more}`

describe('a draft of a map', () => {
  it.each([
    ...['Submission ID', '_uuid', 'KEY', 'meta-instanceID', 'instanceID', '#', 'session'],
    ...['SubmissionId', 'ResponseId', 'Respondent ID', 'Response ID', 'token', 'record_id', '_id'],
  ])('names people by the column "%s"', async (head) => {
    const at = withTable(`Company,${head},${questions}\nnorthwind,a1,4,Yes,Costs\n`)
    expect((await at.drafted()).map.columns.respondent).toBe(head)
    expect(Object.keys((await at.imported()).answers)).toEqual(['northwind-a1'])
  })

  it('passes over a column of ids that is not filled in', async () => {
    const at = withTable(`Company,token,id,${questions}\nnorthwind,,1,4,Yes,\ncontoso,t,2,4,,\n`)
    expect((await at.drafted()).map.columns.respondent).toBe('id')
  })

  it.each([
    ...['Partner', 'Company', 'Organisation', 'Organization', 'Team', 'Department'],
    ...['Which company?', 'Which company do you work for?', 'Name of your organization'],
  ])('takes the partner from the column "%s"', async (head) => {
    const at = withTable(`${head},${questions}\nnorthwind,4,Yes,Costs\n`)
    expect((await at.drafted()).map.columns.partner).toBe(head)
  })

  it.each([
    'How big is your company?',
    'Points - Company',
    'Company size',
    'Address of the company',
  ])('does not take "%s" for the partner', async (head) => {
    const at = withTable(`${head},${questions}\nnorthwind,4,Yes,Costs\n`)
    expect((await at.drafted()).map.columns.partner).toBeUndefined()
  })

  it.each([
    ['"How soon do we hear bad news?\n\n1 - Never\n5 - Within a day"'],
    ['How soon do we hear bad news? - Selected Choice'],
    ['*How soon do we hear bad news?*'],
    ['**How soon do we hear bad news?**'],
    ['trust/news'],
    ['group_a/How soon do we hear bad news?'],
  ])('finds a question under the heading %s', async (head) => {
    const at = withTable(`Company,Id,${head}\nnorthwind,1,4\n`)
    await at.drafted()
    expect((await at.imported()).answers).toEqual({ 'northwind-1': { 'trust.news': 4 } })
  })

  it('asks for no values of a header that is there twice', async () => {
    const head = `Company,Id,${questions}`
    const at = withTable(`${head}\nnorthwind,1,4,Yes,Costs\n${head}\ncontoso,2,3,No,Costs\n`)
    expect((await at.drafted()).notes).toEqual(missing('meetings', 'remark'))
    expect((await at.imported()).err).toEqual([
      'survey.csv:3 refused: repeats the header',
      '2 imported, 1 refused',
    ])
  })

  it.each([
    ['split columns of ticks', '1,0', 'Costs', { columns: { costs: '#4', forecasts: '#5' } }],
    [
      'split columns of TRUE and FALSE',
      'TRUE,FALSE',
      'Costs',
      { columns: { costs: '#4', forecasts: '#5' } },
    ],
    [
      'the joined column where the split ones say something else',
      '2.5,7',
      'Costs',
      'What is shared?',
    ],
  ])('takes %s', async (_, cells, joined, expected) => {
    const head =
      'Company,Id,What is shared?,What is shared?/Costs,"What is shared?/Forecasts, monthly"'
    const at = withTable(`${head}\nnorthwind,1,${joined},${cells}\n`)
    const { map: drafted } = await at.drafted()
    const names = JSON.stringify(drafted.columns.answers['trust.shared'])
      .replace('What is shared?/Costs', '#4')
      .replace('What is shared?/Forecasts, monthly', '#5')
    expect(JSON.parse(names)).toEqual(expected)
    expect((await at.imported()).answers).toEqual({ 'northwind-1': { 'trust.shared': ['costs'] } })
  })

  it('tells two questions with the same choices apart by place', async () => {
    const two = String(layout('q.yaml')).replace(
      '      - { id: meetings',
      "      - {id: wanted, ask: What is wanted?, type: choices, choices: [{id: costs, title: Costs}, {id: forecasts, title: 'Forecasts, monthly'}]}\n      - { id: meetings",
    )
    const head =
      'Respondent ID,Company,What is shared?,,What is wanted?,\n,Open-Ended Response,Costs,"Forecasts, monthly",Costs,"Forecasts, monthly"\n'
    const at = withTable(`${head}1,northwind,Costs,,,"Forecasts, monthly"\n`, undefined, two)
    await at.drafted()
    expect(await at.imported()).toEqual({
      code: 0,
      err: ['1 imported, 0 refused'],
      answers: { 'northwind-1': { 'trust.shared': ['costs'], 'trust.wanted': ['forecasts'] } },
    })
  })

  it('says which choice has no column, as where nobody took it', async () => {
    const at = withTable('Company,Id,What is shared? - Costs\nnorthwind,1,Costs\n')
    expect((await at.drafted()).notes).toContain(
      'trust.shared has no column for "Forecasts, monthly"',
    )
    expect((await at.imported()).answers).toEqual({ 'northwind-1': { 'trust.shared': ['costs'] } })
  })

  it('writes no key for rows of which it is not certain that they are not finished', async () => {
    const at = withTable(
      `Company,Id,Completed,${questions}\nnorthwind,1,Yes,4,,\ncontoso,2,No,4,,\n`,
    )
    const { notes, map: drafted } = await at.drafted()
    expect(drafted.finished).toBeUndefined()
    expect(notes[0]).toBe(
      'By "Completed", 1 row may not be finished; to leave it out, add this line: finished: {column: Completed, value: "Yes"}',
    )
    at.corrected((text) => `${text}finished: {column: Completed, value: Yes}\n`)
    expect((await at.imported()).err).toEqual([
      'survey.csv:3 left out: the row is not finished (Completed: "No")',
      '1 imported, 0 refused, 1 left out',
    ])
  })

  it.each([
    [
      'LimeSurvey',
      'id,submitdate,lastpage',
      ['1,2026-11-20 09:14:40,3', '2,,1'],
      { column: 'submitdate' },
    ],
    ['REDCap', 'record_id,a_complete', ['1,2', '2,0'], { column: 'a_complete', value: '2' }],
    [
      'REDCap, in labels',
      'Record ID,Complete?',
      ['1,Complete', '2,Incomplete'],
      { column: 'Complete?', value: 'Complete' },
    ],
    ['formr', 'session,ended', ['a,2026-11-20 09:14:40', 'b,'], { column: 'ended' }],
    [
      'SurveyMonkey',
      'Respondent ID,Response Status',
      ['1,completed', '2,partial'],
      { column: 'Response Status', value: 'completed' },
    ],
    [
      'Typeform',
      '#,Response Type',
      ['1,completed', '2,partial'],
      { column: 'Response Type', value: 'completed' },
    ],
    [
      'Qualtrics, in codes',
      'ResponseId,Finished',
      ['1,1', '2,0'],
      { column: 'Finished', value: '1' },
    ],
  ])('says which rows are finished as %s has it', async (_, head, [done, open], finished) => {
    const rows = `${done},northwind,4,Yes,Costs\n${open},contoso,4,,\n`
    const at = withTable(`${head},Company,${questions}\n${rows}`)
    expect((await at.drafted()).map.finished).toEqual(finished)
    const { code, answers } = await at.imported()
    expect([code, Object.keys(answers)]).toEqual([0, [expect.stringMatching(/^northwind-/)]])
  })

  it('takes all rows where none is finished', async () => {
    const at = withTable(`session,ended,Company,${questions}\na,,northwind,4,Yes,Costs\n`)
    const { map: drafted, notes } = await at.drafted()
    expect(drafted.finished).toBeUndefined()
    expect(notes[0]).toBe(
      'By "ended", 1 row may not be finished; to leave it out, add this line: finished: {column: ended}',
    )
  })

  it('takes a table of one column, and refuses a text', async () => {
    const at = withTable('Do we keep minutes?\nYes\nNo\n')
    expect((await at.drafted()).notes[0]).toBe(missing('news')[0])
    at.corrected((text) => `${text}constants: {partner: northwind}\n`)
    expect((await at.imported()).answers).toEqual({
      'northwind-r2': { 'trust.minutes': 'yes' },
      'northwind-r3': { 'trust.minutes': 'no' },
    })
    expect((await withTable('Dear all\nwe met\n').drafted()).err).toEqual([
      'accordant: The first line of "survey.csv" is one cell; expected cells separated by , ; | or tabs',
    ])
  })

  it("reads a table below Excel's line that names the delimiter", async () => {
    const at = withTable(
      `\uFEFFsep=;\r\nCompany;Id;${questions.replaceAll(',', ';')}\r\nnorthwind;1;4;Yes;x\r\n`,
    )
    await at.drafted()
    expect((await at.imported()).err).toEqual([
      'survey.csv:3 answer not read: What is shared?: "x" is none of the choices',
      '1 imported, 0 refused; 1 answer not read',
    ])
  })
})

describe('cells of several choices', () => {
  it.each([
    ['["costs","forecasts"]'],
    ['[""Costs"",""Forecasts, monthly""]'],
    [' / Costs / Forecasts, monthly'],
    ['costs forecasts'],
    ['Costs,Forecasts, monthly'],
    ['Forecasts, monthly, Costs'],
    ['Costs;Forecasts, monthly;'],
    ['Costs|Forecasts, monthly'],
    ['Costs\nForecasts, monthly'],
    ['costs, Forecasts, monthly'],
  ])('are read: %s', async (cell) => {
    const quoted = `"${cell.replaceAll('""', '"').replaceAll('"', '""')}"`
    const at = withTable(`Company,Id,${questions}\nnorthwind,1,4,Yes,${quoted}\n`, map())
    const { err, answers } = await at.imported()
    expect(err).toEqual(['1 imported, 0 refused'])
    expect(answers['northwind-1']['trust.shared'].toSorted()).toEqual(both)
  })

  const other = `Company,Id,${questions}\nnorthwind,1,4,Yes,"Costs, our own plans"\n`
  it("cost the answer, never the row, where one is in the person's own words", async () => {
    expect(await withTable(other, map()).imported()).toEqual({
      code: 1,
      err: [
        'survey.csv:2 answer not read: What is shared?: "Costs, our own plans" is none of the choices',
        '1 imported, 0 refused; 1 answer not read',
      ],
      answers: { 'northwind-1': { 'trust.news': 4, 'trust.minutes': 'yes' } },
    })
  })

  it.each([
    ['one choice', 'forecasts', both],
    ['the title of one', '"Forecasts, monthly"', both],
    ['several', '[costs, forecasts]', both],
    ['nothing', '[]', ['costs']],
    ['nothing, as a state', 'skipped', ['costs']],
  ])('take what the map has for own words: %s', async (_, value, expected) => {
    const own = map().replace(
      'trust.shared: What is shared?',
      `trust.shared: {column: What is shared?, values: {our own plans: ${value}}}`,
    )
    const { code, answers } = await withTable(other, own).imported()
    expect([code, answers['northwind-1']['trust.shared']]).toEqual([0, expected])
  })

  it.each([
    ['for the whole map', map('separator: "+"\n')],
    [
      'for one question',
      map().replace(
        'trust.shared: What is shared?',
        'trust.shared: {column: What is shared?, separator: "+"}',
      ),
    ],
  ])('are cut at the separator that the map names, %s', async (_, own) => {
    const rows =
      'northwind,1,4,Yes,"costs + Forecasts, monthly"\nnorthwind,2,4,Yes,costs;forecasts\n'
    const { err, answers } = await withTable(`Company,Id,${questions}\n${rows}`, own).imported()
    expect(err).toEqual([
      'survey.csv:3 answer not read: What is shared?: "costs;forecasts" is none of the choices',
      '2 imported, 0 refused; 1 answer not read',
    ])
    expect(answers['northwind-1']['trust.shared']).toEqual(both)
  })
})

describe('rows', () => {
  it('are told apart by ids that differ by capitals and signs, alike in import and report', async () => {
    const ids = ['R_3kX', 'R_3KX', 'r-3kx', 'R_3KX']
    const rows = ids.map((id) => `northwind,${id},4,Yes,Costs\n`).join('')
    const at = withTable(`Company,Id,${questions}\n${rows}`, map())
    const { code, err, answers } = await at.imported()
    expect({ code, err, names: Object.keys(answers).toSorted() }).toEqual({
      code: 1,
      err: [
        'survey.csv:5 refused: "r-3kx" of "northwind" is already on line 3',
        '3 imported, 1 refused',
      ],
      names: ['northwind-r-3kx', 'northwind-r-3kx-1dhoarm', 'northwind-r-3kx-jocu2m'],
    })
    expect(await at.counted()).toEqual({ northwind: 3 })
  })

  it('of other values than "only" names are left out, also several values and columns', async () => {
    const own = map('only: {Wave: [1, 2], Lang: EN}\nfinished: {column: Done}\n')
    const rows = ['1,en,x,1', '2,EN,x,2', '3,EN,x,3', '1,DE,x,4', '1,EN,,5']
      .map((row) => `${row},northwind,4,Yes,Costs\n`)
      .join('')
    const at = withTable(`Wave,Lang,Done,Id,Company,${questions}\n${rows}`, own)
    const { code, err } = await at.imported()
    expect({ code, err }).toEqual({
      code: 0,
      err: [
        'survey.csv:4 left out: the map takes other rows only (Wave: "3")',
        'survey.csv:5 left out: the map takes other rows only (Lang: "DE")',
        'survey.csv:6 left out: the row is not finished (Done: "")',
        '2 imported, 0 refused, 3 left out',
      ],
    })
    expect(await at.counted()).toEqual({ northwind: 2 })
  })

  it('without an answer are left out, whoever they are of', async () => {
    const at = withTable(
      `Company,Id,${questions}\nnorthwind,1,,,\n,2,,,\nnobody at all,,,,\ncontoso,4,4,,\n`,
      map(),
    )
    expect(await at.imported()).toEqual({
      code: 0,
      err: [
        'survey.csv:2 left out: the row has no answer',
        'survey.csv:3 left out: the row has no answer',
        'survey.csv:4 left out: the row has no answer',
        '1 imported, 0 refused, 3 left out',
      ],
      answers: { 'contoso-4': { 'trust.news': 4 } },
    })
  })

  it('are refused by a map that names a column for "only" that is not there', async () => {
    const { code, err } = await withTable(
      `Company,Id,${questions}\n`,
      map('only: {Stat: x}\n'),
    ).imported()
    expect({ code, err: err.slice(1) }).toEqual({
      code: 2,
      err: [expect.stringMatching(/^ {2}The header has no column "Stat" for only;/)],
    })
  })
})
