import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import { getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { sum } from './numbers.ts'

/** What a partner says about itself, and what the others say about it. */
interface DirectedView {
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
export function buildDirectedViews(
  questionnaire: Questionnaire,
  partners: readonly PartnerCounts[],
): readonly DirectedView[] {
  const score = (partner: PartnerCounts, question: Question) =>
    computeMoments(getAnswerCounts(partner, question.id).scores)?.mean ?? null
  return listMirrorPairs(questionnaire).flatMap(([us, them]) =>
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

function listMirrorPairs(questionnaire: Questionnaire): readonly (readonly [Question, Question])[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  return scored
    .filter((question) => question.about === 'us')
    .flatMap((us) => {
      const them = scored.find(
        (other) => other.about === 'them' && (us.mirror === other.id || other.mirror === us.id),
      )
      return them === undefined ? [] : [[us, them] as const]
    })
}
