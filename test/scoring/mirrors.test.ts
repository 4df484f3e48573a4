import { describe, expect, it } from 'vitest'
import { listMirrorPairs } from '../../src/scoring/mirrors.ts'
import {
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  type Short,
  shown,
  yesNo,
} from './support/builders.ts'

const us = (id: string, more: Parameters<typeof aQuestion>[1] = {}) =>
  aQuestion(id, { about: 'us', mirror: `${id}-seen`, ...more })
const them = (id: string) => aQuestion(`${id}-seen`, { about: 'them', mirror: id })

/** Three mirrored pairs, the first of double weight, and two questions about both. */
const questionnaire = aQuestionnaire(
  [
    us('a.q1', { weight: 2 }),
    them('a.q1'),
    us('a.q2'),
    them('a.q2'),
    us('b.q3'),
    them('b.q3'),
    aQuestion('a.both', { weight: 4 }),
    aQuestion('b.both'),
  ],
  { coverage: 0 },
)

/** What somebody says of themselves, of the other side, and of both. */
function says(own: readonly Short[], seen: readonly Short[], both: readonly Short[] = [3, 3]) {
  const ids = ['a.q1', 'a.q2', 'b.q3']
  return Object.fromEntries([
    ...ids.map((id, i): [string, Short] => [id, own[i] ?? dontKnow]),
    ...ids.map((id, i): [string, Short] => [`${id}-seen`, seen[i] ?? dontKnow]),
    ...['a.both', 'b.both'].map((id, i): [string, Short] => [id, both[i] ?? dontKnow]),
  ])
}

const p1 = aResponse('p1', says([5, 4, 3], [1, 2, 3], [5, 1]))
const p2 = aResponse('p2', says([4, 4, 4], [5, 1, 1]))

describe('mirrored pairs', () => {
  const pairsOf = (...questions: ReturnType<typeof aQuestion>[]) =>
    listMirrorPairs(aQuestionnaire(questions)).map((pair) => pair.map(({ id }) => id))

  it('are named by either question, or by both', () => {
    expect(pairsOf(us('a.q'), them('a.q'))).toEqual([['a.q', 'a.q-seen']])
    expect(pairsOf(aQuestion('a.q', { about: 'us' }), them('a.q'))).toEqual([['a.q', 'a.q-seen']])
  })

  it('are of one type and scale', () => {
    const three = {
      type: 'rating',
      values: [1, 2, 3].map((value) => ({ value, label: null })),
    } as const
    expect(pairsOf(us('a.q', { form: yesNo }), them('a.q'))).toEqual([])
    expect(pairsOf(us('a.q', { form: three }), them('a.q'))).toEqual([])
  })

  it('share no question', () => {
    const second = aQuestion('a.r', { about: 'us', mirror: 'a.q-seen' })
    expect(pairsOf(us('a.q'), second, them('a.q'), us('a.s'), them('a.s'))).toEqual([
      ['a.s', 'a.s-seen'],
    ])
  })
})

