import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { aQuestion, aQuestionnaire, aResponse, skipped } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const column = { from: null, to: null, choices: [] }
const table: Form = {
  type: 'table',
  leastRows: 0,
  columns: [
    { id: 'name', title: 'Name', type: 'text', ...column },
    { id: 'fit', title: 'Fit', type: 'number', ...column },
  ],
}
const unscored = { scored: false } as const
const asked = aQuestionnaire([
  aQuestion('awareness.need', { form: { type: 'text' }, ...unscored }),
  aQuestion('candidates.listed', { form: table, ...unscored }),
  aQuestion('team.asks', { form: { type: 'list' }, ...unscored }),
])
const results = ['awareness.need', 'candidates.listed', 'team.asks']
const questionnaire = {
  ...asked,
  dimensions: asked.dimensions.map((dimension, index) => ({
    ...dimension,
    day: { result: results[index] ?? '', minutes: null },
  })),
}
const answers = {
  'awareness.need': 'Nine days',
  'candidates.listed': [{ name: 'Rossi', fit: 8 }, { name: 'Lindt' }],
  'team.asks': skipped,
}

describe('a questionnaire of days without a score', () => {
  it('shows the result of each day that has one', () => {
    const { days } = buildSaidReport(toTell(questionnaire, [aResponse('north', answers)]))
    expect(days).toEqual([
      {
        title: 'Day 1: awareness',
        ask: 'Ask awareness.need',
        question: 'awareness.need',
        results: [{ partner: 'north', items: ['Nine days'] }],
      },
      {
        title: 'Day 2: candidates',
        ask: 'Ask candidates.listed',
        question: 'candidates.listed',
        results: [{ partner: 'north', items: ['Rossi · Fit: 8', 'Lindt'] }],
      },
    ])
  })

  it('merges what the people of a partner said, without repeats, in an order that reveals nobody', () => {
    const said = (need: string, asks: readonly string[]) =>
      aResponse('north', { 'awareness.need': need, 'team.asks': asks })
    const people = [said('b', ['z', 'y']), said('a', ['x']), said('b', ['x'])]
    const of = (responses: typeof people) =>
      buildSaidReport(toTell(questionnaire, responses)).days.map(({ results }) => results)
    expect(of(people)).toEqual([
      [{ partner: 'north', items: ['a', 'b'] }],
      [{ partner: 'north', items: ['x', 'z', 'y'] }],
    ])
    expect(of(people.toReversed())).toEqual(of(people))
  })

  it('says how many days have a result, and shows no figures or empty headings', () => {
    const text = renderReportMarkdown(
      buildReport(toTell(questionnaire, [aResponse('north', answers)])),
    )
    expect(text).toContain('> **2 of 3 days have a result**')
    expect(text.match(/^## .*/gm)).toEqual(['## What the days came to', '## How this was made'])
    expect(text).not.toMatch(/n\/a|░|Score/)
  })

  it("shows nobody's result where single answers are not shown", () => {
    const { days } = buildSaidReport(
      toTell(questionnaire, [aResponse('north', answers)], { minGroup: 2 }),
    )
    expect(days).toEqual([])
  })
})
