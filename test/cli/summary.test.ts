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
  it('is a few lines: the level, a bar for each dimension, what holds it back, what is next', () => {
    expect(renderSummary(apart, { columns: 80, paint: plain })).toMatchInlineSnapshot(`
      "
        Emerging · 69 of 100
        trust            ██████░░░░ 63    long-term-focus  ████████░░ 75
        In the way: The score is 69; the next level needs 75
        Next: Ring them today

      "
    `)
  })

  it('has a line for each dimension if there is no room for two', () => {
    expect(renderSummary(apart, { columns: 40, paint: plain })).toMatchInlineSnapshot(`
      "
        Emerging · 69 of 100
        trust            ██████░░░░ 63
        long-term-focus  ████████░░ 75
        In the way: The score is 69; the
                    next level needs 75
        Next: Ring them today

      "
    `)
  })

  it('asks first for those who have not answered', () => {
    const { leastPartners, ...rest } = { ...questionnaire, leastPartners: 2 }
    const input = toTell(
      { ...rest, leastPartners },
      [aResponse('north', { 'trust.news': 2, 'long-term-focus.review': 2 })],
      { partners, askedPartners: ['north', 'south'] },
    )
    expect(renderSummary(buildReport(input), { columns: 80, paint: plain })).toContain(
      'Next: Who asks the people of Contoso to answer, and by when?',
    )
  })

  it('puts a bar under its title if there is no room beside it', () => {
    const lines = renderSummary(apart, { columns: 32, paint: plain }).split('\n')
    expect(lines).toContain('  long-term-focus')
    expect(lines).toContain('    ████████░░ 75')
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

  it('says of a dimension that it is not scored', () => {
    const asked = aQuestionnaire([aQuestion('trust.news'), aQuestion('roles.named')])
    const people = [
      aResponse('north', { 'trust.news': 5, 'roles.named': 4 }),
      aResponse('south', { 'trust.news': 5 }),
    ]
    const open = buildReport(toTell(asked, people, { partners }))
    expect(renderSummary(open, { columns: 80, paint: plain })).toContain(
      'trust  ██████████        100    roles  ░░░░░░░░░░ not scored\n',
    )
  })

  it('has nothing to hold back at the highest level', () => {
    const alone = reportOf({ 'trust.news': 5, 'long-term-focus.review': 5 })
    expect(renderSummary(alone, { columns: 80, paint: plain })).toBe(
      [
        '',
        '  Ready · 100 of 100, as Northwind sees it',
        '  trust            ██████████ 100    long-term-focus  ██████████ 100',
        '  Next: On which day do we ask these questions again?',
        '',
        '',
      ].join('\n'),
    )
  })
})
