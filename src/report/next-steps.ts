import type { Action } from '../model/result.ts'
import { getValueAt, isMap, toOneLine } from '../model/value.ts'
import { type ActionDay, actionDays } from '../model/vocabulary.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findPartnerAnswer, minGap } from './gaps.ts'
import { describeLearningNeed, listLearningQuestions } from './learning.ts'
import type { ReportContext } from './report-context.ts'

interface NextSteps {
  /** How many there are, for whom; null where there is none. */
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
  /** `small effort, within a week`. */
  readonly effort: ReportSentence
  /** Points of the overall score it can bring. */
  readonly gain: string
  /** Who takes it: partners, with the person where the plan names one. */
  readonly who: readonly ReportText[]
  /** What was answered to its question: at the lowest partner, and at the highest where that is far apart. */
  readonly answered: readonly ReportText[]
  /** Is some partner that may be shown under the must of its question? */
  readonly isMust: boolean
  /** Who owns the matter in the plan, where that is not who takes the step. */
  readonly sectionOwner: SectionOwner | null
}

/** How many steps are enough to begin with. */
const maxFirstSteps = 10
const maxLearningSteps = 2
const maxFirstPageSteps = 3

export function buildNextSteps(context: ReportContext): NextSteps {
  const groups = groupByQuestion(context.result.actions ?? [])
  const now = groups.slice(0, maxFirstSteps)
  const need = describeLearningNeed(context)
  const learning = need === null ? [] : listLearningGroups(groups.slice(maxFirstSteps), context)
  const toStep = (group: ActionGroup) => buildNextStep(group, context)
  return {
    lead: describeFirstSteps(now, context),
    top: groups.slice(0, maxFirstPageSteps).map(toStep),
    days: actionDays.flatMap((day) => {
      const own = now.filter(([action]) => action.day === day)
      if (own.length === 0) return []
      const title: ReportSentence = { say: `steps-${day}` }
      const about: ReportSentence = { say: `steps-${day}-about` }
      return [{ day, title, about, steps: own.map(toStep) }]
    }),
    learning:
      need === null || groups.length === 0 ? null : { about: need, steps: learning.map(toStep) },
    further: groups
      .slice(maxFirstSteps)
      .filter((group) => !learning.includes(group))
      .map(toStep),
  }
}

/** The steps that a report shows before those that can wait. */
export function listShownSteps({ days: laidOut, learning }: NextSteps): readonly NextStep[] {
  return [...laidOut.flatMap(({ steps }) => steps), ...(learning?.steps ?? [])]
}

function listLearningGroups(
  groups: readonly ActionGroup[],
  { questionnaire }: ReportContext,
): readonly ActionGroup[] {
  const about = listLearningQuestions(questionnaire)
  return groups.filter(([{ question }]) => about.has(question)).slice(0, maxLearningSteps)
}

/** `10 steps to begin with, 9 for Contoso (F. Haddad) and 1 for Northwind.` */
function describeFirstSteps(
  groups: readonly ActionGroup[],
  { names, result }: ReportContext,
): ReportSentence | null {
  if (groups.length === 0) return null
  const counts = new Map<string, { readonly who: ReportText; readonly steps: number }>()
  for (const who of groups.flatMap((group) => listTakers(group, names))) {
    const key = JSON.stringify(who)
    counts.set(key, { who, steps: (counts.get(key)?.steps ?? 0) + 1 })
  }
  const steps = groups.length
  const shares = [...counts.values()].toSorted((a, b) => b.steps - a.steps)
  const [first, ...others] = shares
  if (first === undefined || (result.partners ?? []).length < 2) {
    return { say: 'steps-anyone', steps }
  }
  return others.length === 0
    ? { say: 'steps-of-one', steps, who: first.who }
    : { say: 'steps-shared', steps, shares: shares.map((own) => ({ say: 'steps-share', ...own })) }
}

type ActionGroup = readonly [Action, ...Action[]]

/** One step for each question, in order of its best-ranked action, whoever of the partners takes it. */
function groupByQuestion(actions: readonly Action[]): readonly ActionGroup[] {
  const groups = new Map<string, [Action, ...Action[]]>()
  for (const action of actions) {
    const group = groups.get(action.question)
    if (group === undefined) groups.set(action.question, [action])
    else group.push(action)
  }
  return [...groups.values()]
}

function buildNextStep(group: ActionGroup, context: ReportContext): NextStep {
  const { names, figures } = context
  const [action] = group
  const lead = findSectionOwner(action.question, context)
  return {
    question: action.question,
    ask: names.ask(action.question),
    do: toOneLine(action.do),
    done: action.done === null ? null : toOneLine(action.done),
    effort: { say: `step-effort-${action.effort}` },
    gain: figures.difference(Math.max(...group.map(({ gain }) => gain))),
    who: listTakers(group, names),
    answered: describeAnswers(action.question, context),
    isMust: isMustBroken(action.question, context),
    sectionOwner: group.some(({ owner }) => owner !== null && names.person(owner) === lead?.name)
      ? null
      : lead,
  }
}

function listTakers(group: ActionGroup, names: ReportContext['names']): readonly ReportText[] {
  return group.flatMap(({ partner, owner }) => {
    if (partner === null) return []
    return [
      owner === null
        ? names.partner(partner)
        : { say: 'step-taker', partner: names.partner(partner), person: names.person(owner) },
    ]
  })
}

function isMustBroken(id: string, { result, names }: ReportContext): boolean {
  const least = names.question(id)?.must?.least ?? Number.NEGATIVE_INFINITY
  const partners = result.questions?.find((each) => each.id === id)?.partners ?? []
  return partners.some(({ mean }) => mean !== null && mean < least)
}

/** `Contoso “They explain their own view again” (25)`, the lowest first. */
function describeAnswers(id: string, context: ReportContext): readonly ReportSentence[] {
  const { result, names, figures } = context
  const row = result.questions?.find((each) => each.id === id)
  if (names.question(id) === null || row === undefined) return []
  const partners = (row.partners ?? [])
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
  const [lowest, highest] = [partners[0], partners.at(-1)]
  if (lowest === undefined) {
    return row.score === null
      ? []
      : [{ say: 'step-answers-together', score: figures.score(row.score) }]
  }
  const far = (highest?.score ?? 0) - (lowest.score ?? 0) >= minGap
  return (far && highest !== undefined ? [lowest, highest] : [lowest]).map(({ id: who, score }) => {
    const { words } = findPartnerAnswer(id, who, context)
    const answer = { say: 'words-and-score', words, score: figures.score(score) } as const
    return { say: 'step-answer-of-partner', partner: names.partner(who), answer }
  })
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
