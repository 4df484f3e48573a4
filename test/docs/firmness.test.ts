import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  computeKappa,
  drawResponses,
  figureOut,
  loadReadiness,
  measureFirmness,
  type Setting,
} from '../../scripts/firmness/simulate.ts'
import { listQuestions } from '../../src/model/questionnaire.ts'
import { createRandom } from '../../src/model/random.ts'
import { scored } from '../scoring/support/builders.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'scoring.md'), 'utf8')
const questionnaire = await loadReadiness(root)

/** The row of the table in the page: a share, kappa and two half-widths. */
function rowOf({ people, run }: Setting): readonly number[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${people} | ${run} |`)) ?? ''
  return row
    .split('|')
    .slice(3, -1)
    .map((cell) => Number(cell.replaceAll(/[^\d.]/g, '')))
}

/** What the simulation takes from a result in which nothing is hidden. */
interface Shown {
  readonly verdict: { readonly level: string }
  readonly score: { readonly value: number }
  readonly partners: readonly {
    readonly dimensions: readonly { readonly score: { readonly value: number } }[]
  }[]
}

describe('how firm the figures are', () => {
  it('is measured on the figures of the program itself', () => {
    const setting: Setting = { partners: 3, people: 2, run: 'full' }
    const truth = new Map(listQuestions(questionnaire).map(({ id }) => [id, 65]))
    const responses = drawResponses(
      questionnaire,
      setting,
      [truth, truth, truth],
      createRandom('figures'),
    )
    const { verdict, score, partners }: Shown = JSON.parse(
      JSON.stringify(scored(questionnaire, responses)),
    )
    const { level, overall, dimensions } = figureOut(questionnaire, 'full', responses)
    expect(level).toBe(verdict.level)
    expect(overall).toBeCloseTo(score.value, 9)
    const own = partners.flatMap((partner) => partner.dimensions.map((each) => each.score.value))
    expect(dimensions.map((value) => value.toFixed(9))).toEqual(
      own.map((value) => value.toFixed(9)),
    )
  })

  it.each(['full', 'quick'] as const)(
    'is as the table in docs/scoring.md says, but for chance: three people a side, %s run',
    (run) => {
      const setting: Setting = { partners: 2, people: 3, run }
      const { sameLevel, kappa, overall, dimension } = measureFirmness(questionnaire, setting, 400)
      const [level = 0, beyondChance = 0, half = 0, ofDimension = 0] = rowOf(setting)
      expect(Math.abs(100 * sameLevel - level)).toBeLessThan(8)
      expect(Math.abs(kappa - beyondChance)).toBeLessThan(0.12)
      expect(Math.abs(overall / half - 1)).toBeLessThan(0.12)
      expect(Math.abs(dimension / ofDimension - 1)).toBeLessThan(0.06)
    },
  )

  it('comes out alike each time it is measured', () => {
    const setting: Setting = { partners: 2, people: 1, run: 'quick' }
    expect(measureFirmness(questionnaire, setting, 20)).toEqual(
      measureFirmness(questionnaire, setting, 20),
    )
  })

  it('has a kappa of 1 where two judgements always agree, and of 0 where they agree as by chance', () => {
    expect(
      computeKappa([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1)
    expect(
      computeKappa([
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(0)
  })
})
