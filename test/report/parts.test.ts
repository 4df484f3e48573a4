import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question, Questionnaire } from '../../src/model/questionnaire.ts'
import type { Answer, Response } from '../../src/model/response.ts'
import type { Action } from '../../src/model/result.ts'
import { findNearestWords } from '../../src/report/gaps.ts'
import { buildNextSteps } from '../../src/report/next-steps.ts'
import { buildReportContext } from '../../src/report/report-context.ts'
import {
  aMust,
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
import { sayAll } from '../support/say-all.ts'
import { buildSaidReport, type SaidReport, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])

function reportOf(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Parameters<typeof toTell>[2] = {},
): SaidReport {
  return buildSaidReport(toTell(questionnaire, responses, { partners, ...more }))
}

describe('the dimensions of a report', () => {
  const questionnaire = aQuestionnaire([
    aQuestion('trust.a'),
    aQuestion('trust.b'),
    aQuestion('roles.a'),
  ])

  it('show every partner, and why a whole is not scored', () => {
    const { dimensions } = reportOf(questionnaire, [
      aResponse('north', { 'trust.a': 5, 'trust.b': 3, 'roles.a': 4 }),
      aResponse('south', { 'trust.a': 5, 'trust.b': dontKnow, 'roles.a': notApplicable }),
    ])
    expect(dimensions).toEqual([
      {
        id: 'trust',
        title: 'trust',
        why: null,
        score: {
          value: null,
          text: 'not scored',
          applies: true,
          bounds: '62.5–87.5',
          coverage: '75 %',
          reason: 'a partner has answered too little of it',
        },
        partners: [
          {
            id: 'north',
            name: 'Northwind',
            score: {
              value: 75,
              text: '75',
              applies: true,
              bounds: null,
              coverage: '100 %',
              reason: null,
            },
          },
          {
            id: 'south',
            name: 'Contoso',
            score: {
              value: null,
              text: 'not scored',
              applies: true,
              bounds: '50–100',
              coverage: '50 %',
              reason: 'only 50 % of it is answered',
            },
          },
        ],
      },
      {
        id: 'roles',
        title: 'roles',
        why: null,
        score: {
          value: 75,
          text: '75',
          applies: true,
          bounds: null,
          coverage: '100 %',
          reason: null,
        },
        partners: [
          {
            id: 'north',
            name: 'Northwind',
            score: {
              value: 75,
              text: '75',
              applies: true,
              bounds: null,
              coverage: '100 %',
              reason: null,
            },
          },
          {
            id: 'south',
            name: 'Contoso',
            score: {
              value: null,
              text: 'n/a',
              applies: false,
              bounds: null,
              coverage: 'n/a',
              reason: 'nothing in it applies',
            },
          },
        ],
      },
    ])
  })

  it('never show too little coverage as enough', () => {
    const weighted = aQuestionnaire([
      aQuestion('trust.a', { weight: 796 }),
      aQuestion('trust.b', { weight: 204 }),
    ])
    const { dimensions } = reportOf(weighted, [aResponse('north', { 'trust.a': 5 })])
    expect(dimensions[0]?.score).toMatchObject({
      coverage: '79.6 %',
      reason: 'only 79.6 % of it is answered',
    })
  })
})

describe('the standing', () => {
  it('names the weakest partner’s dimension by its own title', () => {
    const base = aQuestionnaire([aQuestion('it.a'), aQuestion('roles.a')])
    const titled = {
      ...base,
      dimensions: base.dimensions.map((dimension) => ({ ...dimension, title: 'IT and AI' })),
    }
    const { strengths: standing } = reportOf(titled, [
      aResponse('north', { 'it.a': 4, 'roles.a': 5 }),
      aResponse('south', { 'it.a': 2, 'roles.a': 4 }),
    ])
    expect(standing).toEqual({
      weakestLink: 'The weakest link is “IT and AI” at Contoso, with 25.',
      strongest: [{ question: 'roles.a', ask: 'Ask roles.a', score: '87.5' }],
    })
  })

  it('names nothing where nothing is scored', () => {
    const { strengths: standing } = reportOf(aQuestionnaire([aQuestion('trust.a')]), [
      aResponse('north', {}),
    ])
    expect(standing).toEqual({ weakestLink: null, strongest: [] })
  })
})

