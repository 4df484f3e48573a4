import type { Questionnaire } from '../model/questionnaire.ts'

/** Writes scores for readers. JSON never passes here. */
export interface Figures {
  /** A score of 0..100, on the questionnaire's shown range, to one decimal, half up; null is `not scored`. */
  readonly score: (value: number | null) => string
  /** As `score`, with more decimals where one would show `limit` as reached that was not. */
  readonly against: (value: number | null, limit: number) => string
  /** A difference of two scores. */
  readonly difference: (value: number) => string
  /** A share 0..1 in whole percent; 99.9 % never becomes 100 %. */
  readonly percent: (share: number | null) => string
}

export function figuresOf(questionnaire: Pick<Questionnaire, 'shown'>): Figures {
  const { from, to } = questionnaire.shown ?? { from: 0, to: 100 }
  const scale = (to - from) / 100
  const shown = (value: number) => from + value * scale
  return {
    score: (value) => (value === null ? 'not scored' : rounded(shown(value))),
    against: (value, limit) =>
      value === null ? 'not scored' : roundedAgainst(shown(value), shown(limit)),
    difference: (value) => rounded(value * scale),
    percent: (share) => (share === null ? 'n/a' : wholePercent(share)),
  }
}

/** Half up, to one decimal; a whole number has none. The tiny lift undoes binary fractions such as 0.15 · 100. */
export function rounded(value: number, decimals = 1): string {
  const factor = 10 ** decimals
  const up = Math.floor(value * factor + 0.5 + 1e-9) / factor
  return String(up === 0 ? 0 : up)
}

const equalWithin = 1e-9

function roundedAgainst(value: number, limit: number): string {
  const reached = value >= limit - equalWithin
  for (let decimals = 1; decimals <= 9; decimals++) {
    const text = rounded(value, decimals)
    if (reached === Number(text) >= limit) return text
  }
  return String(value)
}

function wholePercent(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 100 && share < 1 - equalWithin) return '99 %'
  if (percent === 0 && share > equalWithin) return '1 %'
  return `${percent} %`
}
