import { describe, expect, it } from 'vitest'
import { compileAssertion } from '../../src/expression/assertion.ts'
import { createPlanMeter } from '../../src/expression/language/evaluation-context.ts'
import { listVisits, type PlanFacts } from '../../src/expression/plan-facts.ts'
import { factsOf, fails, problemsOf, sayOutcome } from './ask.ts'

/** More than the second that is promised, so that a busy machine does not fail the test. */
const patienceMs = 5_000

describe('An expression that is too large', () => {
  const many = (part: string, count: number) => part.repeat(count)

  it.each([
    ['20,000 alternatives', `true${many('||true', 20_000)}`],
    ['320 alternatives', `true${many('||true', 320)}`],
    ['5,000 negations', `${many('!', 5_000)}true`],
    ['1,900 negations', `${many('!', 1_900)}true`],
    ['900 brackets', `${many('(', 900)}true${many(')', 900)}`],
    ['900 lists', `${many('[', 900)}1${many(']', 900)}`],
    ['600 fields', `plan${many('.a', 600)}`],
    ['300 calls', `${many('size(', 300)}plan${many(')', 300)} > 1`],
    ['900 items', `[${many('1,', 900)}1] == []`],
    ['40 arguments', `size(${many('1,', 40)}1) > 1`],
  ])('is refused: %s', (_, source) => {
    expect(problemsOf(source)).toHaveLength(1)
  })

  it('says how large it may be', () => {
    expect(problemsOf(`true${many('||true', 20_000)}`).map(({ message }) => message)).toEqual([
      'The expression is too long; at most 2000 characters',
    ])
    expect(problemsOf(`${many('!', 1_900)}true`).map(({ message }) => message)).toEqual([
      'The expression has too many parts; at most 500',
    ])
    expect(problemsOf(`${many('(', 900)}true`).map(({ message }) => message)).toEqual([
      'The expression is nested too deep; at most 40 levels',
    ])
    expect(problemsOf('plan.l.all(x, x.all(y, y.all(z, z)))')).toEqual([
      {
        message: 'all(), exists(), filter() and map() can be nested at most 2 deep',
        start: 25,
        end: 28,
        fix: null,
        at: 'all',
      },
    ])
  })
})

describe('An expression that takes too much work', () => {
  const numbers = Array.from({ length: 600_000 }, (_, index) => index)
  const big = 'ab'.repeat(2_000_000)
  const large = factsOf({
    big,
    other: `${big.slice(0, -1)}x`,
    numbers,
    more: numbers.slice(0, -1),
    texts: Array.from({ length: 200_000 }, () => 'some text'),
    rows: Array.from({ length: 30_000 }, (_, id) => ({ id, owner: `p${id}` })),
    same: Array.from({ length: 30_000 }, (_, id) => ({ id, owner: `p${id}` })),
  })
  const tooMuch = { ...fails, fault: 'This takes too much work on a file of this size' }

  /** The same plan, with nothing done on it yet. */
  const fresh = (): PlanFacts => ({ ...large, meter: createPlanMeter() })

  const run = (source: string, given: PlanFacts = fresh()) => {
    const compiled = compileAssertion(source, { item: false })
    if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
    const before = performance.now()
    const outcome = sayOutcome(compiled.assertion(given))
    return { outcome, ms: performance.now() - before }
  }
  const doublings = (count: number) => '.map(x, x + x)'.repeat(count)

  it.each([
    ['nested loops', 'plan.numbers.all(x, plan.numbers.all(y, x + y >= 0))'],
    ['nested searches', 'plan.numbers.all(x, x in plan.numbers)'],
    ['doubling of text', `["ab"]${doublings(35)}.exists(x, x == "")`],
    ['doubling of a list', `[[1]]${doublings(35)}.exists(x, x == [])`],
    ['a large text in a loop', 'plan.texts.all(x, !plan.big.contains("abc"))'],
    ['its size in a loop', 'plan.texts.all(x, size(plan.big) > 1)'],
    ['its case in a loop', 'plan.texts.all(x, plan.big.upperAscii() != x)'],
    ['comparing it in a loop', 'plan.texts.all(x, plan.big != plan.other)'],
    ['ordering it in a loop', 'plan.texts.all(x, plan.big < plan.other)'],
    ['its parts in a loop', 'plan.texts.all(x, size(plan.big.split("")) > 1)'],
    ['joining it', 'size(plan.texts.map(x, plan.big).join("")) > 1'],
    ['adding it up', 'plan.texts.all(x, plan.big + plan.big != x)'],
    ['adding lists in a loop', 'plan.texts.all(x, size(plan.numbers + plan.numbers) > 1)'],
    ['comparing lists in a loop', 'plan.texts.all(x, plan.rows == plan.same)'],
    ['placeholders in a loop', 'plan.texts.all(x, !placeholder(plan.big))'],
    ['failures in a loop', 'plan.numbers.all(x, plan.numbers.exists(y, y.gone.gone))'],
  ])('is stopped: %s', (_, source) => {
    const { outcome, ms } = run(source)
    expect(outcome).toEqual(tooMuch)
    expect(ms).toBeLessThan(patienceMs)
  })

  it('cannot be hidden behind an alternative', () => {
    expect(run('plan.numbers.all(x, x in plan.numbers) || true').outcome).toEqual(tooMuch)
  })

  it('leaves the less for others the more there were', () => {
    const given = fresh()
    const greedy = 'plan.numbers.all(x, x in plan.numbers)'
    const modest = 'size(plan.rows) > 1'
    expect(run(modest, given).outcome.holds).toBe(true)
    for (let times = 0; times < 4; times++) run(greedy, given)
    expect(run(modest, given).outcome).toEqual(tooMuch)
  })

  it('is not what a large plan takes', () => {
    const { outcome, ms } = run('plan.rows.all(row, has(row.owner) && !placeholder(row.owner))')
    expect(outcome.holds).toBe(true)
    expect(ms).toBeLessThan(patienceMs)
  })

  it('is stopped over all visits together', () => {
    const compiled = compileAssertion('plan.rows.exists(row, row.owner == item.owner + "x")', {
      item: true,
    })
    if ('problems' in compiled) throw new Error('It compiles')
    const given = fresh()
    const before = performance.now()
    const outcomes = listVisits(given, ['rows']).map((visit) =>
      sayOutcome(compiled.assertion(given, visit)),
    )
    expect(outcomes.at(0)).toEqual(fails)
    expect(outcomes.at(-1)).toEqual(tooMuch)
    expect(performance.now() - before).toBeLessThan(patienceMs)
  })
})
