import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileAssertion } from '../../src/expression/assertion.ts'
import { anyType } from '../../src/expression/language/type.ts'
import { listVisits } from '../../src/expression/plan-facts.ts'
import { buildTypeFromShape } from '../../src/expression/plan-type.ts'
import { say } from '../../src/words/say-message.ts'
import { sayWithin } from '../support/say-within.ts'
import { ask, factsOf, fails, holds, problemsOf } from './ask.ts'

const plan = {
  stage: 'agreed',
  due: '2026-12-01',
  risks: [{ id: 'r1', owner: 'p1' }, { id: 'r2' }],
  exit: { noticeDays: 90, owner: null, transition: '  ', triggers: [] },
  information: { ip: { background: '' } },
  purpose: { vision: 'TBD' },
}

describe('An assertion about what is there', () => {
  it.each([
    'plan.stage != "exploring"',
    'plan.risks.exists(risk, person(risk.owner))',
    'plan.exit.noticeDays + 1 == 91',
    'plan.exit.noticeDays / 60 == 1.5',
    'size(plan.risks) >= 2',
    'date(plan.due) - today <= days(8)',
    'placeholder(plan.purpose.vision)',
    'partner("northwind") && !partner("elsewhere")',
    'plan["stage"] == "agreed"',
    'plan.risks[0].id == "r1"',
  ])('is true: %s', (source) => {
    expect(ask(source, plan)).toEqual(holds)
  })

  it('fails without more to say where it is simply not so', () => {
    expect(ask('plan.stage == "exploring"', plan)).toEqual(fails)
  })
})

describe('What is missing', () => {
  it.each([
    ['plan.scope.included == ["a"]', ['scope', 'included']],
    ['size(plan.milestones) > 0', ['milestones']],
    ['!plan.draft', ['draft']],
    ['plan.risks.all(risk, person(risk.owner))', ['risks', 1, 'owner']],
    ['plan.risks[7].owner == "p1"', ['risks', 7, 'owner']],
    ['date(plan.term.end) > today', ['term', 'end']],
    ['!placeholder(plan.exit.transition)', ['exit', 'transition']],
    ['plan.constructor == 1', ['constructor']],
    ['plan.exit.__proto__ == 1', ['exit', '__proto__']],
  ])('makes it fail, and is named: %s', (source, missing) => {
    expect(ask(source, plan)).toEqual({ ...fails, missing })
  })

  it('is what null, blank text, and empty lists and maps are', () => {
    const empty = ['exit.owner', 'exit.transition', 'exit.triggers', 'information']
    expect(empty.map((field) => ask(`has(plan.${field})`, plan))).toEqual(empty.map(() => fails))
  })

  it('can be asked for at any depth', () => {
    expect(ask('has(plan.a.b.c)', plan)).toEqual(fails)
    expect(ask('!has(plan.a.b.c)', plan)).toEqual(holds)
    expect(ask('has(plan.risks[9].owner)', plan)).toEqual(fails)
  })

  it('does not matter where the other side decides', () => {
    expect(ask('plan.gone || true', plan)).toEqual(holds)
    expect(ask('plan.gone && false', plan)).toEqual(fails)
    expect(ask('plan.risks.exists(risk, risk.owner == "p1")', plan)).toEqual(holds)
  })

  it('is not what a wrong value is', () => {
    expect(ask('date(plan.due) > today', { due: '2026-02-30' })).toEqual({
      ...fails,
      fault: '"2026-02-30" is not in the calendar',
    })
    expect(ask('plan.stage', plan)).toEqual({
      ...fails,
      fault: 'Expected true or false, found text',
    })
  })
})

describe('A check that visits a list', () => {
  it('knows each item, its number and the place of what it lacks', () => {
    const facts = factsOf({ commitments: [{ owner: 'p1' }, {}, { what: 'Drivers' }] })
    const compiled = compileAssertion('index >= 0 && person(item.owner)', { item: true })
    if ('problems' in compiled) throw new Error('It compiles')
    const visits = listVisits(facts, ['commitments'])
    expect(visits.map((visit) => compiled.assertion(facts, visit))).toEqual([
      holds,
      { ...fails, missing: ['commitments', 2, 'owner'] },
    ])
  })

  it('needs "for": without it, "item" is unknown', () => {
    expect(problemsOf('item.owner == "p1"')).toEqual([
      {
        message: 'Unknown name "item"; expected one of "plan", "today"',
        start: 0,
        end: 4,
        fix: 'Add "for" to say which list of the plan the check looks at',
        at: 'item',
      },
    ])
  })
})

