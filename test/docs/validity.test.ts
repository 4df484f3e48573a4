import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeRetest } from '../../scripts/validity/retest.ts'
import {
  computeChanceToSee,
  computeContentValidityRatio,
  computeInterval,
  computeMeasurementError,
  computeReliability,
  computeUpperTail,
  computeWeightedKappa,
  findCriticalCount,
  type Pair,
} from '../../scripts/validity/statistics.ts'
import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { listQuestions, type Questionnaire } from '../../src/model/questionnaire.ts'
import { aFolder } from '../cli/support/folder.ts'

const root = join(import.meta.dirname, '..', '..')

const builtIn = [
  'partnership-readiness',
  'partnership-health',
  'collaboration-capability',
  'five-days-of-action',
]

async function load(name: string): Promise<Questionnaire> {
  const file = join(root, 'questionnaires', name, 'questionnaire.yaml')
  return (await loadQuestionnaireFile(file, { root })).questionnaire
}

const questionnaire = await load('partnership-readiness')

function pageOf(name: string): string {
  return readFileSync(join(root, 'docs', name), 'utf8')
}

/** The rows of a page's table under a header, cell by cell. */
function rowsOf(page: string, header: string): readonly (readonly string[])[] {
  const from = page.indexOf(`| ${header} |`)
  expect(from).toBeGreaterThan(-1)
  const rows = page.slice(from).split('\n\n')[0]?.split('\n').slice(2) ?? []
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('what the questionnaires are based on', () => {
  it.each(['docs/validity.md', 'README.md'])(
    'is cited in %s with the versions in force',
    (page) => {
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
      expect(readFileSync(join(root, page), 'utf8')).toContain(
        `_partnership-readiness_, version ${questionnaire.version} [questionnaire]. Part of accordant ${version}. Licence CC BY 4.0.`,
      )
    },
  )

  it('lists the limits of the levels as they are', () => {
    const levels = questionnaire.levels.filter(({ score }) => score > 0)
    const rows = rowsOf(pageOf('validity.md'), 'convention')
    expect(rows[0]?.[1]).toContain(levels.map(({ score }) => score).join(', '))
    expect(rows[1]?.[1]).toContain(levels.map(({ weakest }) => weakest).join(', '))
    expect(rows.find(([name]) => name?.startsWith('share that must be answered'))?.[1]).toBe(
      String(questionnaire.coverage),
    )
  })

  it('can be looked up for every question of the built-in questionnaires', async () => {
    const all = await Promise.all(builtIn.map(load))
    const silent = all.flatMap((own) =>
      listQuestions(own).filter(({ source }) => source === null || source.trim() === ''),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  it('is linked to pages and forms that are there', () => {
    const pages = [
      'validity.md',
      ...readdirSync(join(root, 'docs', 'validity'))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `validity/${name}`),
    ]
    const dead = pages.flatMap((page) =>
      [...pageOf(page).matchAll(/\]\(([^):]+)\)/g)]
        .map(([, target = '']) => join(root, 'docs', dirname(page), target))
        .filter((target) => !existsSync(target)),
    )
    expect(dead).toEqual([])
  })
})

describe('the panel on content', () => {
  it('has the thresholds that the exact binomial distribution gives', () => {
    const rows = rowsOf(pageOf('validity/content-panel.md'), 'experts')
    expect(rows.map(([experts]) => experts)).toEqual(['10', '11', '12', '13', '14', '15'])
    for (const [experts = '', ...cells] of rows) {
      const n = Number(experts)
      const least = findCriticalCount(n)
      expect(cells).toEqual([
        String(least),
        computeContentValidityRatio(n, least).toFixed(2),
        computeUpperTail(n, least).toFixed(3),
        computeUpperTail(n, least - 1).toFixed(3),
        String(Math.ceil(0.78 * n)),
      ])
    }
  })

  it('says in words when a question is asked', () => {
    const form = readFileSync(join(root, 'docs', 'validity', 'content-panel.csv'), 'utf8')
    expect(form).toContain('only when ""stage"" is not exploring')
    expect(form).not.toContain('[object')
  })

  it('is asked about every dimension', () => {
    const rows = pageOf('validity/content-panel-whole.csv').trim().split('\n').slice(1)
    expect(rows.map((row) => row.split(',')[1])).toEqual([
      ...questionnaire.dimensions.map(({ title }) => title),
      'the whole questionnaire',
    ])
  })

  it('is as strict as the published exact tables: 9 of 10, 10 of 12, 12 of 15', () => {
    expect([10, 12, 15].map((experts) => findCriticalCount(experts))).toEqual([9, 10, 12])
    // By hand: of 2^12 ways, 66 + 12 + 1 have ten or more.
    expect(computeUpperTail(12, 10)).toBe(79 / 4096)
  })
})

describe('the interviews', () => {
  it('see a problem as often as the page says', () => {
    for (const [share = '', ...cells] of rowsOf(
      pageOf('validity/cognitive-interviews.md'),
      'people who would meet the problem',
    )) {
      const part = Number(share.replace(' %', '')) / 100
      expect(cells).toEqual([
        `${Math.round(100 * computeChanceToSee(part, 8, 1))} %`,
        `${Math.round(100 * computeChanceToSee(part, 8, 2))} %`,
      ])
    }
  })
})

/** Six people, four judges: table 2 of Shrout and Fleiss 1979, who give the coefficients with two decimals. */
const judged = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]

