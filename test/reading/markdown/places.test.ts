import { describe, expect, it } from 'vitest'
import type { Finding, Path } from '../../../src/model/finding.ts'
import { readMarkdownPlan } from '../../../src/reading/markdown-plan.late.ts'
import { say } from '../../../src/words/say-message.ts'
import { readWhole } from './read.ts'

const text = `---
accordant: plan/1
stage: agreed
people: [{id: p1, name: A. Visser}]
---

# Cold 😀 chain

## Partners

### Northwind (northwind)

- **Brings:** lorries; two depots
- Sponsor: A. Visser

## Purpose

### Need

Every second lorry
comes back *empty*.

## Risks

| No. | Risk | Likelihood | Owner |
| --- | :-- | --- | --- |
| R1 | Frost \\| ice | 4 | |
| R2 | 日本 rain | 2 | A. Visser |

## Term

- Start: 1 October 2026 <!-- a day -->

<!-- accordant-waive contingencies.exit by=p1 until=2027-03-31 -- with the lawyers -->
## Scope

## Escalation

1. A. Visser; within 5 days

**Vision**

\tNo\twaste.

4. **Use of data.** For *us*
5. **Values.**
\t- Say it first

| Concerns | Cost<br>Time |
| --- | --- |
| Stop criteria | Loss |
`
const places: readonly (readonly [string, Path, 'key' | 'value', string])[] = [
  ['a value of the front matter', ['stage'], 'value', '3:8-3:14'],
  ['a value deep in the front matter', ['people', 0, 'name'], 'value', '4:25-4:34'],
  ['the name of the plan', ['name'], 'value', '7:3-7:16'],
  ['an entry under a heading', ['partners', 0], 'value', '11:5-11:26'],
  ['a name before its id', ['partners', 0, 'name'], 'value', '11:5-11:14'],
  ['an id in brackets', ['partners', 0, 'id'], 'value', '11:16-11:25'],
  ['a bold key', ['partners', 0, 'brings'], 'key', '13:5-13:11'],
  ['a list: its first item', ['partners', 0, 'brings'], 'value', '13:15-13:22'],
  ['a part of a line', ['partners', 0, 'brings', 1], 'value', '13:24-13:34'],
  ['a plain key', ['partners', 0, 'sponsor'], 'key', '14:3-14:10'],
  ['a name that became an id', ['partners', 0, 'sponsor'], 'value', '14:12-14:21'],
  ['a paragraph of two lines', ['purpose', 'need'], 'value', '20:1-21:20'],
  ['the key of a paragraph: its heading', ['purpose', 'need'], 'key', '18:5-18:9'],
  ['a cell', ['risks', 0, 'risk'], 'value', '27:8-27:20'],
  ['the key of a cell: the head of its column', ['risks', 0, 'risk'], 'key', '25:9-25:13'],
  ['a row: its first cell', ['risks', 0], 'value', '27:3-27:5'],
  ['an empty cell: its row', ['risks', 0, 'owner'], 'value', '27:3-27:5'],
  ['a cell behind wide characters', ['risks', 1, 'owner'], 'value', '28:22-28:31'],
  ['a value before a comment', ['term', 'start'], 'value', '32:10-32:24'],
  ['what is missing under a heading: the heading', ['term', 'end'], 'value', '30:4-30:8'],
  ['what is missing in an entry: the entry', ['partners', 0, 'manager'], 'value', '11:5-11:26'],
  ['a section without anything in it: the first key', ['scope'], 'value', '2:1-2:10'],
  ['people in an item', ['escalation', 0, 'who', 0], 'value', '39:4-39:13'],
  ['days in an item', ['escalation', 0, 'days'], 'value', '39:22-39:28'],
  ['a key in an item', ['escalation', 0, 'days'], 'key', '39:15-39:21'],
  ['the number of an item', ['escalation', 0, 'level'], 'value', '39:1-39:2'],
  ['a paragraph behind a tab', ['purpose', 'vision'], 'value', '43:2-43:11'],
  ['a bold title', ['purpose', 'vision'], 'key', '41:3-41:9'],
  ['the text of a clause', ['information', 'data'], 'value', '45:21-45:28'],
  ['the bold head of a clause', ['information', 'data'], 'key', '45:6-45:18'],
  ['an item behind a tab', ['purpose', 'values', 0], 'value', '47:4-47:16'],
  ['a cell with a title beside it', ['purpose', 'concerns', 0], 'value', '49:14-49:18'],
  ['a line of a cell', ['purpose', 'concerns', 1], 'value', '49:22-49:26'],
  ['a title in a cell', ['purpose', 'stop'], 'key', '51:3-51:16'],
  ['what is missing at the top: the first key', ['exit'], 'value', '2:1-2:10'],
]

describe.each([
  ['line feeds', text],
  ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
  ['carriage returns', text.replaceAll('\n', '\r')],
])('With %s, the place of', (_, written) => {
  const document = readWhole(written)

  it.each(places)('%s', (_, path, part, place) => {
    const { line, column, endLine, endColumn } = document.span(path, part)
    expect(`${line}:${column}-${endLine}:${endColumn}`).toBe(place)
  })
})

