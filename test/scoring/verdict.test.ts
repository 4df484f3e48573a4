import { describe, expect, it } from 'vitest'
import {
  aMust,
  aQuestion,
  aQuestionnaire,
  aResponse,
  dontKnow,
  notApplicable,
  notReady,
  number,
  ready,
  shown,
  yesNo,
} from './support/builders.ts'

const ten = Array.from({ length: 10 }, (_, i) => aQuestion(`a.q${i}`))
const answers = (value: number) => Object.fromEntries(ten.map(({ id }) => [id, value]))

describe('the level', () => {
  const one = aQuestionnaire([aQuestion('a.q'), aQuestion('b.q')])

  it('is the highest whose conditions are all met, bounds included', () => {
    const { verdict } = shown(one, [aResponse('p', { 'a.q': 4, 'b.q': 4 })])
    expect(verdict).toEqual({
      pass: true,
      level: 'ready',
      levelLow: 'ready',
      levelHigh: 'ready',
      reasons: [],
      lifted: [],
      decidedBy: [],
      withoutOne: { of: null, reason: 'too-few' },
    })
  })

  it('counts a miss by rounding as reached', () => {
    const thirds = aQuestionnaire(
      [aQuestion('a.q1', { weight: 0.1 }), aQuestion('a.q2', { weight: 0.2 })],
      { levels: [{ ...ready, score: 66.6666666666667, weakest: 0 }, notReady] },
    )
    const { verdict } = shown(thirds, [aResponse('p', { 'a.q1': 1, 'a.q2': 5 })])
    expect(verdict.level).toBe('ready')
  })

  it('needs the weakest dimension of every partner, and names each that is under it', () => {
    const { verdict } = shown(one, [
      aResponse('p1', { 'a.q': 5, 'b.q': 3 }),
      aResponse('p2', { 'a.q': 5, 'b.q': 5 }),
    ])
    expect(verdict.level).toBe('emerging')
    expect(verdict.reasons).toEqual([
      { code: 'weakest', dimension: 'b', partner: 'p1', value: 50, needs: 60 },
    ])
  })

  it('names the score that is missing', () => {
    const { verdict } = shown(one, [aResponse('p', { 'a.q': 4, 'b.q': 2 })])
    expect(verdict.reasons).toEqual([
      { code: 'score', value: 50, needs: 75 },
      { code: 'weakest', dimension: 'b', partner: 'p', value: 25, needs: 60 },
    ])
  })
})

describe('a must', () => {
  const must = aQuestionnaire([aQuestion('a.q', { must: aMust(4) }), aQuestion('a.r')], {
    levels: [
      { ...ready, score: 50, weakest: 0 },
      { ...ready, id: 'emerging', score: 10, weakest: 0 },
      notReady,
    ],
    coverage: 0,
  })

  const broken = (partner: string, below: number, of: number, value: number | null) => ({
    code: 'must',
    question: 'a.q',
    partner,
    below,
    of,
    value,
    needs: 4,
  })

  it('is broken by half of one partner’s people, whatever their mean', () => {
    const { verdict } = shown(must, [
      aResponse('p1', { 'a.q': 5, 'a.r': 5 }),
      aResponse('p2', { 'a.q': 3, 'a.r': 5 }),
      aResponse('p2', { 'a.q': 5, 'a.r': 5 }),
    ])
    expect(verdict.level).toBe('emerging')
    expect(verdict.reasons).toEqual([broken('p2', 1, 2, 4)])
  })

  it('is met if fewer than half are below it', () => {
    const people = [1, 4, 4].map((value) => aResponse('p1', { 'a.q': value, 'a.r': 5 }))
    expect(shown(must, people).verdict).toMatchObject({ level: 'ready', reasons: [] })
  })

  it('is broken if nobody of a partner answered, and names that partner before a lower one', () => {
    const { verdict } = shown(must, [
      aResponse('p1', { 'a.q': 1, 'a.r': 5 }),
      aResponse('p2', { 'a.q': dontKnow, 'a.r': 5 }),
    ])
    expect(verdict.reasons).toEqual([broken('p2', 0, 0, null)])
  })

  it('is lifted if it does not apply, and listed as such', () => {
    const { verdict } = shown(must, [
      aResponse('p1', { 'a.q': 5, 'a.r': 5 }),
      aResponse('p2', { 'a.q': notApplicable, 'a.r': 5 }),
    ])
    expect(verdict.level).toBe('ready')
    expect(verdict.lifted).toEqual([{ question: 'a.q', partner: 'p2' }])
  })

  it('does not affect levels at or under its cap, and is listed with other reasons', () => {
    const { verdict } = shown(must, [aResponse('p1', { 'a.q': 1, 'a.r': 2 })])
    expect(verdict.level).toBe('emerging')
    expect(verdict.reasons).toEqual([
      { code: 'score', value: 12.5, needs: 50 },
      broken('p1', 1, 1, 1),
    ])
  })

  it('is broken at the low bound and met at the high one while it is unanswered', () => {
    const { verdict } = shown(must, [aResponse('p1', { 'a.q': dontKnow, 'a.r': 5 })])
    expect([verdict.levelLow, verdict.level, verdict.levelHigh]).toEqual([
      'emerging',
      'emerging',
      'ready',
    ])
    expect(verdict.decidedBy).toEqual(['a.q'])
  })

  it('counts open answers as below it, or as not, among those who answered', () => {
    const { verdict } = shown(must, [
      aResponse('p1', { 'a.q': 4, 'a.r': 5 }),
      aResponse('p1', { 'a.q': dontKnow, 'a.r': 5 }),
    ])
    expect([verdict.levelLow, verdict.level, verdict.levelHigh]).toEqual([
      'emerging',
      'ready',
      'ready',
    ])
  })

  it.each([
    ['yes-no', aQuestion('a.q', { form: yesNo, must: aMust(1, 'not-ready') }), true, false],
    ['number', aQuestion('a.q', { form: number(0, 10), must: aMust(5, 'not-ready') }), 5, 4],
  ])('may be set on a %s', (_, question, enough, tooLittle) => {
    const of = (value: number | boolean) =>
      shown(aQuestionnaire([question]), [aResponse('p', { 'a.q': value })]).verdict
    expect(of(enough).reasons.some((reason) => reason.code === 'must')).toBe(false)
    expect(of(tooLittle).level).toBe('not-ready')
  })
})

