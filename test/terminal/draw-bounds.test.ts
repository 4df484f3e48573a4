import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { measureText } from '../../src/terminal/view/text-width.ts'
import { aQuestion } from '../interview/make.ts'
import { aState, asking, pressed, screenOf } from './make.ts'

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '世界の協力',
    '👩‍👩‍👧‍👦',
    '🇩🇪',
    'x'.repeat(90),
    'e\u0301',
    '한국어',
    '\u202e',
    '\t',
    '\n',
    '☺️',
  ),
)
const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '))

const form: fc.Arbitrary<Form> = fc.oneof(
  fc.constant<Form>({ type: 'yes-no' }),
  fc.constant<Form>({ type: 'text' }),
  fc.constant<Form>({ type: 'list' }),
  fc.array(text, { minLength: 2, maxLength: 10 }).map(
    (labels): Form => ({
      type: 'rating',
      values: labels.map((label, index) => ({ value: index + 1, label })),
    }),
  ),
  fc.array(text, { minLength: 2, maxLength: 14 }).map(
    (titles): Form => ({
      type: 'choices',
      choices: titles.map((title, index) => ({ id: `c${index}`, title, score: null })),
    }),
  ),
)

const key = fc.constantFrom(
  '1',
  '4',
  'b',
  'd',
  's',
  'r',
  'j',
  '?',
  'space',
  'return',
  'down',
  'up',
  'end',
  'escape',
  'w',
  'a',
)

describe('any screen', () => {
  it('is never higher or wider than the window', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(form, text, text), { minLength: 1, maxLength: 4 }),
        fc.array(key, { maxLength: 12 }),
        fc.record({
          columns: fc.integer({ min: 40, max: 120 }),
          rows: fc.integer({ min: 12, max: 40 }),
        }),
        (questions, keys, size) => {
          const questionnaire = asking(
            ...questions.map(([form, ask, why], index) =>
              aQuestion(`kinds.q${index}`, { form, ask, why }),
            ),
          )
          const lines = screenOf(pressed(aState(questionnaire, size), ...keys))
          expect(lines.length).toBeLessThan(size.rows)
          for (const line of lines) expect(measureText(line)).toBeLessThanOrEqual(size.columns)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('options on any screen', () => {
  it('are never cut where the cursor is', () => {
    const title = fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,9}$/)
    fc.assert(
      fc.property(
        fc.array(title, { minLength: 2, maxLength: 10 }),
        title,
        fc.nat({ max: 9 }),
        fc.record({
          columns: fc.integer({ min: 40, max: 80 }),
          rows: fc.integer({ min: 12, max: 24 }),
        }),
        (titles, ask, steps, size) => {
          const choices = titles.map((title, index) => ({ id: `c${index}`, title, score: null }))
          const questionnaire = asking(
            aQuestion('kinds.q1', { ask, form: { type: 'choice', choices } }),
          )
          const downs = Array.from({ length: steps + 1 }, () => 'down')
          const state = pressed(aState(questionnaire, size), ...downs)
          const here = Math.min(steps, titles.length - 1)
          const lines = screenOf(state)
          const from = lines.findIndex((line) => line.startsWith('  › '))
          const until = lines.findIndex((line, at) => at > from && !line.startsWith('        '))
          const words = lines.slice(from, until).join(' ').split(/\s+/)
          expect(
            words
              .filter((word) => word !== '')
              .slice(2)
              .join(' '),
          ).toBe(titles[here])
        },
      ),
    )
  })
})
