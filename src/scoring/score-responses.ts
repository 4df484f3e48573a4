import { inFifteenDigits } from '../model/fifteen-digits.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import { actionsOf } from './actions.ts'
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
import { type Person, tallyResponses } from './tally.ts'
import { verdictOf } from './verdict.ts'
import { exemptionsOf, notesOf, profilesOf } from './voices.ts'

export interface ScoringInput {
  readonly questionnaire: Questionnaire
  readonly hash: string
  /** At least one; all of one partnership, no respondent of a partner twice. */
  readonly responses: readonly Response[]
  /** Ids of the questions asked of this respondent: their conditions hold, and they are core in a quick run. */
  readonly asked: (response: Response) => ReadonlySet<string>
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

/**
 * What the answers say: scores with bounds, level, gaps, agreement, the way to the next level and the next steps. Neither the
 * order of the responses nor that of a file's keys changes anything. Source: design section 3.
 */
export function scoreResponses(input: ScoringInput): Result {
  const people = input.responses.map((response) => ({ response, asked: input.asked(response) }))
  const tallies = tallyResponses(input.questionnaire, people)
  const standing = standingOf(input.questionnaire, tallies)
  switch (hiddenScope(tallies, input.minGroup)) {
    case 'all':
      return inFifteenDigits(nothingShown(input))
    case 'partners':
      return inFifteenDigits(withoutPartners(shown(input, people, standing, true), input.minGroup))
    default:
      return inFifteenDigits(shown(input, people, standing, false))
  }
}

function headOf({ questionnaire, hash, responses }: ScoringInput) {
  const isFull = responses.some((response) => response.run === 'full')
  return {
    accordant: 'result/1' as const,
    questionnaire: {
      id: questionnaire.id,
      version: questionnaire.version,
      hash,
      run: isFull ? ('full' as const) : ('quick' as const),
    },
    partnership: responses[0]?.partnership ?? '',
  }
}

/** A limit on what is hidden is missed, so that no score can be found by asking again with another limit. */
function nothingShown(input: ScoringInput): Result {
  const reasons = [...allMissed(input.limits)]
  const pass = reasons.length === 0
  return {
    ...headOf(input),
    hidden: { minGroup: input.minGroup, scope: 'all' },
    verdict: { pass, level: null, levelLow: null, levelHigh: null, reasons, decidedBy: [] },
  }
}

function shown(
  input: ScoringInput,
  people: readonly Person[],
  standing: Standing,
  hidden: boolean,
): Result {
  const { questionnaire, managers } = input
  const levels: Levels = levelsOf(standing)
  return {
    ...headOf(input),
    ...(input.today === null ? {} : { today: input.today }),
    verdict: verdictOf(standing, levels, input.limits),
    score: scoreFrom(standing.overall),
    partners: partnerResults(standing),
    dimensions: dimensionResults(standing, people),
    questions: questionResults(standing),
    agreement: { krippendorff: krippendorffOf(standing) },
    sayDo: input.written === null ? [] : [...sayDoOf(standing, input.written)],
    plan: input.written?.result ?? null,
    path: pathOf(standing, levels),
    actions: [...actionsOf(standing, { managers, hidden })],
    directed: directedResults(standing),
    profiles: profilesOf(questionnaire, people),
    notes: notesOf(questionnaire, people),
    notApplicable: exemptionsOf(questionnaire, people),
    warnings: [...input.warnings],
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
