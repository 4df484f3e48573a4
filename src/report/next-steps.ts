import type { Action } from '../model/result.ts'
import { type ActionDay, days } from '../model/vocabulary.ts'
import type { Telling } from './telling.ts'

export interface NextSteps {
  /** The three worth most, whatever their day. */
  readonly most: readonly Step[]
  /** The steps to take first, laid out over the five days of action. Days without a step are left out. */
  readonly days: readonly {
    readonly day: ActionDay
    readonly title: string
    readonly about: string
    readonly steps: readonly Step[]
  }[]
  /** What can wait, in order of worth. */
  readonly further: readonly Step[]
}

export interface Step {
  readonly question: string
  readonly ask: string
  readonly do: string
  readonly done: string | null
  readonly effort: string
  /** Points of the overall score it can bring. */
  readonly gain: string
  /** Who takes it: partners, with the person where the plan names one. */
  readonly who: readonly string[]
}

/** How many steps are enough to begin with. */
export const stepsAtFirst = 10
const mostOnTheFirstPage = 3

const dayTexts: Readonly<Record<ActionDay, { readonly title: string; readonly about: string }>> = {
  awareness: {
    title: 'Day 1 · Awareness',
    about: 'Agree on what this partnership is for and what stands in its way.',
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
  const steps = byQuestion(telling.result.actions ?? [])
  const now = steps.slice(0, stepsAtFirst)
  return {
    most: steps.slice(0, mostOnTheFirstPage).map((group) => stepOf(group, telling)),
    days: days.flatMap((day) => {
      const own = now.filter(([action]) => action.day === day)
      return own.length === 0
        ? []
        : [{ day, ...dayTexts[day], steps: own.map((group) => stepOf(group, telling)) }]
    }),
    further: steps.slice(stepsAtFirst).map((group) => stepOf(group, telling)),
  }
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

function stepOf(group: Group, { names, figures }: Telling): Step {
  const [action] = group
  return {
    question: action.question,
    ask: names.ask(action.question),
    do: action.do.replaceAll(/\s+/g, ' ').trim(),
    done: action.done === null ? null : action.done.replaceAll(/\s+/g, ' ').trim(),
    effort: action.effort,
    gain: figures.difference(Math.max(...group.map(({ gain }) => gain))),
    who: group.flatMap(({ partner, owner }) => {
      if (partner === null) return []
      return [owner === null ? names.partner(partner) : `${names.partner(partner)} (${owner})`]
    }),
  }
}
