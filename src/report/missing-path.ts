import type { PathToLevel } from '../model/result.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** Why no steps lead to the next level, and what does. */
export function describeMissingPath(
  { to, reason }: PathToLevel,
  context: ReportContext,
): ReportSentence {
  const level: ReportSentence =
    to === null ? { say: 'path-next-level' } : { say: 'path-level', level: context.names.level(to) }
  switch (reason) {
    case 'must-open': {
      const asks = listMustAsks(context, (value) => value === null)
      return { say: 'path-must-open', level, asks }
    }
    case 'must-not-raisable': {
      const asks = listMustAsks(context, (value, type, reverse) => {
        return value !== null && (reverse || (type !== 'rating' && type !== 'yes-no'))
      })
      return { say: 'path-must-not-raisable', level, asks }
    }
    case 'out-of-reach':
      return { say: 'path-out-of-reach', level }
    default:
      return { say: 'path-too-open' }
  }
}

/** None where they may not be shown. */
function listMustAsks(
  { result, names }: ReportContext,
  counts: (value: number | null, type: string, reverse: boolean) => boolean,
): readonly string[] {
  const ids = result.verdict.reasons.flatMap((reason) => {
    if (reason.code !== 'must') return []
    const question = names.question(reason.question)
    const { form, reverse } = question ?? { form: { type: '' }, reverse: false }
    return counts(reason.value, form.type, reverse) ? [reason.question] : []
  })
  return [...new Set(ids)].map(names.ask)
}
