import { type Dimension, listQuestions } from '../model/questionnaire.ts'
import { getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { isLess, sum } from './numbers.ts'
import {
  listScoredQuestions,
  type PartnerScores,
  type PartnershipScores,
} from './partnership-scores.ts'

/** What may be shown, so that nobody can be recognised by an answer. */
export interface Privacy {
  /** Null where every partner's view may be shown. */
  readonly hidden: 'all' | 'partners' | null
  /** May a partner's figures on a question be shown? */
  readonly isShown: (question: string, partner: string) => boolean
  /** May the partners' common score on a question be shown? */
  readonly isWholeShown: (question: string) => boolean
  /** May bounds be shown: of a dimension or of the whole (null), at a partner or at all together (null)? */
  readonly areBoundsShown: (dimension: string | null, partner: string | null) => boolean
  /** May it be told how the answers of so many of a partner's people spread, and how many gave each? */
  readonly isSpreadShown: (partner: string, people: number) => boolean
}

/**
 * Groups under `minGroup` are not shown: one partner's hides what is split by partner, all together under it hide everything. Where
 * fewer than `minGroup` of a partner's people answered a question, its figures there are left out, and with them every other figure
 * that it could be worked out from: by subtraction from the dimension, from the bounds beside the score, or from what is shown of
 * the same answers under a smaller `minGroup`. Source: design section 3, rule 10.
 */
export function settlePrivacy(scores: PartnershipScores, minGroup: number): Privacy {
  if (minGroup === 1) return openPrivacy
  const groups = new Map(scores.partners.map(({ id, counts }) => [id, counts.respondents]))
  // Where a partner has fewer people, somebody may have what is shown by partner for groups of its size.
  const split = Math.min(minGroup, ...groups.values())
  const withheld = new Map(
    scores.partners.map(({ id, counts }) => [id, listWithheld(scores, counts, split)]),
  )
  const isShown: Privacy['isShown'] = (question, partner) =>
    withheld.get(partner)?.has(question) !== true
  const hidden = findHiddenScope(scores, isShown, minGroup)
  const totals = new Set(
    scores.questionnaire.dimensions
      .filter((dimension) => areTotalsShown(dimension, scores, isShown, minGroup))
      .flatMap(({ questions }) => questions.map(({ id }) => id)),
  )
  const open = new Map(
    scores.partners.map((own) => [
      own.id,
      listOpenDimensions(own, hidden === null ? minGroup : null),
    ]),
  )
  return {
    hidden,
    isShown,
    isWholeShown: (question) =>
      hidden === null
        ? scores.partners.every(({ id }) => isShown(question, id))
        : totals.has(question),
    areBoundsShown: (dimension, partner) =>
      [...open].every(
        ([id, dimensions]) =>
          (partner !== null && partner !== id) ||
          (dimension === null ? dimensions.size === 0 : !dimensions.has(dimension)),
      ),
    isSpreadShown: (partner, people) => Math.min(people, groups.get(partner) ?? 0) >= 2 * minGroup,
  }
}

const openPrivacy: Privacy = {
  hidden: null,
  isShown: () => true,
  isWholeShown: () => true,
  areBoundsShown: () => true,
  isSpreadShown: () => true,
}

/** Where one dimension at a partner is one withheld question, nothing is split; where it is all there is of it, nothing is shown. */
function findHiddenScope(
  { questionnaire, partners, dimensions }: PartnershipScores,
  isShown: Privacy['isShown'],
  minGroup: number,
): Privacy['hidden'] {
  const groups = partners.map(({ counts }) => counts.respondents)
  if (sum(groups) < minGroup) return 'all'
  const isBare = partners.some(({ id, counts }) =>
    questionnaire.dimensions.some((dimension) => {
      const [only, ...others] = listAnswered(dimension, counts)
      return only !== undefined && others.length === 0 && !isShown(only, id)
    }),
  )
  if (!isBare && groups.every((group) => group >= minGroup)) return null
  const isOfFew = dimensions.some(({ dimension, estimate }) => {
    const scored = (estimate?.value ?? null) !== null
    return scored && sum(partners.map((own) => countPeople(dimension, own.counts))) < minGroup
  })
  return isOfFew ? 'all' : 'partners'
}

/** How many of a partner's people answered a dimension at least. */
function countPeople(dimension: Dimension, counts: PartnerCounts): number {
  const answered = listAnswered(dimension, counts).map((id) => getAnswerCounts(counts, id).answered)
  return Math.max(0, ...answered)
}

/**
 * Questions of which a partner's figures are not shown. Of two or more in a dimension none can be had by subtraction; beside one alone
 * goes the one that the fewest answered.
 */
function listWithheld(
  { questionnaire }: PartnershipScores,
  counts: PartnerCounts,
  minGroup: number,
): ReadonlySet<string> {
  const countAnswered = (id: string) => getAnswerCounts(counts, id).answered
  const companions = questionnaire.dimensions.flatMap((dimension) => {
    const answered = listAnswered(dimension, counts)
    const others = answered.filter((id) => countAnswered(id) >= minGroup)
    if (answered.length - others.length !== 1) return []
    return others.toSorted((a, b) => countAnswered(a) - countAnswered(b)).slice(0, 1)
  })
  const few = listQuestions(questionnaire)
    .map(({ id }) => id)
    .filter((id) => countAnswered(id) < minGroup)
  return new Set([...few, ...companions])
}

/**
 * May the common scores of a dimension's questions be shown where no partner's may? All or none: if the partners answered different
 * questions, or one of them may not be shown, the dimension's score would give away what the others leave open.
 */
function areTotalsShown(
  dimension: Dimension,
  { partners }: PartnershipScores,
  isShown: Privacy['isShown'],
  minGroup: number,
): boolean {
  const answered = partners
    .map(({ id, counts }) => ({ id, counts, questions: listAnswered(dimension, counts) }))
    .filter(({ questions }) => questions.length > 0)
  return listScoredQuestions(dimension).every(({ id: question }) => {
    const own = answered.filter(({ questions }) => questions.includes(question))
    const people = own.map(({ counts }) => getAnswerCounts(counts, question).answered)
    if (own.length === 0) return true
    const isOfAll = own.length === answered.length && sum(people) >= minGroup
    return isOfAll && own.every(({ id }) => isShown(question, id))
  })
}

/** Dimensions with open answers; with a group, those of which fewer people answered some question. Score and bounds together tell what. */
function listOpenDimensions(
  { counts, dimensions }: PartnerScores,
  minGroup: number | null,
): ReadonlySet<string> {
  const open = dimensions.filter(
    ({ estimate }) => estimate !== null && isLess(estimate.coverage, 1),
  )
  const told = open.filter(
    ({ dimension }) =>
      minGroup === null ||
      listAnswered(dimension, counts).some((id) => getAnswerCounts(counts, id).answered < minGroup),
  )
  return new Set(told.map(({ dimension }) => dimension.id))
}

/** The scored questions that somebody answered. */
function listAnswered(dimension: Dimension, counts: PartnerCounts): readonly string[] {
  return listScoredQuestions(dimension)
    .map(({ id }) => id)
    .filter((id) => getAnswerCounts(counts, id).answered > 0)
}
