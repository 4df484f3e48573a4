import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listDoubles, measureHouse } from '../scripts/house/measure.ts'

const house = measureHouse(fileURLToPath(new URL('../src', import.meta.url)))

/** Names of TypeScript that stand for themselves; those of JavaScript are asked of the program that runs. */
const typeNames = [
  'Record',
  'Pick',
  'Omit',
  'Partial',
  'Required',
  'Readonly',
  'Exclude',
  'Extract',
  'Awaited',
  'Parameters',
  'ReturnType',
]

describe('the sources', () => {
  it('export each name from one file', () => {
    expect(listDoubles(house.exports)).toEqual([])
  })

  it('give no name of the language to a thing of their own', () => {
    const taken = new Set([...Object.getOwnPropertyNames(globalThis), ...typeNames])
    const shadows = house.exports.filter(({ name }) => taken.has(name))
    expect(shadows.filter(({ name }) => name !== 'Response')).toEqual([])
  })

  it('export at most 30 names in 1,000 lines', () => {
    expect((1000 * house.exports.length) / house.lines).toBeLessThanOrEqual(30)
  })

  it('hold their sentences in words/', () => {
    const outside = house.sentences.filter(({ file }) => !isExempt(file))
    expect(outside.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })
})

/** Where literals of several words are no sentences for a person. */
const exempt: readonly (readonly [file: RegExp, because: string])[] = [
  [/^words\//, 'it is where the sentences are'],
  [
    /^questionnaire\/advice\/(plain-words|two-ideas)\.ts$/,
    'English that advice looks for in questionnaires',
  ],
  [/^questionnaire\/table-cell\.ts$/, 'what forms write for an answer that is none'],
  [
    /^reading\/markdown\/(vocabulary|dates|durations|numbers)\.ts$/,
    'English that Markdown plans are read by',
  ],
  [/^reading\/syntax.*\.ts$/, 'texts of the YAML parser, by which its errors are told apart'],
  [/^render\/html\/style-sheet\.ts$/, 'CSS'],
  [/^render\/generated-mark\.ts$/, 'a mark that programs look for'],
]

function isExempt(file: string): boolean {
  return exempt.some(([pattern]) => pattern.test(file))
}
