import { getDueDay, getStartDay, parseDuration } from '../model/commitment.ts'
import type { ScoredResult } from '../model/result.ts'
import { getValueAt, isMap, toOneLine } from '../model/value.ts'
import { type ActionDay, actionDays } from '../model/vocabulary.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { minGap } from './gaps.ts'
import { describeLearningNeed } from './learning.ts'
import { listUnmetAt } from './level-reasons.ts'
import type { ReportContext, ScoredContext, ShownContext } from './report-context.ts'
import { formatDay } from './time-points.ts'

interface NextSteps {
  /** How many there are; null where there is none. */
  readonly lead: ReportSentence | null
  /** Three of them, those of all partners together first. */
  readonly top: readonly NextStep[]
  /** The steps to take first, laid out over the five days of action. Days without a step are left out. */
  readonly days: readonly {
    readonly day: ActionDay
    readonly title: ReportSentence
    readonly steps: readonly NextStep[]
  }[]
  /** Where people were never taught to work with partners: what that asks for. */
  readonly learning: ReportSentence | null
  /** What can wait, in order of worth. */
  readonly further: readonly NextStep[]
}

export interface NextStep {
  readonly question: string
  readonly ask: string
  readonly do: string
  readonly done: string | null
  /** `small effort`, when it begins, and when it can be seen. */
  readonly time: ReportSentence
  /** Is it for all partners together? */
  readonly isJoint: boolean
  /** Who takes it: partners, with the person where the plan names one; empty where none may be named. */
  readonly who: readonly ReportText[]
  /** What was answered to its question: at the lowest partner, and at the highest where that is far apart. */
  readonly answered: readonly ReportText[]
  /** Where its question holds the level down, as an essential one that is below its minimum. */
  readonly unmetAt: readonly string[]
  /** Who owns the matter in the plan, where that is not who takes the step. */
  readonly planOwner: string | null
}

type AnyAction = ScoredResult['actions'][number]

const maxFirstSteps = 7
const maxFirstPageSteps = 3

export function buildNextSteps(context: ScoredContext): NextSteps {
  const { actions, hidden } = context.result
  const all = actions.map((action) => buildNextStep(action, context))
  const now = all.slice(0, maxFirstSteps)
  const rank = ({ isJoint }: NextStep) => (isJoint ? 0 : 1)
  return {
    lead:
      now.length === 0
        ? null
        : { say: 'steps-lead', steps: now.length, isNamed: hidden === undefined },
    top: now.toSorted((a, b) => rank(a) - rank(b)).slice(0, maxFirstPageSteps),
    days: actionDays.flatMap((day) => {
      const steps = now.filter((_, index) => actions[index]?.day === day)
      if (steps.length === 0) return []
      const title: ReportSentence = { say: `steps-${day}` }
      return [{ day, title, steps }]
    }),
    learning: now.length === 0 ? null : describeLearning(context),
    further: all.slice(maxFirstSteps),
  }
}

/** The steps of the actions that the filter takes, in order of worth. */
export function listNextSteps(
  context: ShownContext,
  isWanted: (action: ShownContext['result']['actions'][number]) => boolean,
): readonly NextStep[] {
  return context.result.actions.filter(isWanted).map((action) => buildNextStep(action, context))
}

function describeLearning(context: ScoredContext): ReportSentence | null {
  const { result } = context
  return result.hidden === undefined ? describeLearningNeed({ ...context, result }) : null
}

function buildNextStep(action: AnyAction, context: ScoredContext): NextStep {
  const { names } = context
  const planOwner = findPlanOwner(action.question, context)
  const isOwnerTaker =
    'owner' in action && action.owner !== null && names.person(action.owner) === planOwner
  return {
    question: action.question,
    ask: names.ask(action.question),
    do: toOneLine(action.do),
    done: action.done === null ? null : toOneLine(action.done),
    time: describeTime(action, context),
    isJoint: isJoint(action, context),
    who: listTakers(action, context, planOwner),
    answered: describeAnswers(action.question, context),
    unmetAt: listUnmetAt(action.question, context),
    planOwner: isOwnerTaker ? null : planOwner,
  }
}

