import { describe, expect, it } from 'vitest'
import { told, understood, unread } from '../markdown/read.ts'

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
    ['1/12/2027', '"1/12/2027" can mean two days; accordant did not read it'],
    [
      'March 2027',
      'Expected a whole date with day, month and year, found "March 2027"; accordant did not read it',
    ],
    [
      '1 March',
      'Expected a whole date with day, month and year, found "1 March"; accordant did not read it',
    ],
    ['30 February 2027', 'Expected a date, found "30 February 2027"; accordant did not read it'],
    ['2027-13-01', 'Expected a date, found "2027-13-01"; accordant did not read it'],
    ['soon', 'Expected a date, found "soon"; accordant did not read it'],
  ])('is not read where it is no one day, and what is beside it is: %s', (text, message) => {
    const body = `## Term\n- End: ${text}\n- Start: 2026-10-01\n`
    expect(understood(body)).toEqual({ term: { start: '2026-10-01' } })
    expect(told(body)).toEqual([`5:8 info ${message}`])
    expect(unread(body)).toEqual([`5 End: ${text}`])
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

  it('is not read where it is not said', () => {
    expect(told('## Reviews\n- How often: now and then\n')).toEqual([
      '5:14 info Expected a frequency, found "now and then"; accordant did not read it',
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
    'is not read where it is no number of days: %s',
    (text) => {
      expect(told(`## Exit\n- Notice: ${text}\n`)).toEqual([
        `5:11 info Expected a number of days, found "${text}"; accordant did not read it`,
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
    ['one person', 'single'],
  ])('may have other words: %s', (text, rule) => {
    expect(understood(`## Decisions\n- Prices; how: ${text}\n`)).toEqual({
      decisions: [{ topic: 'Prices', rule }],
    })
  })

  it('is not read if it is unknown, with the likely one suggested', () => {
    expect(told('## Decisions\n- Prices; rule: concensus; days: 5\n')).toEqual([
      '5:17 info accordant did not read "concensus"; did you mean "consensus"?',
    ])
  })

  it.each(['-', '–', 'n/a', 'N.A.', 'None', '/', ''])(
    'that says nothing is no value: "%s"',
    (text) => {
      const table = `## Risks\n| Risk | Owner | Likelihood | Impact |\n|-|-|-|-|\n| Frost | ${text} | ${text} | 3 |\n`
      expect(understood(table)).toEqual({ risks: [{ risk: 'Frost', impact: 3 }] })
      expect(told(table)).toEqual([])
      expect(unread(table)).toEqual([])
    },
  )

  it('is the text of a value only if it says something', () => {
    const body = '## Need\nWhat do we need?\n## Vision\nWe want:\n## Why\nn/a\n'
    expect(understood(body)).toEqual({})
    expect(unread(body)).toEqual(['5 What do we need?', '7 We want:'])
  })
})

describe('Shares', () => {
  const partners = '## Partners\n- Acme\n- Beta Foods\n\n'

  it.each([
    'Acme 55 %, Beta Foods 45 %',
    'Acme: 55; Beta Foods: 45',
    'acme = 55 / Beta 45',
    '55 % Acme, 45 % beta-foods',
  ])('may be written %s', (text) => {
    const table = `## Benefits\n| What | Shares |\n|-|-|\n| Savings | ${text} |\n`
    expect(understood(`${partners}${table}`)).toMatchObject({
      benefits: [{ what: 'Savings', shares: { acme: 55, 'beta-foods': 45 } }],
    })
  })

  it.each(['50/50', 'all alike', 'Acme 55 %, the rest is open', 'as we agree'])(
    'are all read, or none: %s',
    (text) => {
      const table = `## Benefits\n| What | Shares |\n|-|-|\n| Savings | ${text} |\n`
      expect(understood(`${partners}${table}`)).not.toHaveProperty('benefits')
    },
  )
})

describe('A number in a sentence', () => {
  it.each([
    'Notice given under clause 12 must be in writing.',
    'The 3 shops have to be told.',
    'It is 30 days for one of us and longer for the other.',
    '30 or 60 days',
  ])('is no number of days: %s', (text) => {
    expect(understood(`## Notice period\n${text}\n`)).toEqual({})
    expect(unread(`## Notice period\n${text}\n`)).toEqual([`5 ${text}`])
  })

  it('is one where little is beside it, which is left for the topics', () => {
    const body = '## Notice period\nNot less than 30 days before the end of a quarter\n'
    expect(understood(body)).toEqual({ exit: { noticeDays: 30 } })
    expect(unread(body)).toEqual(['5 Not less than 30 days before the end of a quarter'])
  })
})

describe('What only looks like a value', () => {
  it('is a sentence under "law" that names no law and no place', () => {
    expect(understood('Law: None of this is meant for lawyers.\n')).toEqual({})
    expect(understood('Law: the laws of Kenya\n')).toEqual({ law: 'the laws of Kenya' })
    expect(understood('Law: it is read as they read in Oslo\n')).toEqual({
      law: 'it is read as they read in Oslo',
    })
  })

  it('is an item that nobody ticked, beside others that are', () => {
    const items = '- [x] Laptops\n- [ ] Tablets\n'
    expect(understood(`## Scope\n\n### In scope\n${items}`)).toEqual({
      scope: { included: ['Laptops'] },
    })
  })

  it('is a worry with what is done about it', () => {
    const title = '## What worries us\n'
    expect(understood(`${title}- Frost: the mill buys elsewhere\n- Heat: we wait\n`)).toEqual({})
    expect(understood(`${title}- Frost in May\n`)).toEqual({
      purpose: { concerns: ['Frost in May'] },
    })
  })

  it('is the title of a form', () => {
    expect(understood('# PROJECT CHARTER (form PMO-2, revision 6)\n\nText.\n')).toEqual({})
  })
})
