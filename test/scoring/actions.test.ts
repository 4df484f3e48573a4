import { describe, expect, it } from 'vitest'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  scored,
} from './support/builders.ts'

const q = (id: string, more: Parameters<typeof aQuestion>[1] = {}) =>
  aQuestion(id, { practice: aPractice(), ...more })

describe('the actions', () => {
  it('are the practices of questions on which some partner is under the top', () => {
    const questionnaire = aQuestionnaire(
      [q('a.top'), q('a.low'), aQuestion('a.none'), q('a.open')],
      {
        coverage: 0,
      },
    )
    const { actions } = scored(questionnaire, [
      aResponse('p1', { 'a.top': 5, 'a.low': 5, 'a.none': 1, 'a.open': dontKnow }),
      aResponse('p2', { 'a.top': 5, 'a.low': 4, 'a.none': 1, 'a.open': dontKnow }),
    ])
    expect(actions?.map((action) => action.question)).toEqual(['a.low'])
  })

  it('name the lowest partner, its manager, and what the overall score gains', () => {
    const practice = aPractice({ do: 'Call weekly', done: 'A log', effort: 'small', day: 'create' })
    const { actions } = scored(
      aQuestionnaire([q('a.q', { practice }), aQuestion('a.r', { weight: 3 })]),
      [aResponse('p2', { 'a.q': 1, 'a.r': 5 }), aResponse('p1', { 'a.q': 3, 'a.r': 5 })],
      { managers: new Map([['p2', 'a-visser']]) },
    )
    expect(actions).toEqual([
      {
        day: 'create',
        question: 'a.q',
        partner: 'p2',
        owner: 'a-visser',
        do: 'Call weekly',
        done: 'A log',
        effort: 'small',
        gain: 18.75,
      },
    ])
  })

  it('name the first of equal partners, and no owner where the plan knows none', () => {
    const { actions } = scored(aQuestionnaire([q('a.q')]), [
      aResponse('p2', { 'a.q': 1 }),
      aResponse('p1', { 'a.q': 1 }),
    ])
    expect(actions).toMatchObject([{ partner: 'p1', owner: null }])
  })

  it('come by broken musts, then gain for the effort, then gap, then id', () => {
    const questionnaire = aQuestionnaire([
      q('a.b'),
      q('a.a'),
      q('a.gap'),
      q('a.cheap', { practice: aPractice({ effort: 'small' }) }),
      q('a.must', { must: aMust(4), practice: aPractice({ effort: 'large' }) }),
    ])
    const low = { 'a.b': 3, 'a.a': 3, 'a.gap': 2, 'a.cheap': 4, 'a.must': 4 }
    const { actions } = scored(questionnaire, [
      aResponse('p1', low),
      aResponse('p2', { ...low, 'a.gap': 4, 'a.must': 3 }),
    ])
    expect(actions?.map((action) => action.question)).toEqual([
      'a.must',
      'a.cheap',
      'a.gap',
      'a.a',
      'a.b',
    ])
  })
})
