import { describe, expect, it } from 'vitest'
import { say } from '../../src/words/say-message.ts'
import { read } from './read.ts'

const quoteIt = 'Put the text in quotes, or start it on the next line after `>-`'
const lineUp = 'Line it up with the keys or items that it belongs to'

function first(text: string) {
  const [finding] = read(text).findings
  return (
    finding && [
      `${finding.line}:${finding.column}`,
      say(finding.message),
      finding.fix === null ? null : say(finding.fix),
    ]
  )
}

describe('a syntax error', () => {
  it.each([
    [
      'note: We: fine',
      '1:9',
      `Text without quotes can't contain ":" and a space, as after "We"`,
      quoteIt,
    ],
    [
      '- a: b: c',
      '1:7',
      `Text without quotes can't contain ":" and a space, as after "b"`,
      quoteIt,
    ],
    ['a: @x', '1:4', `Text can't begin with "@"`, quoteIt],
    ['a: `x`', '1:4', `Text can't begin with "\`"`, quoteIt],
    ['a: 50\nb: % of it', '2:4', `Text can't begin with "%"`, quoteIt],
    ['a: & b', '1:4', `Text can't begin with "&", which YAML reads as a name`, quoteIt],
    [
      '- *important* thing',
      '1:3',
      `Text can't begin with "*", which YAML reads as an alias`,
      quoteIt,
    ],
    [
      'a: [x] is here',
      '1:4',
      `Text can't begin with "[", which YAML reads as a list that ends before "is here"`,
      quoteIt,
    ],
    [
      'a: {x} is here',
      '1:4',
      `Text can't begin with "{", which YAML reads as a map that ends before "is here"`,
      quoteIt,
    ],
    [
      '"We" said',
      '1:6',
      'The quoted text ends before "said"',
      'Put quotes around the whole text, or start it on the next line after `>-`',
    ],
    [
      "a: 'We don't know'",
      '1:12',
      `The quoted text ends before "t know'"`,
      "Write an apostrophe in single quotes twice (''), or put the text in double quotes",
    ],
    [
      'a: 1\nb: "We\nc: 2',
      '2:4',
      'The quote that opens here is not closed; expected another " at the end of the text',
      'Close the quote, and indent every line in between',
    ],
    [
      'a:\n  - [1, 2\n  - b',
      '2:5',
      'The bracket "[" that opens here is not closed',
      'Close it with "]", or put the text in quotes if the bracket belongs to it',
    ],
    [
      'a:\n  b: [\n    1\n  ]\nc: 1',
      '4:3',
      'The "]" is not indented more than the key whose value it closes',
      'Put one or more spaces before it',
    ],
    ['a: [1]]', '1:7', 'There is one "]" too many', 'Delete it'],
    ['a: [1,,2]', '1:7', 'There is nothing before this ","', 'Delete the comma'],
    [
      '{\n  "a": 1\n  "b": 2\n}',
      '2:8',
      'A "," is missing at the end of this line',
      'Put a comma between the entries, or put their text in quotes',
    ],
    [
      'a:\n\tb: 1',
      '2:1',
      'This line is indented with a tab; expected spaces',
      'Replace the tabs at the beginning of lines with spaces',
    ],
    [
      'a: 1\n  \tb: 1',
      '2:3',
      'This line is indented with a tab; expected spaces',
      'Replace the tabs at the beginning of lines with spaces',
    ],
    ['a: 1\nkey:value\nb: 2', '2:4', 'A space is missing after "key:"', 'Write "key: value"'],
    ['a: 1\n-b', '2:1', 'A space is missing after "-"', 'Write "- b"'],
    [
      'a: 1\nfoo\nb: 2',
      '2:1',
      '"foo" is neither a key with a ":" nor a list item with a "-"',
      'Write a key before it, or indent the line if it continues the text above',
    ],
    [
      'a:\n  b: 1\n  - c',
      '3:3',
      'A list item is next to map keys; expected only one kind',
      'Indent what belongs under a key by two spaces more than the key',
    ],
    [
      '- a\nb: 1',
      '2:1',
      'A map key is next to list items; expected only one kind',
      'Indent what belongs under a key by two spaces more than the key',
    ],
    [
      'a: - b',
      '1:4',
      `Text can't begin with "-" and a space`,
      'Put the text in quotes; if it is a list, begin it on the line below its key',
    ],
    [
      'a:\n    b: 1\n  c: 2',
      '3:3',
      'The line is indented by 2 spaces; expected 0 or 4, like a line above',
      lineUp,
    ],
    [
      'a: 1\n b: 2',
      '2:2',
      'The line is indented by 1 space; expected 0, like a line above',
      lineUp,
    ],
    [
      '- a: 1\n   b: 2',
      '2:4',
      'The line is indented by 3 spaces; expected 0 or 2, like a line above',
      lineUp,
    ],
    [
      'a: >- text',
      '1:7',
      'After ">-" the text begins on the next line; found "text"',
      'Move the text to the next line and indent it, or put all of it in quotes',
    ],
    [
      'a: "x\\q"',
      '1:6',
      '"\\q" has no meaning in double quotes',
      'Write the backslash twice, or put the text in single quotes',
    ],
    [
      'a: Say it # this\n  and that',
      '1:11',
      'The text ends before "# this", which YAML reads as a comment, so it can\'t continue below',
      quoteIt,
    ],
  ])('is explained by its cause: %j', (text, place, message, fix) => {
    expect(first(text)).toEqual([place, message, fix])
  })

  it.each([
    [
      'a comment closes the quote below',
      "a:\n  b: 'x\n  # it's late\n  c: 1",
      '2:6',
      'The quote that',
    ],
    ['a comment closes the quote', "a: '2027   # it's late\nb: 1", '1:4', 'The quote that'],
    ['a text over two lines holds a quote', "a: 'they say\n  it's so'\nb: 1", '2:6', 'The quoted'],
    ['a quoted item goes on', "a:\n- 'x' and y\n- 'z'\nb: 1", '2:7', 'The quoted text ends'],
    [
      'an item over two lines follows',
      "a:\n- 'x' and y\n- z\n  z\nb: 1",
      '2:7',
      'The quoted text ends',
    ],
    [
      'an item with a colon goes on',
      "a:\n- 'x: x' and y\n- z\nb: 1",
      '2:10',
      'The quoted text ends',
    ],
    ['a quoted key stands behind a comment', 'a: x  # y\n "b": z', '2:2', 'The line is indented'],
    ['comments open more of them', 'a: [b  # c\n# [d\ne: 1', '1:4', 'The bracket "["'],
    ['a comment follows', 'a:\n  b: 1\n  c 2\n  # d\ne: 1', '3:3', '"c 2" is neither'],
    ['a text goes on below', 'a:\n  b:One\n    two\n  c: 1', '2:4', 'A space is missing'],
    [
      'a text goes on over lines',
      'a:\n  b:One\n    two\n    three\n  c: 1',
      '2:4',
      'A space is missing',
    ],
    ['a dash stands on the line above', '- a: x\n  b:y\n  c: z', '2:4', 'A space is missing'],
    ['a key stands behind a comment', 'a: x  # y\n b: z', '2:2', 'The line is indented'],
    ['a dash and a comment stand above', '- a: x y  # z\n b: 1', '2:2', 'The line is indented'],
    ['a text over two lines stands above', 'a:\n  b: x\n    y\n   c: 1', '4:4', 'The line is'],
  ])('is reported at its cause if %s', (_, text, place, message) => {
    const [there, said] = first(text) ?? []
    expect(there).toBe(place)
    expect(said?.slice(0, message.length)).toBe(message)
  })

  it('is explained on the right line with any line breaks', () => {
    const text = '# x\na: 1\n\nb:\n    c: 1\n  d: 2\n'
    expect(first(text)?.[0]).toEqual('6:3')
    expect(first(text.replaceAll('\n', '\r\n'))).toEqual(first(text))
  })

  it('never speaks in the words of the parser', () => {
    const bad = [
      'a: 1\n}',
      'a: [',
      '? a\n b',
      'a: !<x',
      '"a" "b"',
      '- - a\n - b',
      '[a]]: b',
      '- @a\n-b: c: d\n',
    ]
    const messages = bad.flatMap((text) => read(text).findings).map(({ message }) => say(message))
    expect(
      messages.filter((message) => /stream|implicit|node|scalar|maxDepth|mapping/.test(message)),
    ).toEqual([])
  })
})

