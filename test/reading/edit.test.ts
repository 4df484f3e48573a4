import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editYaml, writeYaml } from '../../src/reading/edit.ts'
import { plain, read } from './read.ts'

const nasty = [
  ...[
    '',
    ' ',
    ' a',
    'a ',
    'a: b',
    'a:',
    ': a',
    'a #b',
    '#a',
    '---',
    '...',
    '--- a',
    '- a',
    '-',
    '?',
    '? a',
    '*a',
    '&a',
    '!a',
  ],
  ...[
    '|',
    '>',
    '@a',
    '`a',
    '%a',
    '"',
    "'",
    `'"`,
    '[a]',
    '{a}',
    '{',
    ',',
    'a,b',
    '<<',
    '=',
    '~',
    'null',
    'yes',
    'true',
    'No',
  ],
  ...[
    '1',
    '-1',
    '0x1F',
    '0o7',
    '1_000',
    '1e3',
    '.5',
    '.inf',
    '.nan',
    '1.',
    '+1',
    '-0',
    '2026-01-31',
    '12:30',
    '1e400',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'a\nb',
    'a\n',
    '\na',
    'a\n\n',
    '\n',
    '\n\n',
    ' a\nb',
    'a\n b',
    'a\n\nb',
    'a \nb',
    '\ta',
    'a\tb',
  ],
  ...[
    '\u2028',
    'a\u2029b',
    'a\u0085b',
    '\uFEFF',
    'a\uFEFF',
    '\u202Eabc',
    '\u0000',
    '\u001B[31m',
    '\u007F',
    '\r',
    'a\r\nb',
    '\uD800',
    '😀',
    'é',
    '\uFFFE',
  ],
  ...[
    'word '.repeat(40),
    'word '.repeat(40).trim(),
    `# ${'word '.repeat(40).trim()}`,
    'x'.repeat(200),
    `a\n${'b'.repeat(200)}\n`,
  ],
  ...[
    '\\',
    '\\n',
    'a\\',
    'a: b\nc: d\n',
    '- a\n- b',
    '---\na',
    'a\n---\nb',
    'a\n...\n',
    '#a\n#b',
    '  two  spaces  in  a  long  text  that  is  longer  than  seventy  signs  at  least',
  ],
]
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary' }),
  fc.lorem({ maxCount: 30 }),
)
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.double({ noNaN: true }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 5 }),
  map: fc.dictionary(
    text.filter((key) => key !== ''),
    tie('value'),
    { maxKeys: 5, noNullPrototype: false },
  ),
}))

/** Lone surrogates and minus zero are what JSON and UTF-8 leave of them. */
function asRead(value: unknown): unknown {
  if (Object.is(value, -0)) return 0
  if (Array.isArray(value)) return value.map(asRead)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).reduce((map, [key, item]) => {
    map[key] = asRead(item)
    return map
  }, Object.create(null))
}

describe('writeYaml', () => {
  it('writes what readYaml reads back equal', () => {
    fc.assert(
      fc.property(json, (value) => {
        const document = read(writeYaml(value))
        expect(document.findings.filter(({ severity }) => severity === 'error')).toEqual([])
        expect(document.value).toEqual(asRead(value))
      }),
      { numRuns: 5_000 },
    )
  })

  it.each(nasty)(
    'writes %j so that it is read back, alone, as a value, as an item and as a key',
    (word) => {
      const value = {
        a: word,
        b: [word, [word]],
        ...(word === '' ? {} : { c: { [word]: { [word]: word } } }),
      }
      expect(read(writeYaml(value)).value).toEqual(asRead(value))
      expect(read(writeYaml(word)).value).toEqual(word)
    },
  )

  it('writes in the style of the house', () => {
    const value = {
      title: 'Hello: world',
      accordant: 'plan/1',
      day: '2026-01-31',
      number: '0x1F',
      list: ['a', { b: 1, c: [] }],
      nothing: null,
      lines: 'one\ntwo\n',
      prose:
        'Each of you names one thing that is going less well than the other thinks, and says by when it will be better.',
    }
    expect(writeYaml(value, { head: 'A plan\n\nFill it in' })).toEqual(`# A plan
#
# Fill it in
accordant: plan/1
title: "Hello: world"
day: 2026-01-31
number: "0x1F"
list:
  - a
  - b: 1
    c: []
nothing: null
lines: |
  one
  two
prose: >-
  Each of you names one thing that is going less well than the other thinks, and says by when it
  will be better.
`)
  })

  it('writes values that occur twice in full', () => {
    const shared = { a: 1 }
    expect(writeYaml({ x: shared, y: shared })).toEqual('x:\n  a: 1\ny:\n  a: 1\n')
  })
})

