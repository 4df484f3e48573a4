import { roundToFifteenDigits } from '../model/decimals.ts'
import type { Dimension, Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import type { Message } from '../words/message.ts'
import { listActions } from './actions.ts'
import { countResponses, type PartnerCounts } from './answer-counts.ts'
import { type CompleteScores, countCompleteScores } from './cronbach.ts'
import { toScore } from './estimate.ts'
import { listExemptions, listNotes, listProfiles } from './individual-entries.ts'
import { findLevelBounds, type LevelBounds } from './level.ts'
import { type Limits, listAllAsMissed } from './limits.ts'
import { type PartnershipScores, scorePartnership } from './partnership-scores.ts'
import { findPathToLevel } from './path.ts'
import {
  buildDimensionResults,
  buildDirectedResults,
  buildPartnerResults,
  buildQuestionResults,
  computeOverallAgreement,
} from './result-sections.ts'
import { listSayDo, type PlanEvidence } from './say-do.ts'
import { buildVerdict } from './verdict.ts'

export interface ScoringInput extends ScoringContext {
  /** At least one; all of one partnership, no respondent of a partner twice. */
  readonly responses: readonly Response[]
  /** Ids of the questions asked of this respondent: their conditions hold, and they are core in a quick run. */
  readonly asked: (response: Response) => ReadonlySet<string>
}

/** What answers are scored with. */
interface ScoringContext {
  readonly questionnaire: Questionnaire
  readonly hash: string
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
  readonly tallies: readonly PartnerCounts[]
  readonly completeFor: (dimension: Dimension) => CompleteScores
  /** Null where they are too many to be told one by one. */
  readonly individualEntries: IndividualEntries | null
}

type IndividualEntries = Required<Pick<Result, 'profiles' | 'notes' | 'notApplicable'>>

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
    tallies: countResponses(questionnaire, people),
    completeFor: (dimension) => countCompleteScores(dimension, people),
    individualEntries: {
      profiles: listProfiles(questionnaire, people),
      notes: listNotes(questionnaire, people),
      notApplicable: listExemptions(questionnaire, people),
    },
  })
}

/** As `scoreResponses`, of answers that have been counted already. */
export function scoreCountedAnswers(context: ScoringContext, gathered: CountedAnswers): Result {
  const standing = scorePartnership(context.questionnaire, gathered.tallies)
  switch (findHiddenScope(gathered.tallies, context.minGroup)) {
    case 'all':
      return roundToFifteenDigits(buildHiddenResult(context, gathered))
    case 'partners':
      return roundToFifteenDigits(
        dropPartners(buildShownResult(context, gathered, standing, true), context.minGroup),
      )
    default:
      return roundToFifteenDigits(buildShownResult(context, gathered, standing, false))
  }
}

function buildResultHead(
  { questionnaire, hash }: ScoringContext,
  { partnership, run }: CountedAnswers,
) {
  const { id, version } = questionnaire
  return { accordant: 'result/1' as const, questionnaire: { id, version, hash, run }, partnership }
}

/** A limit on what is hidden is missed, so that no score can be found by asking again with another limit. */
function buildHiddenResult(context: ScoringContext, gathered: CountedAnswers): Result {
  const reasons = [...listAllAsMissed(context.limits)]
  const pass = reasons.length === 0
  return {
    ...buildResultHead(context, gathered),
    hidden: { minGroup: context.minGroup, scope: 'all' },
    verdict: { pass, level: null, levelLow: null, levelHigh: null, reasons, decidedBy: [] },
  }
}

function buildShownResult(
  context: ScoringContext,
  gathered: CountedAnswers,
  standing: PartnershipScores,
  hidden: boolean,
): Result {
  const { managers, planEvidence: written } = context
  const levels: LevelBounds = findLevelBounds(standing)
  return {
    ...buildResultHead(context, gathered),
    ...(context.today === null ? {} : { today: context.today }),
    verdict: buildVerdict(standing, levels, context.limits),
    score: toScore(standing.overall),
    partners: buildPartnerResults(standing),
    dimensions: buildDimensionResults(standing, gathered.completeFor),
    questions: buildQuestionResults(standing),
    agreement: { krippendorff: computeOverallAgreement(standing) },
    sayDo: written === null ? [] : [...listSayDo(standing, written)],
    plan: written?.result ?? null,
    path: findPathToLevel(standing, levels),
    actions: [...listActions(standing, { managers, hidden })],
    directed: buildDirectedResults(standing),
    ...gathered.individualEntries,
    warnings: [...context.warnings],
  }
}

/** Nothing that is split by partner, and nothing that one partner's people alone decide and could be told from. */
function dropPartners(result: Result, minGroup: number): Result {
  const { partners, sayDo, directed, profiles, notes, notApplicable, ...rest } = result
  const reasons = rest.verdict.reasons.filter((reason) => !('partner' in reason))
  return {
    ...rest,
    hidden: { minGroup, scope: 'partners' },
    verdict: { ...rest.verdict, reasons },
    dimensions: (rest.dimensions ?? []).map(({ gap, ...dimension }) => dimension),
    questions: (rest.questions ?? []).map(({ id, score }) => ({ id, score })),
  }
}

/** What must not be shown: the split by partner, or everything. */
type HiddenScope = 'partners' | 'all'

/**
 * Groups under `minGroup` people are not shown: any partner's hides the split by partner, all together under it hide
 * everything. Null where nothing is hidden. Source: design section 3, rule 8.
 */
function findHiddenScope(partners: readonly PartnerCounts[], minGroup: number): HiddenScope | null {
  const groups = partners.map((partner) => partner.respondents)
  const everybody = groups.reduce((all, group) => all + group, 0)
  if (everybody < minGroup) return 'all'
  return groups.some((group) => group < minGroup) ? 'partners' : null
}
