import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isExemptFromWords, listDoubles, measureHouse } from '../scripts/house/measure.ts'

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

  it('read private notes only where a person writes them or a file keeps them', () => {
    const folder = fileURLToPath(new URL('../src', import.meta.url))
    const readers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        file.endsWith('.ts') &&
        /privateNote|getAnswerNotes/.test(readFileSync(join(folder, file), 'utf8')),
    )
    const others = readers.filter((file) => !/^(interview|terminal|page)[/\\]/.test(file))
    expect(others.map((file) => file.replaceAll('\\', '/')).toSorted()).toEqual([
      'model/response.ts',
      'questionnaire/assume.ts',
      'questionnaire/to-response-file.ts',
    ])
  })

  it('hold their sentences in words/', () => {
    const outside = house.sentences.filter(({ file }) => !isExemptFromWords(file))
    expect(outside.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  })
})