describe('test and retest', () => {
  it('computes the coefficients of Shrout and Fleiss', () => {
    const { oneWay, oneWayMean, agreement, agreementMean } = computeReliability(judged)
    expect(oneWay.toFixed(2)).toBe('0.17')
    expect(oneWayMean.toFixed(2)).toBe('0.44')
    expect(agreement.toFixed(2)).toBe('0.29')
    expect(agreementMean.toFixed(2)).toBe('0.62')
  })

  it('has the figures of the example on the page', () => {
    const page = pageOf('validity/test-retest.md')
    const pairs = rowsOf(page, 'partnership').map(
      ([, first, second]): Pair => [Number(first), Number(second)],
    )
    expect(pairs).toHaveLength(6)
    const { agreement, agreementMean } = computeReliability(pairs)
    const error = computeMeasurementError(pairs)
    expect(page).toContain(
      `ICC(A,1) is ${agreement.toFixed(2)}, ICC(A,2) is ${agreementMean.toFixed(2)}, the SEM is ${error.toFixed(1)} points and the smallest change ${(1.96 * Math.SQRT2 * error).toFixed(1)}.`,
    )
  })

  it('weighs a kappa by the square of the distance', () => {
    expect(
      computeWeightedKappa([
        [0, 0],
        [1, 1],
        [3, 3],
      ]),
    ).toBe(1)
    // Means of the squares: seen (1 + 0 + 0 + 1) / 4; by chance, over all 16 pairs, (10 + 2 + 2 + 10) / 16.
    const ranks: readonly Pair[] = [
      [0, 1],
      [1, 1],
      [2, 2],
      [3, 2],
    ]
    expect(computeWeightedKappa(ranks)).toBeCloseTo(1 - 0.5 / (24 / 16), 12)
  })

  it('gives an interval around the figure, the same each time', () => {
    const pairs = Array.from({ length: 30 }, (_, index): Pair => [index, index + (index % 3)])
    const figure = (of: readonly Pair[]) => computeReliability(of).agreement
    const [low, high] = computeInterval(pairs, figure)
    expect(low).toBeLessThan(figure(pairs))
    expect(high).toBeGreaterThan(figure(pairs))
    expect(computeInterval(pairs, figure)).toEqual([low, high])
  })

  const result = (value: number, level: string, hash = 'sha256:1') => ({
    questionnaire: { id: 'partnership-readiness', hash },
    verdict: { level },
    score: { value },
    dimensions: [{ id: 'trust', score: { value: value + 10 } }],
  })

  function twoFolders(second: object): { readonly first: string; readonly second: string } {
    const folder = aFolder({})
    const write = (name: string, files: Readonly<Record<string, object>>) => {
      mkdirSync(join(folder, name))
      for (const [file, data] of Object.entries(files)) {
        writeFileSync(join(folder, name, `${file}.json`), JSON.stringify(data))
      }
      return join(folder, name)
    }
    return {
      first: write('1', { a: result(50, 'emerging'), b: result(62, 'conditional'), d: {} }),
      second: write('2', { a: result(54, 'emerging'), b: second }),
    }
  }

  it('reads the results of two runs, and names who is in one alone', async () => {
    const { first, second } = twoFolders(result(76, 'ready'))
    const lines = (await writeRetest(root, first, second, null)).split('\n')
    expect(lines[0]).toBe('2 partnerships in both folders; in one only: d.json')
    // Ranks 1 and 2, then 1 and 3: seen (0 + 1) / 2; by chance (0 + 4 + 1 + 1) / 4.
    expect(lines[1]).toMatch(/^level: the same in 1 of 2; weighted kappa 0\.67 /)
    const rows = lines.slice(4).map((line) => line.split(' | '))
    expect(rows.map(([name, people, before, after]) => [name, people, before, after])).toEqual([
      ['overall', '2', '56.0', '65.0'],
      ['trust', '2', '66.0', '75.0'],
    ])
    expect(rows[0]?.slice(-2)).toEqual(['7.3', '20.2'])
  })

  it('refuses a result in which everything is hidden', async () => {
    const { score, ...hidden } = result(76, 'ready')
    const { first, second } = twoFolders(hidden)
    await expect(writeRetest(root, first, second, null)).rejects.toThrow('b.json shows no scores')
  })

  it('refuses results of another version', async () => {
    const { first, second } = twoFolders(result(76, 'ready', 'sha256:2'))
    await expect(writeRetest(root, first, second, null)).rejects.toThrow('different questionnaires')
  })
})
