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
    expect(told.out).toContain('## What has changed')
    expect(told.out).toContain(
      'The score fell by 50 points, and the level went from “High” to “Low”.',
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
    expect(out).toContain('The score fell by 50 points.')
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
    expect((await ran(['report', folder(4), '--no-worse-than', before])).code).toBe(0)
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
