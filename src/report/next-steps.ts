import type { Action } from '../model/result.ts'
import { type ActionDay, days, type Effort } from '../model/vocabulary.ts'
import { leastGap, nearestWords } from './gaps.ts'
import { learningNeeded, learningQuestions } from './learning.ts'
import { counted, listed, type Names } from './names.ts'
import { type SubjectLead, subjectLead } from './subject-lead.ts'
import type { Telling } from './telling.ts'

export interface NextSteps {
  /** How many there are, for whom; null where there is none. */
  readonly lead: string | null
  /** The three worth most, whatever their day. */
  readonly most: readonly Step[]
  /** The steps to take first, laid out over the five days of action. Days without a step are left out. */
  readonly days: readonly {
    readonly day: ActionDay
    readonly title: string
    readonly about: string
    readonly steps: readonly Step[]
  }[]
  /** Where people were never taught to work with partners: why, and the steps of that kind that come with no day. */
  readonly learning: { readonly about: string; readonly steps: readonly Step[] } | null
  /** What can wait, in order of worth. */
  readonly further: readonly Step[]
}

export interface Step {
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
  readonly lead: SubjectLead | null
}

/** How many steps are enough to begin with. */
const stepsAtFirst = 10
const mostLearning = 2
const mostOnTheFirstPage = 3

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

export function nextSteps(telling: Telling): NextSteps {
  const groups = byQuestion(telling.result.actions ?? [])
  const now = groups.slice(0, stepsAtFirst)
  const need = learningNeeded(telling)
  const learning = need === null ? [] : learningGroups(groups.slice(stepsAtFirst), telling)
  const told = (group: Group) => stepOf(group, telling)
  return {
    lead: leadOf(now, telling),
    most: groups.slice(0, mostOnTheFirstPage).map(told),
    days: days.flatMap((day) => {
      const own = now.filter(([action]) => action.day === day)
      return own.length === 0 ? [] : [{ day, ...dayTexts[day], steps: own.map(told) }]
    }),
    learning:
      need === null || groups.length === 0 ? null : { about: need, steps: learning.map(told) },
    further: groups
      .slice(stepsAtFirst)
      .filter((group) => !learning.includes(group))
      .map(told),
  }
}

/** The steps that a report shows before those that can wait. */
export function shownSteps({ days: laidOut, learning }: NextSteps): readonly Step[] {
  return [...laidOut.flatMap(({ steps }) => steps), ...(learning?.steps ?? [])]
}

function learningGroups(groups: readonly Group[], { questionnaire }: Telling): readonly Group[] {
  const about = learningQuestions(questionnaire)
  return groups.filter(([{ question }]) => about.has(question)).slice(0, mostLearning)
}

/** `10 steps to begin with, 9 for Contoso (F. Haddad) and 1 for Northwind.` */
function leadOf(groups: readonly Group[], { names, result }: Telling): string | null {
  if (groups.length === 0) return null
  const counts = new Map<string, number>()
  for (const who of groups.flatMap((group) => takers(group, names))) {
    counts.set(who, (counts.get(who) ?? 0) + 1)
  }
  const steps = `${counted(groups.length, 'step', 'steps')} to begin with`
  if (counts.size === 0 || (result.partners ?? []).length < 2) {
    return `${steps}. Agree in the room who takes ${groups.length === 1 ? 'it' : 'each'}, and by when.`
  }
  const shares = [...counts].toSorted((a, b) => b[1] - a[1])
  const whose =
    shares.length === 1
      ? `, for ${shares[0]?.[0] ?? ''}`
      : `: ${listed(shares.map(([who, count]) => `${count} for ${who}`))}`
  return `${steps}${whose}. A step stands with the partner that answered lowest; hand it on where somebody is closer to the work, and agree in the room who does it by when.`
}

type Group = readonly [Action, ...Action[]]

/** One step for each question, in order of its best-ranked action, whoever of the partners takes it. */
function byQuestion(actions: readonly Action[]): readonly Group[] {
  const groups = new Map<string, [Action, ...Action[]]>()
  for (const action of actions) {
    const group = groups.get(action.question)
    if (group === undefined) groups.set(action.question, [action])
    else group.push(action)
  }
  return [...groups.values()]
}

function stepOf(group: Group, telling: Telling): Step {
  const { names, figures } = telling
  const [action] = group
  const lead = subjectLead(action.question, telling)
  return {
    question: action.question,
    ask: names.ask(action.question),
    do: action.do.replaceAll(/\s+/g, ' ').trim(),
    done: action.done === null ? null : action.done.replaceAll(/\s+/g, ' ').trim(),
    effort: efforts[action.effort],
    gain: figures.difference(Math.max(...group.map(({ gain }) => gain))),
    who: takers(group, names),
    answered: answeredTo(action.question, telling),
    isMust: isBroken(action.question, telling),
    lead: group.some(({ owner }) => owner !== null && names.person(owner) === lead?.name)
      ? null
      : lead,
  }
}

const efforts: Readonly<Record<Effort, string>> = {
  small: 'small effort, within a week',
  medium: 'medium effort, within two weeks',
  large: 'large effort, within four weeks',
}

function takers(group: Group, names: Names): readonly string[] {
  return group.flatMap(({ partner, owner }) => {
    if (partner === null) return []
    return [
      owner === null
        ? names.partner(partner)
        : `${names.partner(partner)} (${names.person(owner)})`,
    ]
  })
}

function isBroken(id: string, { result, names }: Telling): boolean {
  const least = names.question(id)?.must?.least ?? Number.NEGATIVE_INFINITY
  const partners = result.questions?.find((each) => each.id === id)?.partners ?? []
  return partners.some(({ mean }) => mean !== null && mean < least)
}

/** `Contoso “They explain their own view again” (25)`, the lowest first. */
function answeredTo(id: string, { result, names, figures }: Telling): readonly string[] {
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
  const far = (highest?.score ?? 0) - (lowest.score ?? 0) >= leastGap
  return (far && highest !== undefined ? [lowest, highest] : [lowest]).map(
    ({ id: who, mean, score }) => {
      const words = mean === null ? null : nearestWords(question, mean)
      const figure = figures.score(score)
      return `${names.partner(who)} ${words === null ? figure : `“${words}” (${figure})`}`
    },
  )
}
