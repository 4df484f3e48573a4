import { describe, expect, it } from 'vitest'
import { say } from '../../src/words/say-message.ts'
import { read } from './read.ts'

/** What is said, a string for each finding. */
function said(text: string): readonly string[] {
  return read(text).findings.map(({ severity, line, column, message, fix }) => {
    const end = fix === null ? '' : `. ${say(fix)}`
    return `${line}:${column} ${severity}: ${say(message)}${end}`
  })
}

describe('quotes of a word processor', () => {
  const fix = 'Delete them, or write straight quotes (")'

  it.each([
    ['“Cold chain”', '“ ”'],
    ['„Cold chain“', '„ “'],
    ['„Cold chain”', '„ ”'],
    ['«Cold chain»', '« »'],
    ['‘Cold chain’', '‘ ’'],
  ])('around a text are reported, and kept: %s', (text, quotes) => {
    const document = read(`name: ${text}\n`)
    expect(document.value).toEqual(Object.assign(Object.create(null), { name: text }))
    expect(said(`name: ${text}\n`)).toEqual([
      `1:7 warning: The quotes ${quotes} belong to the text, and will be shown with it. ${fix}`,
    ])
  })

  it.each([
    'name: The “cold” chain',
    'name: “Cold” chain',
    'name: “',
    'name: "“Cold chain”"',
    'accordant: response/1\nanswers:\n  trust.news: {value: 4, note: “They never call”}',
  ])('are not reported if they may be intended: %j', (text) => {
    expect(said(text)).toEqual([])
  })

  it('must be replaced if the text needs quotes', () => {
    expect(said('name: “Cold: chain”\n')).toEqual([
      `1:12 error: Text without quotes can't contain ":" and a space, as after "“Cold". Write straight quotes (") around the text`,
    ])
  })
})

describe('a number with a point between its thousands', () => {
  it('is reported with the number that is read', () => {
    expect(said('amount: 400.000\nshare: 0.500\nyear: 1.5\nlong: 4000.000\n')).toEqual([
      '1:9 warning: "400.000" is read as 400. Write 400 or 400000, whichever you mean',
    ])
  })
})

describe('list signs that YAML does not know', () => {
  const hyphen = 'Begin each item with a hyphen and a space, "- "'

  it.each([
    [
      'risks:\n  * Frost\n',
      `2:3 error: Text can't begin with "*", which YAML reads as an alias. ${hyphen}`,
    ],
    [
      'risks:\n  – risk: Frost\n  – risk: Strike\n',
      `3:3 error: The key "– risk" appears twice in this map, first on line 2. ${hyphen}`,
    ],
    [
      'risks:\n  -risk: Frost\n  -risk: Strike\n',
      `3:3 error: The key "-risk" appears twice in this map, first on line 2. ${hyphen}`,
    ],
  ])('are reported, with advice to write hyphens: %j', (text, message) => {
    expect(said(text)).toEqual([message])
  })
})
