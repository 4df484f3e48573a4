import { describe, expect, it } from 'vitest'
import type { Check } from '../../src/model/questionnaire.ts'
import type { PlanResult, SayDo } from '../../src/model/result.ts'
import { buildSayAndDo } from '../../src/report/say-do.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  type Short,
} from '../scoring/support/builders.ts'
import { sayAll } from '../support/say-all.ts'
import { buildShownContext, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])
const check: Check = {
  id: 'trust.notice',
  title: 'Notice is given',
  assert: 'has(plan.exit)',
  message: 'Not there',
  severity: 'warning',
  weight: 1,
  protected: false,
  formerly: [],
  supports: ['trust.a'],
}

/** What is said of these entries, each partner with the answers of its people to every question. */
function told(
  sayDo: readonly SayDo[],
  people: Readonly<Record<string, readonly Short[]>>,
  planned = 80,
) {
  const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => `trust.${id}`)
  const asked = aQuestionnaire(ids.map((id) => aQuestion(id)))
  const questionnaire = {
    ...asked,
    dimensions: asked.dimensions.map((own) => ({ ...own, checks: [check] })),
  }
  const responses = Object.entries(people).flatMap(([partner, all]) =>
    all.map((answer) => aResponse(partner, Object.fromEntries(ids.map((id) => [id, answer])))),
  )
  const score = { value: planned, low: planned, high: planned, coverage: 1 }
  const plan: PlanResult = {
    ...{ score, stage: 'agreed', errors: 0, read: 1, findings: [], unread: [] },
    dimensions: [{ id: 'trust', score }],
  }
  const context = buildShownContext({
    ...toTell(questionnaire, responses, { partners }),
    places: new Map([['trust.notice', 'plan.yaml:12']]),
  })
  return sayAll(
    buildSayAndDo({ ...context, result: { ...context.result, sayDo: [...sayDo], plan } }),
  )
}

function anEntry(kind: SayDo['kind'], partner: string, question: string): SayDo {
  return { kind, partner, question, checks: ['trust.notice'] }
}

describe('what people say and what the plan says', () => {
  it('counts those who answered if somebody left it open, and not those it does not apply to', () => {
    const entries = [
      anEntry('claimed-not-written', 'north', 'trust.a'),
      anEntry('claimed-not-written', 'south', 'trust.a'),
    ]
    const people = { north: [5, dontKnow, dontKnow], south: [5, 5, notApplicable] }
    expect(told(entries, people)?.claimedNotWritten.rows[0]?.partners).toEqual([
      'Northwind 100 (1 of 3 people answered)',
      'Contoso 100',
    ])
  })

  it('is listed by question, with the partners concerned and where the plan was searched', () => {
    expect(
      told(
        [
          anEntry('claimed-not-written', 'north', 'trust.a'),
          anEntry('claimed-not-written', 'south', 'trust.a'),
        ],
        { north: [5], south: [4] },
      ),
    ).toEqual({
      claimedNotWritten: {
        rows: [
          {
            question: 'trust.a',
            ask: 'Ask trust.a',
            partners: ['Northwind 100', 'Contoso 75'],
            evidence: [{ check: 'trust.notice', title: 'Notice is given', place: 'plan.yaml:12' }],
          },
        ],
        rest: 0,
      },
      writtenNotLived: { rows: [], rest: 0 },
      overconfident: [],
    })
  })

  it('says whether a thing is rated low or not known, and by how many of those asked', () => {
    const partnersOf = (people: Readonly<Record<string, readonly Short[]>>) =>
      told([anEntry('written-not-lived', 'north', 'trust.a')], people)?.writtenNotLived.rows[0]
        ?.partners
    expect(partnersOf({ north: [2, 2, dontKnow] })).toEqual([
      'Northwind 25 (2 of 3 people answered)',
    ])
    expect(partnersOf({ north: [4, dontKnow] })).toEqual(["Northwind (1 of 2 doesn't know)"])
    expect(partnersOf({ north: [dontKnow, dontKnow, notApplicable, 4] })).toEqual([
      "Northwind (2 of 4 don't know)",
    ])
    expect(partnersOf({ north: [dontKnow] })).toEqual(["Northwind (1 of 1 doesn't know)"])
  })

  it('shows three questions of a kind, and counts the others', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map((id) => `trust.${id}`)
    const rows = told(
      ids.map((id) => anEntry('claimed-not-written', 'north', id)),
      { north: [5] },
    )?.claimedNotWritten
    expect([rows?.rows.map(({ question }) => question), rows?.rest]).toEqual([
      ['trust.a', 'trust.b', 'trust.c'],
      2,
    ])
  })

  it('says which figures contradict a high rating', () => {
    const sentenceOf = (people: Readonly<Record<string, readonly Short[]>>, planned: number) =>
      told(
        [{ kind: 'over-confidence', dimension: 'trust', partner: 'north', checks: [] }],
        people,
        planned,
      )?.overconfident
    expect(sentenceOf({ north: [5], south: [4] }, 40)).toEqual([
      {
        dimension: 'trust',
        sentence:
          'Northwind gives it 100, while the written plan is 40 % complete there and Contoso gives it 75.',
      },
    ])
    expect(sentenceOf({ north: [5], south: [5] }, 40)?.[0]?.sentence).toBe(
      'Northwind gives it 100, while the written plan is 40 % complete there.',
    )
  })

  it('is missing without a plan', () => {
    const context = buildShownContext(
      toTell(aQuestionnaire([aQuestion('trust.a')]), [aResponse('north', { 'trust.a': 5 })]),
    )
    expect(buildSayAndDo(context)).toBeNull()
  })
})
