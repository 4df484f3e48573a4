import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createHouseLook,
  darkColours,
  lightColours,
  measureContrast,
  toSixDigits,
} from '../../src/render/html/look.ts'

/** What WCAG 2 asks of text at level AA. */
const minContrast = 4.5

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`)

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(measureContrast(one, other)).toBeCloseTo(expected, 2)
    expect(measureContrast(other, one)).toBeCloseTo(expected, 2)
  })
})

describe("a house's colour", () => {
  it('stays as it is where it can be read', () => {
    expect(createHouseLook('#1f4e79', null).accent).toBe('#1f4e79')
  })

  it('gives way to a shade that can be read, on paper and on a dark screen, whatever it is', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const { accent, accentOnDark } = createHouseLook(colour, null)
        for (const paper of [lightColours.paper, lightColours.shade])
          expect(measureContrast(accent, paper)).toBeGreaterThanOrEqual(minContrast)
        for (const paper of [darkColours.paper, darkColours.shade])
          expect(measureContrast(accentOnDark, paper)).toBeGreaterThanOrEqual(minContrast)
      }),
    )
  })

  it('may be written short', () => {
    expect(toSixDigits('#0a6')).toBe('#00aa66')
    expect(createHouseLook('#00F', null).accent).toBe('#0000ff')
  })
})

it("texts and partners' colours can be read on every paper of theirs", () => {
  for (const { paper, shade, rule: _, ...inks } of [lightColours, darkColours])
    for (const [name, ink] of Object.entries(inks))
      for (const under of [paper, shade])
        expect([name, under, measureContrast(ink, under) >= minContrast]).toEqual([
          name,
          under,
          true,
        ])
})
