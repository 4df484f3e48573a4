import { describe, expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport, type Report } from '../../src/report/report.ts'
import { inFull, toTell } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

const input = toTell(aQuestionnaire([aQuestion('trust.a')]), [aResponse('north', { 'trust.a': 3 })])
/** A sentence of these words. */
const said = (words: string) => ({ say: 'sentences', all: [words] }) as const
const period = { sentences: [said('It fell.')], partners: [], lists: [] }
const questions = ['a', 'b', 'c', 'd', 'e'].map((id) => ({
  question: `trust.${id}`,
  ask: `Ask trust.${id}`,
}))

/** The section on what has changed, over two periods. */
function write(over: Partial<Report>, isFull = false): string {
  const report = buildReport(isFull ? inFull(input) : input)
  const changes = {
    scores: null,
    error: null,
    periods: [
      {
        ...period,
        title: said('From May to June'),
        lists: [{ title: said('Newly asked'), questions }],
      },
      { ...period, title: said('From April to May') },
    ],
  }
  const text = renderReportMarkdown({ ...report, changes, ...over })
  const [, section = ''] = text.split('## Since last time\n')
  return section.split('\n## ')[0] ?? ''
}

describe('since last time', () => {
  it('is the last period, with three questions of a list', () => {
    const text = write({})
    expect(text.match(/^### .*$/gm)).toEqual(['### From May to June'])
    expect(text.match(/^- .*$/gm)).toEqual([
      '- Ask trust.a',
      '- Ask trust.b',
      '- Ask trust.c',
      '- And 2 more.',
    ])
  })

  it('is every period with every question in the full report', () => {
    const text = write({}, true)
    expect(text.match(/^### .*$/gm)).toEqual(['### From May to June', '### From April to May'])
    expect(text.match(/^- Ask/gm)).toHaveLength(5)
    expect(text).not.toContain('more.')
  })

  it('does not say again what the first page says of it', () => {
    const { verdict } = buildReport(input)
    expect(write({})).toContain('It fell.')
    expect(write({ verdict: { ...verdict, since: 'It fell since May.' } })).not.toContain(
      'It fell.',
    )
  })

  it('ends with signs that interest fades', () => {
    const fading = [{ lead: said('South, since May'), shown: [said('fewer answers')] }]
    const text = write({ warningSigns: { fading, burden: [], overdue: [] } })
    expect(text.match(/^### .*$/gm)).toHaveLength(2)
    expect(text.trim().split('\n').slice(-3)).toEqual([
      '**South, since May**:',
      '',
      '- fewer answers',
    ])
  })
})
