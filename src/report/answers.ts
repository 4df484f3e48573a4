import type { Column } from '../model/forms/table.ts'
import type { Question } from '../model/questionnaire.ts'
import type { Answer, Row, Value } from '../model/response.ts'
import { toOneLine } from '../model/value.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { countAnswers, findWords, isSpreadShown, listPartnerAnswers } from './chosen.ts'
import { findPartnerScore } from './gaps.ts'
import type { ShownContext } from './report-context.ts'

/** The appendix: every answer, a table for each dimension. */
interface AnswerTable {
  readonly title: ReportText
  readonly partners: readonly string[]
  readonly rows: readonly {
    readonly question: string
    readonly ask: string
    readonly cells: readonly ReportText[]
    /** What people noted, and why it does not apply to them. */
    readonly remarks: readonly ReportSentence[]
  }[]
}

/**
 * Each question with what the people of each partner answered, as counts; nothing is in an order of persons. Empty where answers are too
 * many. Where few people answered, or counts may not be told, their mean and number stand for them.
 */
export function buildAnswerTables(context: ShownContext): readonly AnswerTable[] {
  const { questionnaire, result, names, responses, respondentCount, style, minGroup } = context
  if (responses.length < respondentCount) return []
  const ids = result.partners.map(({ id }) => id)
  const partners = ids.map(names.partner)
  // The first page has the results of the days.
  const results = new Set(questionnaire.dimensions.map(({ day }) => day?.result))
  const isWanted = ({ id }: Question) => style.detail === 'full' || minGroup > 1 || !results.has(id)
  const tables = questionnaire.dimensions.map((dimension) => ({
    title: dimension.title,
    partners,
    rows: dimension.questions.filter(isWanted).map((question) => ({
      question: question.id,
      ask: names.ask(question.id),
      cells: ids.map((partner) => formatCell(question, partner, context)),
      remarks: listRemarks(question.id, context),
    })),
  }))
  const beforehand = listProfileRows(ids, context)
  const all = [
    { title: { say: 'answers-beforehand' } as const, partners, rows: beforehand },
    ...tables,
  ]
  return all.filter(({ rows }) => rows.length > 0)
}

/** What people said before the questions, as counts. */
function listProfileRows(
  partners: readonly string[],
  { questionnaire, result, minGroup }: ShownContext,
): AnswerTable['rows'] {
  // A group limit may have left a partner's counts out.
  const nothing: ReportSentence = { say: minGroup > 1 ? 'answer-not-shown' : 'answer-not-given' }
  return questionnaire.profile.flatMap(({ id, ask, form }) => {
    const cells = partners.map((partner): ReportText => {
      const counts = result.profiles.find((own) => own.question === id && own.partner === partner)
      const items = (counts?.counts ?? []).map(({ value, people }): ReportSentence => {
        const words = typeof value === 'number' ? findWords(form, value) : nameChoice(form, value)
        const number = typeof value === 'number' ? String(value) : null
        return { say: 'people-said', people, value: number, words }
      })
      return items.length === 0 ? nothing : { say: 'dotted', items }
    })
    return result.profiles.some(({ question }) => question === id)
      ? [{ question: id, ask: toOneLine(ask), cells, remarks: [] }]
      : []
  })
}

function nameChoice(form: Question['form'], value: string): string {
  const choices = form.type === 'choice' || form.type === 'choices' ? form.choices : []
  return choices.find(({ id }) => id === value)?.title ?? toOneLine(value)
}

function listRemarks(question: string, { result, names }: ShownContext): readonly ReportSentence[] {
  const notes = result.notes.filter((own) => own.question === question)
  const reasons = result.notApplicable.filter((own) => own.question === question)
  return [
    ...notes.map(({ partner, note }): ReportSentence => {
      return { say: 'remark-of-partner', partner: names.partner(partner), words: note.trim() }
    }),
    ...reasons.map(({ partner, reason }): ReportSentence => {
      return { say: 'reason-of-partner', partner: names.partner(partner), words: reason.trim() }
    }),
  ]
}

function formatCell(question: Question, partner: string, context: ShownContext): ReportText {
  const { minGroup, figures } = context
  const { all, values } = listPartnerAnswers(question.id, partner, context)
  const answered = all.filter((answer) => answer?.state === 'answered').length
  if (minGroup > 1 && !isAnyShown(question.id, partner, context)) return { say: 'answer-not-shown' }
  if (all.length === 0) return { say: 'answer-not-asked' }
  const score = figures.score(findPartnerScore(question.id, partner, context))
  if (!isSpreadShown(answered, minGroup)) return { say: 'answers-of-group', score, answered }
  const counts: ReportSentence = { say: 'dotted', items: listCounts(question, all, values) }
  return question.scored && answered > 0
    ? { say: 'answers-scored', score, answers: counts }
    : counts
}

/** Has the result a figure for the partner's answers? It decides what a group limit leaves, here too. */
function isAnyShown(question: string, partner: string, { result }: ShownContext): boolean {
  const row = result.questions.find(({ id }) => id === question)
  return (row?.partners.find(({ id }) => id === partner)?.answered ?? null) !== null
}

/** Answers from the lowest up, others in the order of their texts; then what is not answered. */
function listCounts(
  question: Question,
  all: readonly (Answer | undefined)[],
  values: readonly number[],
): readonly ReportText[] {
  const numbered = countAnswers(values).map(({ value, people }): ReportText => {
    const words = findWords(question.form, value)
    const isNumber = question.form.type !== 'yes-no'
    return { say: 'people-answered', people, value: isNumber ? String(value) : null, words }
  })
  const others = (['dont-know', 'skipped', 'not-applicable', 'open'] as const).flatMap(
    (state): ReportText[] => {
      const people = all.filter((answer) => (answer?.state ?? 'open') === state).length
      return people === 0 ? [] : [{ say: `people-${state}`, people }]
    },
  )
  return [...numbered, ...countTexts(question, all), ...others]
}

function isNumeric(value: Value): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

/** What has no number, each with how many people answered it; in the order of the texts. */
export function countTexts(
  question: Question,
  all: readonly (Answer | undefined)[],
): readonly ReportText[] {
  const counted = new Map<string, { readonly text: ReportText; readonly people: number }>()
  for (const answer of all) {
    if (answer?.state !== 'answered' || isNumeric(answer.value)) continue
    const text = formatAnswerValue(question, answer.value)
    const key = JSON.stringify(text)
    counted.set(key, { text, people: (counted.get(key)?.people ?? 0) + 1 })
  }
  return [...counted]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { text, people }]) => ({ say: 'people-answered', people, value: text, words: null }))
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