describe('a comment behind plain text', () => {
  it.each([
    ['ask: Say # this', '1:10', '# this'],
    ['room: Room #12', '1:12', '#12'],
    ['- Join us on #partners', '1:14', '#partners'],
    ['channel: #partners', '1:10', '#partners'],
    ['note: we meet each week # or so', '1:25', '# or so'],
  ])('is a warning where it seems to cut the text off: %j', (text, place, comment) => {
    const document = read(text)
    expect(document.readable).toBe(true)
    expect(
      document.findings.map((found) => [
        `${found.line}:${found.column}`,
        found.severity,
        found.id,
        say(found.message),
      ]),
    ).toEqual([
      [
        place,
        'warning',
        'yaml.syntax',
        `The text ends before "${comment}", which YAML reads as a comment`,
      ],
    ])
  })

  it.each([
    'weight: 1   # positive',
    'weight: 1 # positive',
    'weight: 1 #positive',
    'stage: agreed # exploring | forming',
    'accordant: dimension/1          # only in a file of its own',
    'coverage: 0.8                     # least coverage for a partner',
    'id: bad-news                  # full id: trust.bad-news',
    'when: profile.stage != "exploring" # CEL',
    'title: Partnership readiness  # what it is called',
    'answers: # from here on',
    'a: "Quoted text" # about it',
    'a: [One, Two] # about it',
    'owner: Ada Lovelace # accordant-waive roles.owner until 2026-12-01',
    'owner: Ada Lovelace #accordant-waive roles.owner',
    'A: B # 1\nC: D # 2\nE: F # 3\nG: H # 4',
  ])('is a comment: %j', (text) => {
    expect(read(text).findings).toEqual([])
  })
})

describe('a name at the front of text', () => {
  it('is a warning when no alias uses it', () => {
    const { value, findings } = read('a: &important thing\nb: &used 1\nc: *used')
    expect({ ...(value as object) }).toEqual({ a: 'thing', b: 1, c: 1 })
    expect(
      findings.map(({ line, column, severity, message }) => [line, column, severity, say(message)]),
    ).toEqual([[1, 4, 'warning', 'YAML reads "&important" as a name for this value, not as text']])
  })
})
