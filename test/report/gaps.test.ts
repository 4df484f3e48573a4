import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/model/forms/forms.ts'
import type { Question } from '../../src/model/questionnaire.ts'
import {
  anAnswer,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  number,
  type Short,
} from '../scoring/support/builders.ts'
import { buildSaidReport, toTell } from './support.ts'

const partners = new Map([
  ['north', 'Northwind'],
  ['south', 'Contoso'],
])
const anchored: Form = {
  type: 'rating',
  values: ['Never', 'Rarely', 'Asked', 'Soon', 'At once'].map((label, index) => ({
    value: index + 1,
    label,
  })),
}

/** A person for each set of answers, of the partner named beside it. */
function reportOf(
  questions: readonly Question[],
  people: readonly (readonly [string, Readonly<Record<string, Short>>])[],
  minGroup = 1,
) {
  const responses = people.map(([partner, answers]) => aResponse(partner, answers))
  return buildSaidReport(toTell(aQuestionnaire(questions), responses, { partners, minGroup }))
}

describe('the gaps', () => {
  it('are said to be only those that can be shown if a group limit hides the figures of a question', () => {
    const two = (exit: Short, goal: Short) => ({
      ...{ 'a.exit': exit, 'a.one': 3, 'a.two': 3, 'b.goal': goal, 'b.one': 3, 'b.two': 3 },
    })
    const people = [
      ['north', two(1, 3)],
      ['north', two(1, 3)],
      ['north', two(dontKnow, 3)],
      ['south', two(5, 4)],
      ['south', two(5, 4)],
      ['south', two(5, 4)],
    ] as const
    const gapsOf = (minGroup: number) => {
      const { gaps, verdict, charts } = reportOf(
        ['a.exit', 'a.one', 'a.two', 'b.goal', 'b.one', 'b.two'].map((id) => aQuestion(id)),
        people,
        minGroup,
      )
      return {
        gaps: gaps.map(({ question, isPartial }) => [question, isPartial]),
        caution: verdict.cautions.find((own) => own.includes('no figures')),
        chart: charts.gaps?.about,
      }
    }
    expect(gapsOf(1)).toEqual({
      gaps: [
        ['a.exit', false],
        ['b.goal', false],
      ],
      caution: undefined,
      chart:
        'The 2 gaps that weigh most. On “Ask a.exit”, Contoso gives 100 and Northwind 0, 100 points apart.',
    })
    expect(gapsOf(3)).toEqual({
      gaps: [['b.goal', true]],
      caution:
        '2 questions have no figures here for at least one partner, so that nobody can work out what fewer than 3 people answered.',
      chart:
        'The gap that weighs most, of those that can be shown. On “Ask b.goal”, Contoso gives 75 and Northwind 50, 25 points apart.',
    })
  })

  it('are shown with the most frequent answer of each side, and how many gave it', () => {
    const { gaps } = reportOf(
      [aQuestion('trust.news', { form: anchored })],
      [
        ['north', { 'trust.news': 5 }],
        ['south', { 'trust.news': 2 }],
        ['south', { 'trust.news': 2 }],
        ['south', { 'trust.news': 3 }],
        ['south', { 'trust.news': dontKnow }],
      ],
    )
    expect(gaps).toEqual([
      {
        question: 'trust.news',
        ask: 'Ask trust.news',
        gap: '67',
        isPartial: false,
        high: [{ partner: 'Northwind', score: '100', chosen: 'answered “At once”' }],
        low: [{ partner: 'Contoso', score: '33', chosen: '2 of 3 answered “Rarely”' }],
        notes: [],
      },
    ])
  })

  it('are the three that weigh most, from ten points up', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const questions = ids.map((id, index) =>
      aQuestion(`trust.${id}`, { weight: id === 'g' ? 9 : 1 + index / 10 }),
    )
    const all = (value: Short, g: Short) =>
      Object.fromEntries(ids.map((id) => [`trust.${id}`, id === 'g' ? g : value]))
    const { gaps } = reportOf(questions, [
      ['north', all(5, 3)],
      ['south', all(3, 2)],
    ])
    expect(gaps.map(({ question, gap }) => [question, gap])).toEqual([
      ['trust.g', '25'],
      ['trust.f', '50'],
      ['trust.e', '50'],
    ])
  })

  it('have two notes at most, of each partner in turn, the long ones cut', () => {
    const noted = (partner: string, value: number, note: string) => ({
      ...aResponse(partner, {}),
      answers: new Map([['trust.a', anAnswer(value, note)]]),
    })
    const responses = [
      noted('north', 5, 'North one'),
      noted('north', 5, 'North two'),
      noted('south', 1, 'word '.repeat(60)),
    ]
    const { gaps } = buildSaidReport(
      toTell(aQuestionnaire([aQuestion('trust.a')]), responses, { partners }),
    )
    expect(gaps[0]?.notes).toEqual([
      'Northwind: “North one”',
      `Contoso: “${'word '.repeat(60).slice(0, 239)}…”`,
    ])
  })

  it('leave out what is nearly the same, and what one partner alone answered', () => {
    const { gaps } = reportOf(
      [
        aQuestion('trust.a', { form: number(0, 100) }),
        aQuestion('trust.b', { form: number(0, 100) }),
        aQuestion('trust.c'),
      ],
      [
        ['north', { 'trust.a': 50, 'trust.b': 50, 'trust.c': 5 }],
        ['south', { 'trust.a': 59.9, 'trust.b': 60, 'trust.c': dontKnow }],
      ],
    )
    expect(gaps).toEqual([
      {
        question: 'trust.b',
        ask: 'Ask trust.b',
        gap: '10',
        isPartial: false,
        high: [{ partner: 'Contoso', score: '60', chosen: null }],
        low: [{ partner: 'Northwind', score: '50', chosen: null }],
        notes: [],
      },
    ])
  })

  it('leave out what is about different partners: each rating itself, or the other', () => {
    const directed = [
      aQuestion('trust.ours', { about: 'us', mirror: 'trust.theirs' }),
      aQuestion('trust.theirs', { about: 'them', mirror: 'trust.ours' }),
    ]
    const { gaps, mirrors } = reportOf(directed, [
      ['north', { 'trust.ours': 5, 'trust.theirs': 1 }],
      ['south', { 'trust.ours': 1, 'trust.theirs': 5 }],
    ])
    expect({ gaps, rows: mirrors.rows }).toEqual({ gaps: [], rows: [] })
  })

  it('name every partner with the highest and the lowest score', () => {
    const { gaps, talk } = reportOf(
      [aQuestion('trust.goal')],
      [
        ['a', { 'trust.goal': 1 }],
        ['b', { 'trust.goal': 5 }],
        ['c', { 'trust.goal': 1 }],
        ['d', { 'trust.goal': 3 }],
      ],
    )
    expect(
      gaps.map(({ high, low }) => [high, low].map((side) => side.map((own) => own.partner))),
    ).toEqual([[['b'], ['a', 'c']]])
    expect(talk?.topics.map(({ opening }) => opening)).toEqual([
      'a and c, what have you seen that led to your rating? b, and you?',
    ])
  })
})
