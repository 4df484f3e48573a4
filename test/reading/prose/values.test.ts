import { describe, expect, it } from 'vitest'
import { told, understood } from './read.ts'

describe('A date', () => {
  const due = (text: string) => understood(`## Milestones\n- Open; due: ${text}\n`)

  it.each([
    ['2027-03-01', '2027-03-01'],
    ['2027-3-1', '2027-03-01'],
    ['2027/03/01', '2027-03-01'],
    ['1 March 2027', '2027-03-01'],
    ['1. March 2027', '2027-03-01'],
    ['1st of March 2027', '2027-03-01'],
    ['March 1, 2027', '2027-03-01'],
    ['Mar 1st 2027', '2027-03-01'],
    ['Monday, 1 March 2027', '2027-03-01'],
    ['the 2nd of Sept 2027', '2027-09-02'],
    ['31/12/2027', '2027-12-31'],
    ['12/31/2027', '2027-12-31'],
    ['31.12.2027', '2027-12-31'],
    ['5/5/2027', '2027-05-05'],
    ['29 February 2028', '2028-02-29'],
  ])('may be written %s', (text, day) => {
    expect(due(text)).toEqual({ milestones: [{ name: 'Open', due: day }] })
  })

  it.each([
    ['1/12/2027', '"1/12/2027" can mean two days; it is left out'],
    [
      'March 2027',
      'Expected a whole date with day, month and year, found "March 2027"; it is left out',
    ],
    ['1 March', 'Expected a whole date with day, month and year, found "1 March"; it is left out'],
    ['30 February 2027', 'Expected a date, found "30 February 2027"; it is left out'],
    ['2027-13-01', 'Expected a date, found "2027-13-01"; it is left out'],
    ['soon', 'Expected a date, found "soon"; it is left out'],
  ])('is left out where it is no one day: %s', (text, message) => {
    expect(due(text)).toEqual({ milestones: [{ name: 'Open' }] })
    expect(told(`## Milestones\n- Open; due: ${text}\n`)).toEqual([`5:14 warning ${message}`])
  })
})

describe('How often', () => {
  it.each([
    ['daily', 'P1D'],
    ['weekly', 'P1W'],
    ['every week', 'P1W'],
    ['Once a week', 'P1W'],
    ['each week', 'P1W'],
    ['every two weeks', 'P2W'],
    ['every 2 weeks', 'P2W'],
    ['every other week', 'P2W'],
    ['fortnightly', 'P2W'],
    ['monthly', 'P1M'],
    ['per month', 'P1M'],
    ['quarterly', 'P3M'],
    ['every quarter', 'P3M'],
    ['every three months', 'P3M'],
    ['twice a year', 'P6M'],
    ['half-yearly', 'P6M'],
    ['annually', 'P1Y'],
    ['P10D', 'P10D'],
  ])('may be written %s', (text, every) => {
    expect(understood(`## Reviews\n- How often: ${text}\n`)).toEqual({ reviews: { every } })
  })

  it('is left out where it is not said', () => {
    expect(told('## Reviews\n- How often: now and then\n')).toEqual([
      '5:14 warning Expected a frequency, found "now and then"; it is left out',
    ])
  })
})

describe('A number', () => {
  const target = (text: string) => understood(`## Objectives\n- Grow; target: ${text}\n`)

  it.each([
    ['90', 90],
    ['-2.5', -2.5],
    ['1,200', 1200],
    ['1 200', 1200],
    ['1,200.50', 1200.5],
    ['2,5', 2.5],
    ['55 %', 55],
    ['0', 0],
    ['two thirds', 'two thirds'],
    ['20 lorries', '20 lorries'],
    ['400.000', '400.000'],
  ])('may be a figure: %s', (text, figure) => {
    expect(target(text)).toEqual({ objectives: [{ goal: 'Grow', target: figure }] })
  })

  it.each([
    ['400,000 EUR (2027)', { amount: 400_000, currency: 'EUR', period: 2027 }],
    ['€ 1.50', { amount: 1.5, currency: 'EUR' }],
    ['GBP 20', { amount: 20, currency: 'GBP' }],
  ])('may be money: %s', (text, investment) => {
    expect(understood(`## Partners\n### Acme\n- Investment: ${text}\n`)).toEqual({
      partners: [{ id: 'acme', name: 'Acme', investment }],
    })
  })

  it.each([
    ['10', 10],
    ['10 days', 10],
    ['ten working days', 10],
    ['2 weeks', 14],
    ['48 hours', 2],
    ['three months', 90],
    ['1 year', 365],
  ])('may be days: %s', (text, noticeDays) => {
    expect(understood(`## Exit\n- Notice: ${text}\n`)).toEqual({ exit: { noticeDays } })
  })

  it.each(['36 hours', 'some days', '5 to 10 days'])(
    'is left out where it is no number of days: %s',
    (text) => {
      expect(told(`## Exit\n- Notice: ${text}\n`)).toEqual([
        `5:11 warning Expected a number of days, found "${text}"; it is left out`,
      ])
    },
  )

  it.each([
    ['4', '5', 4, 5],
    ['4/5', '3 out of 5', 4, 3],
    ['likely', 'severe', 4, 5],
    ['Rare', 'Minor', 1, 2],
    ['2 (low)', 'very high', 2, 5],
  ])('may be how likely and how bad: %s, %s', (likely, bad, likelihood, impact) => {
    expect(understood(`## Risks\n- Frost; likelihood: ${likely}; impact: ${bad}\n`)).toEqual({
      risks: [{ risk: 'Frost', likelihood, impact }],
    })
  })
})

