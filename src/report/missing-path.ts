import type { PathToLevel } from '../model/result.ts'
import { formatList } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** Why no steps lead to the next level, and what does. */
export function describeMissingPath({ to, reason }: PathToLevel, context: ReportContext): string {
  const level = to === null ? 'the next level' : `“${context.names.level(to)}”`
  switch (reason) {
    case 'must-open': {
      const asks = formatMustQuestions(context, (value) => value === null)
      return `No step leads to ${level} while nobody of a partner has answered a must${asks}. Answer it first.`
    }
    case 'must-not-raisable': {
      const asks = formatMustQuestions(context, (value, type, reverse) => {
        return value !== null && (reverse || (type !== 'rating' && type !== 'yes-no'))
      })
      return `No steps lead to ${level}: it takes a must that can't be raised value by value${asks}. See what stands behind its figure.`
    }
    case 'out-of-reach':
      return `No steps lead to ${level}: what is open, and what is not answered on a scale, hold it back even with every other answer at its best.`
    default:
      return 'Too much is open to say what leads to the next level. Answer first what is open.'
  }
}

/** `: “…” and “…”`, or nothing where they may not be shown. */
function formatMustQuestions(
  { result, names }: ReportContext,
  counts: (value: number | null, type: string, reverse: boolean) => boolean,
): string {
  const ids = result.verdict.reasons.flatMap((reason) => {
    if (reason.code !== 'must') return []
    const question = names.question(reason.question)
    const { form, reverse } = question ?? { form: { type: '' }, reverse: false }
    return counts(reason.value, form.type, reverse) ? [reason.question] : []
  })
  const asks = [...new Set(ids)].map((id) => `“${names.ask(id)}”`)
  return asks.length === 0 ? '' : `: ${formatList(asks)}`
}
