import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatIdentity,
  formatIdentityPath,
  getOriginalId,
  listOrdinals,
  toIdentitySteps,
} from '../../src/checks/identity.ts'
import type { Path } from '../../src/model/finding.ts'
import { isMap } from '../../src/model/value.ts'

const text = fc.constantFrom('p1', 'p2', 'Drivers', ' ', '')
const row = fc.dictionary(
  fc.constantFrom('id', 'name', 'what', 'owner', 'level', 'who'),
  fc.oneof(
    text,
    fc.integer({ min: 0, max: 2 }),
    fc.constant(null),
    fc.array(text, { maxLength: 3 }),
  ),
)
const aPlan = fc.dictionary(
  fc.constantFrom('risks', 'commitments', 'exit'),
  fc.oneof(fc.array(fc.oneof(row, text), { maxLength: 4 }), row),
)

/** Every place in a value. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  const entries = Array.isArray(value)
    ? [...value.entries()]
    : isMap(value)
      ? Object.entries(value)
      : []
  return [path, ...entries.flatMap(([key, part]) => pathsIn(part, [...path, key]))]
}

/** The same with every list, at any depth, in another order. */
function shuffled(value: unknown, draw: () => number): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item): [number, unknown] => [draw(), shuffled(item, draw)])
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item)
  }
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, part]) => [key, shuffled(part, draw)])
  return Object.fromEntries(entries)
}

/** What tells findings of one check apart, one at every place of a plan. */
function identitiesIn(plan: unknown): readonly string[] {
  const found = pathsIn(plan).map((path) => ({
    id: 'roles.owner',
    steps: toIdentitySteps(plan, path),
  }))
  const ordinals = listOrdinals(found)
  return found.map((one, index) =>
    formatIdentity({ ...one, file: 'plan.yaml', ordinal: ordinals[index] ?? 0 }),
  )
}

describe('The identity of findings', () => {
  it('is the same in any order of the lists', () => {
    fc.assert(
      fc.property(aPlan, fc.infiniteStream(fc.double({ noNaN: true })), (plan, numbers) => {
        const other = shuffled(plan, () => numbers.next().value ?? 0)
        expect([...identitiesIn(other)].sort()).toEqual([...identitiesIn(plan)].sort())
      }),
    )
  })

  it('is different for all findings of a file', () => {
    fc.assert(
      fc.property(aPlan, (plan) => {
        const identities = identitiesIn(plan)
        expect(new Set(identities).size).toBe(identities.length)
      }),
    )
  })

  it('is another for another check, file or place', () => {
    const one = { id: 'a.b', file: 'plan.yaml', steps: ['risks'], ordinal: 0 }
    const all = [
      one,
      { ...one, id: 'a.c' },
      { ...one, file: 'other.yaml' },
      { ...one, steps: ['exit'] },
      { ...one, steps: toIdentitySteps({ risks: [{ id: 'r1' }] }, ['risks', 0]) },
      { ...one, steps: toIdentitySteps({ risks: [{ id: 'r2' }] }, ['risks', 0]) },
      { ...one, steps: toIdentitySteps({ risks: [{ name: 'r1' }] }, ['risks', 0]) },
      { ...one, steps: toIdentitySteps({ risks: ['r1'] }, ['risks', 0]) },
      { ...one, steps: toIdentitySteps({ risks: [{ owner: 'r1' }] }, ['risks', 0]) },
      { ...one, ordinal: 1 },
    ]
    expect(new Set(all.map(formatIdentity)).size).toBe(all.length)
  })

  it('keeps the first id of a check', () => {
    expect([getOriginalId('a.now'), getOriginalId('a.now', ['a.first', 'a.then'])]).toEqual([
      'a.now',
      'a.first',
    ])
  })
})

describe('A path by name', () => {
  const plan = {
    risks: [{ risk: 'Strike' }, { id: 'r1', risk: 'Flood', owner: 'p9' }],
    roles: [{ responsible: ['p1', 'p9'] }],
    escalation: [{ level: 2, who: [] }],
  }

  it.each([
    ['the id of an item', ['risks', 1, 'owner'], 'risks[r1].owner'],
    ['what an item is called', ['risks', 0], 'risks[Strike]'],
    ['a number', ['escalation', 0, 'days'], 'escalation[2].days'],
    ['the text that an item is', ['roles', 0, 'responsible', 1], 'roles[…].responsible[p9]'],
    ['the index of an item that is not there', ['risks', 7], 'risks[7]'],
    ['nothing but its key where nothing is written', ['exit', 'triggers'], 'exit.triggers'],
    ['a dot for the whole', [], '.'],
  ] as const)('says %s', (_name, path, text) => {
    expect(formatIdentityPath(toIdentitySteps(plan, path))).toBe(text)
  })

  it('takes no key from a prototype for a name', () => {
    expect(
      formatIdentityPath(
        toIdentitySteps({ constructor: [Object.create({ id: 'x' })] }, ['constructor', 0]),
      ),
    ).toBe('constructor[…]')
  })
})