describe('the verdict if something is not scored', () => {
  it('is the level of both bounds if they agree', () => {
    const open = { ...answers(1), 'a.q0': dontKnow, 'a.q1': dontKnow, 'a.q2': dontKnow }
    const { verdict, score, path } = shown(aQuestionnaire(ten), [aResponse('p', open)])
    expect(score?.value).toBe(null)
    expect(verdict.level).toBe('not-ready')
    expect(verdict.reasons).toEqual([
      { code: 'not-scored', dimension: 'a', partner: 'p', coverage: 0.7, needs: 0.8 },
    ])
    expect(path).toEqual({ to: 'emerging', effort: null, reason: 'not-scored' })
  })

  it('has no level if the bounds differ, and lists the questions that decide', () => {
    const open = { ...answers(5), 'a.q3': dontKnow, 'a.q1': dontKnow, 'a.q2': dontKnow }
    const { verdict, path } = shown(aQuestionnaire(ten), [aResponse('p', open)])
    expect([verdict.levelLow, verdict.level, verdict.levelHigh]).toEqual([
      'emerging',
      null,
      'ready',
    ])
    expect(verdict.decidedBy).toEqual(['a.q1', 'a.q2', 'a.q3'])
    expect(path).toEqual({ to: null, effort: null, reason: 'not-scored' })
  })

  it('has no level at all if nothing applies', () => {
    const nothing = Object.fromEntries(ten.map(({ id }) => [id, notApplicable]))
    const { verdict, score, path } = shown(aQuestionnaire(ten), [aResponse('p', nothing)])
    expect([verdict.levelLow, verdict.level, verdict.levelHigh]).toEqual([null, null, null])
    expect(score).toEqual({
      value: null,
      low: null,
      high: null,
      coverage: null,
      reason: 'not-applicable',
    })
    expect(path).toEqual({ to: null, effort: null, reason: 'not-scored' })
  })
})

describe('a limit', () => {
  const one = aQuestionnaire([aQuestion('a.q'), aQuestion('b.q')])
  const half = [aResponse('p', { 'a.q': 3, 'b.q': 3 })]
  const limit = (limits: { minScore?: number; minLevel?: string; minDimension?: number }) =>
    shown(one, half, { limits }).verdict

  it('is met by an equal value', () => {
    expect(limit({ minScore: 50, minLevel: 'emerging', minDimension: 50 }).pass).toBe(true)
  })

  it('is listed when it is missed', () => {
    const { pass, reasons } = limit({ minScore: 50.1, minLevel: 'ready', minDimension: 51 })
    expect(pass).toBe(false)
    expect(reasons.filter((reason) => reason.code === 'limit')).toEqual([
      { code: 'limit', option: 'minScore', value: 50, needs: 50.1 },
      { code: 'limit', option: 'minLevel', value: 'emerging', needs: 'ready' },
      { code: 'limit', option: 'minDimension', dimension: 'a', value: 50, needs: 51 },
      { code: 'limit', option: 'minDimension', dimension: 'b', value: 50, needs: 51 },
    ])
  })

  it('is missed by what is not scored, and not by what does not apply', () => {
    const people = [aResponse('p', { 'b.q': notApplicable })]
    const limits = { minScore: 0, minDimension: 0 }
    expect(shown(one, people, { limits }).verdict.reasons).toEqual([
      { code: 'not-scored', dimension: 'a', partner: 'p', coverage: 0, needs: 0.8 },
      { code: 'limit', option: 'minScore', value: null, needs: 0 },
      { code: 'limit', option: 'minDimension', dimension: 'a', value: null, needs: 0 },
    ])
  })
})
