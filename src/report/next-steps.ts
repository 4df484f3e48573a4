import type { Action } from '../model/result.ts'
import { type ActionDay, actionDays, type Effort } from '../model/vocabulary.ts'
import { type DisplayNames, formatList, formatQuantity } from './display-names.ts'
import { findNearestWords, minGap } from './gaps.ts'
import { describeLearningNeed, listLearningQuestions } from './learning.ts'
import type { ReportContext } from './report-context.ts'
import { findSectionOwner, type SectionOwner } from './section-owner.ts'

export interface NextSteps {
  /** How many there are, for whom; null where there is none. */
  readonly lead: string | null
  /** The three worth most, whatever their day. */
  readonly top: readonly NextStep[]
  /** The steps to take first, laid out over the five days of action. Days without a step are left out. */
  readonly days: readonly {
    readonly day: ActionDay
    readonly title: string
    readonly about: string
    readonly steps: readonly NextStep[]
  }[]
  /** Where people were never taught to work with partners: why, and the steps of that kind that come with no day. */
  readonly learning: { readonly about: string; readonly steps: readonly NextStep[] } | null
  /** What can wait, in order of worth. */
  readonly further: readonly NextStep[]
}

export interface NextStep {
  readonly question: string
  readonly ask: string
  readonly do: string
  readonly done: string | null
  /** `small effort, within a week`. */
  readonly effort: string
  /** Points of the overall score it can bring. */
  readonly gain: string
  /** Who takes it: partners, with the person where the plan names one. */
  readonly who: readonly string[]
  /** What was answered to its question: at the lowest partner, and at the highest where that is far apart. */
  readonly answered: readonly string[]
  /** Is some partner that may be shown under the must of its question? */
  readonly isMust: boolean
  /** Who owns the matter in the plan, where that is not who takes the step. */
  readonly sectionOwner: SectionOwner | null
}

/** How many steps are enough to begin with. */
const maxFirstSteps = 10
const maxLearningSteps = 2
const maxFirstPageSteps = 3

const dayTexts: Readonly<Record<ActionDay, { readonly title: string; readonly about: string }>> = {
  awareness: {
    title: 'Day 1 · Awareness',
    about: 'Agree on what this is for and what stands in its way.',
  },
  candidates: {
    title: 'Day 2 · Candidates',
    about: 'Look at who brings which strength, and what each side needs.',
  },
  substance: {
    title: 'Day 3 · Substance',
    about: 'Settle what is to be agreed, written down, checked and divided up.',
  },
  create: {
    title: 'Day 4 · Create',
    about: 'Start one thing together whose return matters to both sides.',
  },
  team: {
    title: 'Day 5 · Team',
    about: 'Name the people, decide the changes and make them, ask in whoever is missing.',
  },
}

export function buildNextSteps(context: ReportContext): NextSteps {
  const groups = groupByQuestion(context.result.actions ?? [])
  const now = groups.slice(0, maxFirstSteps)
  const need = describeLearningNeed(context)
  const learning = need === null ? [] : listLearningGroups(groups.slice(maxFirstSteps), context)
  const told = (group: ActionGroup) => buildNextStep(group, context)
  return {
    lead: describeFirstSteps(now, context),
    top: groups.slice(0, maxFirstPageSteps).map(told),
    days: actionDays.flatMap((day) => {
      const own = now.filter(([action]) => action.day === day)
      return own.length === 0 ? [] : [{ day, ...dayTexts[day], steps: own.map(told) }]
    }),
    learning:
      need === null || groups.length === 0 ? null : { about: need, steps: learning.map(told) },
    further: groups
      .slice(maxFirstSteps)
      .filter((group) => !learning.includes(group))
      .map(told),
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
): string | null {
  if (groups.length === 0) return null
  const counts = new Map<string, number>()
  for (const who of groups.flatMap((group) => listTakers(group, names))) {
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const steps = `${formatQuantity(groups.length, 'step', 'steps')} to begin with`
  if (counts.size === 0 || (result.partners ?? []).length < 2) {
    return `${steps}. Agree in the room who takes ${groups.length === 1 ? 'it' : 'each'}, and by when.`
  }
  const shares = [...counts].toSorted((a, b) => b[1] - a[1])
  const whose =
    shares.length === 1
      ? `, for ${shares[0]?.[0] ?? ''}`
      : `: ${formatList(shares.map(([who, count]) => `${count} for ${who}`))}`
  return `${steps}${whose}. A step stands with the partner that answered lowest; hand it on where somebody is closer to the work, and agree in the room who does it by when.`
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
    do: action.do.replaceAll(/\s+/g, ' ').trim(),
    done: action.done === null ? null : action.done.replaceAll(/\s+/g, ' ').trim(),
    effort: effortTexts[action.effort],
    gain: figures.difference(Math.max(...group.map(({ gain }) => gain))),
    who: listTakers(group, names),
    answered: describeAnswers(action.question, context),
    isMust: isMustBroken(action.question, context),
    sectionOwner: group.some(({ owner }) => owner !== null && names.person(owner) === lead?.name)
      ? null
      : lead,
  }
}

const effortTexts: Readonly<Record<Effort, string>> = {
  small: 'small effort, within a week',
  medium: 'medium effort, within two weeks',
  large: 'large effort, within four weeks',
}

function listTakers(group: ActionGroup, names: DisplayNames): readonly string[] {
  return group.flatMap(({ partner, owner }) => {
    if (partner === null) return []
    return [
      owner === null
        ? names.partner(partner)
        : `${names.partner(partner)} (${names.person(owner)})`,
    ]
  })
}

function isMustBroken(id: string, { result, names }: ReportContext): boolean {
  const least = names.question(id)?.must?.least ?? Number.NEGATIVE_INFINITY
  const partners = result.questions?.find((each) => each.id === id)?.partners ?? []
  return partners.some(({ mean }) => mean !== null && mean < least)
}

/** `Contoso “They explain their own view again” (25)`, the lowest first. */
function describeAnswers(id: string, { result, names, figures }: ReportContext): readonly string[] {
  const question = names.question(id)
  const row = result.questions?.find((each) => each.id === id)
  if (question === null || row === undefined) return []
  const partners = (row.partners ?? [])
    .filter(({ score }) => score !== null)
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
  const [lowest, highest] = [partners[0], partners.at(-1)]
  if (lowest === undefined) {
    return row.score === null ? [] : [`all together ${figures.score(row.score)}`]
  }
  const far = (highest?.score ?? 0) - (lowest.score ?? 0) >= minGap
  return (far && highest !== undefined ? [lowest, highest] : [lowest]).map(
    ({ id: who, mean, score }) => {
      const words = mean === null ? null : findNearestWords(question, mean)
      const figure = figures.score(score)
      return `${names.partner(who)} ${words === null ? figure : `“${words}” (${figure})`}`
    },
  )
}
