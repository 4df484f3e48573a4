import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { actionDays } from '../../src/model/vocabulary.ts'
import { gradeOf, wordsIn } from './reading-grade.ts'

const root = join(import.meta.dirname, '..', '..')
const { questionnaire, warnings } = await loadQuestionnaireFile(
  join(root, 'questionnaires', 'five-days-of-action', 'questionnaire.yaml'),
  { root },
)
const questions = listQuestions(questionnaire)

describe('the questionnaire five-days-of-action', () => {
  it('has five days, each with a result, and resolves without warnings', () => {
    expect(questionnaire.dimensions.map(({ id }) => id)).toEqual(actionDays)
    expect(questionnaire.dimensions.map(({ day }) => day?.result)).toEqual([
      'awareness.priority',
      'candidates.first',
      'substance.both-win',
      'create.statement',
      'team.asks',
    ])
    expect(warnings).toEqual([])
  })

  it('is short enough to finish', () => {
    expect(questions.length).toBeLessThanOrEqual(36)
  })

  it('keeps what we only guess about the other side apart from what it told us', () => {
    const about = questions.filter(({ dimension }) => dimension === 'candidates')
    expect(about.filter(({ fills }) => fills?.endsWith('.objectives'))).toEqual([])
    expect(about.map(({ fills }) => fills)).toContain('scope.assumptions.text')
  })

  it('takes as many minutes as its days together', () => {
    const minutes = questionnaire.dimensions.map(({ day }) => day?.minutes ?? 0)
    expect(minutes.reduce((sum, own) => sum + own, 0)).toBe(questionnaire.minutes.full)
  })

  it.each(questions.map((question) => [question.id, question] as const))(
    '%s is one plain question with an example, and fills the plan or says that it does not',
    (_, { ask, why, source, fills, scored }) => {
      expect(ask.trim()).toMatch(/\?$/)
      expect(wordsIn(ask).length).toBeLessThanOrEqual(16)
      expect(why).toMatch(/For example: \S/)
      expect(source).toMatch(/\S/)
      expect(fills === null).toBe(/This answer stays out of the plan\./.test(why ?? ''))
      expect(scored).toBe(false)
    },
  )

  it('reads at grade 8 or lower', () => {
    const grades = questions.map(({ ask, why }) => gradeOf(`${ask} ${why}`))
    expect(grades.reduce((sum, grade) => sum + grade, 0) / grades.length).toBeLessThanOrEqual(8)
  })
})
