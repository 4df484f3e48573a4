import type { ReportContext } from './report-context.ts'

/** A question with answers still missing, by what stands in their place. */
export interface OpenQuestion {
  readonly question: string
  readonly ask: string
  /** `Northwind: 2 “don't know”, 1 without an answer`. */
  readonly who: readonly string[]
}

export function listOpenQuestions({ result, names }: ReportContext): readonly OpenQuestion[] {
  return (result.questions ?? []).flatMap(({ id, partners = [] }) => {
    const who = partners.flatMap(({ id: partner, dontKnow, skipped }) => {
      const parts = [
        ...(dontKnow > 0 ? [`${dontKnow} “don't know”`] : []),
        ...(skipped > 0 ? [`${skipped} without an answer`] : []),
      ]
      return parts.length === 0 ? [] : [`${names.partner(partner)}: ${parts.join(', ')}`]
    })
    return who.length === 0 ? [] : [{ question: id, ask: names.ask(id), who }]
  })
}
