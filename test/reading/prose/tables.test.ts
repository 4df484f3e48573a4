import { describe, expect, it } from 'vitest'
import { told, understood, unread } from '../markdown/read.ts'

const people = '## People\n- A. Visser (p1)\n- Li Chen (p2)\n- Li Wang (p3)\n'
const raci = '| Activity | A. Visser | Li Chen | Li Wang |\n| --- | :-: | :-: | :-: |\n'

function rolesOf(body: string): unknown {
  return (understood(`${body}\n${people}`) as { readonly roles?: unknown }).roles
}

describe('A table of roles', () => {
  it('may have people as columns and the letters of RACI in the cells', () => {
    const table = `## RACI\n\n${raci}| Routes | A/R | C | I |\n| Prices | R, A | A | |\n| Hours | ar | r | - |\n`
    expect(rolesOf(table)).toEqual([
      {
        activity: 'Routes',
        accountable: 'p1',
        responsible: ['p1'],
        consulted: ['p2'],
        informed: ['p3'],
      },
      { activity: 'Prices', accountable: ['p1', 'p2'], responsible: ['p1'] },
      { activity: 'Hours', accountable: 'p1', responsible: ['p1', 'p2'] },
    ])
    expect(told(table)).toEqual([])
  })

  it('is known by its letters without a title, or under another', () => {
    const row = '| Routes | A | R | C |\n'
    const roles = [
      { activity: 'Routes', accountable: 'p1', responsible: ['p2'], consulted: ['p3'] },
    ]
    expect(rolesOf(`# Delivery\n\n${raci}${row}`)).toEqual(roles)
    expect(rolesOf(`## Who does it\n\n${raci}${row}`)).toEqual(roles)
    expect(rolesOf(`${raci}${row}`)).toEqual(roles)
  })

  it('has titles and sums among its rows that are no activities', () => {
    const rows = '| **Transport** | | | |\n| Routes | A | R | |\n| Total | 1 | 1 | 0 |\n'
    expect(rolesOf(`## RACI\n\n${raci}${rows}`)).toEqual([
      { activity: 'Routes', accountable: 'p1', responsible: ['p2'] },
    ])
    expect(unread(`## RACI\n\n${raci}${rows}`)).toContain('8 Activity: Transport')
  })

  it('is known by its letters, whatever its first column is called', () => {
    const table =
      '| Phase | A. Visser | Li Chen |\n|-|-|-|\n| Design | A | R |\n| **Later** | | |\n| Launch | I | A/R |\n'
    expect(rolesOf(table)).toEqual([
      { activity: 'Design', accountable: 'p1', responsible: ['p2'] },
      { activity: 'Launch', accountable: 'p2', responsible: ['p2'], informed: ['p1'] },
    ])
  })

  it('has one role in the head of a column, unless it names several that are known', () => {
    const table = '| Task | Sales & Service | A. Visser & Li Chen |\n|-|-|-|\n| Routes | A | R |\n'
    expect(rolesOf(`## RACI\n\n${table}`)).toEqual([
      { activity: 'Routes', responsible: ['p1', 'p2'] },
    ])
  })

  it('may have partners and roles as columns', () => {
    const table =
      '## RACI\n\n| Task | Contoso Foods | Project manager |\n|-|-|-|\n| Routes | A | R |\n'
    expect(understood(`## Partners\n- Contoso Foods (contoso)\n${table}`)).toMatchObject({
      roles: [{ activity: 'Routes', accountable: 'contoso', responsible: ['project-manager'] }],
    })
  })

  it.each([
    ['letters in one column only', '| Task | Funding | Cost |\n|-|-|-|\n| Routes | A | much |\n'],
    ['no column of activities', '| Risk | Li Chen | Li Wang |\n|-|-|-|\n| Frost | A | R |\n'],
    ['other letters', '| Task | Li Chen | Li Wang |\n|-|-|-|\n| Routes | A | X |\n'],
  ])('is none with %s', (_, table) => {
    expect(rolesOf(table)).toBeUndefined()
  })

  it('is read by its columns, too', () => {
    const table =
      '## Roles\n\n| Activity | Accountable | Responsible | C | I |\n|-|-|-|-|-|\n| Routes | A. Visser | Li Chen; Li Wang | | A. Visser, Li Chen |\n'
    expect(rolesOf(table)).toEqual([
      {
        activity: 'Routes',
        accountable: 'p1',
        responsible: ['p2', 'p3'],
        informed: ['p1', 'p2'],
      },
    ])
  })
})

