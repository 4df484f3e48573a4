import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRowReader } from '../../src/reading/row-stream.ts'
import { parseTable } from '../../src/reading/table.ts'

/** What a stream of pieces of this size gives, as `parseTable` would. */
function streamed(bytes: Uint8Array, size: number, delimiter = ',') {
  const rows: { line: number; cells: readonly string[] }[] = []
  const broken: { line: number; reason: string }[] = []
  const reader = createRowReader(delimiter, {
    plain: ({ bytes: own, starts, ends, count, line }) => {
      const cells = Array.from({ length: count }, (_, index) =>
        Buffer.from(own.subarray(starts[index], ends[index])).toString('latin1'),
      )
      rows.push({ line, cells })
    },
    cells: (cells, line) => rows.push({ line, cells }),
    broken: (line, reason) => broken.push({ line, reason }),
  })
  for (let at = 0; at < bytes.length; at += size) reader.take(bytes.slice(at, at + size))
  reader.end()
  return { rows, broken }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('a stream of rows', () => {
  it('gives rows on their lines, wherever the pieces are cut', () => {
    const text = 'a,b\r\n"1\n2",x\n\nü,"say ""hi"""\rlast,'
    for (const size of [1, 2, 3, 5, 100]) {
      expect(streamed(bytesOf(text), size)).toEqual({
        rows: [
          { line: 1, cells: ['a', 'b'] },
          { line: 2, cells: ['1\n2', 'x'] },
          { line: 5, cells: ['ü', 'say "hi"'] },
          { line: 6, cells: ['last', ''] },
        ],
        broken: [],
      })
    }
  })

  it('leaves out the mark at the beginning, and a break at the end is no row', () => {
    expect(streamed(bytesOf('\uFEFFa;b\n'), 2, ';').rows).toEqual([{ line: 1, cells: ['a', 'b'] }])
  })

  it('loses one line to a quote that does not match, and no other', () => {
    expect(streamed(bytesOf('a,b\n"open,1\nx,2\ny"z,3\n'), 4)).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['x', '2'] },
      ],
      broken: [
        { line: 2, reason: 'a quote stands where none can; inside quotes it is written twice' },
        { line: 4, reason: 'a quote stands where none can; inside quotes it is written twice' },
      ],
    })
  })

  it('does not take a whole file into a quote that is never closed', () => {
    const text = `"open\n${'row,1\n'.repeat(400_000)}`
    const { rows, broken } = streamed(bytesOf(text), 65_536)
    expect(rows).toHaveLength(400_000)
    expect(broken).toEqual([{ line: 1, reason: 'a quote is opened and never closed' }])
  })

  it('passes over a line that is too long, and keeps none of it', () => {
    const long = 'x'.repeat(3 * 2 ** 20)
    const { rows, broken } = streamed(bytesOf(`a,b\n"open,1\n1,${long}\n2,3\n`), 65_536)
    expect(rows.map(({ line }) => line)).toEqual([1, 4])
    expect(broken).toEqual([
      { line: 2, reason: 'a quote is opened and never closed' },
      { line: 3, reason: 'is longer than 1 MB; no row of answers is' },
    ])
  })

  it('reads ten thousand columns', () => {
    const [row] = streamed(bytesOf(`${Array(10_000).fill('x').join(',')}\n`), 1000).rows
    expect(row?.cells).toHaveLength(10_000)
  })

  it('gives what a reader of the whole text gives', () => {
    const piece = fc.constantFrom(
      'a',
      '1',
      '"',
      '""',
      ',',
      '\n',
      '\r\n',
      '\r',
      'ü',
      ' ',
      '"x"',
      '","',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          const whole = parseTable(text, ',')
          const parts = streamed(bytesOf(text), size)
          expect(parts.rows).toEqual(whole.rows)
          expect(parts.broken.map(({ line }) => line)).toEqual(whole.broken.map(({ line }) => line))
        },
      ),
      { numRuns: 3000 },
    )
  })
})
