import { describe, expect, it } from 'vitest'
import { say } from '../../src/words/say-message.ts'
import { read } from './read.ts'

/** A form that somebody filled in, with these lines in place of the second question's answer, which is on line 9. */
function fill(lines: string): string {
  return `accordant: response/1
partner: north
answers:

  # Do we say it?
  # 1  Never
  trust.openness: 2

  ${lines.replaceAll('\n', '\n  ')}

  # Do they keep it?
  # 4  They keep it
  trust.promises:
  trust.safeguards: 3
`
}

function said(text: string): readonly string[] {
  return read(text).findings.map(({ line, column, message, fix }) => {
    const end = fix === null ? '' : `. ${say(fix)}`
    return `${line}:${column} ${say(message)}${end}`
  })
}

const missing = 'is neither a key with a ":" nor a list item with a "-"'
const colon = `Text without quotes can't contain ":" and a space, as after`

describe('a line of a form that YAML cannot read', () => {
  it.each([
    [
      'no space behind the colon',
      'trust.news:4',
      '9:13 A space is missing after "trust.news:". Write "trust.news: 4"',
    ],
    ['no colon', 'trust.news 4', '9:3 A ":" is missing after "trust.news". Write "trust.news: 4"'],
    [
      'an equals sign',
      'trust.news = 4',
      '9:3 A ":" is missing after "trust.news". Write "trust.news: 4"',
    ],
    [
      'a wide colon',
      'trust.news：4',
      '9:3 A ":" is missing after "trust.news". Write "trust.news: 4"',
    ],
    ['an id alone', 'trust.news', '9:3 A ":" is missing after "trust.news". Write "trust.news:"'],
    [
      'a whole option on the next line',
      'trust.news:\n4  Within days',
      `10:3 "4 Within days" ${missing}. Write "trust.news: 4"`,
    ],
    ['the answer on the next line', 'trust.news:\n4', `10:3 "4" ${missing}. Write "trust.news: 4"`],
    [
      'an option that has lost its sign',
      '# How soon?\n4  Within days\n# 5  Within a day\ntrust.news:',
      `10:3 "4 Within days" ${missing}. Put "# " before it again; if it is your answer, write "trust.news: 4" below`,
    ],
    [
      'a question that has lost its sign',
      'How soon?\n# 4  Within days\ntrust.news: 4',
      `9:3 "How soon?" ${missing}. If it belongs to the comment beside it, put "# " before it; otherwise write a key before it`,
    ],
    [
      'a question mark',
      'trust.news: ?',
      '9:15 A "?" alone has another meaning in YAML. Write "trust.news: {state: dont-know}"',
    ],
    [
      'a dash',
      'trust.news: -',
      '9:15 A "-" alone has another meaning in YAML. Write "trust.news: {state: skipped}"',
    ],
    [
      'a dash before the answer',
      'trust.news: - 4',
      `9:15 Text can't begin with "-" and a space. Write "trust.news: 4"`,
    ],
    [
      'a state without braces',
      'trust.news: state: dont-know',
      `9:20 ${colon} "state". Write "trust.news: {state: dont-know}"`,
    ],
    [
      'a reason behind a colon',
      'trust.news: n/a: no deputies',
      `9:18 ${colon} "n/a". Write "trust.news: {state: not-applicable, reason: no deputies}"`,
    ],
    ['a whole option', 'trust.news: 4: Within days', `9:16 ${colon} "4". Write "trust.news: 4"`],
    [
      'a remark with a colon',
      'trust.news: 4 (note: late)',
      `9:22 ${colon} "4 (note". Write "trust.news: {value: 4, note: "…"}"`,
    ],
    [
      'braces without a comma',
      'trust.news: {value: 4 note: late}',
      '9:25 A "," is missing before "note". Put a comma between the entries, or put their text in quotes',
    ],
    [
      'a note below the answer',
      'trust.news: 4\n  note: Two are new',
      '10:5 "trust.news" has the value "4" on its own line, so no key can be indented under it. Write "trust.news: {value: 4, note: Two are new}"',
    ],
    [
      'quotes around the line',
      '"trust.news: 4"',
      '9:3 The quotes are around the key as well as its value. Write "trust.news: 4"',
    ],
    [
      'a dash before the line',
      '- trust.news: 4',
      '9:3 A list item is next to map keys; expected only one kind. Write "trust.news: 4"',
    ],
  ])('is answered on that line with what to write: %s', (_, lines, message) => {
    expect(said(fill(lines))).toEqual([message])
  })

  it('is reported itself if it starts too far to the left, not the line below', () => {
    expect(said(fill('#').replace('  #\n\n', 'trust.news: 4\n\n'))).toEqual([
      '9:1 The line is indented by 0 spaces; expected 2, like the line below. Line it up with the keys or items that it belongs to',
    ])
  })

  it.each([
    ['too far to the right', '   trust.news: 4', '5:4', '3 spaces'],
    ['too far to the left', 'trust.news: 4', '5:1', '0 spaces'],
  ])('is reported if it is the first answer and starts %s', (_, line, place, spaces) => {
    const text = `accordant: response/1
answers:

  # How soon?
${line}

  # Do they keep it?
  trust.promises:
  trust.safeguards: 3
`
    expect(said(text)).toEqual([
      `${place} The line is indented by ${spaces}; expected 2, like the line below. Line it up with the keys or items that it belongs to`,
    ])
  })

  it('is reported, as is every other such line', () => {
    const lines = 'trust.news:4\ntrust.feedback: ?\ntrust.voice = 2\n"trust.rules: 3"'
    expect(said(fill(lines))).toEqual([
      '9:13 A space is missing after "trust.news:". Write "trust.news: 4"',
      '10:19 A "?" alone has another meaning in YAML. Write "trust.feedback: {state: dont-know}"',
      '11:3 A ":" is missing after "trust.voice". Write "trust.voice: 2"',
      '12:3 The quotes are around the key as well as its value. Write "trust.rules: 3"',
    ])
  })

  it('is reported if its whole answer is a comment', () => {
    expect(said(fill('trust.news: # 4'))).toEqual([
      '9:15 The text ends before "# 4", which YAML reads as a comment. Put the text in quotes or in block style (`>-`); if you mean a comment, put two spaces before it',
    ])
  })
})

describe('a file that was copied out of a message', () => {
  it('has the line that marks code reported', () => {
    expect(said('```yaml\naccordant: response/1\n')).toEqual([
      '1:1 This line is not part of the file: it marks code in a message or on a page. Delete this line, and the other line of ```',
    ])
  })
})

describe('a sign alone in any other file', () => {
  it('is to be put in quotes', () => {
    expect(said('channel: ?\n')).toEqual([
      '1:10 A "?" alone has another meaning in YAML. Put it in quotes',
    ])
  })
})
