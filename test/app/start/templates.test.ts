import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { templates } from '../../../src/app/start/templates.ts'
import { readYaml } from '../../../src/reading/yaml.ts'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'

type Answer = number | string | { readonly state: 'not-applicable'; readonly reason: string }

/** The n-th question of a dimension, both from 0, by the number of the question in all. */
type Answering = (question: {
  readonly dimension: number
  readonly item: number
  readonly number: number
}) => Answer

interface Result {
  readonly score: { readonly value: number }
  readonly verdict: { readonly level: string }
  readonly dimensions: readonly { readonly score: { readonly value: number } }[]
}

async function aTemplate(name: string) {
  const folder = aFolder()
  const file = join(folder, 'questionnaire.yaml')
  const { code } = await ran(['init', 'questionnaire', file, '--template', name])
  expect(code).toBe(0)
  const { dimensions, shown } = readYaml(readFileSync(file), file).value as {
    readonly shown: { readonly from: number; readonly to: number }
    readonly dimensions: readonly { id: string; questions: readonly { id: string }[] }[]
  }
  const respond = (partner: string, answering: Answering) => {
    const ids = dimensions.flatMap(({ id, questions }, dimension) =>
      questions.map((question, item) => ({ id: `${id}.${question.id}`, dimension, item })),
    )
    const answers = Object.fromEntries(
      ids.map(({ id, ...place }, number) => [id, answering({ ...place, number })]),
    )
    const response = {
      accordant: 'response/1',
      questionnaire: { id: name, version: '0.1.0' },
      partnership: 'both',
      partner,
      respondent: { id: 'r1' },
      completed: '2026-11-20T09:14:00Z',
      answers,
    }
    writeFileSync(join(folder, `${partner}.json`), JSON.stringify(response))
  }
  return {
    file,
    respond,
    /** Scores, on the range they are shown on, to five decimals; the level; and the first line of the report. */
    result: async () => {
      const argv = ['report', folder, '--questionnaire', file]
      const { score, verdict, dimensions } = JSON.parse(
        (await ran([...argv, '--format', 'json'])).out,
      ) as Result
      const { out } = await ran(argv)
      const of = ({ value }: { readonly value: number }) =>
        Number((shown.from + (value / 100) * (shown.to - shown.from)).toFixed(5))
      return {
        score: of(score),
        level: verdict.level,
        dimensions: dimensions.map((dimension) => of(dimension.score)),
        told: /^> \*\*(.*)\*\*$/m.exec(out)?.[1],
      }
    },
  }
}

/** Ratings from 1 to 5 that add up to the sum. */
function summingTo(sum: number, statements: number): Answering {
  const least = Math.floor(sum / statements)
  return ({ number }) => least + (number < sum - least * statements ? 1 : 0)
}

