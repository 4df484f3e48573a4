import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { aResponseFile } from '../../cli/support/response-file.ts'

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels:
  - {id: high, title: High, score: 60}
  - {id: low, title: Low, score: 0}
dimensions:
  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
`

function folder(news: number, version = '1.0.0'): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\n',
    'small.yaml': questionnaire,
    'r1.yaml': aResponseFile(`trust.news: ${news}`, { version }),
  })
}

describe('report --previous', () => {
  it('shows what changed, in words and as data', async () => {
    const before = folder(4)
    const now = folder(2)
    const told = await ran(['report', now, '--previous', before])
    expect(told.out).toContain('## Since last time')
    expect(told.out).toContain(
      'the score fell by 50 points, and the level went from “High” to “Low”.',
    )
    const data = await ran(['report', now, '--previous', before, '--format', 'json'])
    expect(JSON.parse(data.out).trend).toMatchObject([{ from: before, to: 'now', score: -50 }])
    expect(data.code).toBe(0)
  })

  it('reads an earlier folder with its own version of the questionnaire, and compares what is the same', async () => {
    const older = questionnaire
      .replace('version: 1.0.0', 'version: 0.9.0')
      .replace(
        '      - {id: news',
        '      - {id: gone, ask: Did you tell?, type: rating, anchors: {1: Never, 5: Always}}\n      - {id: news',
      )
    const before = aFolder({
      'accordant.yaml': 'accordant: config/1\n',
      'small.yaml': older,
      'r1.yaml': aResponseFile('trust.news: 4, trust.gone: 4', { version: '0.9.0' }),
    })
    const { out } = await ran(['report', folder(2), '--previous', before, '--format', 'json'])
    expect(JSON.parse(out).trend).toMatchObject([
      {
        score: null,
        questions: [{ id: 'trust.news', partner: 'north', change: -50 }],
        left: [{ id: 'trust.gone', reason: 'removed' }],
      },
    ])
  })

  it('adds nothing to a result in which nothing is shown', async () => {
    const argv = ['report', folder(2), '--min-group', '2', '--format', 'json']
    const alone = await ran(argv)
    const compared = await ran([...argv, '--previous', folder(4)])
    expect(compared.out).toBe(alone.out)
    expect(JSON.parse(alone.out).hidden).toEqual({ minGroup: 2, scope: 'all' })
  })

  it('takes a result as JSON', async () => {
    const now = folder(2)
    const kept = join(now, 'kept.json')
    await ran(['report', now, '--format', `json=${kept}`])
    const { out } = await ran(['report', now, '--previous', kept, '--format', 'json'])
    expect(JSON.parse(out).trend).toMatchObject([{ score: 0 }])
  })
})

describe('a result that an earlier version wrote', () => {
  /** What an earlier version said of the folder. */
  async function keep(of: string): Promise<string> {
    const file = join(of, 'kept.json')
    await ran(['report', of, '--format', `json=${file}`])
    const result = JSON.parse(readFileSync(file, 'utf8'))
    const { leftOut, missing, quality, subjects, divided, verdict, ...former } = result
    const { lifted, withoutOne, ...judged } = verdict
    writeFileSync(file, JSON.stringify({ ...former, accordant: 'result/1', verdict: judged }))
    return file
  }

  it('is compared by its scores, not by its level, and that is said', async () => {
    const before = await keep(folder(4))
    const now = folder(2)
    const said = `${before} was written by an earlier version of accordant, which counted people and set levels by other rules; only its scores are compared, not its level or its essential questions`
    const data = await ran(['report', now, '--previous', before, '--format', 'json'])
    expect(JSON.parse(data.out)).toMatchObject({
      trend: [
        {
          score: -50,
          dimensions: [{ id: 'trust', change: -50 }],
          questions: [{ id: 'trust.news', partner: 'north', change: -50 }],
          fell: [],
        },
      ],
      warnings: [said],
    })
    const { code, out } = await ran(['report', now, '--previous', before])
    expect(code).toBe(0)
    expect(out).toContain('the score fell by 50 points.')
    expect(out).not.toContain('the level went')
    expect(out).toContain('set levels by other rules')
  })

  it('limits the score alone', async () => {
    const before = await keep(folder(4))
    const worse = await ran(['report', folder(2), '--no-worse-than', before, '--format', 'json'])
    expect(worse.code).toBe(1)
    expect(JSON.parse(worse.out).verdict.reasons.filter(isLimit)).toEqual([
      { code: 'limit', option: 'noWorseThan', value: 25, needs: 75 },
    ])
    const same = await ran(['report', folder(4), '--no-worse-than', before, '--format', 'json'])
    expect(same.code).toBe(0)
    // Once, though it is named twice.
    const twice = ['--no-worse-than', before, '--previous', before]
    const both = await ran(['report', folder(4), ...twice, '--format', 'json'])
    for (const { out } of [worse, same, both]) {
      expect(JSON.parse(out).warnings).toEqual([
        expect.stringContaining(`${before} was written by an earlier version of accordant`),
      ])
    }
  })
})

describe('several earlier points in time', () => {
  const at = (news: number, day: string) =>
    aFolder({
      'accordant.yaml': 'accordant: config/1\n',
      'small.yaml': questionnaire,
      'r1.yaml': aResponseFile(`trust.news: ${news}`, { completed: `${day}T09:00:00Z` }),
    })
  const years = () => [at(5, '2024-11-20'), at(3, '2025-11-20'), at(2, '2026-11-20')] as const

  async function compare(of: string, ...before: readonly string[]) {
    const previous = before.flatMap((each) => ['--previous', each])
    const { out } = await ran(['report', of, ...previous, '--format', 'json'])
    const { trend, warnings } = JSON.parse(out)
    const spans = trend.map(({ from, score }: { from: string; score: number }) => [from, score])
    return { spans, warnings }
  }

  it('are compared in the order of their last answers, however they are named', async () => {
    const [first, second, now] = years()
    const spans = [
      [first, -50],
      [second, -25],
    ]
    expect(await compare(now, first, second)).toEqual({ spans, warnings: [] })
    expect(await compare(now, second, first)).toEqual({ spans, warnings: [] })
    const { out } = await ran(['report', now, '--previous', second, '--previous', first])
    expect(out).toContain('| 2024-11-20 | 2025-11-20 | 2026-11-20 |')
  })

  it('are compared in the order given on one day, or if the day of one is not known', async () => {
    const [first, second, now] = years()
    const same = at(4, '2024-11-20')
    expect((await compare(now, second, same, first)).spans).toEqual([
      [same, 25],
      [first, -50],
      [second, -25],
    ])
    expect((await compare(now, second, first, same)).spans.map(([from]: [string]) => from)).toEqual(
      [first, same, second],
    )
    const kept = join(first, 'kept.json')
    await ran(['report', first, '--format', `json=${kept}`])
    expect((await compare(now, second, kept)).spans.map(([from]: [string]) => from)).toEqual([
      second,
      kept,
    ])
  })

  it('are warned of if they are later than the answers they are compared with', async () => {
    const [first, second, now] = years()
    const said = `${now} was given as an earlier point in time, but its last answer is later than the last one in this report. Check which of the two comes first`
    expect((await compare(first, second, now)).warnings).toEqual([said.replace(now, second), said])
    const limited = ['report', second, '--no-worse-than', now]
    expect((await ran(limited)).out).toContain(
      'but its last answer is later than the last one in this report',
    )
    expect((await compare(second, first)).warnings).toEqual([])
    expect((await compare(second, at(1, '2025-11-20'))).warnings).toEqual([])
  })
})

describe('a group limit that hides the split by partner', () => {
  const group = (minGroup: number, ...south: readonly number[]) => {
    const north = [4, 4, 4].map((news, i) => ['north', `n${i}`, news] as const)
    const people = [...north, ...south.map((news, i) => ['south', `s${i}`, news] as const)]
    return aFolder({
      'accordant.yaml': `accordant: config/1\nminGroup: ${minGroup}\n`,
      'small.yaml': questionnaire,
      ...Object.fromEntries(
        people.map(([partner, id, news]) => [
          `${id}.yaml`,
          aResponseFile(`trust.news: ${news}`, { partner, id }),
        ]),
      ),
    })
  }
  const compare = async (now: string, ...argv: readonly string[]) => {
    const { code, out } = await ran(['report', now, '--format', 'json', ...argv])
    return { code, ...JSON.parse(out) }
  }

  it('leaves the changes of the whole, and the limit on them', async () => {
    const [before, now] = [group(3, 4), group(3, 2)]
    const { hidden, trend } = await compare(now, '--previous', before)
    expect(hidden.scope).toBe('partners')
    expect(trend).toMatchObject([{ score: -25, dimensions: [{ change: -25 }], questions: [] }])
    expect(trend[0]).not.toHaveProperty('withheld')
    const worse = await compare(now, '--no-worse-than', before)
    expect([worse.code, worse.verdict.reasons.filter(isLimit)]).toEqual([
      1,
      [
        { code: 'limit', option: 'noWorseThan', value: 50, needs: 75 },
        { code: 'limit', option: 'noWorseThan', value: 'low', needs: 'high' },
      ],
    ])
    expect((await compare(before, '--no-worse-than', now)).code).toBe(0)
    const told = await ran(['report', now, '--no-worse-than', before])
    expect(told.out).toContain('The score is 50; it was 75 before')
  })

  it('is that of either point: what people were promised then holds now', async () => {
    const before = group(3, 4)
    const { trend } = await compare(group(1, 2), '--previous', before)
    expect(trend).toMatchObject([{ score: -25, questions: [] }])
    const joined = group(1, 2, 2)
    expect((await compare(joined, '--previous', before)).trend).toMatchObject([{ withheld: true }])
    // One who joined could be told from the difference.
    const big = group(3, 4, 4, 4)
    const { trend: split } = await compare(group(1, 4, 4, 4), '--previous', big)
    expect(split[0].questions).toHaveLength(2)
    const grown = await compare(group(1, 4, 4, 4, 4), '--previous', big)
    expect(grown.trend).toMatchObject([{ withheld: true }])
    const { out, code } = await ran(['report', group(1, 2), '--previous', before])
    expect(code).toBe(0)
    expect(out).toContain('Not shown: too few people changed, or a group is too small.')
    expect(out).not.toContain('The score fell')
    expect(out).not.toContain('| Overall')
  })

  it('withholds it if the earlier point is only a result, which can be read again', async () => {
    const before = group(3, 4)
    const kept = join(before, 'kept.json')
    await ran(['report', group(3, 2), '--previous', before, '--format', `json=${kept}`])
    const { code, trend } = await compare(group(3, 2), '--previous', kept)
    expect([code, trend]).toMatchObject([0, [{ withheld: true }]])
  })

  it('withholds it if too many people answered now to know who they are', async () => {
    const rows = (count: number, partner: string) =>
      Array.from({ length: count }, (_, i) => `${partner},${partner}${i},4`)
    const columns = '{partner: Partner, respondent: Who, answers: {trust.news: News}}'
    const now = aFolder({
      'accordant.yaml': 'accordant: config/1\nminGroup: 3\n',
      'small.yaml': questionnaire,
      'map.yaml': `accordant: map/1\nquestionnaire: small.yaml\npartnership: both\ncolumns: ${columns}\n`,
      'table.csv': ['Partner,Who,News', ...rows(1001, 'north'), ...rows(2, 'south')].join('\n'),
    })
    const argv = ['--map', join(now, 'map.yaml'), '--previous', group(3, 4, 4, 4, 4)]
    const { hidden, trend } = await compare(join(now, 'table.csv'), ...argv)
    expect([hidden, trend]).toMatchObject([{ scope: 'partners' }, [{ withheld: true }]])
  })
})

function isLimit({ code }: { readonly code: string }): boolean {
  return code === 'limit'
}

describe('report --no-worse-than', () => {
  it('exits with 1 where the score or level fell, and says so', async () => {
    const { code, out, err } = await ran(['report', folder(2), '--no-worse-than', folder(4)])
    expect(code).toBe(1)
    expect(out).toContain('The score is 25; it was 75 before')
    expect(err).toContain('2 limits missed')
  })

  it('exits with 0 where nothing did', async () => {
    expect((await ran(['report', folder(4), '--no-worse-than', folder(2)])).code).toBe(0)
  })

  it('refuses to compare another version', async () => {
    const { code } = await ran(['report', folder(4), '--no-worse-than', folder(4, '0.9.0')])
    expect(code).toBe(2)
  })
})
