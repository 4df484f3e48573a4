import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import {
  computeInterval,
  computeMeasurementError,
  computeReliability,
  computeWeightedKappa,
  type Pair,
} from './statistics.ts'

/** What is read of a result that `accordant report --format json` wrote. */
interface Result {
  readonly questionnaire: { readonly id: string; readonly hash: string }
  readonly verdict: { readonly level: string | null }
  readonly score: Score
  readonly dimensions: readonly { readonly id: string; readonly score: Score }[]
}

interface Score {
  readonly value: number | null
}

type Twice = readonly [first: Result, second: Result]

/** How far two runs of the same partnerships agree, as text; each folder has a JSON result for each, by the same file names. */
export async function writeRetest(
  root: string,
  first: string,
  second: string,
  levels: readonly string[] | null,
): Promise<string> {
  const { twice, alone } = readTwice(first, second)
  const ids = new Set(twice.flat().map(({ questionnaire }) => questionnaire.hash))
  if (twice.length < 2) throw new Error('Fewer than two partnerships are in both folders')
  if (ids.size > 1) throw new Error('The results are of different questionnaires or versions')
  const id = twice[0]?.[0].questionnaire.id ?? ''
  const order = levels ?? (await readLevels(root, id))
  const dimensions = twice[0]?.[0].dimensions.map((dimension) => dimension.id) ?? []
  return [
    `${twice.length} partnerships in both folders; in one only: ${alone.join(', ') || 'none'}`,
    describeLevels(twice, order),
    '',
    'score | partnerships | first | second | ICC(A,1) | 95 % | SEM | smallest change',
    describeScores('overall', twice, ({ score }) => score.value),
    ...dimensions.map((dimension) =>
      describeScores(
        dimension,
        twice,
        (result) => result.dimensions.find((own) => own.id === dimension)?.score.value ?? null,
      ),
    ),
  ].join('\n')
}

function readTwice(first: string, second: string) {
  const names = [first, second].map((folder) =>
    readdirSync(folder).filter((name) => name.endsWith('.json')),
  )
  const [before = [], after = []] = names
  const read = (folder: string, name: string): Result => {
    const result = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    if (result.score === undefined) throw new Error(`${join(folder, name)} shows no scores`)
    return result
  }
  return {
    twice: before
      .filter((name) => after.includes(name))
      .map((name): Twice => [read(first, name), read(second, name)]),
    alone: names.flat().filter((name) => !before.includes(name) || !after.includes(name)),
  }
}

/** The levels of a built-in questionnaire, from the lowest. */
async function readLevels(root: string, id: string): Promise<readonly string[]> {
  const file = join(root, 'questionnaires', id, 'questionnaire.yaml')
  const { questionnaire } = await loadQuestionnaireFile(file, { root })
  return questionnaire.levels.toSorted((a, b) => a.score - b.score).map((level) => level.id)
}

function describeLevels(twice: readonly Twice[], order: readonly string[]): string {
  const pairs = twice.flatMap(([first, second]): Pair[] => {
    const [a, b] = [first.verdict.level, second.verdict.level]
    return a === null || b === null ? [] : [[order.indexOf(a), order.indexOf(b)]]
  })
  if (pairs.flat().includes(-1)) throw new Error('A level is in none of --levels')
  const same = pairs.filter(([first, second]) => first === second).length
  const kappa = computeWeightedKappa(pairs)
  const interval = computeInterval(pairs, computeWeightedKappa)
  return `level: the same in ${same} of ${pairs.length}; weighted kappa ${show(kappa, 2)} (95 %: ${showBoth(interval, 2)})`
}

function describeScores(
  name: string,
  twice: readonly Twice[],
  read: (result: Result) => number | null,
): string {
  const pairs = twice.flatMap(([first, second]): Pair[] => {
    const [a, b] = [read(first), read(second)]
    return a === null || b === null ? [] : [[a, b]]
  })
  const means = [0, 1].map(
    (index) => pairs.reduce((sum, pair) => sum + (pair[index] ?? 0), 0) / pairs.length,
  )
  const agreement = (of: readonly Pair[]) => computeReliability(of).agreement
  const error = computeMeasurementError(pairs)
  return [
    name,
    pairs.length,
    ...means.map((mean) => show(mean, 1)),
    show(agreement(pairs), 2),
    showBoth(computeInterval(pairs, agreement), 2),
    show(error, 1),
    show(1.96 * Math.SQRT2 * error, 1),
  ].join(' | ')
}

function show(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return 'none (no variation)'
  return value.toFixed(decimals).replace(/^-(?=[0.]+$)/, '')
}

function showBoth([low, high]: readonly [number, number], decimals: number): string {
  return `${show(low, decimals)} to ${show(high, decimals)}`
}
