import { describe, expect, it } from 'vitest'
import { aQuestion, aQuestionnaire, dontKnow } from '../scoring/support/builders.ts'
import { overTime } from './over-time.ts'

const may = '2026-05-12'
const november = '2026-11-20'

describe('what has changed', () => {
  it('is told nowhere without an earlier point', () => {
    const { changes, verdict: lead } = overTime({
      points: [{ day: may, answers: { north: { 'a.q': 4 } } }],
    })
    expect(changes).toBeNull()
    expect(lead.since).toBeNull()
  })

  it('sets the points side by side, and says what moved in the words of both times', () => {
    const { changes, verdict: lead } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 }, south: { 'a.q': 5 } } },
        { day: november, answers: { north: { 'a.q': 4 }, south: { 'a.q': 2 } } },
      ],
    })
    expect(changes).toEqual({
      scores: {
        points: [may, november],
        hasError: false,
        rows: [
          { title: 'Overall', scores: ['87.5', '50'], change: '−37.5', beyondError: '' },
          { title: 'a', scores: ['87.5', '50'], change: '−37.5', beyondError: 'n/a' },
        ],
      },
      error: 'Too few people answered to say whether a change is larger than its error.',
      periods: [
        {
          title: `From ${may} to ${november}`,
          sentences: [
            'The score fell by 37.5 points, and the level went from “Ready” to “Emerging”.',
            'Northwind is at 75 as before; Contoso fell by 75 points, to 25.',
          ],
          partners: [
            {
              partner: 'Northwind',
              lead: '1 question: 0 lower, 0 higher, 1 as before.',
              moves: [],
              rest: 0,
            },
            {
              partner: 'Contoso',
              lead: '1 question: 1 lower, 0 higher, 0 as before.',
              moves: [
                {
                  question: 'a.q',
                  ask: 'Ask a.q',
                  move: '−75, from “Before it shows” (100) to “When asked” (25)',
                },
              ],
              rest: 0,
            },
          ],
          lists: [],
        },
      ],
    })
    expect(lead.since).toBe(
      `Since ${may} the score fell by 37.5 points, and the level went from “Ready” to “Emerging”. Northwind is at 75 as before; Contoso fell by 75 points, to 25.`,
    )
  })

  it('takes the falls before the rises, the largest first, and counts the rest', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((id) => `a.${id}`)
    const all = (values: readonly number[]) =>
      Object.fromEntries(ids.map((id, index) => [id, values[index] ?? 3]))
    const { changes } = overTime({
      questions: ids.map((id) => aQuestion(id)),
      points: [
        { day: may, answers: { north: all([5, 4, 4, 4, 4, 4, 1, 2, 2, 2, 3]) } },
        { day: november, answers: { north: all([3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]) } },
      ],
    })
    const [span] = changes?.periods ?? []
    expect(span?.partners[0]?.moves.map(({ question }) => question)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'g', 'h', 'i'].map((id) => `a.${id}`),
    )
    expect(span?.partners[0]?.rest).toBe(2)
  })

  it('names what fell below a must, what opened and what closed', () => {
    const { changes } = overTime({
      questions: [
        aQuestion('a.must', { must: { least: 3, cap: 'emerging' } }),
        aQuestion('a.opened'),
        aQuestion('a.closed'),
        aQuestion('a.new'),
      ],
      points: [
        {
          day: may,
          answers: { north: { 'a.must': 3, 'a.opened': 3, 'a.closed': dontKnow } },
          questionnaire: aQuestionnaire([
            aQuestion('a.must', { must: { least: 3, cap: 'emerging' } }),
            aQuestion('a.opened'),
            aQuestion('a.closed'),
            aQuestion('a.old'),
          ]),
        },
        {
          day: november,
          answers: { north: { 'a.must': 2, 'a.opened': dontKnow, 'a.closed': 3, 'a.new': 3 } },
        },
      ],
    })
    expect(changes?.periods[0]?.sentences).toEqual([
      'The scores of the two can’t be set against each other as a whole.',
    ])
    expect(
      changes?.periods[0]?.lists.map(({ title, questions }) => [
        title,
        questions.map(({ question }) => question),
      ]),
    ).toEqual([
      ['Fallen below what it must reach', ['a.must']],
      ['Open now, and not before', ['a.opened']],
      ['No longer open', ['a.closed']],
      ['Not compared: asked for the first time', ['a.new']],
      ['Not compared: no longer asked', ['a.old']],
    ])
  })

  it('says why the changes differ from what the rounded scores give, where they do', () => {
    const questions = ['a.q', 'a.r', 'a.s', 'a.t', 'a.u', 'a.v'].map((id) => aQuestion(id))
    const all = (last: number) => ({
      north: Object.fromEntries(questions.map(({ id }, at) => [id, at < last ? 4 : 3])),
    })
    const { changes } = overTime({
      questions,
      points: [
        { day: may, answers: all(2) },
        { day: november, answers: all(1) },
      ],
    })
    expect(changes?.scores?.rows[0]).toMatchObject({ scores: ['58.3', '54.2'], change: '−4.2' })
    expect(changes?.error).toBe(
      'Too few people answered to say whether a change is larger than its error. The changes come from the exact scores, so some are a little off what the rounded ones give.',
    )
  })

  it('begins with the latest span, and calls points of one day by their names', () => {
    const { changes } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: may, answers: { north: { 'a.q': 3 } } },
        { day: november, answers: { north: { 'a.q': 3 } } },
      ],
    })
    expect(changes?.scores?.points).toEqual(['point 1', 'point 2', november])
    expect(changes?.periods.map(({ title }) => title)).toEqual([
      `From point 2 to ${november}`,
      'From point 1 to point 2',
    ])
  })

  it('is held back as a whole where a group is too small', () => {
    const {
      changes,
      warningSigns: signs,
      verdict: lead,
    } = overTime({
      points: [
        { day: may, answers: { north: { 'a.q': 4 } } },
        { day: november, answers: { north: { 'a.q': 1 } } },
      ],
      minGroup: 2,
    })
    expect(changes).toEqual({
      scores: null,
      error: null,
      periods: [
        {
          title: 'From point 1 to point 2',
          sentences: ['Not shown: too few people changed, or a group is too small.'],
          partners: [],
          lists: [],
        },
      ],
    })
    expect(signs.fading).toEqual([])
    expect(lead.since).toBeNull()
  })
})
