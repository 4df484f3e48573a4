import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExactFigures, createFigures, roundPercent } from '../../src/model/figures.ts'
import { sayReport } from '../../src/words/say-report.ts'
import { emerging, notReady, ready } from '../scoring/support/builders.ts'

const levels = [ready, emerging, notReady]
const plain = createFigures({ shown: null, levels })
const exact = createExactFigures({ shown: null, levels })
const scores = fc.double({ min: 0, max: 100, noNaN: true })
const ranges = fc.constantFrom(null, { from: 35, to: 175 }, { from: -5, to: 5 }, { from: 0, to: 1 })

/** A value near a limit, where rounding is tempted. */
const close = fc
  .record({ limit: fc.oneof(fc.integer({ min: 0, max: 100 }), scores), power: fc.nat(8) })
  .chain(({ limit, power }) =>
    fc.record({
      limit: fc.constant(limit),
      value: fc
        .integer({ min: -9, max: 9 })
        .map((step) => Math.min(100, Math.max(0, limit + step * 10 ** -power))),
    }),
  )

describe('a share in whole percent', () => {
  it('is never rounded up to a limit that it missed, and then names it', () => {
    fc.assert(
      fc.property(fc.oneof(close, fc.record({ limit: scores, value: scores })), (pair) => {
        const { value, limit } = pair
        const { percent, under } = roundPercent(value, limit)
        const shown = Number(percent.replace(' %', ''))
        const missed = value < limit - 1e-7
        expect({ percent, hides: missed && shown >= limit }).toEqual({
          percent: `${shown} %`,
          hides: false,
        })
        expect(under).toBe(missed && Math.round(value + 1e-9) >= limit ? limit : under)
        expect(Math.abs(shown - value)).toBeLessThan(1)
      }),
    )
  })

  it.each([
    [94.5, null, { percent: '95 %', under: null }],
    [94.5, 95, { percent: '94 %', under: 95 }],
    [94.5, 94.5, { percent: '95 %', under: null }],
    [94.4, 94.5, { percent: '94 %', under: null }],
    [99.9, null, { percent: '99 %', under: null }],
    [99.9, 100, { percent: '99 %', under: 100 }],
    [0.2, null, { percent: '1 %', under: null }],
    [0.2, 1, { percent: '0 %', under: 1 }],
  ])('of %j with the limit %j', (value, limit, shown) => {
    expect(roundPercent(value, limit)).toEqual(shown)
  })
})

const whole = /^-?\d+$/
const oneDecimal = /^-?\d+(\.\d)?$/
const pairs = fc.oneof(close, fc.record({ limit: scores, value: scores }))

