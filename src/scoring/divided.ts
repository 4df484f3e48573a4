import { listQuestions, type Question } from '../model/questionnaire.ts'
import type { ShownResult } from '../model/result.ts'
import { computeWeightShares } from '../model/weight-shares.ts'
import { type AnswerCounts, getAnswerCounts } from './answer-counts.ts'
import { type Counts, computeMoments, computeVariance } from './counts.ts'
import { isLess, tolerance } from './numbers.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import type { Privacy } from './privacy.ts'
import { countValuesOfScale } from './spread.ts'

type Divided = ShownResult['divided'][number]

/**
 * The ratings and yes-nos on which a third of one partner's people answer at least half of the scale apart from another third; the
 * more that weighs the earlier, of equals in questionnaire order, then by partner. `privacy` says which counts may be given.
 * Source: design section 3, rule 7.
 */
export function listDivided(
  { questionnaire, partners }: PartnershipScores,
  privacy: Pick<Privacy, 'isShown' | 'isSpreadShown'>,
): readonly Divided[] {
  const shares = computeWeightShares(questionnaire)
  return listQuestions(questionnaire)
    .flatMap((question) =>
      partners.flatMap(({ id, counts }) => {
        const answers = getAnswerCounts(counts, question.id)
        const isToldOf =
          privacy.isShown(question.id, id) && privacy.isSpreadShown(id, answers.answered)
        if (!isToldOf || !isDivided(question, answers)) return []
        const variance = computeVariance(computeMoments(answers.scores)) ?? 0
        const rank = variance * (shares.get(question.id) ?? 0)
        const counted = listCounts(question, answers.values)
        return [{ rank, entry: { question: question.id, partner: id, counts: counted } }]
      }),
    )
    .sort((a, b) => Math.round((b.rank - a.rank) / tolerance))
    .map(({ entry }) => entry)
}

/** Of n answers in order the k-th lowest and the k-th highest are looked at, k = ⌈n / 3⌉. */
function isDivided(question: Question, { values, answered }: AnswerCounts): boolean {
  const size = countValuesOfScale(question)
  if (!question.scored || size === null || answered < 2) return false
  const apart = getDistanceApart(size, answered)
  if (apart === null) return false
  const ordered = [...values]
    .sort(([a], [b]) => a - b)
    .flatMap(([value, people]) => Array.from({ length: people }, () => value))
  const third = Math.ceil(answered / 3)
  const [low = 0, high = 0] = [ordered[third - 1], ordered[answered - third]]
  return !isLess(high - low, apart)
}

/** Two or three people say less, so among them it takes more; on a scale of two values it can't be told. */
function getDistanceApart(size: number, answered: number): number | null {
  if (answered <= 3) return size === 2 ? null : Math.max(2, size - 2)
  return size === 2 ? 1 : Math.max(2, Math.ceil((size - 1) / 2))
}

/** Ascending, yes before no; only values that were given. */
export function listCounts({ form }: Pick<Question, 'form'>, values: Counts) {
  const ascending = [...values].sort(([a], [b]) => a - b)
  if (form.type !== 'yes-no') return ascending.map(([value, people]) => ({ value, people }))
  return ascending
    .reverse()
    .map(([value, people]) => ({ value: value === 1 ? 'yes' : 'no', people }))
}
