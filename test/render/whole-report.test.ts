import { describe, expect, it } from 'vitest'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport } from '../../src/report/report.ts'
import { inFull, toTell } from '../report/support.ts'
import {
  aMust,
  anAnswer,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
} from '../scoring/support/builders.ts'

const anchors = {
  type: 'rating' as const,
  values: ['Never', 'When asked', 'Within weeks', 'Within days', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
}
const questionnaire = {
  ...aQuestionnaire(
    [
      aQuestion('trust.news', {
        ask: 'How soon do they hear from us?',
        form: anchors,
        must: aMust(2),
        practice: aPractice({ do: 'Ring at once', done: 'They knew first', effort: 'small' }),
      }),
      aQuestion('roles.named', {
        ask: 'Who answers for each task?',
        practice: aPractice({ do: 'Name one person for each task', day: 'team' }),
      }),
    ],
    { title: 'Readiness', coverage: 0.5 },
  ),
}
const people = [
  aResponse('north', { 'trust.news': 5, 'roles.named': 4 }, { completed: '2026-11-20T09:14:00Z' }),
  aResponse(
    'south',
    { 'roles.named': 5 },
    { completed: '2026-11-21T09:14:00Z', respondent: { id: 'r1', role: null } },
  ),
  aResponse(
    'south',
    { 'trust.news': dontKnow, 'roles.named': 4 },
    { respondent: { id: 'r2', role: null } },
  ),
]
const [north, south, other] = people
const noted = south && {
  ...south,
  answers: new Map([['trust.news', anAnswer(2, 'Two are new.\nGive us time.')], ...south.answers]),
}

describe('markdown', () => {
  it('writes a whole report', async () => {
    const responses = [north, noted, other].filter((response) => response !== undefined)
    const report = buildReport(
      inFull(
        toTell(questionnaire, responses, {
          partners: new Map([
            ['north', 'Northwind'],
            ['south', 'Contoso'],
          ]),
          managers: new Map([['south', 'B. Okafor']]),
          limits: { minScore: 80 },
          today: '2026-11-22',
          warnings: ['The response of contoso, r2, is not finished'],
        }),
      ),
    )
    await expect(renderReportMarkdown(report)).toMatchFileSnapshot('whole-report.md')
  })
})
