import { roundToFifteenDigits } from '../model/decimals.ts'
import type { Dimension, Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type {
  AllHiddenResult,
  PartnersHiddenResult,
  Result,
  ShownResult,
  WithoutOne,
} from '../model/result.ts'
import type { Message } from '../words/message.ts'
import { listActions } from './actions.ts'
import {
  countResponses,
  getAnswerCounts,
  type PartnerCounts,
  type Person,
} from './answer-counts.ts'
import { type CompleteScores, countCompleteScores } from './cronbach.ts'
import { listDivided } from './divided.ts'
import { toScore } from './estimate.ts'
import { hidePath, hideReasons, hideSubject, listShownEntries } from './hide.ts'
import { findLevelBounds, type LevelBounds } from './level.ts'
import { type Limits, listAllAsMissed } from './limits.ts'
import { listDirected, listSubjects } from './mirrors.ts'
import { type PartnershipScores, scorePartnership } from './partnership-scores.ts'
import { findPathToLevel } from './path.ts'
import { type Privacy, settlePrivacy } from './privacy.ts'
import { countStraight } from './quality.ts'
import { countQuorum, listMissingPartners } from './quorum.ts'
import {
  computeOverallAgreement,
  listDimensionResults,
  listPartnerResults,
  listQuestionResults,
} from './result-sections.ts'
import { listSayDo, type PlanEvidence } from './say-do.ts'
import { buildVerdict } from './verdict.ts'
import type { LeftOut } from './who-counts.ts'
import { scoreWithoutEachOne } from './without-one.ts'

export interface ScoringInput extends ScoringContext {
  /** Those that count (`settleWhoCounts`), at least one; all of one partnership, no respondent of a partner twice. */
  readonly responses: readonly Response[]
  /** Ids of the questions asked of this respondent: their conditions hold, and they are core in a quick run. */
  readonly asked: (response: Response) => ReadonlySet<string>
}

/** What answers are scored with. */
interface ScoringContext {
  readonly questionnaire: Questionnaire
  readonly hash: string
  /** Responses that do not count, by partner, then respondent. */
  readonly leftOut: readonly LeftOut[]
  /** Ids of the partners that are listed and asked; null where none are listed. */
  readonly askedPartners: readonly string[] | null
  /** Least scores on 0..100, and a level's id. */
  readonly limits: Limits
  /** Groups under this many people are not shown; 1 shows all. */
  readonly minGroup: number
  /** Who takes a step for a partner, from the plan: partner id → person. */
  readonly managers: ReadonlyMap<string, string>
  /** Null without one. */
  readonly planEvidence: PlanEvidence | null
  readonly today: string | null
  readonly warnings: readonly (Message | string)[]
}

/** Answers as far as scoring needs them: counts, and what people wrote. */
export interface CountedAnswers {
  readonly partnership: string
  readonly run: Response['run']
  readonly partners: readonly PartnerCounts[]
  readonly completeFor: (dimension: Dimension) => CompleteScores
  /** People who gave the same number to nearly every rating. */
  readonly straight: number
  /** Null where they are too many to be kept. */
  readonly people: readonly Person[] | null
}

/**
 * What the answers say: scores with bounds, level, gaps, agreement, the way to the next level and the next steps. Neither the
 * order of the responses nor that of a file's keys changes anything. Source: design section 3.
 */
export function scoreResponses({ responses, asked, ...context }: ScoringInput): Result {
  const { questionnaire } = context
  const people = responses.map((response) => ({ response, asked: asked(response) }))
  return scoreCountedAnswers(context, {
    partnership: responses[0]?.partnership ?? '',
    run: responses.some((response) => response.run === 'full') ? 'full' : 'quick',
    partners: countResponses(questionnaire, people),
    completeFor: (dimension) => countCompleteScores(dimension, people),
    straight: countStraight(questionnaire, people),
    people,
  })
}

/** As `scoreResponses`, of answers that have been counted already. */
export function scoreCountedAnswers(context: ScoringContext, counted: CountedAnswers): Result {
  const scored = scoreAll(context, counted)
  return roundToFifteenDigits(buildResult(scored))
}

/** All that a result is made of. */
interface Scored {
  readonly context: ScoringContext
  readonly counted: CountedAnswers
  readonly missing: readonly string[]
  readonly scores: PartnershipScores
  readonly levels: LevelBounds
  readonly privacy: Privacy
}

function scoreAll(context: ScoringContext, counted: CountedAnswers): Scored {
  const { questionnaire, leftOut, minGroup } = context
  const ids = counted.partners.map(({ id }) => id)
  // Where all that are listed are not to answer, those with a response are the partners.
  const askedPartners = context.askedPartners?.length === 0 ? null : context.askedPartners
  const heard = {
    asked: askedPartners,
    withResponse: [...new Set([...ids, ...leftOut.map(({ partner }) => partner)])],
    counted: ids,
  }
  const quorum = countQuorum(questionnaire, heard)
  const scores = scorePartnership(questionnaire, counted.partners, quorum)
  return {
    context: { ...context, askedPartners },
    counted,
    missing: listMissingPartners(heard),
    scores,
    levels: findLevelBounds(scores),
    privacy: settlePrivacy(scores, minGroup),
  }
}

function buildResult(scored: Scored): Result {
  switch (scored.privacy.hidden) {
    case 'all':
      return buildAllHidden(scored)
    case 'partners':
      return buildPartnersHidden(scored)
    case null:
      return buildShown(scored)
    default:
      return scored.privacy.hidden satisfies never
  }
}

function buildHead({ context: { questionnaire, hash }, counted }: Scored) {
  const { id, version } = questionnaire
  return {
    accordant: 'result/2' as const,
    questionnaire: { id, version, hash, run: counted.run },
    partnership: counted.partnership,
  }
}

/** A limit on what is hidden is missed, so that no score can be found by asking again with another limit. */
function buildAllHidden(scored: Scored): AllHiddenResult {
  const { minGroup, limits } = scored.context
  const reasons = [...listAllAsMissed(limits)]
  const pass = reasons.length === 0
  const level = { level: null, levelLow: null, levelHigh: null }
  return {
    ...buildHead(scored),
    hidden: { minGroup, scope: 'all' },
    verdict: { pass, ...level, reasons, decidedBy: [], withoutOne: privateWithoutOne },
  }
}

const privateWithoutOne: WithoutOne = { of: null, reason: 'private' }

/** Nothing that is split by partner, and nothing that one partner's people alone decide and could be told from. */
function buildPartnersHidden(scored: Scored): PartnersHiddenResult {
  const { context, scores, missing, privacy, counted, levels } = scored
  const { lifted, reasons, ...verdict } = buildVerdict(scores, levels, context.limits)
  return {
    ...buildHead(scored),
    ...buildToday(context),
    hidden: { minGroup: context.minGroup, scope: 'partners' },
    verdict: {
      ...verdict,
      reasons: hideReasons(reasons, (reason) => 'partner' in reason),
      withoutOne: privateWithoutOne,
    },
    score: toScore(scores.overall, privacy.areBoundsShown(null, null)),
    missing: [...missing],
    quality: { straight: counted.straight },
    dimensions: listDimensionResults(scores, counted.completeFor, privacy).map(
      ({ gap, ...own }) => own,
    ),
    questions: listQuestionResults(scores, privacy).map(({ id, score }) => ({ id, score })),
    agreement: { krippendorff: computeOverallAgreement(scores) },
    plan: context.planEvidence?.result ?? null,
    path: hidePath(findPathToLevel(scores, levels), privacy),
    actions: listActions(scores, { managers: context.managers, privacy }).map(
      ({ partners, owner, ...step }) => step,
    ),
    warnings: [...context.warnings],
  }
}

function buildShown(scored: Scored): ShownResult {
  const { context, counted, scores, levels, missing, privacy } = scored
  const { questionnaire, minGroup, managers, planEvidence } = context
  const { isShown, isSpreadShown, isWholeShown } = privacy
  const { reasons, ...verdict } = buildVerdict(scores, levels, context.limits)
  return {
    ...buildHead(scored),
    ...buildToday(context),
    verdict: {
      ...verdict,
      reasons: hideReasons(
        reasons,
        (reason) =>
          reason.code === 'must' &&
          !(isShown(reason.question, reason.partner) && isSpreadShown(reason.partner, reason.of)),
      ),
      lifted: verdict.lifted.filter(({ question, partner }) =>
        isLiftedByEnough(question, partner, scores, minGroup),
      ),
      withoutOne: scoreWithoutEachOne(scores, counted.people, { level: levels.level, minGroup }),
    },
    score: toScore(scores.overall, privacy.areBoundsShown(null, null)),
    leftOut: [...context.leftOut],
    missing: [...missing],
    quality: { straight: counted.straight },
    partners: listPartnerResults(scores, privacy),
    subjects: listSubjects(scores, context.askedPartners).map((subject) =>
      hideSubject(subject, questionnaire, privacy),
    ),
    dimensions: listDimensionResults(scores, counted.completeFor, privacy),
    questions: listQuestionResults(scores, privacy),
    divided: [...listDivided(scores, privacy)],
    agreement: { krippendorff: computeOverallAgreement(scores) },
    sayDo:
      planEvidence === null
        ? []
        : listSayDo(scores, planEvidence).filter(
            ({ question, partner }) => question === undefined || isShown(question, partner),
          ),
    plan: planEvidence?.result ?? null,
    path: hidePath(findPathToLevel(scores, levels), privacy),
    actions: [...listActions(scores, { managers, privacy })],
    directed: listDirected(scores).map((row) =>
      isWholeShown(row.question) && isWholeShown(row.mirror)
        ? row
        : { ...row, own: null, others: null, gap: null },
    ),
    ...listShownEntries(questionnaire, counted.people ?? [], privacy),
    warnings: [...context.warnings],
  }
}

/** Whether so many people of the partner said that the question does not apply that it may be told. */
function isLiftedByEnough(
  question: string,
  partner: string,
  { partners }: PartnershipScores,
  minGroup: number,
): boolean {
  const own = partners.find(({ id }) => id === partner)
  if (own === undefined) return false
  return getAnswerCounts(own.counts, question).notApplicable >= minGroup
}

function buildToday({ today }: ScoringContext): { readonly today?: string } {
  return today === null ? {} : { today }
}
