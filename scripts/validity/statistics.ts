import { chooseRandom, createRandom } from '../../src/model/random.ts'

/** The first and the second figure of one partnership. */
export type Pair = readonly [first: number, second: number]

/** How likely at least `hits` of `experts` are, if each says yes with a probability of one half; 0..1. */
export function computeUpperTail(experts: number, hits: number): number {
  let ways = 0
  for (let count = hits; count <= experts; count++) ways += countWays(experts, count)
  return ways / 2 ** experts
}

/** The fewest of `experts` that would be so many by chance in at most `alpha` of cases (one-tailed, exact). */
export function findCriticalCount(experts: number, alpha = 0.05): number {
  let hits = 0
  while (computeUpperTail(experts, hits) > alpha) hits++
  return hits
}

function countWays(of: number, take: number): number {
  return take === 0 ? 1 : (countWays(of - 1, take - 1) * of) / take
}

/** Lawshe's content validity ratio, from -1 to 1. */
export function computeContentValidityRatio(experts: number, essential: number): number {
  return (essential - experts / 2) / (experts / 2)
}

/** How likely at least `hits` of `people` meet a problem that a share of all people would meet; 0..1. */
export function computeChanceToSee(share: number, people: number, hits: number): number {
  let missed = 0
  for (let count = 0; count < hits; count++) {
    missed += countWays(people, count) * share ** count * (1 - share) ** (people - count)
  }
  return 1 - missed
}

interface Reliability {
  /** Each row rated by people of its own: ICC(1), and that of the mean of a row. */
  readonly oneWay: number
  readonly oneWayMean: number
  /** Absolute agreement of columns that all rows share: ICC(A,1), and ICC(A,k) of the mean of a row. */
  readonly agreement: number
  readonly agreementMean: number
}

/** Intraclass correlations (McGraw and Wong 1996) of rows that have the same number of figures each. */
export function computeReliability(rows: readonly (readonly number[])[]): Reliability {
  const n = rows.length
  const k = rows[0]?.length ?? 0
  const grand = mean(rows.flat())
  const columns = Array.from({ length: k }, (_, index) => rows.map((row) => row[index] ?? 0))
  const between = (k * sumOfSquares(rows.map(mean), grand)) / (n - 1)
  const ofColumns = (n * sumOfSquares(columns.map(mean), grand)) / (k - 1)
  const insideAll = sum(rows.map((row) => sumOfSquares(row, mean(row))))
  const inside = insideAll / (n * (k - 1))
  const residual = (insideAll - ofColumns * (k - 1)) / ((n - 1) * (k - 1))
  const ofOccasion = ofColumns - residual
  return {
    oneWay: (between - inside) / (between + (k - 1) * inside),
    oneWayMean: (between - inside) / between,
    agreement: (between - residual) / (between + (k - 1) * residual + (k / n) * ofOccasion),
    agreementMean: (between - residual) / (between + ofOccasion / n),
  }
}

/** The standard error of one measurement, with any shift between the two: √(Σd² / 2n). */
export function computeMeasurementError(pairs: readonly Pair[]): number {
  return Math.sqrt(sum(pairs.map(([first, second]) => (first - second) ** 2)) / (2 * pairs.length))
}

/** Cohen's kappa of ranks from 0, weighted by the square of the distance. */
export function computeWeightedKappa(pairs: readonly Pair[]): number {
  const seen = mean(pairs.map(([first, second]) => (first - second) ** 2))
  const byChance = mean(
    pairs.flatMap(([first]) => pairs.map(([, second]) => (first - second) ** 2)),
  )
  return 1 - seen / byChance
}

/** The middle 95 of 100 values of a figure, over samples of the pairs with replacement; the same for the same pairs. */
export function computeInterval(
  pairs: readonly Pair[],
  figure: (pairs: readonly Pair[]) => number,
): readonly [low: number, high: number] {
  const random = createRandom('retest')
  const values = Array.from({ length: 2000 }, () =>
    figure(pairs.flatMap(() => [chooseRandom(random, pairs) ?? []]).filter(isPair)),
  )
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? Number.NaN
  return [at(0.025), at(0.975)]
}

function isPair(value: readonly number[]): value is Pair {
  return value.length === 2
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length
}

function sumOfSquares(values: readonly number[], around: number): number {
  return sum(values.map((value) => (value - around) ** 2))
}
