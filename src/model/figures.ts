import type { ReportText } from '../words/message.ts'
import { formatAgainstLimits, formatDecimal, maxDecimals } from './decimals.ts'
import type { Questionnaire } from './questionnaire.ts'

/** Writes scores for readers. JSON never passes here. */
export interface Figures {
  /** A score of 0..100 on the questionnaire's shown range, unrounded. */
  readonly shown: (value: number) => number
  /**
   * A score of 0..100, on the shown range, in whole numbers, half up; rounded down where rounding up would show a level's bound
   * or a limit as reached that was not. Null is said to be not scored.
   */
  readonly score: (value: number | null) => ReportText
  /** As `score`, with this limit in mind too; one just under it says so. */
  readonly against: (value: number | null, limit: number) => ReportText
  /** A limit on scores, with all its decimals. */
  readonly limit: (value: number) => string
  /** A difference of two scores. */
  readonly difference: (value: number) => string
  /** A share 0..1 in whole percent; 99.9 % never becomes 100 %. */
  readonly percent: (share: number | null) => ReportText
  /** As `percent`, with decimals where whole percent would show `limit` as reached that was not. */
  readonly percentAgainst: (share: number | null, limit: number) => ReportText
}

/** The range that scores of 0..100 are shown on. */
interface ShownRange {
  readonly from: number
  readonly to: number
}

const fullRange: ShownRange = { from: 0, to: 100 }

/** A score of 0..100 on the shown range, to one decimal, half up, and to more where one would show a limit as reached that was not. */
function formatScore(
  value: number,
  limits: readonly number[],
  { from, to }: ShownRange = fullRange,
): string {
  const shown = (score: number) => showScore(score, { from, to })
  const rule = { tolerance: (1e-7 * (to - from)) / 100, decimals: 1 }
  return formatAgainstLimits(shown(value), limits.map(shown), rule)
}

/** A range with fewer values than this needs a decimal: of 0 to 3, whole numbers say next to nothing. */
const minWholeRange = 20

function countDecimals({ from, to }: ShownRange): number {
  return to - from < minWholeRange ? 1 : 0
}

/** A score half up, in whole numbers, and whether it was rounded down since rounding up would show a limit as reached. */
function roundScore(value: number, limits: readonly number[], { from, to }: ShownRange) {
  const tolerance = (1e-7 * (to - from)) / 100
  const decimals = countDecimals({ from, to })
  const score = showScore(value, { from, to })
  const up = formatDecimal(score, decimals)
  const isTooHigh = limits
    .map((limit) => showScore(limit, { from, to }))
    .some((limit) => score < limit - tolerance && Number(up) >= limit - tolerance)
  if (!isTooHigh) return { text: up, isDown: false }
  const factor = 10 ** decimals
  return { text: formatDecimal((Math.ceil(score * factor) - 1) / factor, decimals), isDown: true }
}

/** A score of 0..100 on the shown range, unrounded. */
function showScore(value: number, { from, to }: ShownRange = fullRange): number {
  return from + (value * (to - from)) / 100
}

const notScored: ReportText = { say: 'not-scored' }
const noFigure: ReportText = { say: 'no-figure' }

type FiguresOf = Pick<Questionnaire, 'shown' | 'levels'>

/** Whole numbers. `limits` are those that were set beside the levels' own bounds, on 0..100. */
export function createFigures(questionnaire: FiguresOf, limits: readonly number[] = []): Figures {
  const range = questionnaire.shown ?? fullRange
  const bounds = [...listBounds(questionnaire), ...limits]
  const scale = (range.to - range.from) / 100
  return {
    ...createCommonFigures(range),
    score: (value) => (value === null ? notScored : roundScore(value, bounds, range).text),
    against: (value, limit) => {
      if (value === null) return notScored
      const { text } = roundScore(value, [...bounds, limit], range)
      if (!roundScore(value, [limit], range).isDown) return text
      return { say: 'just-under', score: text, limit: formatLimit(limit, range) }
    },
    difference: (value) => formatDecimal(value * scale, countDecimals(range)),
  }
}

/** With a decimal, for those who work the arithmetic out again. */
export function createExactFigures(
  questionnaire: FiguresOf,
  limits: readonly number[] = [],
): Figures {
  const range = questionnaire.shown ?? fullRange
  const bounds = [...listBounds(questionnaire), ...limits]
  const format = (value: number | null, all: readonly number[]) =>
    value === null ? notScored : formatScore(value, all, range)
  return {
    ...createCommonFigures(range),
    score: (value) => format(value, bounds),
    against: (value, limit) => format(value, [...bounds, limit]),
    difference: (value) => formatDecimal((value * (range.to - range.from)) / 100),
  }
}

function listBounds({ levels }: FiguresOf): readonly number[] {
  return levels.flatMap(({ score, weakest }) => [score, weakest])
}

function formatLimit(value: number, range: ShownRange): string {
  return formatDecimal(showScore(value, range), maxDecimals)
}

function createCommonFigures(
  range: ShownRange,
): Pick<Figures, 'shown' | 'limit' | 'percent' | 'percentAgainst'> {
  return {
    shown: (value) => showScore(value, range),
    limit: (value) => formatLimit(value, range),
    percent: (share) => (share === null ? noFigure : formatWholePercent(share)),
    percentAgainst: (share, limit) => {
      if (share === null) return noFigure
      const rule = { tolerance: 1e-7, decimals: 0 }
      return share < limit
        ? `${formatAgainstLimits(share * 100, [limit * 100], rule)} %`
        : formatWholePercent(share)
    },
  }
}

/**
 * A share of 0..100 in whole percent, half up; rounded down, and then `under` the limit, where it would show a limit as
 * reached that was not. Only all is 100, and only nothing 0.
 */
export function roundPercent(
  value: number,
  limit: number | null,
): { readonly percent: string; readonly under: number | null } {
  const percent = roundToWholePercent(value)
  const seems = Math.max(percent, Number(formatDecimal(value, 0)))
  return limit !== null && value < limit - 1e-7 && seems >= limit
    ? { percent: `${Math.floor(value)} %`, under: limit }
    : { percent: `${percent} %`, under: null }
}

function formatWholePercent(share: number): string {
  return `${roundToWholePercent(share * 100)} %`
}

function roundToWholePercent(value: number): number {
  const percent = Number(formatDecimal(value, 0))
  if (percent === 100 && value < 100 - 1e-7) return 99
  if (percent === 0 && value > 1e-7) return 1
  return percent
}
