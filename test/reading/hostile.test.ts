import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read, told } from './read.ts'

const names = [...'abcdefghij']

function bomb(): string {
  const first = `a: &a [${'x,'.repeat(9)}]\n`
  const rest = names.slice(1).map((name, index) => {
    const alias = `*${names[index]}`
    return `${name}: &${name} [${Array(9).fill(alias).join(', ')}]\n`
  })
  return first + rest.join('')
}

function keys(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: 1\n`).join('')
}

const megabytes = 5 * 1024 * 1024

describe('a hostile file', () => {
  it.each([
    ['an alias bomb', bomb(), '5:8 yaml.limit'],
    ['lists 101 deep', '['.repeat(101) + ']'.repeat(101), '1:101 yaml.limit'],
    ['lists 100,000 deep', '['.repeat(100_000), '1:103 yaml.limit'],
    ['maps 100,000 deep', '{a: '.repeat(100_000), '1:405 yaml.limit'],
    ['items 100,000 deep', '- '.repeat(100_000), '1:205 yaml.limit'],
    ['20,001 keys', keys(20_001), '20001:1 yaml.limit'],
    ['more than 5 MB', 'x'.repeat(megabytes + 1), '1:1 yaml.limit'],
    ['2.5 million items', `[${'1,'.repeat(2_500_000)}]`, '1:1 yaml.limit'],
  ])('is refused quickly: %s', (_, text, expected) => {
    const [first, ...others] = told(text)
    expect(others).toEqual([])
    expect(first?.replace(/:\d+ /, ': ')).toEqual(expected.replace(/:\d+ /, ': '))
  })

  it.each([
    ['lists 100 deep', '['.repeat(100) + ']'.repeat(100)],
    ['20,000 keys', keys(20_000)],
    ['5 MB of text', `a: ${'word '.repeat(megabytes / 5 - 1)}`],
    ['5 MB of items', `a:\n${'- some text that is an item\n'.repeat(180_000)}`],
    ['10,000 values by aliases', `a: &a [${'x,'.repeat(98)}x]\nb: [${'*a,'.repeat(100)}]`],
  ])('at the limits is read quickly: %s', (_, text) => {
    expect(told(text)).toEqual([])
  })

  it('is refused when aliases stack up beyond the depth', () => {
    const deep = (inside: string) => '['.repeat(60) + inside + ']'.repeat(60)
    expect(told(`a: &a ${deep('1')}\nb: ${deep('*a')}`)).toEqual(['2:64 yaml.limit'])
  })

  it.each([
    ['traps', 'a: b: c\n'.repeat(25_000)],
    ['quotes', '"'.repeat(megabytes)],
    ['tabs', '\t'.repeat(megabytes)],
    ['hashes', 'a: b #c\n'.repeat(30_000)],
    ['the same key', 'a: 1\n'.repeat(100_000)],
    ['tags', '!a '.repeat(100_000)],
    ['names', '&a\n'.repeat(100_000)],
    ['carriage returns', `${'\r'.repeat(megabytes - 10)}a: b: c`],
  ])('of nothing but %s ends soon', (_, text) => {
    expect(read(text).findings).toBeDefined()
  })

  const pieces = fc.constantFrom(
    ...[
      'a',
      'b: ',
      '- ',
      '\n',
      '\n  ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      ': ',
      ' #',
      '|',
      '>-\n',
    ],
    ...[
      '&a ',
      '*a',
      '!x ',
      '!!int ',
      '? ',
      '<<: ',
      '---\n',
      '...\n',
      '%YAML 1.1\n',
      '@',
      '`',
      '1',
      '\\',
      '\uFEFF',
      '\r',
      'é😀',
    ],
  )

  it.each([
    ['bytes', fc.uint8Array({ maxLength: 200 })],
    ['text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['pieces of YAML', fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''))],
  ] as const)(
    'never makes the reader throw: any %s',
    (_, anything: fc.Arbitrary<string | Uint8Array>) => {
      fc.assert(
        fc.property(anything, (text) => {
          const document = read(text)
          expect(document.value === undefined).toBe(!document.readable)
          for (const { line, column, endLine, endColumn } of document.findings) {
            expect(line >= 1 && column >= 1).toBe(true)
            expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true)
          }
          document.span(['a', 0, 'b'], 'value')
          document.comments()
        }),
        { numRuns: 3_000 },
      )
    },
  )
})