describe('the gaps', () => {
  it('are the five that weigh most, from ten points up', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const questionnaire = aQuestionnaire(
      ids.map((id, index) => aQuestion(`trust.${id}`, { weight: id === 'g' ? 9 : 1 + index / 10 })),
    )
    const all = (value: Short, g: Short) =>
      Object.fromEntries(ids.map((id) => [`trust.${id}`, id === 'g' ? g : value]))
    const { gaps } = reportOf(questionnaire, [
      aResponse('north', all(5, 3)),
      aResponse('south', all(3, 2)),
    ])
    const told = gaps.map(
      ({ question, gap, outweighs }) =>
        `${question} ${gap}${outweighs ? ' before wider ones' : ''}`,
    )
    expect(told).toEqual([
      'trust.g 25 before wider ones',
      'trust.f 50',
      'trust.e 50',
      'trust.d 50',
      'trust.c 50',
    ])
  })

  it('leave out what is nearly the same, and what one partner alone answered', () => {
    const questionnaire = aQuestionnaire([
      aQuestion('trust.a', { form: number(0, 100) }),
      aQuestion('trust.b', { form: number(0, 100) }),
      aQuestion('trust.c'),
    ])
    const { gaps } = reportOf(questionnaire, [
      aResponse('north', { 'trust.a': 50, 'trust.b': 50, 'trust.c': 5 }),
      aResponse('south', { 'trust.a': 59.9, 'trust.b': 60, 'trust.c': dontKnow }),
    ])
    expect(gaps).toEqual([
      {
        question: 'trust.b',
        ask: 'Ask trust.b',
        about: null,
        gap: '10',
        outweighs: false,
        high: { partner: 'Contoso', score: '60', words: null },
        low: { partner: 'Northwind', score: '50', words: null },
      },
    ])
  })

  it('say whom each partner speaks of, where it is not the same', () => {
    const directed = aQuestionnaire([
      aQuestion('trust.ours', { about: 'us' }),
      aQuestion('trust.theirs', { about: 'them' }),
    ])
    const { gaps } = reportOf(directed, [
      aResponse('north', { 'trust.ours': 5, 'trust.theirs': 5 }),
      aResponse('south', { 'trust.ours': 1, 'trust.theirs': 1 }),
    ])
    expect(gaps.map(({ question, about }) => [question, about])).toEqual([
      ['trust.ours', 'itself'],
      ['trust.theirs', 'the other'],
    ])
  })

  const labelled: Form = {
    type: 'rating',
    values: ['Never', 'Now and then', 'Always'].map((label, index) => ({
      value: index + 1,
      label,
    })),
  }

  it.each<[Form, number, string | null]>([
    [labelled, 1.5, 'Never'],
    [labelled, 1.51, 'Now and then'],
    [labelled, 3, 'Always'],
    [yesNo, 0.5, 'No'],
    [yesNo, 0.6, 'Yes'],
    [number(0, 10), 4, null],
  ])('tell a mean on %j of %d as %s', (form, mean, words) => {
    expect(sayAll(findNearestWords(aQuestion('trust.a', { form }), mean))).toBe(words)
  })
})

