import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listCellTexts } from '../../src/model/row-cells.ts'
import { createRowReader } from '../../src/reading/row-stream.ts'
import { say } from '../../src/words/say-message.ts'
import { parseByLibrary } from './parse-by-library.ts'

/** The rows of a table that comes in pieces of this size. */
function readInPieces(bytes: Uint8Array, size: number, delimiter = ',') {
  const rows: { line: number; cells: readonly string[] }[] = []
  const broken: { line: number; reason: string }[] = []
  const reader = createRowReader(delimiter, {
    row: (cells, line) => rows.push({ line, cells: listCellTexts(cells) }),
    broken: (line, reason) => broken.push({ line, reason: say(reason) }),
  })
  for (let at = 0; at < bytes.length; at += size) reader.take(bytes.slice(at, at + size))
  reader.end()
  return { rows, broken }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('createRowReader', () => {
  it('gives rows on their lines, wherever the pieces are cut', () => {
    const text = 'a,b\r\n"1\n2",x\n\nü,"say ""hi"""\rlast,'
    for (const size of [1, 2, 3, 5, 100]) {
      expect(readInPieces(bytesOf(text), size)).toEqual({
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
    expect(readInPieces(bytesOf('\uFEFFa;b\n'), 2, ';').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
    ])
  })

  it('loses one line to a quote that does not match, and no other', () => {
    expect(readInPieces(bytesOf('a,b\n"open,1\nx,2\ny"z,3\n'), 4)).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 3, cells: ['x', '2'] },
      ],
      broken: [
        {
          line: 2,
          reason: 'a quote is in a place where it cannot be; inside quotes, write it twice',
        },
        {
          line: 4,
          reason: 'a quote is in a place where it cannot be; inside quotes, write it twice',
        },
      ],
    })
  })

  it('does not take a whole file into a quote that is never closed', () => {
    const text = `"open\n${'row,1\n'.repeat(400_000)}`
    const { rows, broken } = readInPieces(bytesOf(text), 65_536)
    expect(rows).toHaveLength(400_000)
    expect(broken).toEqual([{ line: 1, reason: 'a quote is opened and never closed' }])
  })

  it('passes over a line that is too long, and keeps none of it', () => {
    const long = 'x'.repeat(3 * 2 ** 20)
    const { rows, broken } = readInPieces(bytesOf(`a,b\n"open,1\n1,${long}\n2,3\n`), 65_536)
    expect(rows.map(({ line }) => line)).toEqual([1, 4])
    expect(broken).toEqual([
      { line: 2, reason: 'a quote is opened and never closed' },
      { line: 3, reason: 'is longer than 1 MB; no row of answers is that long' },
    ])
  })

  it('reads ten thousand columns', () => {
    const [row] = readInPieces(bytesOf(`${Array(10_000).fill('x').join(',')}\n`), 1000).rows
    expect(row?.cells).toHaveLength(10_000)
  })

  it('says of a row in which a character was lost, and of no other', () => {
    const lost: boolean[] = []
    const reader = createRowReader(',', {
      row: ({ isUndecoded }) => lost.push(isUndecoded),
      broken: () => {},
    })
    reader.take(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.of(0xff), Buffer.from('\n2,ü\n')]))
    reader.take(Buffer.concat([Buffer.from('"x'), Buffer.of(0xff), Buffer.from('",1\n"y",2\n')]))
    expect(lost).toEqual([false, true, false, true, false])
  })

  it('gives the rows that csv-parse gives of the whole text', () => {
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
          const whole = parseByLibrary(text, ',')
          const parts = readInPieces(bytesOf(text), size)
          expect(parts.rows).toEqual(whole.rows)
          expect(parts.broken.map(({ line }) => line)).toEqual(whole.broken.map(({ line }) => line))
        },
      ),
      { numRuns: 3000 },
    )
  })
})
