import { describe, expect, it } from 'vitest'
import { formatDecimal } from '../../src/model/decimals.ts'

describe('formatDecimal', () => {
  it.each([
    [66.65, 1, '66.7'],
    [66.649, 1, '66.6'],
    [0.05, 1, '0.1'],
    [100, 1, '100'],
    [12.25, 1, '12.3'],
    [1.005 * 100, 1, '100.5'],
    [0.15 * 100, 0, '15'],
    [28.49, 0, '28'],
    [0.285 * 100, 0, '29'],
    [-0.04, 1, '0'],
    [-2.25, 1, '-2.2'],
    [0.0000001, 9, '0.0000001'],
    [40, 0, '40'],
  ])('writes %d to %d decimals as %s, half up', (value, decimals, text) => {
    expect(formatDecimal(value, decimals)).toBe(text)
  })
})