describe('the next steps', () => {
  const questionnaire = aQuestionnaire([aQuestion('trust.a')])
  const step = (question: string, more: Partial<Action> = {}): Action => ({
    day: 'substance',
    question,
    partner: 'north',
    owner: null,
    do: 'Do\n  it',
    done: null,
    effort: 'small',
    gain: 1.25,
    ...more,
  })
  const laidOut = (actions: readonly Action[]) => {
    const input = toTell(questionnaire, [aResponse('north', { 'trust.a': 3 })], { partners })
    const result = { ...input.result, actions: [...actions] }
    return sayAll(buildNextSteps(buildReportContext({ ...input, result })))
  }

  it('stand in the order of the days, one for each question, with everybody who takes it', () => {
    const steps = laidOut([
      step('trust.a', { day: 'team', owner: 'B. Okafor' }),
      step('trust.b', { day: 'awareness' }),
      step('trust.a', { day: 'team', partner: 'south', gain: 3 }),
    ])
    expect(steps.further).toEqual([])
    expect(steps.days.map(({ day, title, steps: own }) => ({ day, title, own }))).toEqual([
      {
        day: 'awareness',
        title: 'Day 1 · Awareness',
        own: [
          {
            question: 'trust.b',
            ask: 'trust.b',
            do: 'Do it',
            done: null,
            effort: 'small effort, within a week',
            gain: '1.3',
            who: ['Northwind'],
            answered: [],
            isMust: false,
            sectionOwner: null,
          },
        ],
      },
      {
        day: 'team',
        title: 'Day 5 · Team',
        own: [
          {
            question: 'trust.a',
            ask: 'Ask trust.a',
            do: 'Do it',
            done: null,
            effort: 'small effort, within a week',
            gain: '3',
            who: ['Northwind (B. Okafor)', 'Contoso'],
            answered: ['Northwind 50'],
            isMust: false,
            sectionOwner: null,
          },
        ],
      },
    ])
  })

  it('are ten at first; the others can wait', () => {
    const steps = laidOut(Array.from({ length: 12 }, (_, index) => step(`trust.q${index}`)))
    expect(steps.days.flatMap((day) => day.steps).length).toBe(10)
    expect(steps.further.map(({ question }) => question)).toEqual(['trust.q10', 'trust.q11'])
  })

  it('name nobody where the split by partner is hidden', () => {
    const { days } = laidOut([step('trust.a', { partner: null })])
    expect(days[0]?.steps[0]?.who).toEqual([])
  })
})

describe('what is still open', () => {
  it('is told by partner, with what stands in its place', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const { openQuestions: open } = reportOf(questionnaire, [
      aResponse('north', { 'trust.a': dontKnow, 'trust.b': 3 }),
      aResponse('north', { 'trust.a': skipped, 'trust.b': 3 }),
      aResponse('south', { 'trust.b': notApplicable }),
    ])
    expect(open).toEqual([
      {
        question: 'trust.a',
        ask: 'Ask trust.a',
        who: ["Northwind: 1 “don't know”, 1 without an answer", 'Contoso: 1 without an answer'],
      },
    ])
  })
})

describe('every answer', () => {
  const cellsOf = (
    question: Partial<Question>,
    answers: readonly (Short | null)[],
    more: Parameters<typeof toTell>[2] = {},
  ) => {
    const responses = answers.map((answer, index) =>
      aResponse('north', answer === null ? {} : { 'trust.a': answer }, {
        respondent: { id: `r${index}`, role: null },
      }),
    )
    const { answers: tables } = reportOf(
      aQuestionnaire([aQuestion('trust.a', question)]),
      responses,
      more,
    )
    return tables[0]?.rows[0]?.cells
  }
  const two = choices('choices', { a: 0.5, b: 0.5 })
  const table: Form = {
    type: 'table',
    leastRows: 0,
    columns: [{ id: 'name', title: 'Name', type: 'text', from: null, to: null, choices: [] }],
  }

  it.each<[string, Partial<Question>, readonly (Short | null)[], string]>([
    ['a rating without anchors', {}, [4], '4'],
    ['yes and no', { form: yesNo }, [true, false], 'yes · no'],
    ['numbers', { form: number(0, 10) }, [2, 5, 5], 'mean 4: 2 · 5 · 5'],
    ['a choice', { form: choices('choice', { full: 1 }) }, ['full'], 'full'],
    ['several choices', { form: two }, [['b', 'a']], 'b; a'],
    ['no choice', { form: two }, [[]], 'none'],
    ['texts', { form: { type: 'list' } }, [['One', 'two']], 'One; two'],
    ['a table', { form: table }, [[{ name: 'A' }, { name: 'B' }]], 'A; B'],
    [
      'no answer',
      {},
      [dontKnow, skipped, notApplicable, null],
      "don't know · skipped · not applicable · open",
    ],
  ])('tells %s', (_, question, answers, cell) => {
    expect(cellsOf(question, answers)).toEqual([cell])
  })

  it.each<[Partial<Question>, readonly Short[], string]>([
    [{}, [2, 3, dontKnow], 'mean 2.5 (2 answered)'],
    [{ form: yesNo }, [true, false], 'not shown'],
    [{}, [dontKnow, dontKnow], 'not shown'],
  ])('tells of a group no single one: %j %j', (question, answers, cell) => {
    expect(cellsOf(question, answers, { minGroup: 2 })).toEqual([cell])
  })

  it('tells what was not asked, and takes back what was set aside', () => {
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const kept: Answer = { state: 'answered', value: 4, note: null }
    const response = aResponse('north', {}, { inactive: new Map([['trust.a', kept]]) })
    const input = {
      ...toTell(questionnaire, [response]),
      activeQuestions: () => new Set(['trust.a']),
    }
    expect(buildSaidReport(input).answers[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['4'],
      ['not asked'],
    ])
  })
})

