import { parseDuration } from '../model/commitment.ts'
import type { ScoredResult } from '../model/result.ts'
import { getValueAt, isMap, toOneLine } from '../model/value.ts'
import { type ActionDay, actionDays } from '../model/vocabulary.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findChosenAnswer } from './chosen.ts'
import { minGap } from './gaps.ts'
import { describeLearningNeed, listLearningQuestions } from './learning.ts'
import type { ReportContext, ScoredContext } from './report-context.ts'

interface NextSteps {
  /** How many there are; null where there is none. */
  readonly lead: ReportSentence | null
  /** The three worth most, whatever their day. */
  readonly top: readonly NextStep[]
  /** The steps to take first, laid out over the five days of action. Days without a step are left out. */
  readonly days: readonly {
    readonly day: ActionDay
    readonly title: ReportSentence
    readonly about: ReportSentence
    readonly steps: readonly NextStep[]
  }[]
  /** Where people were never taught to work with partners: why, and the steps of that kind that come with no day. */
  readonly learning: {
    readonly about: ReportText
    readonly steps: readonly NextStep[]
  } | null
  /** What can wait, in order of worth. */
  readonly further: readonly NextStep[]
}

export interface NextStep {
  readonly question: string
  readonly ask: string
  readonly do: string
  readonly done: string | null
  /** `small effort`, and when it can be seen. */
  readonly time: ReportSentence
  /** Who takes it: partners, with the person where the plan names one; empty where none may be named. */
  readonly who: readonly ReportText[]
  /** What was answered to its question: at the lowest partner, and at the highest where that is far apart. */
  readonly answered: readonly ReportText[]
  /** Does its question hold the level down, as an essential one that is below its minimum? */
  readonly isMust: boolean
  /** Who owns the matter in the plan, where that is not who takes the step. */
  readonly sectionOwner: SectionOwner | null
}

type AnyAction = ScoredResult['actions'][number]

/** How many steps are enough to begin with, in the report and in a plan. */
export const maxFirstSteps = 10
const maxLearningSteps = 2
const maxFirstPageSteps = 3

export function buildNextSteps(context: ScoredContext): NextSteps {
  const { actions } = context.result
  const now = actions.slice(0, maxFirstSteps)
  const need =
    context.result.hidden === undefined
      ? describeLearningNeed({ ...context, result: context.result })
      : null
  const learning = need === null ? [] : listLearningActions(actions.slice(maxFirstSteps), context)
  const toStep = (action: AnyAction) => buildNextStep(action, context)
  return {
    lead:
      now.length === 0
        ? null
        : { say: 'steps-lead', steps: now.length, isNamed: context.result.hidden === undefined },
    top: actions.slice(0, maxFirstPageSteps).map(toStep),
    days: actionDays.flatMap((day) => {
      const own = now.filter((action) => action.day === day)
      if (own.length === 0) return []
      const title: ReportSentence = { say: `steps-${day}` }
      const about: ReportSentence = { say: `steps-${day}-about` }
      return [{ day, title, about, steps: own.map(toStep) }]
    }),
    learning:
      need === null || actions.length === 0 ? null : { about: need, steps: learning.map(toStep) },
    further: actions
      .slice(maxFirstSteps)
      .filter((action) => !learning.includes(action))
      .map(toStep),
  }
}

function listLearningActions(
  actions: readonly AnyAction[],
  { questionnaire }: ScoredContext,
): readonly AnyAction[] {
  const about = listLearningQuestions(questionnaire)
  return actions.filter(({ question }) => about.has(question)).slice(0, maxLearningSteps)
}

function buildNextStep(action: AnyAction, context: ScoredContext): NextStep {
  const { names } = context
  const lead = findSectionOwner(action.question, context)
  const isOwnerTaker =
    'owner' in action && action.owner !== null && names.person(action.owner) === lead?.name
  return {
    question: action.question,
    ask: names.ask(action.question),
    do: toOneLine(action.do),
    done: action.done === null ? null : toOneLine(action.done),
    time: { say: 'step-time', effort: action.effort, takes: describeDuration(action.takes) },
    who: listTakers(action, context),
    answered: describeAnswers(action.question, context),
    isMust: isMustBroken(action.question, context),
    sectionOwner: isOwnerTaker ? null : lead,
  }
}

/** All partners together, each for itself, or some by name; with the person where the plan names one. */
function listTakers(action: AnyAction, context: ScoredContext): readonly ReportText[] {
  const { result, names, plan } = context
  if (!('partners' in action) || result.hidden !== undefined) return []
  const { partners, owner } = action
  if (result.partners.length > 1 && partners.length === result.partners.length) {
    const isJoint = names.question(action.question)?.practice?.by === 'all'
    const person = owner === null ? null : names.person(owner)
    return [isJoint ? { say: 'step-for-all', person } : { say: 'step-for-each' }]
  }
  return partners.toSorted().map((id) => {
    const isOwners = plan?.partners?.find((own) => own.id === id)?.manager === owner
    return owner === null || !isOwners
      ? names.partner(id)
      : { say: 'step-taker', partner: names.partner(id), person: names.person(owner) }
  })
}

/** An essential question that more rules out than may be told is not told. */
function isMustBroken(id: string, { result }: ScoredContext): boolean {
  return result.verdict.reasons.some((reason) => reason.code === 'must' && reason.question === id)
}

/** `Contoso 25 (2 of 3 answered “They explain their own view again”)`: all with the lowest score, and all with the highest if that is far from it. */
function describeAnswers(id: string, context: ScoredContext): readonly ReportSentence[] {
  const { result, names, figures } = context
  if (names.question(id) === null) return []
  if (result.hidden !== undefined) {
    const row = result.questions.find((each) => each.id === id)
    return row === undefined || row.score === null
      ? []
      : [{ say: 'step-answers-together', score: figures.score(row.score) }]
  }
  const shown = { ...context, result }
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
      say: 'gap-side',
      partner: names.partner(own.id),
      score: shownScore,
      chosen: findChosenAnswer(id, own.id, shown),
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

/** Who answers in the plan for what a question is about. */
interface SectionOwner {
  readonly name: string
  /** `exit`, as the plan calls it. */
  readonly section: string
  /** `plan.yaml:323`; null where that is not known. */
  readonly place: string | null
}

/** The owner of the section of the plan that holds the written evidence for a question; null where no section has one. */
function findSectionOwner(question: string, context: ReportContext): SectionOwner | null {
  const { plan, planPaths, questionnaire, names, placeInPlan } = context
  const checks = questionnaire.dimensions
    .flatMap((dimension) => dimension.checks)
    .filter(({ supports }) => supports.includes(question))
  for (const { id } of checks) {
    const path = planPaths.get(id) ?? []
    for (let depth = path.length; depth > 0; depth--) {
      const section = path.slice(0, depth)
      const there = getValueAt(plan, section)
      if (!isMap(there) || typeof there.owner !== 'string') continue
      return {
        name: names.person(there.owner),
        section: section.join('.'),
        place: placeInPlan([...section, 'owner']),
      }
    }
  }
  return null
}
