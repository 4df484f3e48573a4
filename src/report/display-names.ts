import { chooseWord } from '../model/apply-words.ts'
import {
  type Level,
  listQuestions,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import { toOneLine } from '../model/value.ts'

import type { ReportText } from '../words/message.ts'

/** What things are called in front of a reader, by their ids. */
export interface DisplayNames {
  /** What the answers are about: `partnership`, or the questionnaire's own word for it. */
  readonly subject: string
  readonly partner: (id: string) => string
  readonly person: (id: string) => string
  readonly dimension: (id: string) => string
  readonly level: (id: string | null) => ReportText
  /** The question as it was asked, on one line. */
  readonly ask: (id: string) => string
  readonly question: (id: string) => Question | null
  readonly findLevel: (id: string | null) => Level | null
}

export function createDisplayNames(
  questionnaire: Questionnaire,
  {
    partners,
    people,
    unit,
  }: {
    readonly partners: ReadonlyMap<string, string>
    readonly people: ReadonlyMap<string, string>
    readonly unit: string | null
  },
): DisplayNames {
  const questions = new Map(listQuestions(questionnaire).map((question) => [question.id, question]))
  const dimensions = new Map(
    questionnaire.dimensions.map((dimension) => [dimension.id, dimension.title]),
  )
  const levelOf = (id: string | null) =>
    questionnaire.levels.find((level) => level.id === id) ?? null
  return {
    subject: chooseWord(questionnaire, 'partnership', unit),
    partner: (id) => partners.get(id) ?? id,
    person: (id) => people.get(id) ?? id,
    dimension: (id) => dimensions.get(id) ?? id,
    level: (id) => levelOf(id)?.title ?? { say: 'no-level' },
    ask: (id) => toOneLine(questions.get(id)?.ask ?? id),
    question: (id) => questions.get(id) ?? null,
    findLevel: levelOf,
  }
}
