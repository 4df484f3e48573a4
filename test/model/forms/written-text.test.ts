import { describe, expect, it } from 'vitest'
import { parseNumber } from '../../../src/model/forms/written-text.ts'

describe('parseNumber', () => {
  it('takes a decimal point or comma where a person types, and nothing that is not wholly a number', () => {
    const parse = (text: string) => parseNumber(text, 'either')
    expect(['12', ' 3,5 ', '-0.25', '+1', '.5', '−2'].map(parse)).toEqual([
      12, 3.5, -0.25, 1, 0.5, -2,
    ])
    expect(['', 'many', '1.000,5', '1e3', '12x', '0x10', '-', '9'.repeat(400)].map(parse)).toEqual(
      Array(8).fill(null),
    )
  })

  it('takes only the decimal sign of the table', () => {
    expect(['3.5', '3,5'].map((text) => parseNumber(text, '.'))).toEqual([3.5, null])
    expect(['3.5', '3,5'].map((text) => parseNumber(text, ','))).toEqual([null, 3.5])
  })
})
