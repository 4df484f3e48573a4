import type { ReportSentence } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** A question with answers still missing, by what stands in their place. */
interface OpenQuestion {
  readonly question: string
  readonly ask: string
  /** `Northwind: 2 “don't know”, 1 without an answer`. */
  readonly who: readonly ReportSentence[]
}

export function listOpenQuestions({ result, names }: ReportContext): readonly OpenQuestion[] {
  return (result.questions ?? []).flatMap(({ id, partners = [] }) => {
    const who = partners.flatMap(({ id: partner, dontKnow, skipped }): ReportSentence[] =>
      dontKnow + skipped === 0
        ? []
        : [{ say: 'open-answers', partner: names.partner(partner), dontKnow, skipped }],
    )
    return who.length === 0 ? [] : [{ question: id, ask: names.ask(id), who }]
  })
}
