import { describe, expect, it } from 'vitest'
import type { Practice } from '../../src/model/questionnaire.ts'
import {
  aMust,
  aPractice,
  aQuestion,
  aQuestionnaire,
  aResponse,
  choices,
  dontKnow,
  notApplicable,
  rating,
  type Short,
  scored,
  shown,
} from './support/builders.ts'

const q = (id: string, more: Parameters<typeof aQuestion>[1] = {}) =>
  aQuestion(id, { practice: aPractice(), ...more })

/** Each with its answer to each question, one person a partner, in the order of the ids. */
function people(answers: Readonly<Record<string, readonly Short[]>>) {
  const count = Math.max(...Object.values(answers).map((all) => all.length))
  return Array.from({ length: count }, (_, person) =>
    aResponse(
      `p${person + 1}`,
      Object.fromEntries(
        Object.entries(answers).map(([id, all]) => [id, all[person] ?? notApplicable]),
      ),
    ),
  )
}

describe('the actions', () => {
  it('are the practices of questions that anybody answered below the best', () => {
    const questionnaire = aQuestionnaire(
      [q('a.top'), q('a.low'), aQuestion('a.none'), q('a.open'), q('a.one')],
      { coverage: 0 },
    )
    const { actions } = shown(questionnaire, [
      aResponse('p1', { 'a.top': 5, 'a.low': 5, 'a.none': 1, 'a.open': dontKnow, 'a.one': 5 }),
      aResponse('p2', { 'a.top': 5, 'a.low': 4, 'a.none': 1, 'a.open': dontKnow, 'a.one': 5 }),
      aResponse('p2', { 'a.top': 5, 'a.low': 4, 'a.none': 1, 'a.open': dontKnow, 'a.one': 4 }),
    ])
    expect(actions.map((action) => action.question)).toEqual(['a.low', 'a.one'])
  })

  it('ask for no more than the best possible score of an answer', () => {
    const form = choices('choice', { none: 0, full: 0.8 })
    const of = (...chosen: string[]) =>
      shown(aQuestionnaire([q('a.q', { form })]), people({ 'a.q': chosen })).actions
    expect(of('full', 'full')).toEqual([])
    expect(of('none', 'full').map(({ gain }) => gain)).toEqual([40])
  })

  it('say what to do, by when, who does it, and how much the overall score gains', () => {
    const practice = aPractice({
      do: 'Call weekly',
      done: 'A log',
      effort: 'small',
      day: 'create',
      takes: 'P1W',
    })
    const { actions } = shown(
      aQuestionnaire([q('a.q', { practice }), aQuestion('a.r', { weight: 3 })]),
      people({ 'a.q': [3, 1], 'a.r': [5, 5] }),
      { managers: new Map([['p2', 'a-visser']]) },
    )
    expect(actions).toEqual([
      {
        day: 'create',
        question: 'a.q',
        partners: ['p1', 'p2'],
        owner: 'a-visser',
        do: 'Call weekly',
        done: 'A log',
        effort: 'small',
        takes: 'P1W',
        gain: 18.75,
      },
    ])
  })

  it('have no gain without an overall score, and are then sorted by gap and id', () => {
    const questionnaire = aQuestionnaire([q('a.b', { weight: 9 }), q('a.a'), q('a.gap'), q('b.q')])
    const { actions, score } = shown(
      questionnaire,
      people({
        'a.b': [3, 3],
        'a.a': [3, 3],
        'a.gap': [3, 4],
        'b.q': [dontKnow, dontKnow],
      }),
    )
    expect(score.value).toBe(null)
    expect(actions.map(({ question, gain }) => [question, gain])).toEqual([
      ['a.gap', null],
      ['a.a', null],
      ['a.b', null],
    ])
  })

  it('are sorted by broken essential questions, gain per effort, gap, then id', () => {
    const questionnaire = aQuestionnaire([
      q('a.b'),
      q('a.a'),
      q('a.gap'),
      q('a.cheap', { practice: aPractice({ effort: 'small' }) }),
      q('a.must', { must: aMust(4), practice: aPractice({ effort: 'large' }) }),
    ])
    const { actions } = shown(
      questionnaire,
      people({
        'a.b': [3, 3],
        'a.a': [3, 3],
        'a.gap': [2, 4],
        'a.cheap': [4, 4],
        'a.must': [4, 3],
      }),
    )
    expect(actions.map((action) => action.question)).toEqual([
      'a.must',
      'a.cheap',
      'a.gap',
      'a.a',
      'a.b',
    ])
  })
})

