import { haveSameScale } from '../model/forms/forms.ts'
import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import type { ShownResult } from '../model/result.ts'
import { computeWeightShares } from '../model/weight-shares.ts'
import { getAnswerCounts } from './answer-counts.ts'
import { computeMoments } from './counts.ts'
import { toPercent } from './estimate.ts'
import { sum } from './numbers.ts'
import type { PartnerScores, PartnershipScores } from './partnership-scores.ts'

/** Under so many mirrored pairs no view of a partner is told. */
const minPairs = 3

/**
 * Each partner by itself and as the other one sees it, over the mirrored pairs that both answered, weighted by the share of the
 * question about us; and what it says of both. On 0..100. `askedPartners` are those listed and asked; null where none are.
 * Source: design section 3, rule 8.
 */
export function listSubjects(
  scores: PartnershipScores,
  askedPartners: readonly string[] | null,
): ShownResult['subjects'] {
  const { questionnaire, partners } = scores
  const shares = computeWeightShares(questionnaire)
  const two = askedPartners ?? partners.map(({ id }) => id)
  const pairs = listMirrorPairs(questionnaire)
  return partners.map((partner) => {
    const other =
      two.length === 2 && two.includes(partner.id)
        ? partners.find(({ id }) => id !== partner.id && two.includes(id))
        : undefined
    const answered = other === undefined ? [] : listAnsweredPairs(pairs, partner, other, shares)
    const isEnough = answered.length >= minPairs
    return {
      partner: partner.id,
      own: isEnough ? computeMean(answered.map(({ own, weight }) => [own, weight])) : null,
      others: isEnough ? computeMean(answered.map(({ seen, weight }) => [seen, weight])) : null,
      pairs: answered.length,
      shared: computeMean(listSharedScores(questionnaire, partner, shares)),
    }
  })
}

/**
 * What each partner says about itself (`own`), and the plain mean of what the others say about it. Each pair of mirrored
 * questions appears once for each partner, whichever of the two names the other. The gap is above 0 where a partner sees
 * itself better than it is seen.
 */
export function listDirected({
  questionnaire,
  partners,
}: PartnershipScores): ShownResult['directed'] {
  return listMirrorPairs(questionnaire).flatMap(([us, them]) =>
    partners.map((partner) => {
      const own = getScore(partner, us)
      const rest = partners.filter((other) => other !== partner)
      const seen = rest.flatMap((other) => getScore(other, them) ?? [])
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

/** Questions about us, each with the same one about them: of one type and scale, and in no other pair. */
export function listMirrorPairs(
  questionnaire: Questionnaire,
): readonly (readonly [Question, Question])[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  const named = scored
    .filter((question) => question.about === 'us')
    .flatMap((us) =>
      scored
        .filter(
          (other) => other.about === 'them' && (us.mirror === other.id || other.mirror === us.id),
        )
        .map((them) => [us, them] as const),
    )
  return named.filter(
    ([us, them]) =>
      haveSameScale(us.form, them.form) &&
      named.filter((pair) => pair.includes(us) || pair.includes(them)).length === 1,
  )
}

function listAnsweredPairs(
  pairs: ReturnType<typeof listMirrorPairs>,
  partner: PartnerScores,
  other: PartnerScores,
  shares: ReadonlyMap<string, number>,
) {
  return pairs.flatMap(([us, them]) => {
    const own = getScore(partner, us)
    const seen = getScore(other, them)
    return own === null || seen === null ? [] : [{ own, seen, weight: shares.get(us.id) ?? 0 }]
  })
}

function listSharedScores(
  questionnaire: Questionnaire,
  partner: PartnerScores,
  shares: ReadonlyMap<string, number>,
) {
  return listQuestions(questionnaire).flatMap((question): (readonly [number, number])[] => {
    const score = question.about === 'both' ? getScore(partner, question) : null
    return score === null ? [] : [[score, shares.get(question.id) ?? 0]]
  })
}

function getScore({ counts }: PartnerScores, { id, scored }: Question): number | null {
  return scored ? (computeMoments(getAnswerCounts(counts, id).scores)?.mean ?? null) : null
}

/** Of scores on 0..1 with their weights, on 0..100; null of none. */
function computeMean(parts: readonly (readonly [number, number])[]): number | null {
  const whole = sum(parts.map(([, weight]) => weight))
  if (whole === 0) return null
  return (sum(parts.map(([score, weight]) => score * weight)) / whole) * 100
}
