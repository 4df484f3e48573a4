import type { Catalogue } from '../say.ts'
import { count, inNumber, join } from './grammar.ts'

/** What the charts show, in words, and what is written in them. */
export const chartsSentences = {
  'chart-next-level': ({ needs, level }: { needs: string; level: string }) =>
    `${needs} for “${level}”`,

  'chart-bars-title': 'The dimensions by partner, as bars',
  'chart-bars-title-whole': 'The dimensions, as bars',
  'chart-one-dimension': ({ title, score }: { title: string; score: string }) =>
    `${title} has a score of ${score}.`,
  'chart-all-alike': ({ score }: { score: string }) =>
    `All dimensions that are scored have a score of ${score}.`,
  'chart-extremes': ({ highest, high, lowest, low }: Extremes) =>
    `${join(highest)} ${inNumber(highest.length, 'has', 'have')} the highest score (${high}), ${join(lowest)} the lowest (${low}).`,
  'chart-partners-alike': 'Where the partners can be compared, they give the same scores.',
  'chart-equally-apart':
    'The partners are equally far apart in every dimension in which they can be compared.',
  'chart-furthest-apart': ({
    titles,
    marks,
  }: {
    titles: readonly string[]
    marks: readonly string[]
  }) =>
    `The partners are furthest apart on ${join(titles)}${marks.length === 0 ? '' : `: ${marks.join(', ')}`}.`,
  'chart-partner-mark': ({ partner, score }: { partner: string; score: string }) =>
    `${partner} gives ${score}`,
  'chart-unscored': ({ titles }: { titles: readonly string[] }) =>
    `${count(titles.length, 'dimension has', 'dimensions have')} no score: ${join(titles)}.`,

  'chart-bounds-title': 'What the unanswered questions leave possible, as intervals',
  'chart-bounds-widest': ({ title, coverage, range }: WidestBounds) =>
    `Unanswered questions leave most room in ${title}: ${coverage} of it is answered, and the score could be ${range}.`,
  'chart-bounds-answered': ({ rest }: { rest: number }) =>
    rest === 1 ? 'One dimension is fully answered.' : `${rest} dimensions are fully answered.`,
  'chart-bounds-column': 'answered',

  'chart-gaps-title': 'The gaps between partners that weigh most',
  'chart-gaps-about': ({ gaps, isPartial, ask, high, highScore, low, lowScore, gap }: LargestGap) =>
    `${gaps === 1 ? 'The gap' : `The ${gaps} gaps`} that ${inNumber(gaps, 'weighs', 'weigh')} most${isPartial ? ', of those that can be shown' : ''}. On “${ask}”, ${join(high)} ${inNumber(high.length, 'gives', 'give')} ${highScore} and ${join(low)} ${lowScore}, ${gap} points apart.`,
  'chart-gaps-table': 'The gaps in figures',
  'chart-gaps-apart': 'Apart',

  'chart-risks-title': 'The risks in the plan by likelihood and impact',
  'chart-risks-placed': ({ risks }: { risks: number }) =>
    `The plan places ${count(risks, 'risk')} by likelihood and impact.`,
  'chart-risks-grave': ({ risks }: { risks: readonly string[] }) =>
    `Both likely and serious: ${join(risks.map((risk) => `“${risk}”`))}.`,
  'chart-risks-gravest': ({ risk, likelihood, impact }: GravestRisk) =>
    `None is both likely and serious; the most serious is “${risk}”, with likelihood ${likelihood} and impact ${impact} of 5.`,
  'chart-risk': ({ number }: { number: number }) => `Risk ${number}`,
  'chart-impact': 'impact',
  'chart-likelihood': 'likelihood',

  'chart-trend-title': 'The scores over time, as slopes',
  'chart-trend-about': ({ from, to }: { from: string; to: string }) =>
    `The scores from ${from} to ${to}.`,
  'chart-trend-largest': ({ title, partner, from, to }: LargestChange) =>
    `The largest change is in ${title}, as ${partner} sees it: from ${from} to ${to}.`,
  'chart-trend-table': 'The scores of each partner over time',

  'chart-in-figures': 'In figures',
} as const satisfies Catalogue

interface Extremes {
  highest: readonly string[]
  high: string
  lowest: readonly string[]
  low: string
}

interface WidestBounds {
  title: string
  coverage: string
  range: string
}

interface LargestGap {
  gaps: number
  isPartial: boolean
  ask: string
  high: readonly string[]
  highScore: string
  low: readonly string[]
  lowScore: string
  gap: string
}

interface GravestRisk {
  risk: string
  likelihood: number
  impact: number
}

interface LargestChange {
  title: string
  partner: string
  from: string
  to: string
}
