import { inFifteenDigits } from '../model/fifteen-digits.ts'
import type { Dimension, Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import { actionsOf } from './actions.ts'
import { type Complete, completeIn } from './cronbach.ts'
import { type Levels, levelsOf } from './level.ts'
import { allMissed, type Limits } from './limits.ts'
import {
  dimensionResults,
  directedResults,
  krippendorffOf,
  partnerResults,
  questionResults,
} from './parts.ts'
import { pathOf } from './path.ts'
import { scoreFrom } from './printed.ts'
import { hiddenScope } from './privacy.ts'
import { sayDoOf, type WrittenPlan } from './say-do.ts'
import { type Standing, standingOf } from './standing.ts'
import { type PartnerTally, tallyResponses } from './tally.ts'
import { verdictOf } from './verdict.ts'
import { exemptionsOf, notesOf, profilesOf } from './voices.ts'

export interface ScoringInput extends Context {
  /** At least one; all of one partnership, no respondent of a partner twice. */
  readonly responses: readonly Response[]
  /** Ids of the questions asked of this respondent: their conditions hold, and they are core in a quick run. */
  readonly asked: (response: Response) => ReadonlySet<string>
}

/** What answers are scored with. */
export interface Context {
  readonly questionnaire: Questionnaire
  readonly hash: string
  /** Least scores on 0..100, and a level's id. */
  readonly limits: Limits
  /** Groups under this many people are not shown; 1 shows all. */
  readonly minGroup: number
  /** Who takes a step for a partner, from the plan: partner id → person. */
  readonly managers: ReadonlyMap<string, string>
  /** Null without one. */
  readonly written: WrittenPlan | null
  readonly today: string | null
  readonly warnings: readonly string[]
}

/** Answers as far as scoring needs them: counts, and what people wrote. */
export interface Gathered {
  readonly partnership: string
  readonly run: Response['run']
  readonly tallies: readonly PartnerTally[]
  readonly completeFor: (dimension: Dimension) => Complete
  /** Null where they are too many to be told one by one. */
  readonly voices: Voices | null
}

type Voices = Required<Pick<Result, 'profiles' | 'notes' | 'notApplicable'>>

/**
 * What the answers say: scores with bounds, level, gaps, agreement, the way to the next level and the next steps. Neither the
 * order of the responses nor that of a file's keys changes anything. Source: design section 3.
 */
export function scoreResponses({ responses, asked, ...context }: ScoringInput): Result {
  const { questionnaire } = context
  const people = responses.map((response) => ({ response, asked: asked(response) }))
  return scoreGathered(context, {
    partnership: responses[0]?.partnership ?? '',
    run: responses.some((response) => response.run === 'full') ? 'full' : 'quick',
    tallies: tallyResponses(questionnaire, people),
    completeFor: (dimension) => completeIn(dimension, people),
    voices: {
      profiles: profilesOf(questionnaire, people),
      notes: notesOf(questionnaire, people),
      notApplicable: exemptionsOf(questionnaire, people),
    },
  })
}

/** As `scoreResponses`, of answers that have been counted already. */
export function scoreGathered(context: Context, gathered: Gathered): Result {
  const standing = standingOf(context.questionnaire, gathered.tallies)
  switch (hiddenScope(gathered.tallies, context.minGroup)) {
    case 'all':
      return inFifteenDigits(nothingShown(context, gathered))
    case 'partners':
      return inFifteenDigits(
        withoutPartners(shown(context, gathered, standing, true), context.minGroup),
      )
    default:
      return inFifteenDigits(shown(context, gathered, standing, false))
  }
}

function headOf({ questionnaire, hash }: Context, { partnership, run }: Gathered) {
  const { id, version } = questionnaire
  return {
    accordant: 'result/1' as const,
    questionnaire: { id, version, hash, run },
    partnership,
  }
}

/** A limit on what is hidden is missed, so that no score can be found by asking again with another limit. */
function nothingShown(context: Context, gathered: Gathered): Result {
  const reasons = [...allMissed(context.limits)]
  const pass = reasons.length === 0
  return {
    ...headOf(context, gathered),
    hidden: { minGroup: context.minGroup, scope: 'all' },
    verdict: { pass, level: null, levelLow: null, levelHigh: null, reasons, decidedBy: [] },
  }
}

function shown(context: Context, gathered: Gathered, standing: Standing, hidden: boolean): Result {
  const { managers, written } = context
  const levels: Levels = levelsOf(standing)
  return {
    ...headOf(context, gathered),
    ...(context.today === null ? {} : { today: context.today }),
    verdict: verdictOf(standing, levels, context.limits),
    score: scoreFrom(standing.overall),
    partners: partnerResults(standing),
    dimensions: dimensionResults(standing, gathered.completeFor),
    questions: questionResults(standing),
    agreement: { krippendorff: krippendorffOf(standing) },
    sayDo: written === null ? [] : [...sayDoOf(standing, written)],
    plan: written?.result ?? null,
    path: pathOf(standing, levels),
    actions: [...actionsOf(standing, { managers, hidden })],
    directed: directedResults(standing),
    ...gathered.voices,
    warnings: [...context.warnings],
  }
}

/** Nothing that is split by partner, and nothing that one partner's people alone decide and could be told from. */
function withoutPartners(result: Result, minGroup: number): Result {
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
