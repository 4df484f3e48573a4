import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { builtIn } from './built-in.ts'
import { gradeOf, wordsIn } from './reading-grade.ts'

/** What holds for every built-in questionnaire whose answers are scored. */
const scored = [
  { name: 'partnership-readiness', minutes: { full: 18, quick: 6 } },
  { name: 'partnership-health', minutes: { full: 16, quick: 5 } },
  { name: 'collaboration-capability', minutes: { full: 9, quick: 4 } },
]

const loaded = await Promise.all(
  scored.map(async (entry) => ({ ...entry, ...(await builtIn(entry.name)) })),
)

/** All that is read beside the question before it can be answered. */
function optionsOf(form: Form): readonly string[] {
  if (form.type === 'rating') return form.values.map(({ label }) => label ?? '')
  return 'choices' in form ? form.choices.map(({ title }) => title) : []
}

describe.each(loaded)('the questionnaire $name', ({ questionnaire, warnings, minutes }) => {
  const questions = listQuestions(questionnaire)
  const dimensions = questionnaire.dimensions.map(({ id }) => id)
  const anchorsOf = ({ form }: (typeof questions)[number]) =>
    form.type === 'rating' ? optionsOf(form) : []

  it('resolves without warnings', () => {
    expect(warnings).toEqual([])
  })

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s has everything a question needs',
    (_, question) => {
      const { why, evidence, practice, source, form } = question
      const written = expect.stringMatching(/\S/)
      expect({ why, evidence, source }).toEqual({
        why: written,
        evidence: written,
        source: written,
      })
      expect({ done: practice?.done, do: practice?.do }).toEqual(
        question.scored ? { done: written, do: written } : {},
      )
      const anchors = anchorsOf(question)
      expect(anchors.length).toBe(form.type === 'rating' ? 5 : 0)
      expect(new Set(anchors).size).toBe(anchors.length)
      for (const anchor of anchors) expect(wordsIn(anchor).length, anchor).toBeLessThanOrEqual(16)
      expect(question.ask.trim()).toMatch(/\?$/)
      expect(question.ask).not.toMatch(/\band\/or\b|;/)
    },
  )

  it('reads at grade 9 or lower', () => {
    const grades = questions.map((question) =>
      gradeOf([question.ask, ...anchorsOf(question)].join('. ')),
    )
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(9)
  })

  it('has a quick run of two questions per dimension, without conditions', () => {
    const core = questions.filter((question) => question.core)
    expect(dimensions.map((id) => core.filter(({ dimension }) => dimension === id).length)).toEqual(
      dimensions.map(() => 2),
    )
    expect(core.filter(({ when }) => when !== null)).toEqual([])
  })

  it('takes about as long as it says', () => {
    const seconds = 8
    const needed = (asked: typeof questions) =>
      [...questionnaire.profile, ...asked].reduce((sum, question) => {
        const words = wordsIn([question.ask, ...optionsOf(question.form)].join(' ')).length
        return sum + words / 200 + seconds / 60
      }, 0)
    expect(questionnaire.minutes).toEqual(minutes)
    expect(Math.abs(needed(questions) - minutes.full)).toBeLessThanOrEqual(2)
    expect(
      Math.abs(needed(questions.filter(({ core }) => core)) - minutes.quick),
    ).toBeLessThanOrEqual(1)
  })

  it('has no text twice', () => {
    const texts = [
      ...questions.map(({ ask }) => ask),
      ...questions.map(({ why }) => why),
      ...questions.map(({ evidence }) => evidence),
      ...questions.map(({ practice }) => practice?.do),
      ...questions.map(({ practice }) => practice?.done),
    ].flatMap((text) => text?.replaceAll(/\s+/g, ' ').trim().toLowerCase() ?? [])
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('pairs the questions about both sides, one mirror for each', () => {
    const pairs = questions.flatMap(({ id, about, mirror }) => {
      const other = questions.find((question) => question.id === mirror)
      return mirror === null ? [] : [{ id, about, back: other?.mirror, other: other?.about }]
    })
    for (const { id, about, back, other } of pairs) {
      expect({ back, sides: [about, other].toSorted() }).toEqual({
        back: id,
        sides: ['them', 'us'],
      })
    }
  })

  it('has few essential questions, and none with a condition', () => {
    const musts = questions.filter(({ must }) => must !== null)
    expect(musts.length).toBeGreaterThan(0)
    expect(musts.length).toBeLessThanOrEqual(questions.length / 5)
    expect(musts.filter(({ when }) => when !== null)).toEqual([])
  })

  it('says what each of its levels means', () => {
    const { levels } = questionnaire
    expect(levels.filter(({ meaning }) => !/\.$/.test((meaning ?? '').trim()))).toEqual([])
  })
})
