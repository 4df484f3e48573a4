import { describe, expect, it } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import { aQuestion, dontKnow } from '../scoring/support/builders.ts'
import { overTime, worded } from './over-time.ts'

const may = '2026-05-12'
const november = '2026-11-20'
const four = ['a.q', 'a.r', 'a.s', 'a.t']
const all = (value: number) => Object.fromEntries(four.map((id) => [id, value]))
const questions = four.map((id) => aQuestion(id))

describe('interest that fades', () => {
  it('is reported for a partner whose score and answers fall', () => {
    const { warningSigns: signs } = overTime({
      questions,
      points: [
        { day: may, answers: { north: all(4), south: all(4) } },
        { day: november, answers: { north: all(4), south: { ...all(3), 'a.t': 5 } } },
      ],
    })
    expect(signs.fading).toEqual([
      {
        lead: `Contoso, since ${may}`,
        shown: [
          'its overall rating is 63, 13 points lower than before',
          'answers lower than before: 3 of 4; higher: 1',
        ],
      },
    ])
  })

  it('is reported if answers are missing this time', () => {
    const { warningSigns: signs } = overTime({
      questions,
      points: [
        { day: may, answers: { south: all(4) } },
        { day: november, answers: { south: { ...all(4), 'a.t': dontKnow } } },
      ],
    })
    expect(signs.fading.map(({ shown }) => shown)).toEqual([
      ['its people answered 75 % of the questions that apply to them, 100 % before'],
    ])
  })

  it('is not reported if a few answers fall while others rise', () => {
    const { warningSigns: signs } = overTime({
      questions,
      points: [
        { day: may, answers: { south: all(3) } },
        { day: november, answers: { south: { 'a.q': 2, 'a.r': 2, 'a.s': 4, 'a.t': 4 } } },
      ],
    })
    expect(signs.fading).toEqual([])
  })

  it('is told of fewer responses that count, since more people may have answered', () => {
    const { warningSigns: signs } = overTime({
      questions,
      points: [
        { day: may, answers: { south: [all(4), all(4), all(4)] } },
        { day: november, answers: { south: [all(4)] } },
      ],
    })
    expect(signs.fading.map(({ shown }) => shown)).toEqual([['1 response counts, 3 before']])
  })
})

describe('a partner that rates itself higher', () => {
  const directed = [
    aQuestion('a.ours', { form: worded, about: 'us', mirror: 'a.theirs' }),
    aQuestion('a.theirs', { form: worded, about: 'them', mirror: 'a.ours' }),
  ]

  it('is reported with how it rates itself and the other', () => {
    const { warningSigns: signs } = overTime({
      questions: directed,
      points: [
        {
          day: november,
          answers: { north: { 'a.ours': 5, 'a.theirs': 2 }, south: { 'a.ours': 4, 'a.theirs': 4 } },
        },
      ],
    })
    expect(signs.burden).toEqual([
      {
        question: 'a.theirs',
        ask: 'Ask a.theirs',
        sentence:
          'Northwind rates itself 75 points higher than it rates Contoso: itself 100, Contoso 25',
      },
    ])
  })
})

describe('what is overdue', () => {
  const plan: Plan = {
    accordant: 'plan/1',
    people: [{ id: 'p1', name: 'A. Visser', partner: 'north' }],
    commitments: [
      { what: 'Close the books', owner: 'p1', due: '2026-11-01' },
      { what: 'Open the doors', owner: 'p2', due: '2026-10-01', status: 'open' },
      { what: 'Long done', due: '2026-01-01', status: 'done' },
      { what: 'Still ahead', due: '2026-11-23' },
    ],
    reviews: { next: '2026-11-22' },
  }

  it('is reported with its owner, how long ago it was due, and its place in the plan', () => {
    const shown = overTime({
      points: [{ day: november, answers: { north: { 'a.q': 4 } } }],
      input: {
        plan,
        placeInPlan: (path) => path.join('/'),
        people: new Map([['p1', 'A. Visser']]),
      },
      result: { today: '2026-11-23', plan: aWrittenPlan },
    })
    expect(shown.warningSigns.overdue).toEqual([
      {
        sentence: '“Open the doors” (p2): due on 2026-10-01, 53 days ago',
        place: 'commitments/1',
      },
      {
        sentence: '“Close the books” (A. Visser, Northwind): due on 2026-11-01, 22 days ago',
        place: 'commitments/0',
      },
      { sentence: 'The review: due on 2026-11-22, 1 day ago', place: 'reviews/next' },
    ])
  })
})

const aWrittenPlan = {
  score: { value: 50, low: 50, high: 50, coverage: 1 },
  stage: 'agreed' as const,
  errors: 0,
  read: 1,
  dimensions: [],
  findings: [],
  unread: [],
}
