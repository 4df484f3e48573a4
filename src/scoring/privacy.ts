import { listQuestions, type Question } from '../model/questionnaire.ts'
import { getAnswerCounts, type PartnerCounts } from './answer-counts.ts'
import { sum } from './numbers.ts'
import { listScoredQuestions, type PartnershipScores } from './partnership-scores.ts'

/** What may be shown, so that nobody can be recognised by an answer. */
export interface Privacy {
  readonly minGroup: number
  /** Null where every partner's view may be shown. */
  readonly hidden: 'all' | 'partners' | null
  /** May a partner's figures on a question be shown? */
  readonly isShown: (question: string, partner: string) => boolean
  /** May the partners' common score on a question be shown? */
  readonly isWholeShown: (question: string) => boolean
  /** May it be told how a partner's answers spread, and how many people gave each? `people` are those that it is about. */
  readonly isSpreadShown: (partner: string, people: number) => boolean
}

/**
 * Groups under `minGroup` are not shown: one partner's hides what is split by partner, all together under it hide everything. Where
 * fewer than `minGroup` of a partner's people answered a question, its figures there are left out, and so are those of another
 * question of the dimension where one alone could be had by subtraction from the dimension. Source: design section 3, rule 10.
 */
export function settlePrivacy(scores: PartnershipScores, minGroup: number): Privacy {
  const { partners } = scores
  const counts = partners.map((partner) => partner.counts)
  const groups = new Map(counts.map(({ id, respondents }) => [id, respondents]))
  const withheld = new Map(
    counts.map((own) => [
      own.id,
      minGroup === 1 ? noQuestions : listWithheld(scores, own, minGroup),
    ]),
  )
  const isShown = (question: string, partner: string) =>
    withheld.get(partner)?.has(question) !== true
  const areEnoughInAll = (question: string) =>
    minGroup === 1 || sum(counts.map((own) => getAnswerCounts(own, question).answered)) >= minGroup
  const hidden = findHiddenScope(scores, withheld, minGroup)
  return {
    minGroup,
    hidden,
    isShown,
    isWholeShown: (question) =>
      areEnoughInAll(question) &&
      (hidden !== null || partners.every(({ id }) => isShown(question, id))),
    isSpreadShown: (partner, people) =>
      minGroup === 1 || Math.min(people, groups.get(partner) ?? 0) >= 2 * minGroup,
  }
}

type WithheldQuestions = ReadonlySet<string>
const noQuestions: WithheldQuestions = new Set()

function findHiddenScope(
  { questionnaire, partners }: PartnershipScores,
  withheld: ReadonlyMap<string, WithheldQuestions>,
  minGroup: number,
): Privacy['hidden'] {
  const groups = partners.map(({ counts }) => counts.respondents)
  if (sum(groups) < minGroup) return 'all'
  if (groups.some((group) => group < minGroup)) return 'partners'
  const isBare = partners.some(({ id, counts }) =>
    questionnaire.dimensions.some((dimension) => {
      const answered = listScoredQuestions(dimension).filter((each) => isAnswered(each, counts))
      const [only] = answered
      return answered.length === 1 && withheld.get(id)?.has(only?.id ?? '') === true
    }),
  )
  return isBare ? 'partners' : null
}

/** Questions of which a partner's figures are not shown. */
function listWithheld(
  { questionnaire }: PartnershipScores,
  counts: PartnerCounts,
  minGroup: number,
): WithheldQuestions {
  const few = (question: Question) => getAnswerCounts(counts, question.id).answered < minGroup
  const companions = questionnaire.dimensions.flatMap((dimension) => {
    const answered = listScoredQuestions(dimension).filter((each) => isAnswered(each, counts))
    if (answered.filter(few).length !== 1) return []
    const others = answered.filter((question) => !few(question))
    return others
      .toSorted(
        (a, b) => getAnswerCounts(counts, a.id).answered - getAnswerCounts(counts, b.id).answered,
      )
      .slice(0, 1)
  })
  return new Set([...listQuestions(questionnaire).filter(few), ...companions].map(({ id }) => id))
}

function isAnswered({ id }: Question, counts: PartnerCounts): boolean {
  return getAnswerCounts(counts, id).answered > 0
}
