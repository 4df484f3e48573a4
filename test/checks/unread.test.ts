import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { checkReferences } from '../../src/checks/check-references.ts'
import { compileChecks } from '../../src/checks/compile-checks.ts'
import { type CheckOutcome, judgePlan } from '../../src/checks/judge-plan.ts'
import { decode, decodePartly } from '../../src/model/decode.ts'
import type { Path } from '../../src/model/finding.ts'
import type { RefusedPlace } from '../../src/model/unread.ts'
import { getValueAt, isMap } from '../../src/model/value.ts'
import { builtIn } from '../content/built-in.ts'

const root = join(import.meta.dirname, '..', '..')
const today = '2026-11-23'
const examples = ['northwind-contoso/plan.yaml', 'faulty/people-left.yaml', 'faulty/one-sided.yaml']
const plans: readonly unknown[] = examples.map((file) =>
  parse(readFileSync(join(root, 'examples', file), 'utf8')),
)

let checks: ReturnType<typeof compileChecks>['checks']

beforeAll(async () => {
  checks = compileChecks((await builtIn('partnership-readiness')).questionnaire).checks
})

/** Every value below the top, by its path. */
function listPaths(value: unknown, path: Path = []): readonly Path[] {
  const own = path.length === 0 || path[0] === 'accordant' ? [] : [path]
  if (Array.isArray(value)) {
    return [...own, ...value.flatMap((item, index) => listPaths(item, [...path, index]))]
  }
  if (!isMap(value)) return own
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, item]) => listPaths(item, [...path, key])),
  ]
}

/** A copy with another value at a path; undefined takes it away. */
function withValue(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  if (Array.isArray(value)) {
    const items = value.map((item, index) => (index === key ? withValue(item, rest, put) : item))
    return items.filter((item) => item !== undefined)
  }
  const copy = { ...Object(value), [key]: withValue(Object(value)[key], rest, put) }
  if (copy[key] === undefined) delete copy[key]
  return copy
}

interface Given {
  readonly plan: unknown
  /** What is refused. */
  readonly path: Path
}

/** A plan of ours of which parts are left out, and a place in it. */
const givenPlan: fc.Arbitrary<Given> = fc
  .record({
    plan: fc.constantFrom(...plans),
    gone: fc.array(fc.nat(), { maxLength: 12 }),
    stage: fc.constantFrom('exploring', 'forming', 'agreed', 'operating', 'closing'),
    at: fc.nat(),
  })
  .map(({ plan, gone, stage, at }) => {
    const less = gone.reduce<unknown>(
      (left, number) => {
        const paths = listPaths(left).filter((path) => path.at(-1) !== 'id')
        return withValue(left, paths[number % paths.length] ?? [], undefined)
      },
      withValue(plan, ['stage'], stage),
    )
    const paths = listPaths(less)
    return { plan: less, path: paths[at % paths.length] ?? ['stage'] }
  })
  .filter(({ plan }) => decode('plan', plan).value !== null)

/** Values that a person may have meant, of which some fit most places. */
const meantValues = [
  ...['2020-01-01', '2026-11-23', '2099-12-31', 'P1W', 'P2Y', 'TBD', 'A few words', 'p1', 'p3'],
  ...['northwind', 'contoso', 'nobody', 'o1', 'binding', 'non-binding', 'contract', 'memorandum'],
  ...[
    'internal',
    'exploring',
    'forming',
    'agreed',
    'operating',
    'closing',
    'open',
    'done',
    'joint',
  ],
  ...['leading', 'lagging', 'consensus', 'training', 0, 1, 2, 3, 5, 90, 100, [], ['p1'], ['TBD']],
  ...[
    ['One', 'Two'],
    {},
    { need: 'TBD' },
    [{ id: 'p1', name: 'A' }],
    [{ name: 'A', due: '2020-01-01' }],
  ],
]

