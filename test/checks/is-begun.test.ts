import { describe, expect, it } from 'vitest'
import { isBegun } from '../../src/checks/is-begun.ts'

/** What a starter holds, with its examples in place. */
const examples = {
  accordant: 'plan/1',
  name: 'plan',
  version: '1',
  date: '2000-01-01',
  stage: 'closing',
  legalStatus: 'binding',
  partners: [
    { id: 'partner-a', name: 'The full name', sponsor: 'p1', brings: ['Trucks', 'Depots'] },
    { id: 'partner-b', name: 'The full name', investment: { amount: 400_000, period: 2001 } },
  ],
  people: [{ id: 'p1', name: 'A. Visser', partner: 'partner-a' }],
  purpose: { need: 'Every third truck drives back empty', vision: 'None by 2000-08-09' },
  risks: [
    { id: 'r1', risk: 'Forecasts come late', likelihood: 4, owner: 'p1' },
    { id: 'r2', risk: 'A cooler fails', likelihood: 3 },
  ],
  benefits: [{ what: 'Savings', shares: { 'partner-a': 55, 'partner-b': 45 } }],
}

const frame = {
  accordant: 'plan/1',
  name: 'Cold chain',
  version: '1',
  date: '2026-11-23',
  stage: 'agreed',
  partners: [
    { id: 'north', name: 'Northwind Traders' },
    { id: 'south', name: 'Contoso Foods' },
  ],
}

describe('a plan is not begun', () => {
  it.each<[string, object]>([
    ['with a name, a stage and partners of its own', frame],
    ['with three partners', { ...frame, partners: [...frame.partners, { id: 'east' }] }],
    ['with every example, on another day', { ...examples, date: '2026-11-23' }],
    [
      'with examples that count from another day',
      { ...frame, purpose: { vision: 'None by 2027-07-01' } },
    ],
    [
      'with years that count from another day',
      { ...frame, partners: [{ id: 'north', investment: { amount: 400_000, period: 2027 } }] },
    ],
    ['with a part of an example', { ...frame, risks: [{ risk: 'A cooler fails' }] }],
    [
      'with an example on other lines',
      { ...frame, purpose: { need: 'Every third truck\ndrives back empty\n' } },
    ],
    [
      'with examples that name its own ids',
      {
        ...frame,
        people: [{ id: 'ann', partner: 'north' }],
        risks: [{ id: 'x', risk: 'A cooler fails', owner: 'ann' }],
      },
    ],
    [
      'with an example by its own ids',
      { ...frame, benefits: [{ what: 'Savings', shares: { north: 55, south: 45 } }] },
    ],
    [
      'with blanks',
      { ...frame, purpose: { need: '', vision: '  ', why: null }, risks: [], exit: {} },
    ],
    [
      'with placeholders',
      { ...frame, purpose: { why: '[insert why]' }, risks: [{ risk: 'TBD', owner: '???' }] },
    ],
  ])('%s', (_, plan) => {
    expect(isBegun(plan, examples)).toBe(false)
  })
})

describe('a plan is begun', () => {
  it.each<[string, object]>([
    [
      'with a text of its own',
      { ...frame, purpose: { need: 'Every second truck drives back empty' } },
    ],
    [
      'with a figure of its own in an example',
      { ...frame, risks: [{ risk: 'Forecasts come late', likelihood: 3 }] },
    ],
    [
      'with a share of its own',
      { ...frame, benefits: [{ what: 'Savings', shares: { north: 60, south: 40 } }] },
    ],
    ['with one item more', { ...examples, risks: [...examples.risks, { risk: 'Rain' }] }],
    ['with a person of its own', { ...frame, people: [{ id: 'p1', name: 'Sara Lind' }] }],
    ['with a list that has no example', { ...frame, lessons: [{ text: 'Ring first' }] }],
    ['with an id that nothing introduces', { ...frame, exit: { owner: 'p9' } }],
    ['with a choice of its own', { ...frame, legalStatus: 'non-binding' }],
    [
      'with a key that no plan has',
      { ...frame, purpos: { need: 'Every third truck drives back empty' } },
    ],
    ['with a note', { ...frame, notes: 'Ask Ann' }],
    ['with a key of the examples’ own prototype', { ...frame, constructor: 'Built by us' }],
    ['without a name', { ...frame, name: undefined }],
    [
      'with hardly more than a stage, as nobody left it so who began with a starter',
      { accordant: 'plan/1', name: 'Cold chain', stage: 'agreed' },
    ],
    ['that is no map', []],
  ])('%s', (_, plan) => {
    expect(isBegun(plan, examples)).toBe(true)
  })
})
