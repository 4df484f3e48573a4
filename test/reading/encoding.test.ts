import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../../src/words/say-message.ts'
import { plain, read, told } from './read.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

function utf32(text: string, little: boolean): Uint8Array {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0)
  const bytes = new Uint8Array(codes.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [at, code] of codes.entries()) view.setUint32(at * 4, code, little)
  return bytes
}

describe('the encoding of a file', () => {
  it.each([
    ['UTF-16', utf16('a: 1\n', true)],
    ['UTF-16', utf16('a: 1\n', false)],
    ['UTF-16', utf16('\uFEFFa: 1\n', true)],
    ['UTF-16', utf16('\uFEFFa: 1\n', false)],
    ['UTF-32', utf32('a: 1\n', true)],
    ['UTF-32', utf32('a: 1\n', false)],
    ['UTF-32', utf32('\uFEFFa: 1\n', true)],
    ['UTF-32', utf32('\uFEFFa: 1\n', false)],
  ])('is refused by its name when it is %s', (name, bytes) => {
    const { findings } = read(bytes)
    expect(findings.map(({ id, message }) => [id, say(message)])).toEqual([
      ['yaml.encoding', `The file is written in ${name}; expected UTF-8`],
    ])
  })

  it('is refused at each line with bytes that are no UTF-8', () => {
    const bytes = Uint8Array.of(...utf8('é: 1\nb'), 0xff, ...utf8('\nc: ok\n'), 0xe2, 0x82, 10)
    expect(told(bytes)).toEqual(['2:2 yaml.encoding', '4:1 yaml.encoding'])
  })

  it.each([
    [
      'bytes of another encoding',
      Buffer.from('a: 1\nb: é\nc: é\nd: é\ne: é\n', 'latin1'),
      '2:4',
      'The file is not written in UTF-8; the first wrong character is here',
    ],
    [
      'control characters',
      Buffer.from('a\0\u0001\u0002\u0003'),
      '1:2',
      'This is not a text file: it contains many control characters, the first one here',
    ],
  ])('is refused once where there are many %s', (_, bytes, place, message) => {
    const { findings } = read(bytes)
    expect(findings.map((own) => [`${own.line}:${own.column}`, say(own.message)])).toEqual([
      [place, message],
    ])
  })

  it('names each control character', () => {
    const { findings } = read('a: b\0c\nd: "\u001B[31m"\ne: \u0085\u009B\n')
    expect(findings.map(({ line, column, message }) => [line, column, say(message)])).toEqual([
      [1, 5, 'The control character "U+0000" does not belong in a text file'],
      [2, 5, 'The control character "U+001B" does not belong in a text file'],
      [3, 5, 'The control character "U+009B" does not belong in a text file'],
    ])
  })

  it('gives the same value and lines with a byte order mark and every line break', () => {
    const lines = fc.array(
      fc.constantFrom(
        'a: 1',
        'b:',
        '  - x',
        '  - y # z',
        'c: "q',
        '  r"',
        'd: |',
        '  t',
        '',
        'a: 2',
        'e: f: g',
        '# h',
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(lines, (parts) => {
        const seen = (text: string) => ({ value: plain(read(text).value), told: told(text) })
        const expected = seen(parts.join('\n'))
        expect(seen(parts.join('\r\n'))).toEqual(expected)
        expect(seen(parts.join('\r'))).toEqual(expected)
        expect(seen(`\uFEFF${parts.join('\n')}`)).toEqual(expected)
      }),
    )
  })
})