const filled = `# My file
accordant: response/1    # kind
answers:

  # Q1: how
  #   1  never
  trust.a:   3      # mine

  # Q2
  trust.b:

  trust.c: {value:  3,   note: "x"}
list:
    - id: a   # first
      t: 1
    - id: b

# Take the # away
# completed: x
`

describe('editYaml', () => {
  it('keeps everything that is not changed to the letter', () => {
    expect(editYaml(filled, () => {})).toEqual(filled)
    const edited = editYaml(filled, (document) => {
      document.setIn(['answers', 'trust.b'], 4)
      document.setIn(['answers', 'trust.d'], 'some: text')
      document.addIn(['list'], { id: 'c' })
      document.set('completed', '2026-01-31T12:00:00Z')
    })
    expect(edited).toEqual(
      filled
        .replace('trust.b:\n', 'trust.b: 4\n')
        .replace('"x"}\n', '"x"}\n  trust.d: "some: text"\n')
        .replace('- id: b\n', '- id: b\n    - id: c\ncompleted: 2026-01-31T12:00:00Z\n'),
    )
  })

  it('deletes a key with its comments', () => {
    const edited = editYaml(filled, (document) => {
      document.deleteIn(['answers', 'trust.a'])
      document.deleteIn(['answers', 'trust.b'])
      document.delete('list')
    })
    expect(edited).toEqual(`# My file
accordant: response/1    # kind
answers:

  # Q1: how
  #   1  never

  trust.c: {value:  3,   note: "x"}

# Take the # away
# completed: x
`)
  })

  it('fills an empty map', () => {
    const edited = editYaml('a: 1\nanswers: {}\n', (document) =>
      document.setIn(['answers', 'b'], 2),
    )
    expect(parse(edited)).toEqual({ a: 1, answers: { b: 2 } })
    const begun = editYaml('a: 1\nanswers:\n  # below\n', (document) => {
      document.set('answers', document.createNode({ b: 'x'.repeat(90) }))
    })
    expect(read(begun).value).toEqual(asRead({ a: 1, answers: { b: 'x'.repeat(90) } }))
  })

  it('keeps the line breaks of the file', () => {
    const windows = filled.replaceAll('\n', '\r\n')
    expect(editYaml(windows, () => {})).toEqual(windows)
    expect(editYaml(windows, (document) => document.set('new', 'a\nb'))).toContain(
      'new: |-\r\n  a\r\n  b\r\n',
    )
  })

  it('reads back as the changed value, whatever the change', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'new')
    const step = fc.record({
      path: fc.array(key, { minLength: 1, maxLength: 2 }),
      value: json,
      away: fc.boolean(),
    })
    const start =
      '# top\na:\n  # one\n  a: 1 # x\n\n  b: >-\n    some\n    text\n  c:\n    - 1\n    # two\n    - 2\n# three\nb: {a: 1}\nc: "text" # four\n\n# end\n'
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
        let expected: unknown
        const edited = editYaml(start, (document) => {
          for (const { path, value, away } of steps) {
            const parent = path.length === 1 ? document.contents : document.get(path[0])
            if (
              path.length === 2 &&
              !(
                typeof parent === 'object' &&
                parent !== null &&
                'items' in parent &&
                !Array.isArray(plain(document.toJS()[path[0] ?? '']))
              )
            )
              continue
            if (away) document.deleteIn(path)
            else document.setIn(path, document.createNode(value, { aliasDuplicateObjects: false }))
          }
          expected = document.toJS({ maxAliasCount: -1 })
        })
        const document = read(edited)
        expect(document.findings.filter(({ severity }) => severity === 'error')).toEqual([])
        if (Object.keys(expected as object).length > 0)
          expect(plain(document.value)).toEqual(plain(asRead(expected)))
      }),
      { numRuns: 1_000 },
    )
  })
})
