import { describe, expect, it } from 'vitest'
import { plain, read, told } from './read.ts'

describe('readYaml', () => {
  it.each([
    ['text', 'a: Say it', { a: 'Say it' }],
    ['whole numbers', 'a: [1, -2, +3, 0x1F, 0o17, 007]', { a: [1, -2, 3, 31, 15, 7] }],
    ['fractions', 'a: [1.5, .5, 1., 1e3, -1.5E-1]', { a: [1.5, 0.5, 1, 1000, -0.15] }],
    [
      'what only looks like a number',
      'a: [1_000, 1:30, 0b1, -0x1, 1e]',
      {
        a: ['1_000', '1:30', '0b1', '-0x1', '1e'],
      },
    ],
    ['truth', 'a: [true, True, FALSE, yes, no]', { a: [true, true, false, 'yes', 'no'] }],
    ['nothing', 'a: [~, null, NULL]\nb:', { a: [null, null, null], b: null }],
    [
      'numbers beyond numbers',
      'a: [.inf, -.INF, 1e400, .nan]',
      {
        a: [Infinity, -Infinity, Infinity, Number.NaN],
      },
    ],
    ['quoted words as text', `a: ["1", 'null', "true"]`, { a: ['1', 'null', 'true'] }],
    ['days as text', 'a: 2026-11-23', { a: '2026-11-23' }],
    [
      'keys as they are written',
      '1: a\n0x1F: b\nnull: c\ntrue: d',
      {
        '1': 'a',
        '0x1F': 'b',
        null: 'c',
        true: 'd',
      },
    ],
    ['block text', 'a: |\n  x\n  y\nb: >-\n  x\n  y\n', { a: 'x\ny\n', b: 'x y' }],
    [
      'core tags',
      'a: !!str 1\nb: !!int "2"\nc: !!float 3\nd: !!bool true\ne: !!null\nf: !!map {}\ng: !!seq []',
      {
        a: '1',
        b: 2,
        c: 3,
        d: true,
        e: null,
        f: {},
        g: [],
      },
    ],
    ['tags in full', 'a: !<tag:yaml.org,2002:str> 1\nb: ! 2', { a: '1', b: '2' }],
    ['aliases', 'a: &x {b: 1}\nc: *x\nd: [*x]', { a: { b: 1 }, c: { b: 1 }, d: [{ b: 1 }] }],
    ['JSON', '{\n\t"a": [1, "\\u00e9"],\n\t"b": {}\n}', { a: [1, 'é'], b: {} }],
    ['the directive of its version', '%YAML 1.2\n---\na: 1', { a: 1 }],
    ['a quoted "<<"', '"<<": 1', { '<<': 1 }],
  ])('reads %s', (_, text, value) => {
    const document = read(text)
    expect(document.findings).toEqual([])
    expect(plain(document.value)).toEqual(value)
  })

  it('takes minus zero for zero', () => {
    expect(Object.is((read('[-0]').value as number[])[0], 0)).toBe(true)
  })

  it.each(['', '\n\n', '# only a comment\n', '---\n', '\uFEFF'])(
    'gives null for %j, in which nothing is written',
    (text) => {
      const { value, readable, findings } = read(text)
      expect({ value, readable, findings }).toEqual({ value: null, readable: true, findings: [] })
    },
  )

  it('keeps names of the prototype as plain keys', () => {
    const { value } = read('__proto__: {x: 1}\nconstructor: 2\ntoString: 3')
    expect(Object.getPrototypeOf(value)).toBe(null)
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', Object.assign(Object.create(null), { x: 1 })],
      ['constructor', 2],
      ['toString', 3],
    ])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('says all of a finding, with its place and the line', () => {
    expect(read('a:\n  b: 1\n  c: 2\n  b: 3\n').findings).toEqual([
      {
        id: 'yaml.duplicate-key',
        severity: 'error',
        message: { say: 'duplicate-key', key: 'b', line: 2 },
        fix: { say: 'duplicate-key-fix' },
        path: ['a', 'b'],
        at: 'key',
        file: 'file.yaml',
        line: 4,
        column: 3,
        endLine: 4,
        endColumn: 4,
        excerpt: '4 |   b: 3\n  |   ^',
      },
    ])
  })

  it.each([
    ['a key twice', 'a: 1\n"a": 2', ['2:1 yaml.duplicate-key']],
    ['a key and its quoted text', '1: a\n"1": b', ['2:1 yaml.duplicate-key']],
    ['an unknown tag', 'a: !secret x', ['1:4 yaml.tag']],
    ['an unknown tag on a map', 'a: !!set {b}', ['1:4 yaml.tag']],
    ['a tag that does not fit', 'a: !!int x', ['1:4 yaml.tag']],
    ['an undeclared tag', 'a: !x!y z', ['1:4 yaml.tag']],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x', ['3:3 yaml.merge-key']],
    ['a second document', 'a: 1\n---\nb: 2', ['2:1 yaml.documents']],
    ['a second document after an end', '---\na: 1\n...\n\nb: 2', ['5:1 yaml.documents']],
    ['an empty second document', '---\na: 1\n---\n', ['3:1 yaml.documents']],
    ['an old directive', '# x\n%YAML 1.1\n---\na: yes', ['2:1 yaml.directive']],
    ['a tag directive', '%TAG !! tag:x,2000:\n---\na: !!int 1', ['1:1 yaml.directive']],
    ['a list as a key', 'a: 1\n[b]: c', ['2:1 yaml.key']],
    ['a map as a key', '{b: 1}: c', ['1:1 yaml.key']],
    ['an alias as a key', 'a: &x b\n*x : c', ['2:1 yaml.key']],
    ['an empty key', 'a:\n  "": c', ['2:3 yaml.key']],
    ['no key', ': c', ['1:3 yaml.key']],
    ['an alias of nothing', 'a: *x', ['1:4 yaml.alias']],
    ['an alias before its name', 'a: *x\nb: &x 1', ['1:4 yaml.alias']],
    ['an alias inside itself', 'a: &x [1, *x]', ['1:11 yaml.alias']],
  ])('refuses %s', (_, text, findings) => {
    expect(told(text)).toEqual(findings)
    expect(read(text).value).toBeUndefined()
    expect(read(text).readable).toBe(false)
  })

  it('reports all problems at once, in the order of the text', () => {
    const text = 'a: We: fine\nb: @x\nc: 1\nc: !x 2\nd: "no\ne: *f\n'
    expect(told(text)).toEqual([
      '1:6 yaml.syntax',
      '2:4 yaml.syntax',
      '4:1 yaml.duplicate-key',
      '4:4 yaml.tag',
      '5:4 yaml.syntax',
      '6:4 yaml.alias',
    ])
  })
})