/** By days where the result has one to count from. */
function describeTime(
  { effort, takes }: AnyAction,
  { result: { today }, style }: ScoredContext,
): ReportSentence {
  if (today === undefined) return { say: 'step-time', effort, takes: describeDuration(takes) }
  const start = formatDay(style.dates, getStartDay(today))
  const seen = formatDay(style.dates, getDueDay(takes, today))
  return { say: 'step-days', effort, start, seen }
}

/** For several partners together; nobody says whose a step is where none may be named. */
function isJoint(action: AnyAction, { names, result }: ScoredContext): boolean {
  const isForAll = names.question(action.question)?.practice?.by === 'all'
  return isForAll && (result.hidden !== undefined || result.partners.length > 1)
}

/** All partners together, each for itself, or some by name; with the person where the plan names one. */
function listTakers(
  action: AnyAction,
  context: ScoredContext,
  planOwner: string | null,
): readonly ReportText[] {
  const { result, names, plan } = context
  if (!('partners' in action) || result.hidden !== undefined) return []
  const { partners, owner } = action
  if (result.partners.length > 1 && partners.length === result.partners.length) {
    // Whoever owns the matter in the plan is named beside it.
    const person = owner === null || planOwner !== null ? null : names.person(owner)
    return [isJoint(action, context) ? { say: 'step-for-all', person } : { say: 'step-for-each' }]
  }
  return partners.toSorted().map((id) => {
    const isOwners = plan?.partners?.find((own) => own.id === id)?.manager === owner
    return owner === null || !isOwners
      ? names.partner(id)
      : { say: 'step-taker', partner: names.partner(id), person: names.person(owner) }
  })
}

/** `Contoso 25`: all with the lowest score, and all with the highest if that is far from it. */
function describeAnswers(id: string, context: ScoredContext): readonly ReportSentence[] {
  const { result, names, figures } = context
  if (names.question(id) === null) return []
  if (result.hidden !== undefined) {
    const row = result.questions.find((each) => each.id === id)
    return row === undefined || row.score === null
      ? []
      : [{ say: 'step-answers-together', score: figures.score(row.score) }]
  }
  const scored = (result.questions.find((each) => each.id === id)?.partners ?? [])
    .flatMap((own) => (own.score === null ? [] : [{ id: own.id, score: own.score }]))
    .toSorted((a, b) => a.score - b.score)
  const [lowest, highest] = [scored[0], scored.at(-1)]
  if (lowest === undefined || highest === undefined) return []
  const isFar = highest.score - lowest.score >= minGap
  return (isFar ? [lowest, highest] : [lowest]).flatMap(({ score }): ReportSentence[] => {
    const equals = scored.filter((own) => Math.abs(own.score - score) < 1e-9)
    const shownScore = figures.score(score)
    if (equals.length > maxEquals)
      return [{ say: 'step-answers-equal', partners: equals.length, score: shownScore }]
    return equals.map((own) => ({
      say: 'gap-mark',
      partner: names.partner(own.id),
      score: shownScore,
    }))
  })
}

/** So many partners with one score are named; more are counted. */
const maxEquals = 3

/** `2 weeks`, or `1 month and 3 days`. */
function describeDuration(duration: string): ReportText {
  const numbers = parseDuration(duration)
  const items = (['years', 'months', 'weeks', 'days'] as const).flatMap((unit) =>
    numbers[unit] === 0 ? [] : [{ say: `duration-${unit}`, number: numbers[unit] } as const],
  )
  return items.length === 0 ? { say: 'duration-hours' } : { say: 'listed', items }
}

/** The owner of the section of the plan that has the written evidence for a question; null where no section has one. */
function findPlanOwner(question: string, context: ReportContext): string | null {
  const { plan, planPaths, questionnaire, names } = context
  const checks = questionnaire.dimensions
    .flatMap((dimension) => dimension.checks)
    .filter(({ supports }) => supports.includes(question))
  for (const { id } of checks) {
    const path = planPaths.get(id) ?? []
    for (let depth = path.length; depth > 0; depth--) {
      const there = getValueAt(plan, path.slice(0, depth))
      if (isMap(there) && typeof there.owner === 'string') return names.person(there.owner)
    }
  }
  return null
}
