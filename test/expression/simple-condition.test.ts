import { describe, expect, it } from 'vitest'
import { simplifyCondition } from '../../src/expression/simple-condition.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type { When } from '../../src/model/questionnaire.ts'

const choices = ['x', 'y'].map((id) => ({ id, title: id.toUpperCase(), score: null }))
const forms: Readonly<Record<string, Form>> = {
  stage: { type: 'choice', choices },
  'a.rating': { type: 'rating', values: [1, 2, 3].map((value) => ({ value, label: null })) },
  'a.number': { type: 'number', from: null, to: null },
  'a.yes': { type: 'yes-no' },
  'a.choices': { type: 'choices', choices },
  'a.text': { type: 'text' },
  'a.list': { type: 'list' },
}
const simplify = (when: When) => simplifyCondition(when, (id) => forms[id])
const rating = 'a.rating'
const number = 'a.number'

describe('simplifyCondition', () => {
  it.each([
    [
      { question: rating, least: 2 },
      { question: rating, is: '>=', than: 2 },
    ],
    [
      { question: number, least: 2, most: 3 },
      {
        all: [
          { question: number, is: '>=', than: 2 },
          { question: number, is: '<=', than: 3 },
        ],
      },
    ],
    [
      { question: 'stage', is: 'x' },
      { question: 'stage', among: ['x'] },
    ],
    [
      { question: 'a.choices', not: ['x', 'y'] },
      { question: 'a.choices', without: ['x', 'y'] },
    ],
    [
      { question: 'a.yes', is: 'no' },
      { question: 'a.yes', among: [false] },
    ],
    [{ question: 'a.text', is: 'x' }, null],
    [{ question: 'a.list', not: 'x' }, null],
    [{ question: 'a.other', is: 'x' }, null],
  ] as const)('takes %j apart', (plain, simple) => {
    expect(simplify({ plain: JSON.parse(JSON.stringify(plain)) })).toEqual(simple)
  })

  it.each([
    ['profile.stage == "x"', { question: 'stage', among: ['x'] }],
    ['"x" == profile["stage"]', { question: 'stage', among: ['x'] }],
    [
      'profile.stage != "x"',
      {
        all: [
          { question: 'stage', answered: true },
          { question: 'stage', without: ['x'] },
        ],
      },
    ],
    ['profile.stage in ["x", "y"]', { question: 'stage', among: ['x', 'y'] }],
    ['answers["a.rating"] > 1', { question: rating, is: '>', than: 1 }],
    ['-1.5 >= answers["a.number"]', { question: number, is: '<=', than: -1.5 }],
    ['answers["a.yes"] == true', { question: 'a.yes', among: [true] }],
    ['"x" in answers["a.choices"]', { question: 'a.choices', among: ['x'] }],
    [
      'answers["a.rating"] == 1 || answers["a.yes"] == false && profile.stage == "y"',
      {
        any: [
          { question: rating, among: [1] },
          {
            all: [
              { question: 'a.yes', among: [false] },
              { question: 'stage', among: ['y'] },
            ],
          },
        ],
      },
    ],
  ])('takes %s apart', (cel, simple) => {
    expect(simplify({ cel })).toEqual(simple)
  })

  it.each([
    '!(profile.stage == "x")',
    'answers["a.choices"].size() > 1',
    'answers["a.choices"] == ["x"]',
    'answers["a.text"] == "x"',
    '"x" in answers["a.list"]',
    'answers["a.rating"] == answers["a.number"]',
    'answers["a.rating"] + 1.0 > 2.0',
    'profile.stage == "x" && answers["a.text"] == "x"',
    'profile.stage in []',
    'profile.stage in ["x", profile.stage]',
    'profile.stage == "x" ? true : false',
  ])('finds %s to say more', (cel) => {
    expect(simplify({ cel })).toBeNull()
  })
})