describe('whose step an action is', () => {
  const takers = (by: Practice['by'], ...answers: Short[]) => {
    const questionnaire = aQuestionnaire([q('a.q', { practice: aPractice({ by }) })], {
      coverage: 0,
    })
    return shown(questionnaire, people({ 'a.q': answers })).actions[0]?.partners
  }

  it.each<[Practice['by'], string, Short[], string[]]>([
    ['us', 'every partner under a good score, the lowest first', [3, 5, 1], ['p3', 'p1']],
    ['us', 'of equally low ones the first id first', [5, 2, 2], ['p2', 'p3']],
    ['us', 'the lowest where all are good', [5, 4, 5], ['p2']],
    ['us', 'all that are equally low where all are good', [4, 5, 4], ['p1', 'p3']],
    ['us', 'nobody who did not answer', [dontKnow, 2, notApplicable], ['p2']],
    ['them', 'of two partners the other one', [2, 5], ['p2']],
    ['them', 'of two partners both, by id, where both are low', [3, 1], ['p1', 'p2']],
    ['them', 'the other one of the lowest where both are good', [5, 4], ['p1']],
    ['them', 'the other one even if it did not answer', [2, dontKnow], ['p2']],
    ['them', 'of more than two all that have a score', [2, 5, 5], ['p1', 'p2', 'p3']],
    ['them', 'of more than two all, if two have a score', [2, 5, dontKnow], ['p1', 'p2']],
    ['them', 'the one partner there is', [2], ['p1']],
    ['all', 'every partner with a score', [5, dontKnow, 1], ['p1', 'p3']],
  ])('by %s: %s', (by, _, answers, expected) => {
    expect(takers(by, ...answers)).toEqual(expected)
  })
})

describe('who owns an action', () => {
  const managers = new Map([
    ['p1', 'a-visser'],
    ['p2', 'b-jansen'],
    ['p3', 'c-smit'],
  ])
  const owners = (answers: Parameters<typeof people>[0], known = managers) => {
    const questionnaire = aQuestionnaire(Object.keys(answers).map((id) => q(id)))
    const { actions } = shown(questionnaire, people(answers), { managers: known })
    return actions.map(({ question, owner }) => [question, owner])
  }

  it('is the manager of the partner whose view is lowest', () => {
    expect(owners({ 'a.q': [4, 2, 3] })).toEqual([['a.q', 'b-jansen']])
  })

  it('is, if partners are equal, the manager with the fewest steps so far, then the first id', () => {
    expect(owners({ 'a.q1': [3, 3], 'a.q2': [3, 3], 'a.q3': [3, 3] })).toEqual([
      ['a.q1', 'a-visser'],
      ['a.q2', 'b-jansen'],
      ['a.q3', 'a-visser'],
    ])
    expect(owners({ 'a.q1': [1, 3], 'a.q2': [3, 3] })).toEqual([
      ['a.q1', 'a-visser'],
      ['a.q2', 'b-jansen'],
    ])
  })

  it('is nobody if the plan names no manager of that partner', () => {
    expect(owners({ 'a.q': [4, 2] }, new Map([['p1', 'a-visser']]))).toEqual([['a.q', null]])
  })

  it('is the manager of the partner that takes the step, not of the one that rated it', () => {
    const practice = aPractice({ by: 'them' })
    const questionnaire = aQuestionnaire([q('a.q', { practice, form: rating() })])
    const { actions } = shown(questionnaire, people({ 'a.q': [2, 5] }), { managers })
    expect(actions.map(({ partners, owner }) => ({ partners, owner }))).toEqual([
      { partners: ['p2'], owner: 'b-jansen' },
    ])
  })
})

describe('the actions of small groups', () => {
  it('name neither partners nor owners, and are sorted by gain per effort and id alone', () => {
    const questionnaire = aQuestionnaire([
      q('a.b'),
      q('a.gap'),
      q('a.cheap', { practice: aPractice({ effort: 'small' }) }),
      q('a.must', { must: aMust(4), practice: aPractice({ effort: 'large' }) }),
    ])
    const answers = { 'a.b': [3, 3], 'a.gap': [2, 4], 'a.cheap': [4, 4], 'a.must': [4, 3] }
    const result = scored(questionnaire, people(answers), { minGroup: 2 })
    expect(result).toMatchObject({
      actions: [
        { question: 'a.cheap', gain: 6.25 },
        { question: 'a.b', gain: 12.5 },
        { question: 'a.gap', gain: 12.5 },
        { question: 'a.must', gain: 9.375 },
      ],
    })
    expect(JSON.stringify(result)).not.toMatch(/"(partner|partners|owner)":|"p[12]"/)
  })

  it('leave out a step based only on answers that may not be shown', () => {
    const questionnaire = aQuestionnaire([q('a.q1'), q('a.q2'), q('a.q3')], { coverage: 0 })
    const of = (value: number) =>
      shown(
        questionnaire,
        [
          aResponse('p1', { 'a.q1': value, 'a.q2': 5, 'a.q3': 4 }),
          aResponse('p1', { 'a.q1': dontKnow, 'a.q2': 5, 'a.q3': 4 }),
        ],
        { minGroup: 2 },
      ).actions.map(({ question, gain }) => [question, gain])
    expect(of(1)).toEqual([['a.q3', expect.closeTo(25 / 3, 9)]])
    expect(of(5)).toEqual(of(1))
  })
})