function judge(plan: unknown, refused: readonly RefusedPlace[] = []) {
  const { value } = decodePartly('plan', plan, refused)
  if (value === null) throw new Error('Not a plan')
  const { outcomes } = judgePlan(checks, { plan: value, today })
  return { outcomes, references: checkReferences(value).map(toKey) }
}

function toKey({ id, path }: { readonly id: string; readonly path: Path }): string {
  return `${id} ${path.join('.')}`
}

function listKeys(outcomes: readonly CheckOutcome[]): readonly string[] {
  return outcomes.flatMap(({ findings }) => findings.map(toKey))
}

/** Plans in which a value is right again, one for each that its place takes. */
function listMeant(plan: unknown, path: Path): readonly unknown[] {
  return [getValueAt(plan, path), ...meantValues]
    .map((value) => withValue(plan, path, value))
    .filter((one) => decode('plan', one).value !== null)
}

/** What must be so of a plan of which some is unread, for every plan that it may be. */
function expectTrueOf(damaged: ReturnType<typeof judge>, meant: readonly unknown[]): void {
  const told = listKeys(damaged.outcomes)
  for (const plan of meant) {
    const right = judge(plan)
    const all = listKeys(right.outcomes)
    expect(told.filter((key) => !all.includes(key))).toEqual([])
    expect(damaged.references.filter((key) => !right.references.includes(key))).toEqual([])
    const byId = new Map(right.outcomes.map((outcome) => [outcome.check.id, outcome]))
    for (const { check, unread, visits, passed, findings } of damaged.outcomes) {
      if (unread.length > 0) continue
      const own = byId.get(check.id)
      expect({ id: check.id, visits, passed, findings: findings.map(toKey) }).toEqual({
        id: check.id,
        visits: own?.visits,
        passed: own?.passed,
        findings: own?.findings.map(toKey),
      })
    }
  }
}

describe('A plan in which a value is refused', () => {
  it('has the findings that it has whatever right value is meant, and no others', () => {
    fc.assert(
      fc.property(givenPlan, ({ plan, path }) => {
        const isOfFields = isMap(getValueAt(plan, path))
        const damaged = withValue(plan, path, isOfFields ? 'wrong' : { wrong: [true] })
        const { findings } = decode('plan', damaged)
        fc.pre(findings.some(({ severity }) => severity === 'error'))
        expectTrueOf(judge(damaged), listMeant(plan, path))
      }),
      { numRuns: 40 },
    )
  })
})

describe('A plan in which a key stands twice', () => {
  it('has the findings that it has whatever the second may add, and no others', () => {
    fc.assert(
      fc.property(givenPlan, ({ plan, path }) => {
        fc.pre(typeof path.at(-1) === 'string')
        const damaged = judge(plan, [{ path, as: 'repeated' }])
        const value = getValueAt(plan, path)
        const more: readonly unknown[] = Array.isArray(value)
          ? meantValues.flatMap((one) => (Array.isArray(one) ? [[...value, ...one]] : []))
          : isMap(value)
            ? [value, { need: 'TBD', ...value }, { owner: 'p1', ...value }, { id: 'zz', ...value }]
            : [value, ...meantValues]
        const meant = more
          .map((one) => withValue(plan, path, one))
          .filter((one) => decode('plan', one).value !== null)
        expectTrueOf(damaged, meant)
      }),
      { numRuns: 40 },
    )
  })
})

describe('A plan without an id that it needs', () => {
  it('has the findings that it has whatever the id, and no others', () => {
    fc.assert(
      fc.property(givenPlan, fc.nat(), ({ plan }, number) => {
        const ids = listPaths(plan).filter(([section, , key, ...more]) => {
          return (
            ['partners', 'people'].includes(String(section)) && key === 'id' && more.length === 0
          )
        })
        const path = ids[number % ids.length]
        fc.pre(path !== undefined)
        const damaged = judge(withValue(plan, path ?? [], undefined))
        expectTrueOf(damaged, listMeant(plan, path ?? []))
      }),
      { numRuns: 40 },
    )
  })
})