describe('remarks', () => {
  it('are notes and reasons, with whose they are', () => {
    const answers = new Map<string, Answer>([
      ['trust.a', { state: 'answered', value: 4, note: 'Two are new' }],
      ['trust.b', { state: 'not-applicable', reason: 'By design', note: null }],
    ])
    const questionnaire = aQuestionnaire([aQuestion('trust.a'), aQuestion('trust.b')])
    const { plainSections } = reportOf(questionnaire, [{ ...aResponse('north', {}), answers }])
    const list = (id: string, remark: string) => [
      { list: [{ line: [`Ask ${id}`, ' ', { code: id }], under: [[remark]] }] },
    ]
    expect(plainSections).toEqual({
      notes: list('trust.a', 'Northwind: “Two are new”'),
      'not-applicable': list('trust.b', 'Northwind: “By design”'),
    })
  })
})

describe('the method', () => {
  const questionnaire = aQuestionnaire([aQuestion('trust.a')])
  const people = [
    aResponse('north', { 'trust.a': 4 }, { completed: '2026-11-20T09:14:00Z' }),
    aResponse('south', { 'trust.a': 4 }),
  ]

  it('says from what the figures come', () => {
    const { method } = reportOf(questionnaire, people, { today: '2026-11-22' })
    expect(method.provenance).toEqual([
      { what: 'Questionnaire', value: 'Sample (sample), version 1.0.0, full run', isCode: false },
      { what: 'Hash', value: 'sha256:0', isCode: true },
      { what: 'Weights', value: 'trust 1', isCode: false },
      { what: 'Responses', value: '2 people, 1 not finished', isCode: false },
      { what: 'Date', value: '2026-11-22', isCode: false },
    ])
  })

  it('says what a must is, where there is one', () => {
    const must = aQuestionnaire([aQuestion('trust.a', { must: aMust(2) })])
    const [plain, explained] = [questionnaire, must].map(
      (own) => reportOf(own, people).method.sentences[3],
    )
    expect(plain).toMatch(/which no broken must rules out\.$/)
    expect(explained).toMatch(
      /A must is a question with a least answer, whatever the score: .* capped\.$/,
    )
  })

  it('speaks on the range of the instrument', () => {
    const { method } = reportOf({ ...questionnaire, shown: { from: 35, to: 175 } }, people)
    expect([
      method.sentences[0],
      method.levels.map(({ score, weakest }) => [score, weakest]),
    ]).toEqual([
      'A question scores from 35, at the worst end of its scale, to 175, at the best.',
      [
        ['140', '119'],
        ['91', '70'],
        ['35', '35'],
      ],
    ])
  })

  it('does not count people where all is hidden', () => {
    const { method } = reportOf(questionnaire, people, { minGroup: 3 })
    expect(method.provenance.map(({ what }) => what)).toEqual(['Questionnaire', 'Hash', 'Weights'])
  })
})
