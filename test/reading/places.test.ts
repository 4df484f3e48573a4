import { describe, expect, it } from 'vitest'
import type { Finding, Path } from '../../src/model/finding.ts'
import { read } from './read.ts'

const text = `# a plan
a:
  # first
  -
  - # nothing
  - x: "q # no"   # two
    y: >- # three
      folded
      text
    z:
b: plain text here
c: {}
d: &k
  e: 'it''s'
f: *k
"g h": [1, {i: 2}]
1: one
`
const document = read(text)

function at(path: Path, part: 'key' | 'value' = 'value'): string {
  const { line, column, endLine, endColumn } = document.span(path, part)
  return `${line}:${column}-${endLine}:${endColumn}`
}

describe('the place of', () => {
  it.each<[string, Path, 'key' | 'value', string]>([
    ['a text', ['b'], 'value', '11:4-11:19'],
    ['a key', ['b'], 'key', '11:1-11:2'],
    ['a quoted text, with its quotes', ['a', 2, 'x'], 'value', '6:8-6:16'],
    ['a block text, from its sign on', ['a', 2, 'y'], 'value', '7:8-9:11'],
    ['an empty value: its key', ['a', 2, 'z'], 'value', '10:5-10:6'],
    ['an empty item: its dash', ['a', 1], 'value', '5:3-5:4'],
    ['a list: its first item', ['g h'], 'value', '16:9-16:10'],
    ['a map: its first key', ['a', 2], 'value', '6:5-6:6'],
    ['an empty map', ['c'], 'value', '12:4-12:5'],
    ['the key of an item: the item', ['a', 2], 'key', '6:5-6:6'],
    ['a map in a list', ['g h', 1], 'value', '16:13-16:14'],
    ['a quoted key', ['g h'], 'key', '16:1-16:6'],
    ['a key that is a number', [1], 'value', '17:4-17:7'],
    ['an alias', ['f'], 'value', '15:4-15:6'],
    ['a value inside an alias: where it is written', ['f', 'e'], 'value', '14:6-14:13'],
    ['the whole document: its first key', [], 'value', '2:1-2:2'],
    ['what is missing in a map: the key of the map', ['d', 'nope'], 'value', '13:1-13:2'],
    ['what is missing deep down', ['d', 'nope', 0, 'x'], 'key', '13:1-13:2'],
    ['what is missing in an item: its first key', ['a', 2, 'nope'], 'value', '6:5-6:6'],
    ['what is missing at the top', ['nope'], 'value', '2:1-2:2'],
    ['an item beyond the end', ['a', 9], 'value', '2:1-2:2'],
    ['what a text cannot hold', ['b', 'x'], 'value', '11:1-11:2'],
  ])('%s', (_, path, part, place) => {
    expect(at(path, part)).toEqual(place)
  })

  it.each<[string, string, Path, number, string]>([
    ['plain text', 'a: plan.x == 1\n', ['a'], 5, '1:9-1:11'],
    ['quoted text', 'a: "plan.x == 1"\n', ['a'], 5, '1:10-1:12'],
    ['text with escapes: all of it', 'a: "plan\\x2Ex == 1"\n', ['a'], 5, '1:4-1:20'],
    ['block text', 'a: >-\n  plan.x ==\n  plan.y\n', ['a'], 5, '2:8-2:10'],
    ['block text, lines further down', 'a: >-\n  plan.x ==\n  plan.y\n', ['a'], 12, '3:5-3:7'],
  ])('a part of %s', (_, source, path, start, place) => {
    const finding: Finding = {
      id: 'expression.error',
      severity: 'error',
      message: { say: 'as-written', text: 'm' },
      path,
      at: 'value',
      fix: null,
      within: { start, end: start + 2 },
    }
    const { line, column, endLine, endColumn } = read(source).place(finding)
    expect(`${line}:${column}-${endLine}:${endColumn}`).toEqual(place)
  })

  it('a finding is the finding, its place, its file and the line', () => {
    const finding: Finding = {
      id: 'x',
      severity: 'info',
      message: { say: 'as-written', text: 'm' },
      path: ['c'],
      at: 'key',
      fix: null,
    }
    expect(document.place(finding)).toEqual({
      ...finding,
      line: 12,
      column: 1,
      endLine: 12,
      endColumn: 2,
      file: 'file.yaml',
      excerpt: '12 | c: {}\n   | ^',
    })
  })

  it('anything in an empty or unreadable file is its start', () => {
    const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
    expect(read('').span(['a'], 'value')).toEqual(start)
    expect(read('a: b: c').span(['a'], 'value')).toEqual(start)
  })
})

describe('comments', () => {
  it('are found only outside of texts', () => {
    expect(
      document.comments().map(({ line, column, text, alone }) => [line, column, text, alone]),
    ).toEqual([
      [1, 1, 'a plan', true],
      [3, 3, 'first', true],
      [5, 5, 'nothing', false],
      [6, 19, 'two', false],
      [7, 11, 'three', false],
    ])
  })

  it('are no part of block text, and no signs inside words', () => {
    const source = 'a: |\n  # text\n# one\nb: c#d\ne: "f" # two # more\n  #three\n'
    expect(
      read(source)
        .comments()
        .map(({ text }) => text),
    ).toEqual(['one', 'two # more', 'three'])
  })
})