describe('A mistake', () => {
  it.each([
    ['plann.stage == "x"', 'plann', 'Unknown name "plann"; did you mean "plan"?', null],
    [
      'plan.stage == "é😀" && (plan.name) . matches("a")',
      'matches',
      '"matches" is not available',
      'Use contains(), startsWith() or endsWith()',
    ],
    [
      'matches(plan.name, "a")',
      'matches',
      '"matches" is not available',
      'Use contains(), startsWith() or endsWith()',
    ],
    ['sise(plan.risks) > 1', 'sise', 'Unknown function "sise"; did you mean "size"?', null],
    ['plan.risks.exist(x, x)', 'exist', 'Unknown function "exist"; did you mean "exists"?', null],
    [
      'plan.name.toLowerCase() == ""',
      'toLowerCase',
      '"toLowerCase" is not available',
      'Use lowerAscii()',
    ],
    ['cel.bind(x, 1, x == 1)', 'bind', 'Unknown function "bind"', null],
    [
      'timestamp("2026-02-30T00:00:00Z") < today',
      'timestamp',
      '"timestamp" is not available',
      'Use date("2026-01-31")',
    ],
    ['plan.x < duration("1h")', 'duration', '"duration" is not available', 'Use days(30)'],
    ['today < date("2026-02-30")', '"2026-02-30"', '"2026-02-30" is not in the calendar', null],
    [
      'today < "2026-02-03"',
      'today < "2026-02-03"',
      'Cannot compare a date with text',
      'Write date("2026-01-31")',
    ],
    [
      'today - date("2026-01-01") < 30',
      'today - date("2026-01-01") < 30',
      'Cannot compare a number of days with a number',
      'Write days(30)',
    ],
    ['size(plan.risks)', 'size(plan.risks)', 'Expected true or false, found a number', null],
    ['plan.a && 1', '1', 'Expected true or false, found a number', null],
    [
      'plan.a ? "x" : 1',
      'plan.a ? "x" : 1',
      'Both sides of ":" must be of one kind, found text and a number',
      null,
    ],
    ['size(3) > 1', '3', 'size() needs text, a list or a map, found a number', null],
    ['size() > 1', 'size', 'size() takes 1 value, found 0', null],
    ['plan.x.contains() ', 'contains', 'contains() takes 1 value, found 0', null],
    [
      'contains(plan.x, "a")',
      'contains',
      '"contains" is written after the value that it looks at',
      'Write ….contains(…)',
    ],
    [
      'plan.x.placeholder()',
      'placeholder',
      '"placeholder" is not written after a point',
      'Write placeholder(…)',
    ],
    [
      '[1].x == 1',
      'x',
      'A list has no field "x"',
      'Ask each item with all(x, x.…) or exists(x, x.…), or one with [0]',
    ],
    ['"abc".x == 1', 'x', 'Only a map has fields, this is text', null],
    ['"abc"[0] == "a"', '"abc"[0]', 'Only a list or a map has parts in brackets, found text', null],
    [
      '3 in ["a"]',
      '3 in ["a"]',
      'Cannot look for a number in a list',
      'Write a number without quotes',
    ],
    ['[1].all(x, x)', 'x', 'all() needs true or false, found a number', null],
    ['plan.l.all(plan, true)', 'plan', '"plan" already has a meaning; use another name', null],
    ['"a".all(x, true)', '"a"', 'all() needs a list, found text', null],
    [
      'plan.l.all(x)',
      'all',
      'all() needs a name for the item, then what to ask of it',
      'Write it like all(x, has(x.owner))',
    ],
    [
      'plan.l.all(1, true)',
      '1',
      'Expected a name for the item first',
      'Write it like all(x, x > 1)',
    ],
    [
      'has(plan)',
      'has',
      'has() needs the name of a field',
      'Write it like has(plan.name), or "trust.bad-news" in answers',
    ],
    ['1u == 1', '1u', 'Bytes and unsigned numbers are not available', null],
    ['{1: 2} == {}', '1', 'Expected text, found a number', null],
    ['-"a" == 1', '"a"', 'Expected a number, found text', null],
    [
      '9999999999999999999 == 1',
      '9999999999999999999',
      'The number 9999999999999999999 is too large',
      null,
    ],
    ['plan.a and plan.b', 'and', 'Unexpected "and"', 'For "and" write &&'],
    ['plan.a = 1', '=', 'Unexpected "="', 'To compare write =='],
    ['(plan.a', '', 'The expression ends too early; expected ")"', null],
    ['plan.a &&', '', 'The expression ends too early', null],
    ['plan. == 1', '==', 'Unexpected "=="; expected a name', null],
    ['true 😀', '😀', 'Unexpected "😀"', null],
    ['plan.a == “b”', '“', 'Unexpected "“"', 'Use straight quotes'],
    ['plan.a == "b', '"b', 'The text is not closed', 'Put a quote at its end'],
    ['"a\nb" == plan.a', '\n', 'The text is not closed on its line', 'Put a quote at its end'],
    ['"\\q" == plan.a', '\\q', '"\\q" has no meaning inside text; for a backslash write two', null],
    ['for == 1', 'for', '"for" is a reserved word', null],
    ['plan.?a == 1', '?', 'Unexpected "?"; expected a name', null],
    ['1e == 1', ' ', 'A number is not complete', null],
    ['', '', 'The expression is empty', null],
    ['  ', '  ', 'The expression is empty', null],
  ])('is named with its place: %s', (source, at, message, fix) => {
    const [first] = problemsOf(source)
    expect(first).toEqual({
      message,
      fix,
      at,
      start: first?.start,
      end: (first?.start ?? 0) + at.length,
    })
  })

  it('comes with all the others, in order', () => {
    expect(problemsOf('foo == 1 && plan.x.matches("a") && size()').map(({ at }) => at)).toEqual([
      'foo',
      'matches',
      'size',
    ])
  })

  it('in a section of the plan is found where the sections are known', () => {
    const types = {
      plan: buildTypeFromShape({
        type: 'object',
        properties: { risks: { type: 'array' }, roles: { type: 'array' } },
      }),
      item: anyType,
    }
    expect(sayWithin(compileAssertion('has(plan.riks)', { item: false, types }))).toEqual({
      problems: [
        { message: 'Unknown field "riks"; did you mean "risks"?', start: 9, end: 13, fix: null },
      ],
    })
    expect(compileAssertion('has(plan.risks)', { item: false, types })).toHaveProperty('assertion')
  })

  it('says where in the plan a name belongs if it is written without its section, or without "plan"', () => {
    const types = {
      plan: buildTypeFromShape({
        type: 'object',
        properties: {
          risks: { type: 'array' },
          communication: { type: 'object', properties: { channels: { type: 'array' } } },
        },
      }),
      item: anyType,
    }
    const fixOf = (source: string) => {
      const compiled = compileAssertion(source, { item: false, types })
      return 'problems' in compiled ? compiled.problems.map(({ fix }) => sayWithin(fix)) : []
    }
    expect(fixOf('size(plan.channels) > 0')).toEqual([
      'Write communication.channels: the field is under "communication"',
    ])
    expect(fixOf('size(risks) > 0')).toEqual(['Write plan.risks'])
  })
})

