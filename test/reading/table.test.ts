import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTable, delimiters, findDelimiter, parseTable } from '../../src/reading/table.ts'

describe('parseTable', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('knows the line of every row where lines end with %s', (_, end) => {
    const text = ['a,b', '"x', 'y",2', '', '3,4', ''].join(end)
    expect(parseTable(text, ',')).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x\ny', '2'] },
        { line: 5, cells: ['3', '4'] },
      ],
      broken: [],
    })
  })

  it('keeps to its lines where breaks of both kinds are mixed', () => {
    const { rows } = parseTable('"a\nb",c\r\n1,"x\r\ny"\n2,3\r\n', ',')
    expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, 'a\nb', 'c'],
      [3, '1', 'x\ny'],
      [5, '2', '3'],
    ])
  })

  it('loses no row but the one whose quote does not match', () => {
    const { rows, broken } = parseTable('1,"2\n3,"4"\n5,6"7\n8,9\n"never\n10,11\n', ',')
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 6])
    expect(broken.map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it('reads back what is written with every text in quotes', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => `.${text.replaceAll('\r', '')}`)
    const anyTable = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      )
    fc.assert(
      fc.property(anyTable, fc.constantFrom(...delimiters), (table, delimiter) => {
        const text = table
          .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter))
          .join('\n')
        expect(parseTable(text, delimiter).rows.map(({ cells }) => cells)).toEqual(table)
      }),
    )
  })

  it.each([
    ['a quote in every line', '"a""\n'],
    ['a quote that is never closed', '""\n'],
  ])('takes no longer than there are lines, with %s', (_, line) => {
    const begun = performance.now()
    parseTable(`"\n${line.repeat(20_000)}`, ',')
    const once = performance.now() - begun
    parseTable(`"\n${line.repeat(80_000)}`, ',')
    expect(performance.now() - begun - once).toBeLessThan(12 * once + 500)
  })
})

describe('decodeTable', () => {
  it.each(['utf8', 'utf16le'] as const)('reads %s with a mark', (encoding) => {
    expect(decodeTable(Buffer.from('\uFEFFName;Größe', encoding))).toBe('Name;Größe')
  })
})

describe('findDelimiter', () => {
  it.each(delimiters)('finds %j by the header', (delimiter) => {
    expect(findDelimiter(`a${delimiter}"b, c; d|e"${delimiter}f\n`)).toBe(delimiter)
  })

  it('finds none in a single column', () => {
    expect(findDelimiter('a\nb,c\n')).toBe(null)
  })
})