describe('The templates', () => {
  it.each(templates)('pass check, with what is to be written: %s', async (name) => {
    const { file } = await aTemplate(name)
    const { code, out } = await ran(['check', file, '--format', 'json'])
    const { files } = JSON.parse(out) as {
      readonly files: readonly { readonly findings: readonly { readonly id: string }[] }[]
    }
    const ids = files.flatMap(({ findings }) => findings.map(({ id }) => id))
    const places = readFileSync(file, 'utf8').match(/ask: "\[insert/g) ?? []
    expect(ids).toEqual(places.map(() => 'question.placeholder'))
    expect(code).toBe(0)
  })

  it('are for questionnaires only, and known by name', async () => {
    const file = join(aFolder(), 'own.yaml')
    const other = await ran(['init', 'plan', file, '--template', 'maturity'])
    expect(other).toMatchObject({ code: 2, out: '' })
    expect(other.err).toContain('"--template" works only with "init questionnaire"')
    const unknown = await ran(['init', 'questionnaire', file, '--template', 'sums'])
    expect(unknown.err).toContain(`Allowed choices are ${templates.join(', ')}`)
  })
})

describe('sum-and-bands', () => {
  it.each([
    [35, 'low'],
    [84, 'low'],
    [85, 'middle'],
    [126, 'middle'],
    [127, 'high'],
    [175, 'high'],
  ])('puts a sum of %i in its published band', async (sum, level) => {
    const { respond, result } = await aTemplate('sum-and-bands')
    respond('a', summingTo(sum, 35))
    expect(await result()).toMatchObject({ score: sum, level })
  })

  /**
   * Finch et al. 2016, table 2: means of seven organisations, with the band of each. The sixth, 141.2, has an answer that was
   * filled in from the year before, and is the mean of no seven whole totals.
   */
  it.each([
    [876, '125', 'middle'],
    [943, '135', 'high'],
    [952, '136', 'high'],
    [962, '137', 'high'],
    [977, '140', 'high'],
  ])(
    'has the mean and band of seven organisations with %i points together',
    async (points, mean, level) => {
      const { respond, result } = await aTemplate('sum-and-bands')
      const each = Math.floor(points / 7)
      for (const index of [0, 1, 2, 3, 4, 5, 6]) {
        respond(`organisation-${index}`, summingTo(each + (index < points - each * 7 ? 1 : 0), 35))
      }
      const found = await result()
      expect(found.level).toBe(level)
      expect(found.told).toMatch(new RegExp(` · ${mean} of 175$`))
    },
  )
})

describe('rescaled-cut-offs', () => {
  const leftOut = { state: 'not-applicable', reason: 'Not with us' } as const

  /** Appendix C: up to (n/2)·3 + (n/2)·2 is the lowest range, (0.75 n)·4 + (0.25 n)·3 and more the highest. */
  function published(sum: number, n: number): string {
    if (sum <= (n / 2) * 3 + (n / 2) * 2) return 'low'
    return sum >= 0.75 * n * 4 + 0.25 * n * 3 ? 'high' : 'middle'
  }

  it.each([
    [20, 50, 'low'],
    [20, 51, 'middle'],
    [20, 74, 'middle'],
    [20, 75, 'high'],
    [10, 25, 'low'],
    [10, 26, 'middle'],
    [10, 37, 'middle'],
    [10, 38, 'high'],
  ])('puts %i statements with the sum %i in the published range', async (n, sum, level) => {
    expect(published(sum, n)).toBe(level)
    const { respond, result } = await aTemplate('rescaled-cut-offs')
    const answers = summingTo(sum, n)
    respond('a', (place) => (place.number < n ? answers(place) : leftOut))
    expect((await result()).level).toBe(level)
  })

  it.each([19, 17, 15, 13, 7])(
    'follows the published rule on either side of its limits for %i statements',
    async (n) => {
      const { respond, result } = await aTemplate('rescaled-cut-offs')
      for (const limit of [2.5 * n, 3.75 * n]) {
        for (const sum of [Math.floor(limit), Math.ceil(limit)]) {
          const answers = summingTo(sum, n)
          respond('a', (place) => (place.number < n ? answers(place) : leftOut))
          expect({ sum, level: (await result()).level }).toEqual({ sum, level: published(sum, n) })
        }
      }
    },
  )
})

describe('factor-means', () => {
  it('gives each factor the mean of its statements over everybody, from 1 to 5', async () => {
    const { respond, result } = await aTemplate('factor-means')
    respond('a', ({ dimension, item }) => (dimension === 0 && item === 0 ? 5 : 4))
    respond('b', ({ dimension }) => (dimension === 1 ? 3 : 4))
    const { dimensions, score, level } = await result()
    expect(dimensions).toEqual([4.25, 3.5, ...Array.from({ length: 18 }, () => 4)])
    expect(score).toBe(3.9875)
    expect(level).toBe('middle')
  })

  it.each([
    [1, 'low'],
    [2, 'low'],
    [3, 'middle'],
    [4, 'high'],
    [5, 'high'],
  ])('puts means of %i in their band', async (mean, level) => {
    const { respond, result } = await aTemplate('factor-means')
    respond('a', () => mean)
    expect(await result()).toMatchObject({ score: mean, level })
  })
})

describe('maturity', () => {
  const answerOf = { 0: 'none', 0.25: 'some', 0.5: 'half', 1: 'most' } as const

  it.each([
    [0, 0, 'level-0'],
    [0.25, 0.75, 'level-0'],
    [0.5, 1.5, 'level-1'],
    [1, 3, 'level-3'],
  ] as const)('adds three activities of %d to a stream of %d', async (value, sum, level) => {
    const { respond, result } = await aTemplate('maturity')
    respond('a', () => answerOf[value])
    const { score, level: found, dimensions } = await result()
    expect({ score, found, dimensions }).toEqual({
      score: sum,
      found: level,
      dimensions: Array.from({ length: 15 }, () => sum),
    })
  })

  it('means the streams of a practice, the practices of a function, and the functions', async () => {
    const streams = { a: [1, 0.5, 0.25], b: [0.5, 0.25, 0] } as const
    const { respond, result } = await aTemplate('maturity')
    respond('a', ({ dimension, item }) => {
      const stream = item % 2 === 0 ? streams.a : streams.b
      return dimension === 0 ? answerOf[stream[Math.floor(item / 2)] ?? 0] : 'none'
    })
    const { dimensions, score, told } = await result()
    const practice = (1.75 + 0.75) / 2
    const overall = (practice / 3 + 0 + 0 + 0 + 0) / 5
    expect(dimensions[0]).toBe(practice)
    expect(score).toBeCloseTo(overall, 5)
    expect(told).toBe('Below maturity 1 · 0.1 of 3, as a sees it')
  })
})
