import { formatDecimal } from '../model/decimals.ts'
import type { Column } from '../model/forms/table.ts'
import type { Question } from '../model/questionnaire.ts'
import type { Answer, Response, Row, Value } from '../model/response.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** The appendix: every answer, a table for each dimension. */
interface AnswerTable {
  readonly dimension: string
  readonly partners: readonly string[]
  readonly rows: readonly {
    readonly question: string
    readonly ask: string
    readonly cells: readonly ReportText[]
  }[]
}

/** Empty where answers may not be split by partner, or are too many. With a group limit single answers give way to mean and number. */
export function buildAnswerTables(context: ReportContext): readonly AnswerTable[] {
  const { questionnaire, result, names, responses, respondentCount } = context
  if (result.hidden !== undefined || responses.length < respondentCount) return []
  const partners = (result.partners ?? []).map(({ id }) => id)
  const asked = new Map(
    context.responses.map((response) => [response, context.activeQuestions(response)]),
  )
  return questionnaire.dimensions.map((dimension) => ({
    dimension: dimension.title,
    partners: partners.map(names.partner),
    rows: dimension.questions.map((question) => ({
      question: question.id,
      ask: names.ask(question.id),
      cells: partners.map((partner) => {
        const own = context.responses.filter(
          (response) =>
            response.partner === partner && asked.get(response)?.has(question.id) === true,
        )
        return context.minGroup > 1 ? formatGroupCell(own, question) : formatCell(question, own)
      }),
    })),
  }))
}

function formatCell(question: Question, responses: readonly Response[]): ReportText {
  if (responses.length === 0) return { say: 'answer-not-asked' }
  const answers = responses.map(
    ({ answers, inactive }) => answers.get(question.id) ?? inactive.get(question.id),
  )
  const texts = answers.map((answer) => formatAnswer(question, answer))
  const only = texts[0]
  if (texts.length === 1 && only !== undefined) return formatRating(question, answers[0]) ?? only
  const values = answers.flatMap((answer) =>
    answer?.state === 'answered' && typeof answer.value === 'number' ? [answer.value] : [],
  )
  const all: ReportSentence = { say: 'dotted', items: texts }
  return values.length > 1 ? { say: 'answers-mean', mean: formatMean(values), answers: all } : all
}

/** In a group nobody's single answer shows. */
function formatGroupCell(responses: readonly Response[], question: Question): ReportSentence {
  const values = responses.flatMap(({ answers, inactive }) => {
    const answer = answers.get(question.id) ?? inactive.get(question.id)
    return answer?.state === 'answered' && typeof answer.value === 'number' ? [answer.value] : []
  })
  return values.length === 0
    ? { say: 'answer-not-shown' }
    : { say: 'answers-of-group', mean: formatMean(values), answered: values.length }
}

function formatMean(values: readonly number[]): string {
  return formatDecimal(values.reduce((sum, value) => sum + value, 0) / values.length)
}

function formatAnswer(question: Question, answer: Answer | undefined): ReportText {
  if (answer === undefined) return { say: 'answer-open' }
  return answer.state === 'answered'
    ? formatAnswerValue(question, answer.value)
    : { say: `answer-${answer.state}` }
}

/** A single rating with the words of its anchor. */
function formatRating(question: Question, answer: Answer | undefined): ReportText | null {
  if (question.form.type !== 'rating' || answer?.state !== 'answered') return null
  const label = question.form.values.find(({ value }) => value === answer.value)?.label
  if (label === undefined || label === null) return null
  return { say: 'answer-labelled', label: String(answer.value), value: label }
}

/** A value in words, on one line. */
export function formatAnswerValue(question: Question, value: Value): ReportText {
  const { form } = question
  if (typeof value === 'boolean') return { say: value ? 'yes' : 'no' }
  if (typeof value === 'number' || typeof value === 'string') {
    const choice = form.type === 'choice' ? form.choices.find(({ id }) => id === value) : undefined
    return choice?.title ?? String(value)
  }
  if (value.length === 0) return { say: 'answer-none' }
  return {
    say: 'answer-items',
    items: value.map((item) => {
      if (typeof item === 'string') {
        return form.type === 'choices'
          ? (form.choices.find(({ id }) => id === item)?.title ?? item)
          : item
      }
      return form.type === 'table' ? formatRow(form.columns, item) : ''
    }),
  }
}

/** A row on one line, its cells in the order of the columns; a number follows its column's title. */
function formatRow(columns: readonly Column[], row: Row): ReportSentence {
  return {
    say: 'dotted',
    items: columns.flatMap<ReportText>(({ id, title, type, choices }) => {
      const cell = row[id] ?? null
      if (cell === null) return []
      if (type === 'number') return [{ say: 'answer-labelled', label: title, value: String(cell) }]
      return [choices.find((choice) => choice.id === cell)?.title ?? String(cell)]
    }),
  }
}
