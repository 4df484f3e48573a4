import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question, Questionnaire } from '../../src/model/questionnaire.ts'
import type { Answer, Response } from '../../src/model/response.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  notApplicable,
  number,
  type Short,
  skipped,
  yesNo,
} from '../scoring/support/builders.ts'
import { buildSaidReport, inFull, type SaidReport, toTell } from './support.ts'

function reportOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Parameters<typeof toTell>[2] = {},
): SaidReport {
  return buildSaidReport(toTell(questionnaire, responses, more))
}

describe('every answer', () => {
  const cellsOf = (
    question: Partial<Question>,
    answers: readonly (Short | null)[],
    more: Parameters<typeof toTell>[2] = {},
  ) => {
    const responses = answers.map((answer) =>
      aResponse('north', answer === null ? {} : { 'trust.a': answer }),
    )
    const { answers: tables } = reportOf(
      aQuestionnaire([aQuestion('trust.a', question)]),
      responses,
      more,
    )
    return tables[0]?.rows[0]?.cells
  }
  const worded: Form = {
    type: 'rating',
    values: ['Never', 'At times', 'Always'].map((label, index) => ({ value: index + 1, label })),
  }
  const one = choices('choice', { none: 0, full: 1 })
  const two = choices('choices', { a: 0.5, b: 0.5 })
  const unscored = { scored: false } as const
  const table: Form = {
    type: 'table',
    leastRows: 0,
    columns: [{ id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] }],
  }

  it.each<[string, Partial<Question>, readonly (Short | null)[], string]>([
    ['a rating with its words', { form: worded }, [3, 1, 3], '67: 1 × 1 “Never” · 2 × 3 “Always”'],
    ['a rating without words', {}, [4], '75: 1 × 4'],
    ['yes and no', { form: yesNo }, [true, false, true], '67: 1 × “No” · 2 × “Yes”'],
    ['numbers', { form: number(0, 10) }, [5, 2, 5], '40: 1 × 2 · 2 × 5'],
    ['a choice', { form: one }, ['none', 'full', 'none'], '33: 1 × full · 2 × none'],
    ['several choices', { form: two }, [['b', 'a']], '100: 1 × b; a'],
    ['no choice', { form: two }, [[]], '0: 1 × none'],
    [
      'texts in their own order',
      { form: { type: 'text' }, ...unscored },
      ['b', 'a'],
      '1 × a · 1 × b',
    ],
    ['lists', { form: { type: 'list' }, ...unscored }, [['One', 'two']], '1 × One; two'],
    ['tables', { form: table, ...unscored }, [[{ name: 'A' }, { name: 'B' }]], '1 × A; B'],
    [
      'some answers and who gave none',
      {},
      [dontKnow, 2, null, dontKnow],
      "25: 1 × 2 · 2 × don't know · 1 × no entry",
    ],
    [
      'no answer',
      {},
      [dontKnow, skipped, notApplicable, null],
      "1 × don't know · 1 × skipped · 1 × not applicable · 1 × no entry",
    ],
  ])('counts %s', (_, question, answers, cell) => {
    expect(cellsOf(question, answers)).toEqual([cell])
  })

  it('reads the same whichever colleague gave which answer', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const answersOf = (people: readonly (readonly [number, number])[]) =>
      reportOf(
        questionnaire,
        people.map(([a, b]) => aResponse('north', { 'trust.a': a, 'trust.b': b })),
      ).answers
    const told = answersOf([
      [1, 5],
      [2, 4],
      [5, 1],
    ])
    for (const other of [
      answersOf([
        [5, 1],
        [2, 4],
        [1, 5],
      ]),
      answersOf([
        [1, 1],
        [2, 4],
        [5, 5],
      ]),
    ]) {
      expect(other).toEqual(told)
    }
  })

  it.each<[Partial<Question>, readonly Short[], string]>([
    [{}, [2, 3, dontKnow], '38 (2 answered)'],
    [{ form: yesNo }, [true, false], '50 (2 answered)'],
    [{}, [2, 3, 3, 5], '56: 1 × 2 · 2 × 3 · 1 × 5'],
    [{}, [dontKnow, dontKnow], 'not shown'],
    [{ form: { type: 'text' }, ...unscored }, ['a', 'b', 'c', 'd'], 'not shown'],
  ])('shows no single answer of a small group: %j %j', (question, answers, cell) => {
    expect(cellsOf(question, answers, { minGroup: 2 })).toEqual([cell])
  })

  it('hides a question that would reveal what few people answered to another', () => {
    const questionnaire = aQuestionnaire(
      ['trust.a', 'trust.b', 'trust.c'].map((id) => aQuestion(id)),
    )
    const people = Array.from({ length: 6 }, (_, at) =>
      aResponse('north', {
        ...(at < 2 ? { 'trust.a': 2 } : {}),
        'trust.b': at < 4 ? 3 : 4,
        'trust.c': 4,
      }),
    )
    const { answers } = reportOf(questionnaire, people, { minGroup: 3 })
    expect(answers[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['not shown'],
      ['not shown'],
      ['75: 6 × 4'],
    ])
  })

  it('says what was not asked, and counts a set-aside answer if its question is asked', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const kept: Answer = { state: 'answered', value: 4, note: null }
    const response = aResponse('north', {}, { inactive: new Map([['trust.a', kept]]) })
    const input = {
      ...toTell(questionnaire, [response], { asked: () => new Set(['trust.a']) }),
      activeQuestions: () => new Set(['trust.a']),
    }
    expect(buildSaidReport(input).answers[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['75: 1 × 4'],
      ['not asked'],
    ])
  })
})

