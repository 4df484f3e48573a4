import type { Question } from '../model/questionnaire.ts'
import type { GapRow } from './gaps.ts'
import type { ReportContext } from './report-context.ts'

/** An hour for the largest gaps: time to arrive, as long for each as is left, time to write down what was agreed. */
export interface Agenda {
  readonly lead: string
  readonly points: readonly AgendaPoint[]
  readonly close: string
}

export interface AgendaPoint {
  readonly question: string
  readonly ask: string
  /** From the beginning, `5–15`. */
  readonly minutes: string
  /** Who begins, and with what. */
  readonly opening: string
}

const arrivalMinutes = 5
const minutesPerGap = 10
const closingMinutes = 5

/** Null where no two partners are far apart. */
export function buildAgenda(gaps: readonly GapRow[], { names }: ReportContext): Agenda | null {
  if (gaps.length === 0) return null
  const end = arrivalMinutes + gaps.length * minutesPerGap
  const points = gaps.map(({ question, ask, high, low }, index) => ({
    question,
    ask,
    minutes: `${arrivalMinutes + index * minutesPerGap}–${arrivalMinutes + (index + 1) * minutesPerGap}`,
    opening: describeOpening(names.question(question)?.about ?? 'both', high.partner, low.partner),
  }))
  return {
    lead: `${end + closingMinutes} minutes, all partners at one table. Begin by each saying in one sentence what would make this time well spent. Who gave the lower answer speaks first, and the others listen until they have finished.`,
    points,
    close: `The last ${closingMinutes} minutes are for one thing each of you will do by the next meeting, with a name and a date.`,
  }
}

/** The words that a facilitator could read out. */
function describeOpening(about: Question['about'], high: string, low: string): string {
  switch (about) {
    case 'us':
      return `${low}, when did this last go differently from what you would wish? ${high}, what made it work for you?`
    case 'them':
      return `${low}, what did you see that led you to this answer? ${high}, what did you see?`
    default:
      return `${low}, tell us about the last time this came up. ${high}, what do you know that ${low} may not?`
  }
}
