import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { renderSummary } from '../../src/cli/summary.ts'
import { buildReport } from '../../src/report/report.ts'
import { createScreenPaint } from '../../src/terminal/view/screen-line.ts'
import { measureText } from '../../src/terminal/view/text-width.ts'
import { toTell } from '../report/support.ts'
import { aPractice, aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'

const plain = createScreenPaint(0)
const questionnaire = aQuestionnaire([
  aQuestion('trust.news', {
    ask: 'How soon do they hear from us?',
    practice: aPractice({ do: 'Ring them today' }),
  }),
  aQuestion('long-term-focus.review', { ask: 'Do you look back together?' }),
])
const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

function reportOf(...people: readonly Readonly<Record<string, number>>[]) {
  const responses = people.map((answers, index) =>
    aResponse(index === 0 ? 'north' : 'south', answers),
  )
  return buildReport(toTell(questionnaire, responses, { partners }))
}

const apart = reportOf(
  { 'trust.news': 5, 'long-term-focus.review': 4 },
  { 'trust.news': 2, 'long-term-focus.review': 4 },
)

describe('the summary', () => {
  it('is the first page of the report, for a screen of 80 columns', () => {
    expect(renderSummary(apart, { columns: 80, paint: plain })).toMatchInlineSnapshot(`
      "
        Emerging · 69 of 100

        trust            ██████░░░░  63   Northwind gives 100 · Contoso gives 25
        long-term-focus  ████████░░  75   Northwind gives 75 · Contoso gives 75

        What is holding the level back
        - The score is 69; the next level needs 75
        - Contoso rates trust 25; the next level needs 60 in every dimension, as
          every partner sees it

        The gap that weighs most: 75 points
        How soon do they hear from us?
        - Northwind: 100
        - Contoso: 25

        Do these first
        1. Ring them today

      "
    `)
  })

  it('puts a bar under its title if there is no room beside it', () => {
    const lines = renderSummary(apart, { columns: 34, paint: plain }).split('\n')
    expect(lines).toContain('  long-term-focus')
    expect(lines).toContain('    ████████░░  75')
  })

  it.each([40, 80, 200])('stays within %i columns and a readable line length', (columns) => {
    const lines = renderSummary(apart, { columns, paint: plain }).split('\n')
    expect(Math.max(...lines.map(measureText))).toBeLessThanOrEqual(Math.min(columns, 80))
  })

  it('says the same in colour and without', () => {
    const painted = renderSummary(apart, { columns: 80, paint: createScreenPaint(1) })
    expect(painted).not.toBe(renderSummary(apart, { columns: 80, paint: plain }))
    expect(stripVTControlCharacters(painted)).toBe(
      renderSummary(apart, { columns: 80, paint: plain }),
    )
  })

  it('says of a partner that a dimension is not scored', () => {
    const asked = aQuestionnaire([aQuestion('trust.news'), aQuestion('roles.named')])
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
      aResponse('south', { 'trust.news': 5 }),
    ]
    const open = buildReport(toTell(asked, people, { partners }))
    expect(renderSummary(open, { columns: 80, paint: plain })).toContain(
      'roles  ░░░░░░░░░░  not scored   Northwind gives 75 · Contoso: not scored\n',
    )
  })

  it('does not mention gaps if there is one partner', () => {
    const alone = reportOf({ 'trust.news': 5, 'long-term-focus.review': 5 })
    expect(renderSummary(alone, { columns: 80, paint: plain })).toBe(
      [
        '',
        '  Ready · 100 of 100, as Northwind sees it',
        '',
        '  trust            ██████████  100',
        '  long-term-focus  ██████████  100',
        '',
        '',
      ].join('\n'),
    )
  })
})
