import { describe, expect, it } from 'vitest'
import { type Form, getFormType } from '../../../src/model/forms/forms.ts'
import type { Value } from '../../../src/model/response.ts'
import { say } from '../../../src/words/say-message.ts'
import { sampleForms } from './sample-forms.ts'

function fromRaw(type: Form['type'], raw: unknown) {
  return getFormType({ type }).fromRaw(sampleForms[type], raw)
}

describe('fromRaw', () => {
  it.each<[Form['type'], unknown, Value]>([
    ['rating', 4, 4],
    ['yes-no', 'yes', true],
    ['yes-no', false, false],
    ['choice', 'full', 'full'],
    ['choices', [], []],
    ['choices', ['full', 'none'], ['full', 'none']],
    ['number', -3.5, -3.5],
    ['text', 12, '12'],
    ['list', ['a'], ['a']],
    ['table', [{ name: 'A', fit: 3 }], [{ name: 'A', fit: 3 }]],
  ])('accepts for a %s question %j', (type, raw, value) => {
    expect(fromRaw(type, raw)).toEqual({ value })
  })

  it.each<[Form['type'], unknown, string, readonly (string | number)[]]>([
    ['rating', 6, 'The number 6 is off the scale; expected a whole number from 1 to 5', []],
    ['rating', 2.5, 'The number 2.5 is off the scale; expected a whole number from 1 to 5', []],
    ['rating', '4', 'Expected a whole number from 1 to 5, found the text "4"', []],
    ['yes-no', 'ja', 'Expected yes or no, found the text "ja"', []],
    ['choice', 'ful', 'Unknown choice "ful"; did you mean "full"?', []],
    ['choices', ['full', 'full'], '"full" appears twice', [1]],
    ['choices', 'full', 'Expected a list of choices, found the text "full"', []],
    ['number', 'many', 'Expected a number, found the text "many"', []],
    ['list', ['a', 3], 'Expected text, found the number 3', [1]],
    ['table', [], 'Expected at least 1 row, found 0', []],
    [
      'table',
      [{ name: 'A', fit: 11 }],
      '11 is out of range; expected a number from 0 to 10',
      [0, 'fit'],
    ],
    [
      'rating',
      Number.NaN,
      'The number NaN is off the scale; expected a whole number from 1 to 5',
      [],
    ],
    ['number', Number.POSITIVE_INFINITY, 'Expected a number, found the number Infinity', []],
    ['text', [], 'Expected text, found a list', []],
    ['choice', 'constructor', 'Unknown choice "constructor"; expected one of "none", "full"', []],
    ['table', ['A'], 'Expected a row, found the text "A"', [0]],
    ['table', [{ fit: '3' }], 'Expected a number, found the text "3"', [0, 'fit']],
    [
      'table',
      [{ toString: 1 }],
      'Unknown column "toString"; expected one of "name", "fit"',
      [0, 'toString'],
    ],
    ['table', [{ nme: 'A' }], 'Unknown column "nme"; did you mean "name"?', [0, 'nme']],
  ])('refuses for a %s question %j', (type, raw, misfit, path) => {
    const fit = fromRaw(type, raw)
    expect('misfit' in fit ? { ...fit, misfit: say(fit.misfit) } : fit).toEqual({ misfit, path })
  })
})