describe('What is used', () => {
  it('says whether the result depends on the day', () => {
    const usesToday = (source: string) => {
      const compiled = compileAssertion(source, { item: false })
      return 'problems' in compiled ? null : compiled.usesToday
    }
    expect(usesToday('date(plan.due) > today')).toBe(true)
    expect(usesToday('has(plan.due)')).toBe(false)
  })
})

describe('Whatever is written', () => {
  const words = fc.constantFrom(
    ...[
      'plan',
      '.',
      'risks',
      '(',
      ')',
      '[',
      ']',
      '"a"',
      '0',
      '1.5',
      '&&',
      '||',
      '!',
      '==',
      '<',
      'in',
    ],
    ...[
      'all',
      'x',
      ',',
      'has',
      'size',
      '?',
      ':',
      '{',
      '}',
      'today',
      '-',
      '+',
      '%',
      '😀',
      '\n',
      '\\',
      "'",
    ],
    ...['item', 'index', 'date', 'map', 'filter', '//', 'r"', 'null', '.all(x, ', 'plan.risks'],
  )
  const source = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
  )
  const facts = factsOf(plan)

  it('compiles, or has problems inside its text', () => {
    fc.assert(
      fc.property(source, (written) => {
        const compiled = compileAssertion(written, { item: true })
        if ('assertion' in compiled) {
          expect(typeof compiled.assertion(facts, listVisits(facts, ['risks'])[0]).holds).toBe(
            'boolean',
          )
          return
        }
        expect(compiled.problems.length).toBeGreaterThan(0)
        for (const { start, end, message } of compiled.problems) {
          expect(say(message)).not.toBe('')
          expect(0 <= start && start <= end && end <= written.length).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it('runs on any data', () => {
    const sources = [
      'plan.a.all(x, x.b > 1 && date(x.c) < today)',
      'plan.a + plan.b == plan.c',
      'plan.a in plan.b || plan.a == plan.b',
      'placeholder(plan.a) || person(plan.b)',
      'plan.a.map(x, x.a + 1).filter(y, y in plan.b).size() > plan.c',
      'plan.a[plan.b].c.contains(plan.a)',
      'has(plan.a.b.c) ? plan.a : plan.b',
      'string(plan.a) < plan.b.trim().split(plan.c).join("")',
      'date(plan.a) - date(plan.b) > days(plan.c)',
      '-plan.a % plan.b <= int(plan.c) / plan.a',
    ]
    const assertions = sources.map((written) => {
      const compiled = compileAssertion(written, { item: false })
      if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
      return compiled.assertion
    })
    const keys = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString')
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(null, true, '', ' ', 'a', '2026-01-01', '2026-02-30', 'TBD'),
        fc.double(),
        fc.integer(),
        fc.string(),
        fc.array(tie('data'), { maxLength: 4 }),
        fc.dictionary(keys, tie('data'), { maxKeys: 4 }),
      ),
    }))
    fc.assert(
      fc.property(fc.oneof(data, fc.dictionary(keys, data)), (value) => {
        for (const assertion of assertions) {
          const { holds: outcome, missing, fault } = assertion(factsOf(value))
          expect(typeof outcome).toBe('boolean')
          expect(outcome && (missing !== null || fault !== null)).toBe(false)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
