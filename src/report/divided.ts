import type { Question } from '../model/questionnaire.ts'
import type { ShownResult } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findWords } from './chosen.ts'
import type { ShownContext } from './report-context.ts'

/** Where one partner's own people are far apart. */
interface DividedAnswers {
  readonly rows: readonly DividedRow[]
  /** How many more there are. */
  readonly rest: number
}

interface DividedRow {
  readonly question: string
  readonly ask: string
  readonly partner: string
  /** Each answer that was given, with how many people gave it. */
  readonly counts: readonly ReportSentence[]
}

const maxRows = 3

export function buildDividedAnswers(context: ShownContext): DividedAnswers {
  const { result, names } = context
  return {
    rows: result.divided.slice(0, maxRows).map(({ question, partner, counts }) => ({
      question,
      ask: names.ask(question),
      partner: names.partner(partner),
      counts: counts.map((own) => describeCount(own, names.question(question))),
    })),
    rest: Math.max(0, result.divided.length - maxRows),
  }
}

function describeCount(
  { value, people }: ShownResult['divided'][number]['counts'][number],
  question: Question | null,
): ReportSentence {
  const number = typeof value === 'number' ? value : Number(value === 'yes')
  const words: ReportText | null = question === null ? null : findWords(question.form, number)
  const isNumbered = question?.form.type === 'rating'
  return { say: 'people-answered', people, value: isNumbered ? String(value) : null, words }
}

/** On how many questions the people of each partner are divided; null where none are. */
export function describeDivision({ result, names }: ShownContext): ReportSentence | null {
  const partners = result.partners.flatMap(({ id }) => {
    const questions = result.divided.filter(({ partner }) => partner === id).length
    return questions === 0
      ? []
      : [{ say: 'division-of-partner', partner: names.partner(id), questions } as const]
  })
  return partners.length === 0 ? null : { say: 'division', partners }
}
