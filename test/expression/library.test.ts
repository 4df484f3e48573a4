import { Environment } from '@marcbachmann/cel-js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'

const plan = {
  one: 1.5,
  two: 2,
  name: 'cold chain',
  yes: true,
  no: false,
  list: [0.5, 1.5, 2],
  texts: ['a', 'chain'],
  people: [{ id: 'p1', age: 3 }, { id: 'p2' }],
  inner: { yes: true, name: 'a' },
}

const { expression } = fc.letrec<{ expression: string; number: string; text: string }>((tie) => {
  const number = tie('number')
  const text = tie('text')
  const truth = tie('expression')
  const join = (...parts: readonly (string | fc.Arbitrary<string>)[]) =>
    fc
      .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
      .map((texts) => texts.join(''))
  const compare = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
  return {
    number: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('plan.one', 'plan.two', '0.5', '2.0', 'plan.list[1]', 'plan.gone'),
      join('(', number, fc.constantFrom(' + ', ' - ', ' * ', ' / '), number, ')'),
      join('(', truth, ' ? ', number, ' : ', number, ')'),
    ),
    text: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('plan.name', '"a"', '"chain"', 'plan.inner.name', 'plan.gone', 'plan.one'),
      join('(', text, ' + ', text, ')'),
      join(text, '.trim()'),
    ),
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        'plan.yes',
        'plan.no',
        'true',
        'false',
        'plan.gone',
        'plan.name',
        'has(plan.inner.yes)',
        'has(plan.gone)',
        'has(plan.inner.gone)',
      ),
      join('(', truth, fc.constantFrom(' && ', ' || '), truth, ')'),
      join('!', truth),
      join('(', truth, ' ? ', truth, ' : ', truth, ')'),
      join('(', number, ' ', compare, ' ', number, ')'),
      join('(', text, ' ', compare, ' ', text, ')'),
      join('(', text, ' in plan.texts)'),
      join(text, fc.constantFrom('.contains', '.startsWith', '.endsWith'), '(', text, ')'),
      join(
        fc.constantFrom('plan.list', 'plan.gone', '[1.5, 2.5]'),
        fc.constantFrom('.all', '.exists', '.exists_one'),
        '(x, ',
        fc.oneof(join('x > ', number), join('x == ', number), truth),
        ')',
      ),
      join('plan.people.', fc.constantFrom('all', 'exists'), '(x, x.age > ', number, ')'),
      join('plan.people.filter(x, has(x.age)).map(x, x.age).exists(x, x == ', number, ')'),
    ),
  }
})

describe('The language', () => {
  it('agrees with the CEL library where both can run an expression', () => {
    const library = new Environment({ unlistedVariablesAreDyn: true })
    const run = (source: string) => {
      try {
        return { value: library.evaluate(source, { plan }) as unknown, error: false }
      } catch {
        return { value: null, error: true }
      }
    }
    fc.assert(
      fc.property(expression, (source) => {
        fc.pre(source.length < 1_500)
        const theirs = run(source)
        // Kinds that only we tell apart when an expression is loaded are left out.
        let ours: ReturnType<typeof ask>
        try {
          ours = ask(source, plan)
        } catch {
          return
        }
        expect({ source, holds: ours.holds }).toEqual({ source, holds: theirs.value === true })
        const failed = ours.missing !== null || ours.fault !== null
        expect({ source, failed }).toEqual({
          source,
          failed: theirs.error || typeof theirs.value !== 'boolean',
        })
      }),
      { numRuns: 3_000 },
    )
  })
})
