import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { builtIn } from './built-in.ts'

const root = join(import.meta.dirname, '..', '..')
const { questionnaire } = await builtIn('partnership-readiness')
const questions = listQuestions(questionnaire)

const dimensions = [
  'trust',
  'alignment',
  'roles',
  'communication',
  'contingencies',
  'long-term-focus',
]

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

  it('has an essential question without a condition in every dimension, and asks about training, practice and coaching', () => {
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

  it('names every question, and no others', () => {
    const named = new Set(rows.flatMap(({ ids }) => ids))
    const there = new Set([
      ...questions.map(({ id }) => id),
      ...questionnaire.profile.map(({ id }) => id),
    ])
    expect([...named].filter((id) => !there.has(id ?? ''))).toEqual([])
    expect(questions.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([])
  })

  it('names every check once under "What the checks look at"', () => {
    const named = [...looked.matchAll(/`([^`]+)`/g)].map((match) => match[1]).slice(1)
    const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
    expect(named.toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
  })
})
