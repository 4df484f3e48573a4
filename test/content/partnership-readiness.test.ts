import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuestionnaire } from '../../src/cli/load/questionnaire.ts'
import { type Form, questionsOf } from '../../src/model/questionnaire.ts'
import { gradeOf, wordsIn } from './reading-grade.ts'

const root = join(import.meta.dirname, '..', '..')
const { questionnaire } = await readQuestionnaire(
  join(root, 'questionnaires', 'partnership-readiness', 'questionnaire.yaml'),
  { root },
)
const questions = questionsOf(questionnaire)

const dimensions = [
  'trust',
  'alignment',
  'roles',
  'communication',
  'contingencies',
  'long-term-focus',
]

function anchorsOf(question: (typeof questions)[number]): readonly string[] {
  return question.form.type === 'rating' ? question.form.values.map(({ label }) => label ?? '') : []
}

/** All that is read beside the question before it can be answered. */
function optionsOf(form: Form): readonly string[] {
  if (form.type === 'rating') return form.values.map(({ label }) => label ?? '')
  return 'choices' in form ? form.choices.map(({ title }) => title) : []
}

describe('the questionnaire partnership-readiness', () => {
  it('has the six dimensions, and the profile', () => {
    expect(questionnaire.dimensions.map(({ id }) => id)).toEqual(dimensions)
    expect(questionnaire.profile.map(({ id }) => id)).toEqual([
      'stage',
      'unit',
      'dependence',
      'learned',
      'problem',
    ])
  })

  it.each(dimensions)(
    'asks at least six rated questions on %s, one of them about the other partner',
    (id) => {
      const own = questions.filter(({ dimension }) => dimension === id)
      expect(own.filter(({ form }) => form.type === 'rating').length).toBeGreaterThanOrEqual(6)
      expect(own.some(({ about }) => about === 'them')).toBe(true)
    },
  )

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s has all a question needs',
    (_, question) => {
      const { why, evidence, practice, source, form } = question
      expect({ why, evidence, source, done: practice?.done, do: practice?.do }).toEqual({
        why: expect.stringMatching(/\S/),
        evidence: expect.stringMatching(/\S/),
        source: expect.stringMatching(/\S/),
        do: expect.stringMatching(/\S/),
        done: expect.stringMatching(/\S/),
      })
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

  it('has a quick run of twelve, two for each dimension, without conditions', () => {
    const core = questions.filter((question) => question.core)
    expect(dimensions.map((id) => core.filter(({ dimension }) => dimension === id).length)).toEqual(
      [2, 2, 2, 2, 2, 2],
    )
    expect(core.filter(({ when }) => when !== null)).toEqual([])
  })

  it('takes about as long as it says', () => {
    const seconds = 4
    const minutes = (asked: typeof questions) =>
      [...questionnaire.profile, ...asked].reduce((sum, question) => {
        const words = wordsIn([question.ask, ...optionsOf(question.form)].join(' ')).length
        return sum + words / 230 + seconds / 60
      }, 0)
    const full = minutes(questions)
    const quick = minutes(questions.filter(({ core }) => core))
    expect(questionnaire.minutes).toEqual({ full: 15, quick: 5 })
    expect(full).toBeGreaterThanOrEqual(13)
    expect(full).toBeLessThanOrEqual(17)
    expect(quick).toBeGreaterThanOrEqual(4)
    expect(quick).toBeLessThanOrEqual(6)
  })

  it('says nothing twice', () => {
    const texts = [
      ...questions.map(({ ask }) => ask),
      ...questions.map(({ why }) => why),
      ...questions.map(({ evidence }) => evidence),
      ...questions.map(({ practice }) => practice?.do),
      ...questions.map(({ practice }) => practice?.done),
    ].map((text) => (text ?? '').replaceAll(/\s+/g, ' ').trim().toLowerCase())
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
  })

  it('pairs what it asks about both sides, one mirror for each', () => {
    const pairs = questions.flatMap(({ id, about, mirror }) => {
      const other = questions.find((question) => question.id === mirror)
      return mirror === null ? [] : [{ id, about, back: other?.mirror, other: other?.about }]
    })
    expect(pairs.length).toBeGreaterThan(0)
    for (const { id, about, back, other } of pairs) {
      expect({ back, sides: [about, other].toSorted() }).toEqual({
        back: id,
        sides: ['them', 'us'],
      })
    }
  })

  it('knows musts in every dimension but none with a condition, and asks about training, practice and coaching', () => {
    const musts = questions.filter(({ must }) => must !== null)
    expect(new Set(musts.map(({ dimension }) => dimension))).toEqual(new Set(dimensions))
    expect(musts.filter(({ when }) => when !== null)).toEqual([])
    for (const id of ['roles.training', 'roles.coaching', 'communication.rehearsal']) {
      expect(questions.find((question) => question.id === id)?.scored).toBe(true)
    }
  })
})

describe('docs/coverage.md', () => {
  const page = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')
  const [said = '', looked = ''] = page.split('## What the checks look at')
  const rows = said
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .filter((line) => !line.startsWith('| -'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, practice = '', point = '', ids = '']) => ({
      practice,
      point,
      ids: [...ids.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
    }))

  it('has the six practices, and a question for every sub-point', () => {
    const practices = new Set(rows.map(({ practice }) => practice.toLowerCase()))
    for (const practice of [
      'alignment',
      'trust',
      'roles',
      'communication',
      'contingencies',
      'long-term focus',
    ]) {
      expect(practices).toContain(practice)
    }
    expect(rows.filter(({ ids }) => ids.length === 0)).toEqual([])
  })

  it('names only questions that there are, and all of them', () => {
    const named = new Set(rows.flatMap(({ ids }) => ids))
    const there = new Set([
      ...questions.map(({ id }) => id),
      ...questionnaire.profile.map(({ id }) => id),
    ])
    expect([...named].filter((id) => !there.has(id ?? ''))).toEqual([])
    expect(questions.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })

  it('names every check once in what the checks look at', () => {
    const named = [...looked.matchAll(/`([^`]+)`/g)].map((match) => match[1]).slice(1)
    const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
    expect(named.toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
  })
})
