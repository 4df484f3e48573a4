import type { ReportSentence } from '../words/message.ts'
import type { GapRow } from './gaps.ts'
import type { ReportContext } from './report-context.ts'

/** An hour for the largest gaps: time to arrive, as long for each as is left, time to write down what was agreed. */
interface Agenda {
  readonly lead: ReportSentence
  readonly points: readonly AgendaPoint[]
  readonly close: ReportSentence
}

interface AgendaPoint {
  readonly question: string
  readonly ask: string
  /** From the beginning, `5–15`. */
  readonly minutes: string
  /** What a facilitator could read out: who begins, and with what. */
  readonly opening: ReportSentence
}

const arrivalMinutes = 5
const minutesPerGap = 10
const closingMinutes = 5

const openings = {
  us: 'agenda-open-us',
  them: 'agenda-open-them',
  both: 'agenda-open-both',
} as const

/** Null where no two partners are far apart. */
export function buildAgenda(gaps: readonly GapRow[], { names }: ReportContext): Agenda | null {
  if (gaps.length === 0) return null
  const end = arrivalMinutes + gaps.length * minutesPerGap
  const points = gaps.map(({ question, ask, high, low }, index) => ({
    question,
    ask,
    minutes: `${arrivalMinutes + index * minutesPerGap}–${arrivalMinutes + (index + 1) * minutesPerGap}`,
    opening: {
      say: openings[names.question(question)?.about ?? 'both'],
      high: high.partner,
      low: low.partner,
    } as const,
  }))
  return {
    lead: { say: 'agenda-lead', minutes: end + closingMinutes },
    points,
    close: { say: 'agenda-close', minutes: closingMinutes },
  }
}
