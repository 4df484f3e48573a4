import type { Question } from '../model/questionnaire.ts'
import type { ReportText } from '../words/message.ts'
import { isSpreadShown, listPartnerAnswers } from './chosen.ts'
import { findPartnerScore } from './gaps.ts'
import type { ShownContext } from './report-context.ts'

/** Every scored question as each partner sees it, by dimension. */
interface HeatMap {
  readonly partners: readonly string[]
  readonly dimensions: readonly { readonly title: string; readonly rows: readonly HeatRow[] }[]
}

interface HeatRow {
  readonly question: string
  readonly ask: string
  readonly cells: readonly HeatCell[]
}

interface HeatCell {
  /** The score, and from which answer to which its people go. */
  readonly text: ReportText
  /** 0..100; null where there is no score to show. */
  readonly value: number | null
  /** How many people gave each value, from the worst to the best; null where the scale has none, or that may not be shown. */
  readonly counts: readonly number[] | null
}

/** Null where answers are too many to be shown one by one, or nothing is scored. */
export function buildHeatMap(context: ShownContext): HeatMap | null {
  const { questionnaire, result, names, responses, respondentCount } = context
  if (responses.length < respondentCount) return null
  const dimensions = questionnaire.dimensions.flatMap(({ title, questions }) => {
    const rows = questions
      .filter(({ scored }) => scored)
      .map((question) => ({
        question: question.id,
        ask: names.ask(question.id),
        cells: result.partners.map(({ id }) => buildCell(question, id, context)),
      }))
      .filter(({ cells }) => cells.some(({ value }) => value !== null))
    return rows.length === 0 ? [] : [{ title, rows }]
  })
  if (dimensions.length === 0) return null
  return { partners: result.partners.map(({ id }) => names.partner(id)), dimensions }
}

function buildCell(question: Question, partner: string, context: ShownContext): HeatCell {
  const value = findPartnerScore(question.id, partner, context)
  if (value === null) return { text: { say: 'no-figure' }, value, counts: null }
  const score = context.figures.score(value)
  const { values } = listPartnerAnswers(question.id, partner, context)
  const steps = listScaleSteps(question)
  const [low, high] = [values[0], values.at(-1)]
  const isShown =
    steps.length > 0 && values.length > 1 && isSpreadShown(values.length, context.minGroup)
  if (!isShown || low === undefined || high === undefined) {
    return { text: score, value, counts: null }
  }
  return {
    text:
      question.form.type === 'rating'
        ? { say: 'heat-spread', score, low: String(low), high: String(high) }
        : score,
    value,
    counts: steps.map((step) => values.filter((own) => own === step).length),
  }
}

/** The values of the scale from the worst to the best; none where it is no scale of steps. */
function listScaleSteps({ form, reverse }: Question): readonly number[] {
  if (form.type !== 'rating' && form.type !== 'yes-no') return []
  const steps = form.type === 'rating' ? form.values.map(({ value }) => value) : [0, 1]
  return reverse ? steps.toReversed() : steps
}