describe('In a plan in Markdown', () => {
  it('a mark of the order of bytes is no part of the first line', () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])
    expect(readWhole(bytes).span(['stage'], 'value')).toEqual(
      readWhole(text).span(['stage'], 'value'),
    )
  })

  it('a finding about a part of a text points to that part, if the text is read as it is written', () => {
    const finding: Finding = {
      ...{
        id: 'x',
        severity: 'info',
        message: { say: 'as-written' as const, text: 'm' },
        path: ['partners', 0, 'brings', 1],
        at: 'value',
      },
      ...{ fix: null, within: { start: 4, end: 10 } },
    }
    const { line, column, endColumn } = readWhole(text).place(finding)
    expect([line, column, endColumn]).toEqual([13, 28, 34])
  })

  it('comments are found with their places, as waivers need them', () => {
    const comments = readWhole(text).comments()
    expect(comments.map(({ line, column, text, alone }) => [line, column, text, alone])).toEqual([
      [32, 25, 'a day', false],
      [
        34,
        1,
        'accordant-waive contingencies.exit by=p1 until=2027-03-31 -- with the lawyers',
        true,
      ],
    ])
  })

  it('comments in front matter are found, comments in code are not', () => {
    const written = '---\naccordant: plan/1 # ours\n---\n```\n<!-- code -->\n```\n`<!-- code -->`\n'
    expect(
      readWhole(written)
        .comments()
        .map(({ text }) => text),
    ).toEqual(['ours'])
  })
})

describe('Front matter', () => {
  it('is read first, and the document adds to it', () => {
    const written =
      '---\naccordant: plan/1\nrisks: [{risk: Frost}]\nterm: {start: 2026-10-01}\n---\n## Risks\n- Rain\n## Term\n- End: 2029-09-30\n'
    expect(readWhole(written).value).toEqual({
      accordant: 'plan/1',
      risks: [{ risk: 'Frost' }, { risk: 'Rain' }],
      term: { start: '2026-10-01', end: '2029-09-30' },
    })
  })

  it('wins if the document says something else, which is left unread', () => {
    const document = readWhole(
      '---\naccordant: plan/1\nterm: {start: 2026-10-01}\n---\n## Term\n- Start: 2027-01-01\n',
    )
    expect(document.value).toMatchObject({ term: { start: '2026-10-01' } })
    expect(document.prose?.sections.at(-1)?.passages).toMatchObject([
      { line: 6, unread: 'Start: 2027-01-01' },
    ])
  })

  it('with an error keeps the document from being read, with the place of the error', () => {
    const document = readWhole('---\naccordant: plan/1\na: b: c\n---\n## Risks\n- Frost\n')
    expect([document.readable, document.value]).toEqual([false, undefined])
    expect(document.findings.map(({ line, column }) => [line, column])).toEqual([[3, 5]])
  })

  it('of another kind of file is an error', () => {
    const document = readWhole('---\naccordant: response/1\n---\n')
    expect(document.findings.map(({ message }) => say(message))).toEqual([
      'Only a plan can be in Markdown; expected "accordant: plan/1"',
    ])
  })

  it.each([
    [
      'without our key',
      '---\ntitle: x\nstage: agreed\n---\n# accordant: plan/1\n## Values\n- Kind\n',
    ],
    ['that never ends', '---\naccordant: plan/1\n# x\n\n## Values\n- Kind\n'],
    ['that begins late', '\n---\naccordant: plan/1\n---\n## Values\n- Kind\n'],
    ['that is a list', '---\n- accordant\n---\n## Values\n- Kind\n'],
    ['of nothing', '---\n---\n## Values\n- Kind\n'],
    ['that is no YAML', '---\na: b: c\n---\n## Values\n- Kind\n'],
    ['that is not there', '## Values\n- Kind\n'],
  ])('%s makes a plan only of a file that somebody named', (_, written) => {
    expect(readWhole(written).value).toMatchObject({
      accordant: 'plan/1',
      purpose: { values: ['Kind'] },
    })
    expect(readWhole(written).value).not.toHaveProperty('stage')
    const { value, prose } = readMarkdownPlan(new TextEncoder().encode(written), 'a.md', false)
    expect(value ?? {}).not.toHaveProperty('purpose')
    expect(prose).toBeNull()
  })

  it('of another program keeps its own keys there', () => {
    const written =
      '---\naccordant: plan/1\nlayout: page\nnav_order: 3\ntitle: Cold chain\nsatge: agreed\nx-own: 1\n---\n'
    expect(readWhole(written).value).toEqual({
      accordant: 'plan/1',
      name: 'Cold chain',
      satge: 'agreed',
      'x-own': 1,
    })
  })

  it('may end with dots', () => {
    expect(readWhole('---\naccordant: plan/1\n...\n# Cold chain\n').value).toEqual({
      accordant: 'plan/1',
      name: 'Cold chain',
    })
  })
})
