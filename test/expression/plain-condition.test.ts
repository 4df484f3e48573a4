import { describe, expect, it, vi } from 'vitest'
import { compilePlainCondition } from '../../src/expression/plain-condition.ts'
import type { ConditionScope, Fact } from '../../src/expression/types.ts'
import type { FactType } from '../../src/model/forms/form-type.ts'
import type { PlainCondition } from '../../src/model/questionnaire-file.ts'
import { sayWithin } from '../support/say-within.ts'

// Whatever loads the CEL library fails here: plain conditions must do without it.
vi.mock('@marcbachmann/cel-js', () => {
  throw new Error('The CEL library was loaded')
})

const scope: ConditionScope = {
  profile: new Map<string, FactType>([['stage', 'text']]),
  answers: new Map<string, FactType>([
    ['trust.history', 'number'],
    ['trust.met', 'boolean'],
    ['roles.who', 'texts'],
    ['roles.candidates', 'rows'],
  ]),
  later: new Set(['trust.this']),
  choices: new Map([
    ['stage', ['exploring', 'forming', 'agreed']],
    ['roles.who', ['us', 'them']],
  ]),
}

function judge(spec: PlainCondition, answer?: Fact): boolean {
  const compiled = compilePlainCondition(spec, scope)
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
  const given = new Map(answer === undefined ? [] : [[spec.question, answer]])
  const isProfile = spec.question === 'stage'
  return compiled.condition({
    profile: isProfile ? given : new Map(),
    answers: isProfile ? new Map() : given,
  })
}

describe('compilePlainCondition', () => {
  it('asks for a number of at least or at most so much', () => {
    const spec = { question: 'trust.history', least: 2, most: 3 }
    expect([1, 2, 3, 4].map((answer) => judge(spec, answer))).toEqual([false, true, true, false])
  })

  it('asks for one value, or one of several', () => {
    expect(judge({ question: 'stage', is: 'exploring' }, 'exploring')).toBe(true)
    expect(judge({ question: 'stage', is: 'exploring' }, 'forming')).toBe(false)
    expect(judge({ question: 'stage', is: ['exploring', 'forming'] }, 'forming')).toBe(true)
    expect(judge({ question: 'trust.history', is: 3 }, 3)).toBe(true)
  })

  it('takes yes and no as they are written', () => {
    expect(judge({ question: 'trust.met', is: 'yes' }, true)).toBe(true)
    expect(judge({ question: 'trust.met', is: 'no' }, true)).toBe(false)
    expect(judge({ question: 'trust.met', is: false }, false)).toBe(true)
  })

  it('is content with one of several choices', () => {
    expect(judge({ question: 'roles.who', is: 'us' }, ['us', 'them'])).toBe(true)
    expect(judge({ question: 'roles.who', is: 'us' }, ['them'])).toBe(false)
  })

  it('is false without an answer', () => {
    expect(judge({ question: 'trust.history', most: 3 })).toBe(false)
  })

  it('asks for any answer but these, or for none', () => {
    const spec = { question: 'stage', not: ['exploring', 'forming'] }
    expect(['exploring', 'forming', 'agreed'].map((answer) => judge(spec, answer))).toEqual([
      false,
      false,
      true,
    ])
    expect(judge(spec)).toBe(true)
    expect(judge({ question: 'trust.met', not: 'yes' }, true)).toBe(false)
    expect(judge({ question: 'trust.met', not: 'yes' }, false)).toBe(true)
    expect(judge({ question: 'roles.who', not: 'us' }, ['us', 'them'])).toBe(false)
    expect(judge({ question: 'roles.who', not: 'us' }, ['them'])).toBe(true)
  })

  it('asks for an answer where anything else is asked beside "not"', () => {
    const spec = { question: 'trust.history', least: 2, not: 4 }
    expect([1, 2, 4, 5].map((answer) => judge(spec, answer))).toEqual([false, true, false, true])
    expect(judge(spec)).toBe(false)
  })

  it('says which question it refers to', () => {
    expect(compilePlainCondition({ question: 'stage', is: 'agreed' }, scope)).toMatchObject({
      refersTo: ['stage'],
    })
  })

  it.each<[PlainCondition, keyof PlainCondition, string, string | null]>([
    [
      { question: 'trust.histry', least: 1 },
      'question',
      'Unknown question "trust.histry"; did you mean "trust.history"?',
      null,
    ],
    [
      { question: 'history', least: 1 },
      'question',
      'Unknown question "history"; did you mean "trust.history"?',
      null,
    ],
    [
      { question: 'profile.stage', is: 'agreed' },
      'question',
      '"stage" is a question of the profile, so it has no dimension',
      'Write stage',
    ],
    [
      { question: 'trust.this', least: 1 },
      'question',
      'Conditions refer only to earlier questions; "trust.this" is not one',
      null,
    ],
    [
      { question: 'stage' },
      'question',
      'The condition asks nothing of the answer; expected "least", "most", "is" or "not"',
      null,
    ],
    [
      { question: 'stage', least: 1 },
      'least',
      '"least" is for numbers; the answer to "stage" is text',
      'Use "is"',
    ],
    [
      { question: 'trust.history', least: 3, most: 2 },
      'most',
      'No number is at least 3 and at most 2',
      null,
    ],
    [
      { question: 'stage', is: ['agreed', 'explorng'] },
      'is',
      'Unknown choice "explorng"; did you mean "exploring"?',
      null,
    ],
    [
      { question: 'stage', not: ['agreed', 'explorng'] },
      'not',
      'Unknown choice "explorng"; did you mean "exploring"?',
      null,
    ],
    [{ question: 'trust.history', is: '3' }, 'is', 'Expected a number, found "3"', null],
    [{ question: 'trust.met', is: 1 }, 'is', 'Expected yes or no, found "1"', null],
    [
      { question: 'roles.candidates', is: 'x' },
      'is',
      'A table cannot be compared with a value',
      null,
    ],
  ])('refuses %j', (spec, key, message, fix) => {
    expect(sayWithin(compilePlainCondition(spec, scope))).toEqual({
      problems: [{ message, key, fix }],
    })
  })
})
