import { type Dimension, type Question, questionsOf } from '../model/questionnaire.ts'
import type {
  DimensionResult,
  PartnerResult,
  QuestionPartner,
  QuestionResult,
  Result,
  Statistic,
} from '../model/result.ts'
import { momentsOf } from './counts.ts'
import { type Complete, cronbachAlpha } from './cronbach.ts'
import { directedViews } from './directed.ts'
import { gapOf } from './gap.ts'
import { krippendorffAlpha } from './krippendorff.ts'
import { sum } from './numbers.ts'
import { percent, scoreFrom } from './printed.ts'
import { rwgjOf, rwgOf, sdOf } from './spread.ts'
import type { PartnerStanding, Standing } from './standing.ts'
import { joinTallies, tallyOf } from './tally.ts'

/** The lists of a result, in questionnaire order, partners by id. Source: design section 3, "The result as data". */

export function partnerResults(standing: Standing): PartnerResult[] {
  return standing.partners.map((partner) => ({
    id: partner.id,
    respondents: partner.tally.respondents,
    score: scoreFrom(partner.overall),
    dimensions: partner.dimensions.map(({ dimension, estimate }) => ({
      id: dimension.id,
      score: scoreFrom(estimate),
      rwgj: rwgjOf(dimension.questions, (question) => tallyOf(partner.tally, question.id)),
    })),
  }))
}

export function dimensionResults(
  standing: Standing,
  completeFor: (dimension: Dimension) => Complete,
): DimensionResult[] {
  return standing.dimensions.map(({ dimension, estimate }, index) => ({
    id: dimension.id,
    weight: dimension.weight,
    score: scoreFrom(estimate),
    gap: gapOf(
      standing.partners.map((partner) => ({
        partner: partner.id,
        score: partner.dimensions[index]?.estimate?.value ?? null,
      })),
    ),
    alpha: cronbachAlpha(completeFor(dimension)),
  }))
}

/** The questions that have a score; the others have nothing to count. */
export function questionResults(standing: Standing): QuestionResult[] {
  return questionsOf(standing.questionnaire)
    .filter((question) => question.scored)
    .map((question) => {
      const scores = standing.partners.map((partner) => ({
        partner: partner.id,
        score: scoreOfPartner(question, partner),
      }))
      const known = scores.flatMap(({ score }) => score ?? [])
      return {
        id: question.id,
        score: known.length === 0 ? null : percent(sum(known) / known.length),
        gap: gapOf(scores),
        partners: standing.partners.map((partner) => questionPartner(question, partner)),
      }
    })
}

/** Agreement of all respondents with one another, over all questions that have a score. */
export function krippendorffOf(standing: Standing): Statistic {
  return krippendorffAlpha(
    questionsOf(standing.questionnaire).map(
      ({ id }) => joinTallies(standing.partners.map(({ tally }) => tallyOf(tally, id))).scores,
    ),
  )
}

export function directedResults(standing: Standing): NonNullable<Result['directed']> {
  const tallies = standing.partners.map((partner) => partner.tally)
  return directedViews(standing.questionnaire, tallies).map((view) => ({
    ...view,
    own: percent(view.own),
    others: percent(view.others),
    gap: percent(view.gap),
  }))
}

function questionPartner(question: Question, partner: PartnerStanding): QuestionPartner {
  const tally = tallyOf(partner.tally, question.id)
  return {
    id: partner.id,
    score: percent(scoreOfPartner(question, partner)),
    mean: momentsOf(tally.values)?.mean ?? null,
    sd: sdOf(tally),
    rwg: rwgOf(question, tally),
    answered: tally.answered,
    dontKnow: tally.dontKnow,
    notApplicable: tally.notApplicable,
    skipped: tally.skipped,
  }
}

function scoreOfPartner(question: Question, partner: PartnerStanding): number | null {
  return momentsOf(tallyOf(partner.tally, question.id).scores)?.mean ?? null
}