describe('figures in whole numbers', () => {
  it.each([
    [74.96, '74'],
    [74.4, '74'],
    [75, '75'],
    [59.951, '59'],
    [62.5, '63'],
    [62.49, '62'],
    [66.66666666666667, '67'],
    [0.4, '0'],
    [null, 'not scored'],
  ])('show %s as %s, with the bounds of the levels at 75, 60, 40 and 25', (value, text) => {
    expect(sayReport(plain.score(value))).toBe(text)
  })

  it('say of a score that rounding up would lift to its limit that it is just under it', () => {
    const against = (value: number | null, limit: number) => sayReport(plain.against(value, limit))
    expect([
      against(59.6, 60),
      against(59.4, 60),
      against(60, 60),
      against(66.62, 66.64),
      against(66.4, 66.64),
      against(74.96, 60),
      against(39.96, 60),
      against(null, 60),
    ]).toEqual([
      '59, just under 60',
      '59',
      '60',
      '66, just under 66.64',
      '66',
      '74',
      '39',
      'not scored',
    ])
  })

  it('keep limits in mind that were set beside the levels', () => {
    expect(createFigures({ shown: null, levels }, [70]).score(69.96)).toBe('69')
    expect(plain.score(69.96)).toBe('70')
  })

  it('show scores on the range of the instrument', () => {
    const figures = createFigures({ shown: { from: 35, to: 175 }, levels })
    expect({
      worst: figures.score(0),
      middle: figures.score(50),
      best: figures.score(100),
      apart: figures.difference(10),
      limit: figures.limit(75),
      against: sayReport(figures.against(74.99, 75)),
    }).toEqual({
      worst: '35',
      middle: '105',
      best: '175',
      apart: '14',
      limit: '140',
      against: '139, just under 140',
    })
  })

  it('keep a decimal on a range of fewer than 20 values', () => {
    const figures = createFigures({ shown: { from: 0, to: 3 }, levels: [] })
    expect([
      figures.score(50),
      figures.score(51),
      sayReport(figures.against(49.9, 50)),
      figures.difference(10),
    ]).toEqual(['1.5', '1.5', '1.4, just under 1.5', '0.3'])
  })

  it('stay under a limit that binary fractions cannot hold', () => {
    const figures = createFigures({ shown: { from: -5, to: 5 }, levels }, [37])
    expect(sayReport(figures.score(36.99))).toBe('-1.4')
    expect(sayReport(figures.score(37))).toBe('-1.3')
  })

  it('never show a limit as reached that was not, nor speak of one that was', () => {
    fc.assert(
      fc.property(pairs, ranges, ({ value, limit }, shown) => {
        const figures = createFigures({ shown, levels }, [limit])
        const reached = value >= limit - 1e-7
        fc.pre(Math.abs(limit - value - 1e-7) > 1e-12)
        const own = figures.against(value, limit)
        const text = typeof own === 'string' ? own : 'score' in own ? String(own.score) : ''
        const pattern = shown !== null && shown.to - shown.from < 20 ? oneDecimal : whole
        expect(text).toMatch(pattern)
        if (!reached) expect(Number(text)).toBeLessThan(Number(figures.limit(limit)))
        if (reached) expect(own).toBe(text)
        expect(figures.score(value)).toMatch(pattern)
        if (!reached) {
          expect(Number(figures.score(value))).toBeLessThan(Number(figures.limit(limit)))
        }
      }),
    )
  })
})

describe('exact figures', () => {
  it('never show a limit as reached that was not, nor one as missed that was reached', () => {
    fc.assert(
      fc.property(pairs, ranges, ({ value, limit }, shown) => {
        const figures = createExactFigures({ shown, levels })
        const reached = value >= limit - 1e-7
        // At the tolerance itself binary fractions of the one range and of the other may fall on either side.
        fc.pre(Math.abs(limit - value - 1e-7) > 1e-12)
        // A difference that 9 decimals of the shown range cannot tell is no difference to a reader.
        fc.pre(reached || (limit - value) * ((shown?.to ?? 100) - (shown?.from ?? 0)) > 1e-6)
        expect(Number(figures.against(value, limit)) >= Number(figures.limit(limit))).toBe(reached)
      }),
    )
  })

  it.each([
    [74.96, '74.96'],
    [74.94, '74.9'],
    [75, '75'],
    [59.951, '59.95'],
    [59.9951, '59.995'],
    [66.66666666666667, '66.7'],
    [null, 'not scored'],
  ])('show %s as %s, with the bounds of the levels at 75, 60, 40 and 25', (value, text) => {
    expect(sayReport(exact.score(value))).toBe(text)
  })

  it('show a difference to one decimal, on the range of the instrument', () => {
    expect(exact.difference(4.16)).toBe('4.2')
    expect(createExactFigures({ shown: { from: 35, to: 175 }, levels }).difference(4.16)).toBe(
      '5.8',
    )
  })
})

describe('shares', () => {
  it('never round a share up to all, or down to nothing', () => {
    const { percent } = plain
    expect(
      [1, 0.999, 0.001, 0, null, 0.285, 0.575].map((share) => sayReport(percent(share))),
    ).toEqual(['100 %', '99 %', '1 %', '0 %', 'n/a', '29 %', '58 %'])
  })

  it('show a share under its limit as under it', () => {
    const { percentAgainst } = plain
    expect(
      [0.5, 0.796, 0.7996, 0.8, 0.85, null].map((share) => sayReport(percentAgainst(share, 0.8))),
    ).toEqual(['50 %', '79.6 %', '79.96 %', '80 %', '85 %', 'n/a'])
  })
})
