import { describe, expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { aPractice, aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const pairs = ['a', 'b', 'c'].flatMap((id) => [
  aQuestion(`trust.${id}-us`, {
    about: 'us',
    mirror: `trust.${id}-them`,
    practice: aPractice({ by: 'us', do: `Do ${id}.` }),
  }),
  aQuestion(`trust.${id}-them`, { about: 'them', mirror: `trust.${id}-us` }),
])
const questionnaire = aQuestionnaire([...pairs, aQuestion('trust.goal')])

function inputFor(forPartner: string | null) {
  const answers = (us: number, them: number, goal: number) => ({
    ...Object.fromEntries(
      ['a', 'b', 'c'].flatMap((id) => [
        [`trust.${id}-us`, us],
        [`trust.${id}-them`, them],
      ]),
    ),
    'trust.goal': goal,
  })
  const input = toTell(
    questionnaire,
    [aResponse('north', answers(5, 2, 4)), aResponse('south', answers(2, 3, 5))],
    {
      partners: new Map([
        ['north', 'North'],
        ['south', 'South'],
      ]),
    },
  )
  return { ...input, forPartner }
}

describe('the page for one partner', () => {
  it('has its view, how it sees itself and is seen, what concerns all, and its own steps', () => {
    const page = buildSaidReport(inputFor('south')).partnerPage
    expect(page).toMatchObject({
      title: 'For South',
      column: 'As South sees it (1 person)',
      dimensions: [{ title: 'trust', own: { text: '46' } }],
      seen: ['South: 25 by itself, 25 as North sees it (over 3 pairs of questions)'],
      mirrors: [],
      shared: [
        'Questions about all partners, as North sees them: 75',
        'Questions about all partners, as South sees them: 100',
      ],
    })
    expect(page?.steps.map((step) => step.do)).toEqual(['Do a.', 'Do b.', 'Do c.'])
    expect(buildSaidReport(inputFor('north')).partnerPage?.steps).toEqual([])
  })

  it('is the whole document, with nothing of what is between others', () => {
    const text = renderReportMarkdown(buildReport(inputFor('north')))
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '# Sample: us',
      '## For North',
      '### How you see it',
      '### How you see yourselves, and how you are seen',
      '### What concerns all partners',
    ])
    expect(text).toContain('North rates itself 100; South rates it 50')
    expect(text).not.toContain('South rates itself')
  })

  it('is not there where it is asked for nobody', () => {
    expect(buildSaidReport(inputFor(null)).partnerPage).toBeNull()
  })
})
