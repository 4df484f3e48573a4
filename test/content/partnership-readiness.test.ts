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

  it('has an essential question without a condition in every dimension', () => {
    const musts = questions.filter(({ must }) => must !== null)
    expect(new Set(musts.map(({ dimension }) => dimension))).toEqual(new Set(dimensions))
    expect(musts.filter(({ when }) => when !== null)).toEqual([])
  })

  it('has at most 48 questions, and mirrors what each side says of itself in eight pairs', () => {
    expect(questions.length).toBeLessThanOrEqual(48)
    const pairs = questions.flatMap(({ id, about, mirror }) =>
      about === 'us' && mirror !== null ? [`${id} ${mirror}`] : [],
    )
    expect(pairs).toEqual([
      'trust.bad-news trust.bad-news-from-them',
      'trust.openness trust.their-openness',
      'trust.feedback trust.their-feedback',
      'trust.our-promises trust.promises',
      'roles.our-share roles.their-share',
      'communication.our-listening communication.their-listening',
      'contingencies.our-stand-ins contingencies.stand-ins',
      'long-term-focus.our-interest long-term-focus.their-interest',
    ])
  })

  it('asks those who explore nothing about work that has not begun', () => {
    const left = (stage: string) =>
      questions.flatMap(({ id, when }) =>
        when !== null && 'plain' in when && [when.plain.not].flat().includes(stage) ? [id] : [],
      )
    expect(left('operating')).toEqual([])
    expect(left('agreed')).toEqual(['roles.our-share', 'roles.their-share'])
    expect(left('exploring')).toEqual(
      expect.arrayContaining(['trust.feedback', 'long-term-focus.again', ...left('agreed')]),
    )
  })
})

describe('docs/coverage.md', () => {
  const page = readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')
  const [said = '', looked = ''] = page.split('## What the checks look at')
  const rows = said
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (-|Point )/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, point = '', asked = '', checked = '', covered = '']) => ({
      point,
      asked: idsIn(asked),
      checked,
      covered,
    }))

  it('has the six practices, and for every point a question, and a check or the word that there is none', () => {
    const practices = [...said.matchAll(/^### (.+)$/gm)].map((match) => match[1])
    expect(practices.slice(0, 6)).toEqual([
      'Alignment',
      'Trust',
      'Roles',
      'Communication',
      'Contingencies',
      'Long-term focus',
    ])
    expect(rows.length).toBeGreaterThanOrEqual(99)
    expect(rows.filter(({ asked }) => asked.length === 0)).toEqual([])
    expect(rows.filter(({ checked }) => !/^(`|no check$)/.test(checked))).toEqual([])
    expect(rows.filter(({ covered }) => !/^(yes|partly: \S.+)$/.test(covered))).toEqual([])
  })

  it('names every question of the questionnaire', () => {
    const named = new Set(rows.flatMap(({ asked }) => asked))
    const there = [...questionnaire.profile, ...questions].map(({ id }) => id)
    expect(there.filter((id) => !named.has(id))).toEqual([])
  })

  it('names every check once under "What the checks look at"', () => {
    const named = idsIn(looked).slice(1)
    const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
    expect(named.toSorted()).toEqual(checks.map(({ id }) => id).toSorted())
  })
})

function idsIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].flatMap((match) => match[1] ?? [])
}