describe('how a partner is seen', () => {
  it('compares its own view with the other partner’s over mirrored pairs, and adds its view of both', () => {
    // Shares: a 1/2, of 9: 2/9 1/9 1/9 1/9 4/9; b 1/2, of 3. The three pairs weigh by those about us: 1/9, 1/18, 1/6, so 2 : 1 : 3.
    // p1 of itself: (2 × 100 + 75 + 3 × 50) / 6; as p2 sees it: (2 × 100 + 0 + 0) / 6. Both weigh 2/9 and 1/6, so 4 : 3.
    expect(shown(questionnaire, [p1, p2]).subjects).toEqual([
      {
        partner: 'p1',
        own: expect.closeTo(425 / 6, 9),
        others: expect.closeTo(200 / 6, 9),
        pairs: 3,
        shared: expect.closeTo(400 / 7, 9),
      },
      {
        partner: 'p2',
        own: expect.closeTo(75, 9),
        others: expect.closeTo((2 * 0 + 25 + 3 * 50) / 6, 9),
        pairs: 3,
        shared: expect.closeTo(50, 9),
      },
    ])
  })

  it('uses only pairs that both sides answered, and is null if there are fewer than three', () => {
    const open = aResponse('p2', says([4, 4, 4], [5, dontKnow, 1]))
    const { subjects } = shown(questionnaire, [p1, open])
    expect(subjects.map(({ own, others, pairs }) => [own, others, pairs])).toEqual([
      [null, null, 2],
      [expect.closeTo(75, 9), expect.closeTo(175 / 6, 9), 3],
    ])
  })

  it('has no view of both if the partner answered no question about both', () => {
    const open = aResponse('p2', says([4, 4, 4], [5, 1, 1], [dontKnow, dontKnow]))
    expect(shown(questionnaire, [p1, open]).subjects.map(({ shared }) => shared)).toEqual([
      expect.closeTo(400 / 7, 9),
      null,
    ])
  })

  const p3 = aResponse('p3', says([1, 1, 1], [1, 1, 1]))
  const seen = (askedPartners: readonly string[] | null, ...people: (typeof p1)[]) =>
    shown(questionnaire, people, { askedPartners }).subjects.map(
      ({ partner, own, others, pairs, shared }) => [
        partner,
        own !== null && others !== null,
        pairs,
        shared !== null,
      ],
    )

  it.each<[string, readonly string[] | null, (typeof p1)[], unknown]>([
    [
      'two that count, if none is listed',
      null,
      [p1, p2],
      [
        ['p1', true, 3, true],
        ['p2', true, 3, true],
      ],
    ],
    ['one alone', null, [p1], [['p1', false, 0, true]]],
    [
      'three that count',
      null,
      [p1, p2, p3],
      [
        ['p1', false, 0, true],
        ['p2', false, 0, true],
        ['p3', false, 0, true],
      ],
    ],
    ['two that are asked, of whom one counts', ['p1', 'p2'], [p1], [['p1', false, 0, true]]],
    [
      'three that are asked, of whom two count',
      ['p1', 'p2', 'p3'],
      [p1, p2],
      [
        ['p1', false, 0, true],
        ['p2', false, 0, true],
      ],
    ],
    [
      'two that are asked, and one that is not',
      ['p1', 'p2'],
      [p1, p2, p3],
      [
        ['p1', true, 3, true],
        ['p2', true, 3, true],
        ['p3', false, 0, true],
      ],
    ],
    [
      'a list in which nobody is to answer',
      [],
      [p1, p2],
      [
        ['p1', true, 3, true],
        ['p2', true, 3, true],
      ],
    ],
  ])('is worked out for %s', (_, asked, people, expected) => {
    expect(seen(asked, ...people)).toEqual(expected)
  })
})

describe('mirrored questions', () => {
  const pair = [us('a.q'), them('a.q')] as const

  it.each([
    ['both name the other', pair],
    ['only the one about us does', [pair[0], { ...pair[1], mirror: null }]],
    ['only the one about them does', [{ ...pair[0], mirror: null }, pair[1]]],
  ])('are paired once if %s', (_, questions) => {
    const found = listMirrorPairs(aQuestionnaire(questions))
    expect(found.map((each) => each.map(({ id }) => id))).toEqual([['a.q', 'a.q-seen']])
  })

  it('are not paired if they have no score', () => {
    const form = { type: 'text' } as const
    const texts = pair.map((question) => ({ ...question, form, scored: false }))
    expect(listMirrorPairs(aQuestionnaire(texts))).toEqual([])
  })

  it('compare what a partner says of itself with what the others say of it', () => {
    const { directed } = shown(aQuestionnaire(pair), [
      aResponse('p1', { 'a.q': 5, 'a.q-seen': 2 }),
      aResponse('p2', { 'a.q': 3, 'a.q-seen': 4 }),
      aResponse('p3', { 'a.q': 1, 'a.q-seen': 3 }),
    ])
    const row = { question: 'a.q', mirror: 'a.q-seen' }
    expect(directed).toEqual([
      { ...row, partner: 'p1', own: 100, others: 62.5, gap: 37.5 },
      { ...row, partner: 'p2', own: 50, others: 37.5, gap: 12.5 },
      { ...row, partner: 'p3', own: 0, others: 50, gap: -50 },
    ])
  })

  it('have no gap if one side did not answer', () => {
    const alone = shown(aQuestionnaire(pair), [aResponse('p1', { 'a.q': 5 })])
    expect(alone.directed).toEqual([
      { question: 'a.q', mirror: 'a.q-seen', partner: 'p1', own: 100, others: null, gap: null },
    ])
  })
})
