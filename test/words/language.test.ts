import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { ran } from '../cli/support/memory-io.ts'

/**
 * A made-up language: every sentence that words/ says stands in marks. What a person then reads outside of marks, and what is in no file of
 * theirs, was left out of words/, and no other language could say it.
 */
vi.mock('../../src/words/say.ts', async (original) => {
  const own = await original<typeof import('../../src/words/say.ts')>()
  return {
    ...own,
    createSayer: (catalogue: Parameters<typeof own.createSayer>[0]) => {
      const say = own.createSayer(catalogue)
      return (message: Parameters<typeof say>[0]) => `⟦${say(message)}⟧`
    },
  }
})
vi.mock('../../src/words/find-guide.ts', async (original) => {
  const own = await original<typeof import('../../src/words/find-guide.ts')>()
  const marked = Object.entries(own).map(([name, find]) => [
    name,
    (id: string) => markAll((find as (id: string) => unknown)(id)),
  ])
  return Object.fromEntries(marked)
})

function markAll(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, markAll(inner)]))
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const example = relative(process.cwd(), join(root, 'examples/northwind-contoso'))
const later = relative(process.cwd(), join(root, 'examples/northwind-contoso-2027'))
const faulty = relative(process.cwd(), join(root, 'examples/faulty'))
const golden = relative(process.cwd(), join(root, 'test/golden'))
const today = ['--today', '2026-11-23']

describe('a made-up language', () => {
  it.each([
    ['report', ['report', example, ...today], [example]],
    ['report over time', ['report', later, '--previous', example, ...today], [later, example]],
    ['report of small groups', ['report', join(golden, 'small-groups'), ...today], [golden]],
    ['report without a score', ['report', join(golden, 'nothing-scored'), ...today], [golden]],
    ['report as a page', ['report', example, '--format', 'html', ...today], [example]],
    ['check', ['check', faulty, ...today], [faulty]],
    ['check as Markdown', ['check', faulty, '--format', 'markdown', ...today], [faulty]],
    ['explain', ['explain', 'trust.bad-news', example], [example]],
    ['explain a dimension', ['explain', 'trust', example], [example]],
    ['explain a level', ['explain', 'ready', example], [example]],
    ['explain a check', ['explain', 'trust.confidentiality'], []],
    ['list', ['list'], []],
    ['help', ['--help'], []],
    ['help of a command', ['report', '--help'], []],
  ])('is spoken in all of: %s', async (_, argv, folders) => {
    const { out, err } = await ran(argv)
    expect(out.length).toBeGreaterThan(100)
    expect(listUnspoken(out + err, listOwnTexts(folders))).toEqual([])
  })
})

/** Words outside of marks that no file of the partnership or questionnaire holds. */
function listUnspoken(text: string, own: readonly string[]): readonly string[] {
  const visible = text.replaceAll(/<style>.*?<\/style>|<[^>]*>|`[^`]*`/gs, ' ')
  let left = removeMarked(visible).replaceAll(/\s+/g, ' ')
  for (const piece of own) left = left.replaceAll(piece, ' ')
  return [...new Set(left.match(/\p{L}{2,}/gu) ?? [])].toSorted()
}

/** Marks may be inside each other. */
function removeMarked(text: string): string {
  let depth = 0
  let left = ''
  for (const letter of text) {
    if (letter === '⟦') depth += 1
    else if (letter === '⟧') depth -= 1
    else if (depth === 0) left += letter
  }
  expect(depth).toBe(0)
  return left
}

/** Every text in the files of these folders and in the built-in questionnaires, the longest first. */
function listOwnTexts(folders: readonly string[]): readonly string[] {
  const built = join(root, 'questionnaires')
  const files = [...folders, built].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => statSync(file).isFile()),
  )
  const texts = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value.trim().replaceAll(/\s+/g, ' '))
    else if (Array.isArray(value)) for (const item of value) collect(item)
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) collect(inner)
    }
  }
  for (const file of files) {
    texts.add(file)
    if (/\.ya?ml$/.test(file))
      for (const line of readFileSync(file, 'utf8').split('\n')) texts.add(line.trim())
    if (/\.ya?ml$/.test(file)) collect(parseOrNull(readFileSync(file, 'utf8')))
  }
  return [...texts].filter((text) => text.length > 1).toSorted((a, b) => b.length - a.length)
}

function parseOrNull(text: string): unknown {
  try {
    return parse(text)
  } catch {
    return null
  }
}
