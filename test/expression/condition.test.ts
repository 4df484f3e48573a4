import { describe, expect, it } from 'vitest'
import { compileCondition } from '../../src/expression/condition.ts'
import type { ConditionScope, Fact } from '../../src/expression/types.ts'
import type { FactType } from '../../src/model/forms/form-type.ts'
import { sayWithin } from '../support/say-within.ts'

const scope: ConditionScope = {
  profile: new Map<string, FactType>([
    ['stage', 'text'],
    ['dependence', 'number'],
    ['first-time', 'boolean'],
  ]),
  answers: new Map<string, FactType>([
    ['trust.bad-news', 'number'],
    ['trust.history', 'boolean'],
    ['roles.who', 'texts'],
    ['roles.candidates', 'rows'],
  ]),
  later: new Set(['trust.this', 'trust.next']),
  choices: new Map([
    ['stage', ['exploring', 'forming', 'agreed']],
    ['roles.who', ['us', 'them']],
  ]),
}

function judge(
  source: string,
  facts: { profile?: Record<string, Fact>; answers?: Record<string, Fact> } = {},
): boolean {
  const compiled = compileCondition(source, scope)
  if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems))
  return compiled.condition({
    profile: new Map(Object.entries(facts.profile ?? {})),
    answers: new Map(Object.entries(facts.answers ?? {})),
  })
}

describe('compileCondition', () => {
  it('judges the profile', () => {
    expect(judge('profile.stage != "exploring"', { profile: { stage: 'agreed' } })).toBe(true)
    expect(judge('profile.stage in ["forming", "agreed"]', { profile: { stage: 'agreed' } })).toBe(
      true,
    )
    expect(judge('profile["first-time"]', { profile: { 'first-time': true } })).toBe(true)
  })

  it('judges answers', () => {
    const answers = {
      'trust.bad-news': 3,
      'trust.history': false,
      'roles.who': ['us'],
      'roles.candidates': [{ name: 'A', fit: 7 }],
    }
    const sources = [
      'answers["trust.bad-news"] >= 3',
      'answers["trust.bad-news"] + 1 == 4',
      'answers["trust.bad-news"] in [1, 2, 3]',
      '!answers["trust.history"]',
      '"us" in answers["roles.who"]',
      'answers["roles.candidates"].exists(row, row.fit > 5)',
      '"trust.bad-news" in answers && !("roles.who" in answers && false)',
    ]
    expect(sources.map((source) => judge(source, { answers }))).toEqual(sources.map(() => true))
  })

  it('is false where an answer it needs is not there', () => {
    expect(judge('answers["trust.bad-news"] < 3')).toBe(false)
    expect(judge('!answers["trust.history"]')).toBe(false)
    expect(judge('profile.stage != "agreed"')).toBe(false)
    expect(judge('answers["trust.history"] || true')).toBe(true)
  })

  it('takes an empty answer for none', () => {
    expect(judge('"roles.who" in answers', { answers: { 'roles.who': [] } })).toBe(false)
    expect(judge('has(profile.stage)', { profile: { stage: ' ' } })).toBe(false)
    expect(judge('!has(profile.stage)')).toBe(true)
  })

  it('is false where an answer is of another kind than its question gives', () => {
    const answers = { 'trust.bad-news': 'four' }
    expect(judge('answers["trust.bad-news"] >= 3', { answers })).toBe(false)
  })

  it('says which questions it refers to', () => {
    const source = 'profile.stage == "agreed" && "trust.history" in answers && has(profile.stage)'
    expect(compileCondition(source, scope)).toMatchObject({ refersTo: ['stage', 'trust.history'] })
  })

  it.each([
    ['profile.stge == "x"', 'stge', 'Unknown question "stge"; did you mean "stage"?', null],
    ['has(profile.stge)', 'stge', 'Unknown question "stge"; did you mean "stage"?', null],
    [
      'answers["trust.bad-nws"] == 1',
      '"trust.bad-nws"',
      'Unknown question "trust.bad-nws"; did you mean "trust.bad-news"?',
      null,
    ],
    [
      '"trust.histry" in answers',
      '"trust.histry"',
      'Unknown question "trust.histry"; did you mean "trust.history"?',
      null,
    ],
    [
      'answers["trust.this"] == 1',
      '"trust.this"',
      'Conditions refer only to earlier questions; "trust.this" is not one',
      null,
    ],
    [
      'answers["stage"] == "agreed"',
      '"stage"',
      '"stage" is a question of the profile',
      'Write profile.stage',
    ],
    [
      'profile["trust.history"]',
      '"trust.history"',
      '"trust.history" is not a question of the profile',
      'Write answers["trust.history"]',
    ],
    [
      'answers.trust == 1',
      'trust',
      '"trust" is only the beginning of an id',
      'Write answers["trust.bad-news"]',
    ],
    [
      'profile.first == 1',
      'first',
      '"first" is only the beginning of an id',
      'Write profile["first-time"]',
    ],
    [
      'answers[profile.stage] == 1',
      'profile.stage',
      '"answers" needs a question id that is written out',
      'Write it like answers["trust.bad-news"]',
    ],
    [
      'size(answers) > 1',
      'answers',
      '"answers" needs the id of one question',
      'Write it like answers["trust.bad-news"]',
    ],
    [
      'answers["trust.bad-news"] == "3"',
      'answers["trust.bad-news"] == "3"',
      'Cannot compare a number with text',
      'Write a number without quotes',
    ],
    [
      'answers["trust.history"] == "yes"',
      'answers["trust.history"] == "yes"',
      'Cannot compare true or false with text',
      'Write true or false, without quotes',
    ],
    [
      'profile.stage == "explorng"',
      '"explorng"',
      'Unknown choice "explorng"; did you mean "exploring"?',
      null,
    ],
    [
      'profile.stage in ["agreed", "formng"]',
      '["agreed", "formng"]',
      'Unknown choice "formng"; did you mean "forming"?',
      null,
    ],
    ['"thm" in answers["roles.who"]', '"thm"', 'Unknown choice "thm"; did you mean "them"?', null],
    ['profile.dependence', 'profile.dependence', 'Expected true or false, found a number', null],
    [
      'plan.stage == "agreed"',
      'plan',
      'Unknown name "plan"; expected one of "profile", "answers"',
      null,
    ],
    ['person("p1")', 'person', 'Unknown function "person"', null],
  ])('refuses %s', (source, at, message, fix) => {
    const start = source.lastIndexOf(at)
    expect(sayWithin(compileCondition(source, scope))).toEqual({
      problems: [{ message, start, end: start + at.length, fix }],
    })
  })
})
