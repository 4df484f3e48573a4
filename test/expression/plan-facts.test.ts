import { describe, expect, it } from 'vitest'
import { buildPlanFacts, listVisits } from '../../src/expression/plan-facts.ts'
import { factsOf } from './ask.ts'

describe('listVisits', () => {
  const facts = factsOf({
    risks: [{ id: 'r1' }, null, { id: 'r2' }],
    partners: [
      { id: 'a', objectives: ['Grow', ' ', 'Learn'] },
      { id: 'b' },
      { id: 'c', objectives: ['Save'] },
    ],
    change: { owner: 'p1' },
  })

  it('gives each item with its number and its place as written', () => {
    expect(listVisits(facts, ['risks'])).toEqual([
      { item: { id: 'r1' }, index: 0, path: ['risks', 0] },
      { item: { id: 'r2' }, index: 1, path: ['risks', 2] },
    ])
  })

  it('leads through lists', () => {
    expect(listVisits(facts, ['partners', 'objectives'])).toEqual([
      { item: 'Grow', index: 0, path: ['partners', 0, 'objectives', 0] },
      { item: 'Learn', index: 1, path: ['partners', 0, 'objectives', 2] },
      { item: 'Save', index: 0, path: ['partners', 2, 'objectives', 0] },
    ])
  })

  it('gives nothing where there is no list', () => {
    const nowhere = ['change', 'change.owner', 'gone.gone', '__proto__', 'partners.id', '']
    expect(nowhere.map((path) => listVisits(facts, path.split('.')))).toEqual(nowhere.map(() => []))
  })
})

describe('buildPlanFacts', () => {
  it('wants a real date', () => {
    const given = { plan: {}, people: new Set<string>(), partners: new Set<string>() }
    expect(() => buildPlanFacts({ ...given, today: '2026-02-30' })).toThrow(RangeError)
  })
})
