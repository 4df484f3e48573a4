import { describe, expect, it } from 'vitest'
import { markUnread, moreKeys, type RefusedPlace, unread } from '../../src/model/unread.ts'
import { ask, fails, holds } from './ask.ts'

const plan = {
  name: unread,
  law: 'Ours',
  purpose: { need: 'Room', why: unread },
  scope: Object.assign({ included: ['Trucks'] }, { [moreKeys]: true }),
  risks: [{ id: 'r1', owner: 'p1' }, { id: 'r2', owner: unread }, unread],
  people: [{ id: 'p1' }, { id: unread }],
  partners: [{ id: 'northwind', brings: ['Trucks', unread] }],
}

function unreadAt(...paths: readonly (readonly (string | number)[])[]) {
  return { ...fails, unread: paths }
}

describe('An expression over what is unread', () => {
  it.each([
    'has(plan.name)',
    '!has(plan.name)',
    'plan.name == "A"',
    'plan.name != "A"',
    'plan.name.size() > 0',
    'placeholder(plan.name)',
    'has(plan.name) ? true : false',
    'has(plan.nothing) || plan.name == "A"',
    'has(plan.law) && plan.name == "A"',
    'plan.nothing == 1 && plan.name == "A"',
    'plan.name == "A" || plan.nothing == 1',
    '!(plan.nothing == 1 && plan.name == "A")',
  ])('is neither true nor false: %s', (source) => {
    expect(ask(source, plan)).toEqual(unreadAt(['name']))
  })

  it.each([
    'has(plan.law) || plan.name == "A"',
    'plan.name == "A" || has(plan.law)',
    '!(has(plan.nothing) && plan.name == "A")',
    'has(plan.purpose)',
    'has(plan.purpose.need)',
    'has(plan.scope.included)',
    'plan.risks.exists(risk, risk.owner == "p1")',
    '!plan.risks.all(risk, risk.id == "r2")',
    '"Trucks" in plan.partners[0].brings',
    '"included" in plan.scope',
    'person("p1")',
    'plan.risks[0].owner == "p1"',
    'plan.people[0] != plan.people[1] || true',
  ])('is decided by what was read: %s', (source) => {
    expect(ask(source, plan)).toEqual(holds)
  })

  it.each([
    ['has(plan.purpose.why)', ['purpose', 'why']],
    ['has(plan.scope.excluded)', ['scope']],
    ['plan.scope.excluded == "A"', ['scope']],
    ['plan.scope.size() > 0', ['scope']],
    ['"excluded" in plan.scope', ['scope']],
    ['plan.scope.all(key, key == "included")', ['scope']],
    ['plan.risks.size() > 0', ['risks', 2]],
    ['plan.risks.exists(risk, risk.id == "r3")', ['risks', 2]],
    ['plan.risks.all(risk, has(risk.id))', ['risks', 2]],
    ['plan.risks.filter(risk, risk.id == "r1").size() > 0', ['risks', 2]],
    ['plan.risks.map(risk, risk.id).size() > 0', ['risks', 2]],
    ['plan.risks.exists_one(risk, risk.id == "r1")', ['risks', 2]],
    ['plan.risks[3].id == "r4"', ['risks', 2]],
    ['"Docks" in plan.partners[0].brings', ['partners', 0, 'brings', 1]],
    ['placeholder(plan.partners[0].brings)', ['partners', 0, 'brings', 1]],
    ['plan.partners[0].brings == ["Trucks", "Docks"]', ['partners', 0, 'brings', 1]],
    ['plan.partners[0].brings.join(", ") == "A"', ['partners', 0, 'brings', 1]],
    ['person("p3")', ['people', 1, 'id']],
  ])('says where: %s', (source, path) => {
    expect(ask(source, plan)).toEqual(unreadAt(path))
  })

  it('names all places that would have decided it', () => {
    const source = 'plan.risks.all(risk, has(risk.owner)) && has(plan.name)'
    expect(ask(source, plan)).toEqual(unreadAt(['risks', 1, 'owner'], ['risks', 2], ['name']))
  })

  it('knows every partner where no id of one is unread', () => {
    expect(ask('partner("nobody")', plan)).toEqual(fails)
    expect(ask('plan.partners[0].brings == ["Docks", "Trucks"]', plan)).toEqual(fails)
  })
})

describe('markUnread', () => {
  const mark = (value: unknown, ...places: readonly RefusedPlace[]) => markUnread(value, places)

  it('replaces a value, and a key that is not there', () => {
    const value = { date: 'soon', people: [{ name: 'A' }] }
    expect(
      mark(value, { path: ['date'], as: 'value' }, { path: ['people', 0, 'id'], as: 'value' }),
    ).toEqual({ date: unread, people: [{ name: 'A', id: unread }] })
    expect(value).toEqual({ date: 'soon', people: [{ name: 'A' }] })
  })

  it('takes away a key that nobody knows, and one that is no id', () => {
    const value = { law: 'Ours', shares: { 'North Wind': 1, contoso: 2 } }
    const marked = mark(
      value,
      { path: ['law'], as: 'unknown-key' },
      { path: ['shares', 'North Wind'], as: 'key' },
    )
    expect(marked).toEqual({ shares: { contoso: 2, [moreKeys]: true } })
  })

  it('takes what is written twice for more than what was read of it', () => {
    const value = { name: 'A', risks: [{ id: 'r1' }], exit: { owner: 'p1' }, term: {}, roles: [] }
    const twice = Object.keys(value).map((key) => ({ path: [key], as: 'repeated' }) as const)
    expect(mark(value, ...twice, { path: ['date'], as: 'repeated' })).toEqual({
      name: unread,
      risks: [{ id: 'r1' }, unread],
      exit: { owner: 'p1', [moreKeys]: true },
      term: unread,
      roles: unread,
      date: unread,
    })
  })

  it('hides all of a value of which a part was refused that is not there', () => {
    expect(mark({ exit: 'soon' }, { path: ['exit', 'owner'], as: 'value' })).toEqual({
      exit: unread,
    })
  })
})
