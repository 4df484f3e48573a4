import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BrokenMust,
  isBrokenBy,
  listBrokenMusts,
  listLiftedMusts,
} from '../../src/scoring/must.ts'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  aStanding,
  dontKnow,
  notApplicable,
  number,
  type Short,
  skipped,
  yesNo,
} from './support/builders.ts'

type Answers = Readonly<Record<string, readonly Short[]>>

/** By partner, what each of its people answered to one question. */
function standingOf(answers: Answers, question = aQuestion('a.q', { must: aMust(3) })) {
  return aStanding(
    aQuestionnaire([question]),
    Object.entries(answers).flatMap(([partner, all]) =>
      all.map((answer) => aResponse(partner, { 'a.q': answer })),
    ),
  )
}

function told(broken: readonly BrokenMust[]) {
  return broken.map(({ question, partner, below, of, mean }) => [
    question.id,
    partner,
    below,
    of,
    mean,
  ])
}

function brokenAt(
  view: 'value' | 'low' | 'high',
  answers: Answers,
  question?: ReturnType<typeof aQuestion>,
) {
  return told(listBrokenMusts(standingOf(answers, question), view))
}

describe('a must', () => {
  it.each<[string, Short[], [number, number, number | null] | null]>([
    ['is broken if half of those who answered are below it', [2, 5], [1, 2, 3.5]],
    ['is broken if all are below it', [1, 2], [2, 2, 1.5]],
    ['is met if fewer than half are below it, even if the mean is', [1, 1, 3, 3, 3], null],
    ['is met by an answer equal to it', [3], null],
    ['counts only those who answered', [2, 5, 5, dontKnow, skipped, notApplicable], null],
    [
      'is broken if nobody answered and somebody does not know',
      [dontKnow, notApplicable],
      [0, 0, null],
    ],
    ['does not apply if all say so', [notApplicable, notApplicable], null],
  ])('%s', (_, answers, expected) => {
    expect(brokenAt('value', { p: answers })).toEqual(
      expected === null ? [] : [['a.q', 'p', ...expected]],
    )
  })

  it.each<[string, ReturnType<typeof aQuestion>, Short[], [number, number, number | null] | null]>([
    ['a yes-no', aQuestion('a.q', { form: yesNo, must: aMust(1) }), [true, false], [1, 2, 0.5]],
    [
      'a number, as it was answered',
      aQuestion('a.q', { form: number(0, 10), must: aMust(5) }),
      [40, 4.5],
      [1, 2, 22.25],
    ],
    [
      'a number within the tolerance',
      aQuestion('a.q', { form: number(0, 10), must: aMust(5) }),
      [5 - 1e-10],
      null,
    ],
  ])('may be on %s', (_, question, answers, expected) => {
    expect(brokenAt('value', { p: answers }, question)).toEqual(
      expected === null ? [] : [['a.q', 'p', ...expected]],
    )
  })

  it('is listed once for each question, in questionnaire order', () => {
    const must = aMust(3)
    const standing = aStanding(
      aQuestionnaire([aQuestion('b.q', { must }), aQuestion('a.none'), aQuestion('a.q', { must })]),
      ['p1', 'p2'].map((partner) => aResponse(partner, { 'b.q': 1, 'a.none': 1, 'a.q': 1 })),
    )
    expect(told(listBrokenMusts(standing, 'value'))).toEqual([
      ['b.q', 'p1', 1, 1, 1],
      ['a.q', 'p1', 1, 1, 1],
    ])
  })
})

describe('the partner named, if several break a must, is the one', () => {
  it.each<[string, Answers, string]>([
    ['with the largest share below it, whatever the means', { p1: [1, 5], p2: [2, 2, 5] }, 'p2'],
    ['without an answer before all', { p1: [1, 1], p2: [dontKnow] }, 'p2'],
    ['with the lowest mean, of equal shares', { p1: [2, 4], p2: [1, 4] }, 'p2'],
    ['that is first by id, of equal means', { p2: [1, 1], p10: [1], p3: [1, 1, 1] }, 'p10'],
    ['that is first by id, of those without an answer', { p2: [skipped], p1: [dontKnow] }, 'p1'],
  ])('%s', (_, answers, partner) => {
    expect(brokenAt('value', answers).map(([, named]) => named)).toEqual([partner])
  })
})

describe('a must at its bounds', () => {
  it.each<[string, Short[], [number, number] | null, [number, number] | null]>([
    ['open answers count as below it, and as not', [4, 4, dontKnow, skipped], [2, 4], null],
    ['open answers may meet it', [1, dontKnow], [2, 2], [1, 2]],
    ['more open answers may meet it', [1, dontKnow, skipped], [3, 3], null],
    ['one that nobody answered may be broken or not', [dontKnow], [1, 1], null],
    [
      'it stays broken at both bounds if open answers cannot meet it',
      [1, 2, 2, dontKnow],
      [4, 4],
      [3, 4],
    ],
    ['what does not apply counts in neither', [4, notApplicable, notApplicable], null, null],
  ])('%s', (_, answers, low, high) => {
    const found = (view: 'low' | 'high') =>
      brokenAt(view, { p: answers }).map(([, , below, of]) => [below, of])
    expect(found('low')).toEqual(low === null ? [] : [low])
    expect(found('high')).toEqual(high === null ? [] : [high])
  })

  it('is broken at the low bound if broken now, and broken now if broken at the high bound', () => {
    const answer = fc.constantFrom<Short>(1, 2, 3, 4, 5, dontKnow, skipped, notApplicable)
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 8 }), (answers) => {
        const standing = standingOf({ p: answers })
        const isBroken = (view: 'value' | 'low' | 'high') =>
          listBrokenMusts(standing, view).length === 1
        const values = answers.filter((each) => typeof each === 'number')
        if (isBroken('value')) expect(isBroken('low')).toBe(true)
        if (isBroken('high') && values.length > 0) expect(isBroken('value')).toBe(true)
      }),
    )
  })
})

describe('a lifted must', () => {
  it('is one that everybody asked at a partner says does not apply', () => {
    const must = aMust(3)
    const questionnaire = aQuestionnaire([
      aQuestion('b.q', { must }),
      aQuestion('a.q', { must }),
      aQuestion('a.free'),
    ])
    const none = { 'b.q': notApplicable, 'a.q': notApplicable, 'a.free': notApplicable }
    const standing = aStanding(questionnaire, [
      aResponse('p2', none),
      aResponse('p2', { ...none, 'a.q': 1 }),
      aResponse('p1', none),
      aResponse('p3', { ...none, 'b.q': dontKnow }),
    ])
    expect(listLiftedMusts(standing)).toEqual([
      { question: 'b.q', partner: 'p1' },
      { question: 'b.q', partner: 'p2' },
      { question: 'a.q', partner: 'p1' },
      { question: 'a.q', partner: 'p3' },
    ])
  })

  it('is never one that nobody was asked', () => {
    const questionnaire = aQuestionnaire([aQuestion('a.q', { must: aMust(3) })])
    const standing = aStanding(questionnaire, [aResponse('p', {})], new Set())
    expect(listLiftedMusts(standing)).toEqual([])
    expect(listBrokenMusts(standing, 'value')).toEqual([])
  })
})

describe('isBrokenBy', () => {
  it('needs half of those who answered, and at least one person', () => {
    expect([isBrokenBy(1, 2), isBrokenBy(1, 3), isBrokenBy(2, 3), isBrokenBy(0, 0)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })
})