describe('A word', () => {
  it.each([
    ['unanimous', 'consensus'],
    ['By majority', 'majority'],
    ['alone', 'single'],
  ])('may have other words: %s', (text, rule) => {
    expect(understood(`## Decisions\n- Prices; how: ${text}\n`)).toEqual({
      decisions: [{ topic: 'Prices', rule }],
    })
  })

  it('is left out if it is unknown, with the likely one suggested', () => {
    expect(told('## Decisions\n- Prices; rule: concensus\n')).toEqual([
      '5:17 warning The unknown value "concensus" is left out; did you mean "consensus"?',
    ])
  })

  it.each(['-', '–', 'n/a', 'N.A.', ''])('that says nothing is no value: "%s"', (text) => {
    const table = `## Risks\n| Risk | Owner | Likelihood |\n|-|-|-|\n| Frost | ${text} | ${text} |\n`
    expect(understood(table)).toEqual({ risks: [{ risk: 'Frost' }] })
    expect(told(table)).toEqual([])
  })
})

describe('A name', () => {
  const people = '## People\n- A. Visser (p1)\n- José Ñuñez\n- Li Chen\n- Li Wang\n\n'
  const owner = (text: string) => understood(`${people}## Change\n- Owner: ${text}\n`)

  it.each([
    ['p1', 'p1'],
    ['A. Visser', 'p1'],
    ['a.  visser', 'p1'],
    ['Visser', 'p1'],
    ['A. Visser (Northwind)', 'p1'],
    ['José Ñuñez', 'jose-nunez'],
    ['jose-nunez', 'jose-nunez'],
    ['**Chen**', 'li-chen'],
    ['Somebody Else', 'somebody-else'],
  ])('leads to an id: %s', (text, id) => {
    expect(owner(text)).toMatchObject({ change: { owner: id } })
  })

  it('that could mean several people becomes a new id', () => {
    expect(owner('Li')).toMatchObject({ change: { owner: 'li' } })
  })

  it('that several people share is left out', () => {
    expect(told('## People\n- Li (p1)\n- Li (p2)\n\n## Change\n- Owner: Li\n')).toEqual([
      '9:10 warning "Li" is the name of more than one; it is left out',
    ])
  })

  it('that cannot become an id is left out', () => {
    expect(told('## Change\n- Owner: 李\n')).toEqual([
      `5:10 warning "李" is not a name or an id in this plan; it is left out`,
    ])
  })

  it('may be read before the people are', () => {
    expect(understood(`## Change\n- Owner: A. Visser\n\n${people}`)).toMatchObject({
      change: { owner: 'p1' },
    })
  })

  it('is one of several between commas, semicolons, slashes or "and"', () => {
    expect(
      understood(`${people}## Teams\n- T; members: Visser, Chen / Wang and José Ñuñez\n`),
    ).toMatchObject({
      teams: [{ members: ['p1', 'li-chen', 'li-wang', 'jose-nunez'] }],
    })
  })

  it('is left out with a warning if there are two but one person is expected', () => {
    expect(told(`${people}## Change\n- Owner: Visser and Chen\n`)).toEqual([
      '11:10 warning Expected one person, found 2: "Visser and Chen"; they are left out',
    ])
  })

  it('may be that of a governing body', () => {
    expect(
      understood(
        '## Governance\n- Steering group; chair: p1\n## Decisions\n- Prices; who: the steering group\n',
      ),
    ).toMatchObject({
      decisions: [{ decider: 'steering-group' }],
    })
  })

  it('gets an id that nobody else has', () => {
    expect(understood('## People\n- Li\n- LI\n- 李\n')).toEqual({
      people: [
        { id: 'li', name: 'Li' },
        { id: 'li-2', name: 'LI' },
        { id: 'person-3', name: '李' },
      ],
    })
  })
})

describe('A table', () => {
  it('of roles may have people as columns', () => {
    const table = `## RACI

| Activity | Visser | Chen | Li Wang |
| --- | :-: | :-: | :-: |
| Routes | A/R | C | I |
| Prices | R, A | A | |

## People
- A. Visser (p1)
- Li Chen (p2)
- Li Wang (p3)
`
    expect(understood(table)).toMatchObject({
      roles: [
        {
          activity: 'Routes',
          accountable: 'p1',
          responsible: ['p1'],
          consulted: ['p2'],
          informed: ['p3'],
        },
        { activity: 'Prices', accountable: ['p1', 'p2'], responsible: ['p1'] },
      ],
    })
    expect(told(table)).toEqual([])
  })

  it('of benefits may have partners as columns', () => {
    const table =
      '## Benefits\n| What | Acme | Beta Foods (%) |\n|-|-:|-:|\n| Savings | 55 % | 45 |\n'
    expect(understood(table)).toEqual({
      benefits: [{ what: 'Savings', shares: { acme: 55, 'beta-foods': 45 } }],
    })
    expect(told(table)).toEqual([])
  })

  it('says which column it does not know', () => {
    expect(told('## Risks\n| Risk | Weather |\n|-|-|\n| Frost | cold |\n')).toEqual([
      '5:10 warning Unknown column "Weather" under "Risks"; it is not read',
    ])
  })

  it('may have notes, numbers of rows, empty rows and columns, and escaped bars', () => {
    const table =
      '## Risks\n| # | Risk | Remarks | |\n|-|-|-|-|\n| 1 | Frost \\| ice | cold | |\n| | | | |\n'
    expect(understood(table)).toEqual({ risks: [{ id: '1', risk: 'Frost | ice', notes: 'cold' }] })
    expect(told(table)).toEqual([])
  })
})
