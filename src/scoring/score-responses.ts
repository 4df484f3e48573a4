import { roundToFifteenDigits } from '../model/decimals.ts'
import { type Dimension, listQuestions, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer, Response } from '../model/response.ts'
import type { Result } from '../model/result.ts'
import type { Message } from '../words/message.ts'
import { listActions } from './actions.ts'
import { countResponses, findAnswer, type PartnerCounts, type Person } from './answer-counts.ts'
import { type CompleteScores, countCompleteScores } from './cronbach.ts'
import { toScore } from './estimate.ts'
import { findLevelBounds } from './level.ts'
import { type Limits, listAllAsMissed } from './limits.ts'
import { compareIds } from './numbers.ts'
import { type PartnershipScores, scorePartnership } from './partnership-scores.ts'
import { findPathToLevel } from './path.ts'
import { buildResultSections } from './result-sections.ts'
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
  readonly partners: readonly PartnerCounts[]
  readonly completeFor: (dimension: Dimension) => CompleteScores
  /** Null where they are too many to be told one by one. */
  readonly individualEntries: IndividualEntries | null
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
    individualEntries: listIndividualEntries(questionnaire, people),
  })
}

/** As `scoreResponses`, of answers that have been counted already. */
export function scoreCountedAnswers(context: ScoringContext, counted: CountedAnswers): Result {
  const scores = scorePartnership(context.questionnaire, counted.partners)
  const scope = findHiddenScope(counted.partners, context.minGroup)
  if (scope === 'all') return roundToFifteenDigits(buildHiddenResult(context, counted))
  const shown = buildShownResult(context, counted, scores, scope === 'partners')
  return roundToFifteenDigits(scope === null ? shown : dropPartners(shown, context.minGroup))
}

function buildResultHead(
  { questionnaire, hash }: ScoringContext,
  { partnership, run }: CountedAnswers,
) {
  const { id, version } = questionnaire
  return { accordant: 'result/1' as const, questionnaire: { id, version, hash, run }, partnership }
}

/** A limit on what is hidden is missed, so that no score can be found by asking again with another limit. */
function buildHiddenResult(context: ScoringContext, counted: CountedAnswers): Result {
  const reasons = [...listAllAsMissed(context.limits)]
  const pass = reasons.length === 0
  return {
    ...buildResultHead(context, counted),
    hidden: { minGroup: context.minGroup, scope: 'all' },
    verdict: { pass, level: null, levelLow: null, levelHigh: null, reasons, decidedBy: [] },
  }
}

function buildShownResult(
  context: ScoringContext,
  counted: CountedAnswers,
  scores: PartnershipScores,
  hidden: boolean,
): Result {
  const { managers, planEvidence: written } = context
  const levels = findLevelBounds(scores)
  const { directed, ...sections } = buildResultSections(scores, counted.completeFor)
  return {
    ...buildResultHead(context, counted),
    ...(context.today === null ? {} : { today: context.today }),
    verdict: buildVerdict(scores, levels, context.limits),
    score: toScore(scores.overall),
    ...sections,
    sayDo: written === null ? [] : [...listSayDo(scores, written)],
    plan: written?.result ?? null,
    path: findPathToLevel(scores, levels),
    actions: [...listActions(scores, { managers, hidden })],
    directed,
    ...counted.individualEntries,
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

/**
 * Groups under `minGroup` people are not shown: any partner's hides the split by partner, all together under it hide
 * everything. Null where nothing is hidden. Source: design section 3, rule 8.
 */
function findHiddenScope(partners: readonly PartnerCounts[], minGroup: number) {
  const groups = partners.map((partner) => partner.respondents)
  const everybody = groups.reduce((all, group) => all + group, 0)
  if (everybody < minGroup) return 'all'
  return groups.some((group) => group < minGroup) ? 'partners' : null
}

/** What individuals said and wrote, as a result lists it. */
type IndividualEntries = Required<Pick<Result, 'profiles' | 'notes' | 'notApplicable'>>

/**
 * Profiles by partner and respondent; notes, and the reasons why questions do not apply, by question and partner. The texts
 * of one partner are in the order of the texts, so that neither files nor people can be read from it.
 */
function listIndividualEntries(
  questionnaire: Questionnaire,
  people: readonly Person[],
): IndividualEntries {
  const notes = listTexts(questionnaire, people, ({ note }) => note)
  const reasons = listTexts(questionnaire, people, (answer) =>
    answer.state === 'not-applicable' ? answer.reason : null,
  )
  return {
    profiles: listProfiles(questionnaire, people),
    notes: notes.map(({ text, ...from }) => ({ ...from, note: text })),
    notApplicable: reasons.map(({ text, ...from }) => ({ ...from, reason: text })),
  }
}

function listProfiles(questionnaire: Questionnaire, people: readonly Person[]) {
  return people
    .map((person) => person.response)
    .toSorted(
      (a, b) => compareIds(a.partner, b.partner) || compareIds(a.respondent.id, b.respondent.id),
    )
    .map(({ partner, respondent, profile }) => ({
      partner,
      respondent: respondent.id,
      profile: Object.fromEntries(
        questionnaire.profile.flatMap(({ id }) => {
          const value = profile.get(id)
          return value === undefined ? [] : [[id, value] as const]
        }),
      ),
    }))
}

function listTexts(
  questionnaire: Questionnaire,
  people: readonly Person[],
  pick: (answer: Answer) => string | null,
) {
  return listQuestions(questionnaire).flatMap(({ id }) =>
    people
      .flatMap((person) => {
        const answer = findAnswer(person, id)
        const text = answer === null ? null : pick(answer)
        return text === null ? [] : [{ question: id, partner: person.response.partner, text }]
      })
      .sort((a, b) => compareIds(a.partner, b.partner) || compareIds(a.text, b.text)),
  )
}
