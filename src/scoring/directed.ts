import { type Question, type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import { momentsOf } from './counts.ts'
import { sum } from './numbers.ts'
import { type PartnerTally, tallyOf } from './tally.ts'

/** What a partner says about itself, and what the others say about it. */
export interface Directed {
  /** The question about us. */
  readonly question: string
  /** The same question about them. */
  readonly mirror: string
  readonly partner: string
  /** The partner's score on the question, 0..1. */
  readonly own: number | null
  /** Plain mean of the other partners' scores on the mirror, 0..1. */
  readonly others: number | null
  /** `own − others`: above 0 where a partner sees itself better than it is seen. */
  readonly gap: number | null
}

/** Each pair of mirrored questions once, whichever of the two names the other, for each partner. */
export function directedViews(
  questionnaire: Questionnaire,
  partners: readonly PartnerTally[],
): readonly Directed[] {
  const score = (partner: PartnerTally, question: Question) =>
    momentsOf(tallyOf(partner, question.id).scores)?.mean ?? null
  return mirrored(questionnaire).flatMap(([us, them]) =>
    partners.map((partner) => {
      const own = score(partner, us)
      const rest = partners.filter((other) => other !== partner)
      const seen = rest.flatMap((other) => score(other, them) ?? [])
      const others = seen.length === 0 ? null : sum(seen) / seen.length
      const gap = own === null || others === null ? null : own - others
      return { question: us.id, mirror: them.id, partner: partner.id, own, others, gap }
    }),
  )
}

function mirrored(questionnaire: Questionnaire): readonly (readonly [Question, Question])[] {
  const scored = questionsOf(questionnaire).filter((question) => question.scored)
  return scored
    .filter((question) => question.about === 'us')
    .flatMap((us) => {
      const them = scored.find(
        (other) => other.about === 'them' && (us.mirror === other.id || other.mirror === us.id),
      )
      return them === undefined ? [] : [[us, them] as const]
    })
}