describe('what people say beside their answers', () => {
  const noted = (partner: string, answer: Answer): Response => ({
    ...aResponse(partner, {}),
    answers: new Map([['trust.a', answer]]),
  })
  const questionnaire = aQuestionnaire([aQuestion('trust.a')], {
    profile: [
      {
        ...{ id: 'dependence', ask: 'How much depends on it?', dimension: null, why: null },
        ...{ when: null, formerly: [] },
        form: {
          type: 'rating',
          values: ['None', 'Some', 'More', 'Much'].map((label, index) => ({
            value: index + 1,
            label,
          })),
        },
      },
    ],
  })

  it('is under its question: notes, then reasons, with whose they are', () => {
    const { answers } = reportOf(questionnaire, [
      noted('south', { state: 'not-applicable', reason: ' No such thing ', note: null }),
      noted('north', { state: 'answered', value: 4, note: 'Two\nlines\n' }),
    ])
    expect(answers[0]?.rows[0]?.remarks).toEqual([
      'north: “Two\nlines”',
      'south, on why it does not apply: “No such thing”',
    ])
  })

  it('comes before the questions, as counts, with who gave no answer', () => {
    const said = (partner: string, dependence: number | null) =>
      aResponse(
        partner,
        { 'trust.a': 3 },
        { profile: new Map(dependence === null ? [] : [['dependence', dependence]]) },
      )
    const { answers } = reportOf(questionnaire, [
      said('north', 4),
      said('north', 4),
      said('north', 1),
      said('south', null),
    ])
    expect(answers.map(({ title }) => title)).toEqual(['Before the questions', 'trust'])
    expect(answers[0]?.rows).toEqual([
      {
        question: 'dependence',
        ask: 'How much depends on it?',
        cells: ['1 × 1 “None” · 2 × 4 “Much”', 'no answer'],
        remarks: [],
      },
    ])
  })

  it('does not say that nobody answered where a group limit leaves the counts out', () => {
    const of = (partner: string, people: number) =>
      Array.from({ length: people }, (_, index) =>
        aResponse(
          partner,
          { 'trust.a': 3 },
          {
            respondent: { id: `r${index}`, role: null },
            profile: new Map([['dependence', 4]]),
          },
        ),
      )
    const { answers } = reportOf(questionnaire, [...of('north', 6), ...of('south', 5)], {
      minGroup: 3,
    })
    expect(answers[0]?.rows[0]?.cells).toEqual(['6 × 4 “Much”', 'not shown'])
  })
})

describe('the results of days', () => {
  const asked = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
  const questionnaire = {
    ...asked,
    dimensions: asked.dimensions.map((own) => ({
      ...own,
      day: { result: 'trust.a', minutes: null },
    })),
  }
  const responses = [4, 4].map((answer) =>
    aResponse('north', { 'trust.a': answer, 'trust.b': answer }),
  )
  const idsOf = ({ answers }: SaidReport) =>
    answers.flatMap(({ rows }) => rows.map(({ question }) => question))

  it('are on the first page, and among the answers in the full report alone', () => {
    const input = toTell(questionnaire, responses)
    expect(idsOf(buildSaidReport(input))).toEqual(['trust.b'])
    expect(idsOf(buildSaidReport(inFull(input)))).toEqual(['trust.a', 'trust.b'])
  })

  it('are among the answers of a group, where the first page has no single ones', () => {
    expect(idsOf(reportOf(questionnaire, responses, { minGroup: 2 }))).toEqual([
      'trust.a',
      'trust.b',
    ])
  })
})
