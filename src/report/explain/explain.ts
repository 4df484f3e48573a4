import { suggestWord } from '../../model/did-you-mean.ts'
import { type Check, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { Message } from '../../words/message.ts'
import type { ReportContext } from '../report-context.ts'
import { explainCheck } from './check.ts'
import { explainDimension } from './dimension.ts'
import type { Explanation } from './explanation.ts'
import { explainLevel } from './level.ts'
import { explainQuestion } from './question.ts'

/**
 * What an id stands for and, where there are answers, how its number came about. `context` is null without answers.
 * Null when the questionnaire knows no such id.
 */
export function explainId(
  id: string,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation | null {
  const question = [...questionnaire.profile, ...listQuestions(questionnaire)].find(
    (own) =>
      id === (own.dimension === null && id.startsWith('profile.') ? `profile.${own.id}` : own.id),
  )
  if (question !== undefined) return explainQuestion(question, questionnaire, context)
  const dimension = questionnaire.dimensions.find((candidate) => candidate.id === id)
  if (dimension !== undefined) return explainDimension(dimension, questionnaire, context)
  const check = listChecks(questionnaire).find((candidate) => candidate.id === id)
  if (check !== undefined) return explainCheck(check, questionnaire)
  const level = questionnaire.levels.find((candidate) => candidate.id === id)
  if (level !== undefined) return explainLevel(level, questionnaire, context)
  return id === questionnaire.id ? explainQuestionnaire(questionnaire) : null
}

/** Its parts by the ids that explain more. */
function explainQuestionnaire({ id, title, why, dimensions, levels }: Questionnaire): Explanation {
  return {
    title: { say: 'explained-id', id, title },
    lines: why === null ? [] : [why.replaceAll(/\s+/g, ' ').trim()],
    parts: [
      {
        title: { say: 'explain-dimensions' },
        lines: dimensions.map((own) => ({
          say: 'explained-part',
          id: own.id,
          title: { say: 'explain-scored-questions', questions: own.questions.length },
        })),
        parts: [],
      },
      {
        title: { say: 'explain-levels' },
        lines: levels.map((own) => ({ say: 'explained-part', id: own.id, title: own.title })),
        parts: [],
      },
    ],
  }
}

/** What to say of an id that is not there. */
export function describeUnknownId(id: string, questionnaire: Questionnaire): Message {
  const known = [
    ...listQuestions(questionnaire).map((question) => question.id),
    ...listChecks(questionnaire).map((check) => check.id),
    ...questionnaire.profile.map((question) => question.id),
    ...questionnaire.dimensions.map((dimension) => dimension.id),
    ...questionnaire.levels.map((level) => level.id),
  ]
  return {
    say: 'explain-unknown-id',
    id,
    questionnaire: questionnaire.id,
    hint: suggestWord(id, known),
  }
}

function listChecks({ dimensions }: Questionnaire): readonly Check[] {
  return dimensions.flatMap(({ checks }) => checks)
}
