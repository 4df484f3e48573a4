import type { Question } from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** The answers of one partner's people to one question. */
interface PartnerAnswers {
  /** Of those who were asked; undefined where somebody gave none. */
  readonly all: readonly (Answer | undefined)[]
  /** Numbers of a rating, or 1 for yes and 0 for no; ascending. */
  readonly values: readonly number[]
}

export function listPartnerAnswers(
  question: string,
  partner: string,
  { responses, activeQuestions }: Pick<ShownContext, 'responses' | 'activeQuestions'>,
): PartnerAnswers {
  const all = responses
    .filter((response) => response.partner === partner && activeQuestions(response).has(question))
    .map(({ answers, inactive }) => answers.get(question) ?? inactive.get(question))
  const values = all.flatMap((answer) => {
    if (answer?.state !== 'answered') return []
    const { value } = answer
    return typeof value === 'number' || typeof value === 'boolean' ? [Number(value)] : []
  })
  return { all, values: values.sort((a, b) => a - b) }
}

/** May it be told how many of these people gave which answer? `answered` is how many answered. */
export function isSpreadShown(answered: number, minGroup: number): boolean {
  return minGroup === 1 || answered >= 2 * minGroup
}

/**
 * The answer that most of a partner's people chose, in the words they chose; of equals the nearest to the mean, then the lower.
 * Null for what has no words, where nobody answered, and where it may not be told. Contract: design section 3, fine print.
 */
export function findChosenAnswer(
  id: string,
  partner: string,
  context: ShownContext,
): ReportSentence | null {
  const question = context.names.question(id)
  const { all, values } = listPartnerAnswers(id, partner, context)
  if (question === null || !isSpreadShown(values.length, context.minGroup)) return null
  const first = findCommonest(countAnswers(values))
  const words = first === undefined ? null : findWords(question.form, first.value)
  return first === undefined || words === null
    ? null
    : { say: 'chosen', words, people: first.people, of: values.length, asked: all.length }
}

interface AnswerCount {
  readonly value: number
  readonly people: number
}

/** The answer that most people gave; of equals the nearest to the mean, then the lower. Undefined where nobody did. */
export function findCommonest(counts: readonly AnswerCount[]): AnswerCount | undefined {
  const of = counts.reduce((sum, { people }) => sum + people, 0)
  const mean = counts.reduce((sum, { value, people }) => sum + value * people, 0) / of
  const distance = ({ value }: AnswerCount) => Math.abs(value - mean)
  return counts.toSorted(
    (a, b) => b.people - a.people || distance(a) - distance(b) || a.value - b.value,
  )[0]
}

/** Each value that was given, with how many people gave it; ascending. */
export function countAnswers(values: readonly number[]): readonly AnswerCount[] {
  return [...new Set(values)].map((value) => ({
    value,
    people: values.filter((other) => other === value).length,
  }))
}

const answerYes: ReportSentence = { say: 'answer-yes' }
const answerNo: ReportSentence = { say: 'answer-no' }

/** The wording of one value; null where it has none. */
export function findWords(form: Question['form'], value: number): ReportText | null {
  if (form.type === 'yes-no') return value === 1 ? answerYes : answerNo
  if (form.type !== 'rating') return null
  return form.values.find((each) => each.value === value)?.label ?? null
}
