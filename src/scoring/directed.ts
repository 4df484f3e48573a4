import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { toPercent } from './estimate.ts'
import { sum } from './numbers.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'

/**
 * What each partner says about itself (`own`), and the plain mean of what the others say about it. Each pair of mirrored
 * questions appears once for each partner, whichever of the two names the other. The gap is above 0 where a partner sees
 * itself better than it is seen.
 */
export function buildDirectedResults({
  questionnaire,
  partners,
}: PartnershipScores): NonNullable<Result['directed']> {
  const score = ({ counts }: PartnerScores, { id }: Question) =>
    computeMoments(getAnswerCounts(counts, id).scores)?.mean ?? null
  return listMirrorPairs(questionnaire).flatMap(([us, them]) =>
    partners.map((partner) => {
      const own = score(partner, us)
      const rest = partners.filter((other) => other !== partner)
      const seen = rest.flatMap((other) => score(other, them) ?? [])
      const others = seen.length === 0 ? null : sum(seen) / seen.length
      const gap = own === null || others === null ? null : own - others
      return {
        question: us.id,
        mirror: them.id,
        partner: partner.id,
        own: toPercent(own),
        others: toPercent(others),
        gap: toPercent(gap),
      }
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
