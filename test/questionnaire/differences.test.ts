import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../src/model/questionnaire.ts'
import { compareQuestionnaires } from '../../src/questionnaire/differences.ts'
import { aQuestion, aQuestionnaire } from '../scoring/support/builders.ts'

const base = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])

function told(own: Questionnaire) {
  return compareQuestionnaires(base, own).map(({ part, kind, id, keys }) => {
    const changes = keys.map(({ key, before, after }) => `${key} ${before} → ${after}`)
    return [kind, part, id, ...changes].join(' ')
  })
}

describe('compareQuestionnaires', () => {
  it('finds no difference between equal questionnaires with other ids', () => {
    expect(told({ ...base, id: 'other', version: '2.0.0' })).toEqual([])
  })

  it('finds what was added, changed and dropped, part by part', () => {
    const [dimension] = base.dimensions
    if (dimension === undefined) throw new Error('No dimension')
    const questions = [aQuestion('trust.b', { weight: 3, core: true }), aQuestion('trust.c')]
    const own = {
      ...base,
      title: 'Own',
      dimensions: [{ ...dimension, weight: 2, questions }],
      levels: base.levels.slice(1),
    }
    expect(told(own)).toEqual([
      `changed questionnaire settings title ${base.title} → Own`,
      'changed dimension trust weight 1 → 2',
      'changed question trust.b weight 1 → 3 core false → true'.split(' ').join(' '),
      'added question trust.c',
      'dropped question trust.a',
      `dropped level ${base.levels[0]?.id}`,
    ])
  })
})
