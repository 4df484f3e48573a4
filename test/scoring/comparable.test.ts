import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/model/questionnaire.ts'
import { findComparableQuestions } from '../../src/scoring/comparable.ts'
import { aQuestion, aQuestionnaire, rating } from './support/builders.ts'

const first = aQuestion('trust.news', { ask: 'Do they hear of it?' })
const second = aQuestion('trust.promises')
const other = aQuestion('roles.named')
const before = aQuestionnaire([first, second, other])

function against(...questions: readonly Question[]) {
  const { same, left, dimensions, whole } = findComparableQuestions(
    before,
    aQuestionnaire(questions),
  )
  const ids = same.map((pair) => `${pair.before.id} > ${pair.now.id}`)
  return { ids, left, dimensions: [...dimensions], whole }
}

describe('two versions of a questionnaire', () => {
  it('that say the same can be compared as a whole', () => {
    expect(against(first, second, other)).toEqual({
      ids: [
        'trust.news > trust.news',
        'trust.promises > trust.promises',
        'roles.named > roles.named',
      ],
      left: [],
      dimensions: ['trust', 'roles'],
      whole: true,
    })
  })

  it('leave out what was reworded, and the dimension with it', () => {
    const reworded = { ...first, ask: 'When do they hear of it?' }
    expect(against(reworded, second, other)).toEqual({
      ids: ['trust.promises > trust.promises', 'roles.named > roles.named'],
      left: [{ id: 'trust.news', reason: 'reworded' }],
      dimensions: ['roles'],
      whole: false,
    })
  })

  it('take other line breaks for the same words', () => {
    expect(against({ ...first, ask: 'Do they\n  hear of it? ' }, second, other).left).toEqual([])
  })

  it.each([
    ['another scale', { form: rating(7) }],
    ['the other direction', { reverse: true }],
  ])('leave out a question with %s', (_, change) => {
    expect(against({ ...first, ...change }, second, other).left).toEqual([
      { id: 'trust.news', reason: 'scale' },
    ])
  })

  it('name what was added and what is gone', () => {
    expect(against(first, aQuestion('trust.new'), other).left).toEqual([
      { id: 'trust.new', reason: 'added' },
      { id: 'trust.promises', reason: 'removed' },
    ])
  })

  it('find a question under its former name', () => {
    const renamed = aQuestion('trust.kept', { ask: second.ask, formerly: ['trust.promises'] })
    expect(against(first, renamed, other)).toMatchObject({
      ids: ['trust.news > trust.news', 'trust.promises > trust.kept', 'roles.named > roles.named'],
      left: [],
      whole: true,
    })
  })

  it('cannot be compared as a whole where a question weighs otherwise', () => {
    expect(against({ ...first, weight: 3 }, second, other)).toMatchObject({
      left: [],
      dimensions: ['roles'],
      whole: false,
    })
  })

  it('leave out everything where one of them is not known', () => {
    expect(findComparableQuestions(null, before)).toEqual({
      same: [],
      left: ['trust.news', 'trust.promises', 'roles.named'].map((id) => ({
        id,
        reason: 'version',
      })),
      dimensions: new Set(),
      whole: false,
    })
  })
})