describe('A table of entries', () => {
  it.each([
    ['in any order', '| Owner | Likelihood | Risk |\n|-|-|-|\n| Li Chen | 3 | Frost |\n'],
    [
      'with names that say it all',
      '| Risk | Risk owner | Risk likelihood (1-5) |\n|-|-|-|\n| Frost | Li Chen | 3 |\n',
    ],
    ['with marks', '| **Risk** | *Owner* | Likelihood: |\n|-|-|-|\n| Frost | **Li Chen** | 3 |\n'],
    [
      'with one that nobody knows',
      '| Risk | Owner | Likelihood | Weather |\n|-|-|-|-|\n| Frost | Li Chen | 3 | |\n',
    ],
    [
      'with one that has no name',
      '| | Risk | Owner | Likelihood |\n|-|-|-|-|\n| | Frost | Li Chen | 3 |\n',
    ],
    [
      'with a sum below',
      '| Risk | Owner | Likelihood |\n|-|-|-|\n| Frost | Li Chen | 3 |\n| Total | | 3 |\n',
    ],
    [
      'with a row of a title',
      '| Risk | Owner | Likelihood |\n|-|-|-|\n| Outside | | |\n| Frost | Li Chen | 3 |\n',
    ],
    [
      'with empty rows',
      '| Risk | Owner | Likelihood |\n|-|-|-|\n| | | |\n| Frost | Li Chen | 3 |\n| - | n/a | – |\n',
    ],
    [
      'with the same column twice',
      '| Risk | Owner | Likelihood | Owner |\n|-|-|-|-|\n| Frost | Li Chen | 3 | Li Wang |\n',
    ],
  ])('may have its columns %s', (_, table) => {
    expect(understood(`## Risks\n\n${table}`)).toEqual({
      risks: [{ risk: 'Frost', likelihood: 3, owner: 'li-chen' }],
    })
    expect(told(`## Risks\n\n${table}`)).toEqual([])
  })

  it('may have notes, numbers of rows, and escaped bars', () => {
    const table = '## Risks\n| # | Risk | Remarks | |\n|-|-|-|-|\n| 1 | Frost \\| ice | cold | |\n'
    expect(understood(table)).toEqual({ risks: [{ risk: 'Frost | ice', notes: 'cold' }] })
  })

  it('has no ids of a column that only counts its rows', () => {
    const write = (first: string, second: string) =>
      `## Risks\n| No. | Risk | Remarks |\n|-|-|-|\n| ${first} | Frost | cold |\n| ${second} | Heat | warm |\n`
    const risks = [
      { risk: 'Frost', notes: 'cold' },
      { risk: 'Heat', notes: 'warm' },
    ]
    expect(understood(write('1', '2'))).toEqual({ risks })
    expect(understood(write('1.', '2.'))).toEqual({ risks })
    const [first, second] = risks
    expect(understood(write('R1', 'R2'))).toEqual({
      risks: [
        { id: 'r1', ...first },
        { id: 'r2', ...second },
      ],
    })
  })

  it.each([
    ['whose columns nobody knows', '| Weather | Colour |\n|-|-|\n| Frost | white |\n'],
    ['without a column of titles', '| Owner | Likelihood |\n|-|-|\n| Li Chen | 3 |\n'],
    ['with one known column of two', '| Risk | Weather |\n|-|-|\n| Frost | cold |\n'],
    ['with more cells than columns', '| Weather | Colour |\n|-|-|\n| Frost | white | more |\n'],
  ])('%s is not read, and every cell is left with the name of its column', (_, table) => {
    expect(understood(`## Risks\n\n${table}`)).toEqual({})
    const left = unread(`## Risks\n\n${table}`)
    expect(left.length).toBeGreaterThanOrEqual(2)
    expect(left.filter((text) => text.includes(': ')).length).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['of its own', '| Risk | Likelihood |\n|-|-|\n| Frost | 3 |\n'],
    ['that is known', '## Weather\n\n| Risk | Likelihood |\n|-|-|\n| Frost | 3 |\n'],
  ])('without a title %s is not read', (_, table) => {
    expect(understood(table)).toEqual({})
    expect(unread(table)).toEqual([
      expect.stringContaining('Risk: Frost'),
      expect.stringContaining('Likelihood: 3'),
    ])
  })

  it('may stand in a map, for one of its lists', () => {
    const table =
      '## Communication\n\n| Channel | Used for |\n|-|-|\n| Board | Daily work |\n\n| Meeting | How often |\n|-|-|\n| Call | weekly |\n'
    expect(understood(table)).toEqual({
      communication: {
        channels: [{ name: 'Board', for: 'Daily work' }],
        meetings: [{ name: 'Call', every: 'P1W' }],
      },
    })
  })

  it('takes no key from its first cells where it has three columns or more', () => {
    const table = '| Area | Lead | Backup |\n|-|-|-|\n| Funding | A | R |\n| Scope | x | y |\n'
    expect(understood(`# Plan\n\n${table}`)).toEqual({})
  })
})

describe('A whole document in one table', () => {
  it('has a title in each row', () => {
    const table =
      '| Field | Text |\n|-|-|\n| Partnership | Cold chain |\n| Need | Lorries are empty |\n| In scope | Fish; Milk |\n| Parties | Northwind and Contoso |\n| Notice period | 30 days |\n| Colour | blue |\n'
    expect(understood(table)).toMatchObject({
      purpose: { need: 'Lorries are empty' },
      scope: { included: ['Fish', 'Milk'] },
      exit: { noticeDays: 30 },
    })
    expect(unread(table)).toContain('11 blue')
  })

  it('may have lists and keys in its cells', () => {
    const table =
      '| Need | Lorries are empty |\n|-|-|\n| Values | Kind<br>Fair |\n| Term | Start: 2026-10-01<br>End: 2029-09-30 |\n'
    expect(understood(table)).toEqual({
      purpose: { need: 'Lorries are empty', values: ['Kind', 'Fair'] },
      term: { start: '2026-10-01', end: '2029-09-30' },
    })
  })
})
