import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { buildReportDocument } from '../../src/render/document.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { inFull, toTell } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
const people = [
  aResponse('north', { 'trust.a': 5, 'trust.b': 2 }),
  aResponse('north', { 'trust.a': 3, 'trust.b': 2 }),
  aResponse('south', { 'trust.a': 4, 'trust.b': 4 }),
]

function listCells(node: Nodes): readonly Extract<Nodes, { type: 'tableCell' }>[] {
  if (node.type === 'tableCell') return [node]
  return 'children' in node ? node.children.flatMap(listCells) : []
}

describe('the heat map', () => {
  it('says with each cell what to shade and how its answers are spread, and nothing with a question', () => {
    const root = buildReportDocument(buildReport(inFull(toTell(questionnaire, people))))
    expect(listCells(root).flatMap(({ data }) => data?.heat ?? [])).toEqual([
      { value: 75, counts: [0, 0, 1, 0, 1] },
      { value: 75, counts: null },
      { value: 25, counts: [0, 2, 0, 0, 0] },
      { value: 75, counts: null },
    ])
  })

  it('is for the full report alone', () => {
    const root = buildReportDocument(buildReport(toTell(questionnaire, people)))
    expect(listCells(root).some(({ data }) => data?.heat !== undefined)).toBe(false)
  })
})

describe('every question', () => {
  const headingsOf = (input: ReturnType<typeof toTell>) =>
    renderReportMarkdown(buildReport(input)).match(/^#### .*$/gm)

  it('has its id as its heading in the full report, and else its words', () => {
    const input = toTell(questionnaire, people)
    expect(headingsOf(inFull(input))).toEqual(['#### `trust.a`', '#### `trust.b`'])
    const style = { ...input.style, sections: ['answers'] as const }
    expect(headingsOf({ ...input, style })).toEqual(['#### Ask trust.a', '#### Ask trust.b'])
  })
})
