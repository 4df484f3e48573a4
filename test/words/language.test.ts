import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { ran } from '../cli/support/memory-io.ts'
import { aDimension, aQuestion, aQuestionnaire } from '../interview/make.ts'
import { aState, opened, Person, pressed, screenOf } from '../terminal/make.ts'
import { copyInOtherAlphabet, toOtherAlphabet } from './other-alphabet.ts'

/**
 * A made-up language: all that words/ says comes in another alphabet, and so does all that people wrote in the files. Latin words that a
 * reader then still meets are in neither: they were left outside of words/, and no other language could say them.
 */
vi.mock('../../src/words/say.ts', async (original) => {
  const own = await original<typeof import('../../src/words/say.ts')>()
  const createSayer: typeof own.createSayer = (catalogue) => {
    const say = own.createSayer(catalogue)
    return (message) => toOtherAlphabet(say(message))
  }
  return { ...own, createSayer }
})
vi.mock('../../src/words/find-guide.ts', async (original) => {
  const { findFindingGuide } = await original<typeof import('../../src/words/find-guide.ts')>()
  return {
    findFindingGuide: (id: string) => {
      const guide = findFindingGuide(id)
      if (guide === null) return null
      const texts = Object.entries(guide).map(([key, text]) => [key, toOtherAlphabet(text)])
      return Object.fromEntries(texts)
    },
  }
})

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'accordant-language-'))
afterAll(() => rmSync(folder, { recursive: true }))

copyInOtherAlphabet(join(root, 'questionnaires/partnership-readiness'), join(folder, 'asked'))
for (const name of ['northwind-contoso', 'northwind-contoso-2027']) {
  copyInOtherAlphabet(join(root, 'examples', name), join(folder, name))
  const settings = 'accordant: config/1\nquestionnaire: ../asked\n'
  writeFileSync(join(folder, name, 'accordant.yaml'), settings)
}
cpSync(join(root, 'examples/faulty'), join(folder, 'faulty'), { recursive: true })
writeFileSync(
  join(folder, 'faulty', 'accordant.yaml'),
  'accordant: config/1\nquestionnaire: ../asked\n',
)
const now = join(folder, 'northwind-contoso')
const later = join(folder, 'northwind-contoso-2027')

describe('in a made-up language', () => {
  it.each([
    ['the report', ['report', now]],
    ['the report over time', ['report', later, '--previous', now]],
    ['the report without partners', ['report', now, '--min-group', '4']],
    ['the report of nobody', ['report', now, '--min-group', '9']],
    ['the report of what would be', ['report', now, '--what-if', 'contingencies.exit=4']],
    ['the report with limits', ['report', now, '--min-score', '99', '--min-dimension', '99']],
    ['the report as a page', ['report', now, '--format', 'html']],
    ['the check of a plan', ['check', now]],
    ['the check of faulty plans', ['check', join(folder, 'faulty'), '--format', 'markdown']],
    ['the status', ['status', now]],
    ['a question explained', ['explain', 'trust.bad-news', now]],
    ['a dimension explained', ['explain', 'trust', now]],
    ['a level explained', ['explain', 'ready', now]],
  ])('nothing of %s is in English', async (_, argv) => {
    const { code, out, err } = await ran([
      ...argv,
      ...(['explain', 'status'].includes(argv[0] ?? '') ? [] : ['--today', '2026-11-23']),
    ])
    expect([0, 1]).toContain(code)
    expect(out.length).toBeGreaterThan(200)
    expect(listLatinWords(out)).toEqual([])
    expect(listLatinWords(err)).toEqual([])
  })

  it('nothing on the screens of an interview is in English', () => {
    const size = { columns: 120, rows: 40 }
    const screens = [[], ['?'], ['w'], ['4'], ['n'], ['j'], ['r'], ['4', 'q'], ['s', 'r']].flatMap(
      (keys) => kinds.flatMap((form) => screenOf(pressed(aState(asked(form), size), ...keys))),
    )
    expect(screens.join('').length).toBeGreaterThan(2000)
    expect(listLatinWords(screens.join('\n'))).toEqual([])
  })

  it('nothing of an interview line by line is in English', async () => {
    const person = new Person()
    const outcome = person.begins(opened(asked(kinds[0])), { accessible: true })
    await person.types('?\n', 'help\n', '9\n', 'x\n', '4\n', 'b\n', 'n\n', '\n', 'r\n', 'q\n')
    expect(await outcome).toBe('left')
    expect(person.text.length).toBeGreaterThan(200)
    expect(listLatinWords(person.text)).toEqual([])
  })
})

const title = toOtherAlphabet('Some words')
const choices = ['a', 'b'].map((id) => ({ id, title, score: null }))
const kinds = [
  { type: 'rating', values: [1, 2, 3, 4, 5].map((value) => ({ value, label: title })) },
  { type: 'yes-no' },
  { type: 'choice', choices },
  { type: 'choices', choices },
  { type: 'number', from: 0, to: 5 },
  { type: 'text' },
  { type: 'list' },
  {
    type: 'table',
    leastRows: 1,
    columns: [{ id: 'a', title, type: 'text', from: null, to: null, choices: [] }],
  },
] as const

function asked(form: (typeof kinds)[number]) {
  const question = (id: string) =>
    aQuestion(id, { form, ask: title, why: title, evidence: title, source: title })
  return aQuestionnaire({
    title,
    dimensions: [{ ...aDimension('kinds', [question('kinds.a'), question('kinds.b')]), title }],
  })
}

/** `check` lists scores by the ids of dimensions, which are the same in every language. */
const dimensionIds =
  /\b(trust|alignment|roles|communication|contingencies|long-term-focus)\b(?=\s*[\d·|])/g

/** Latin words outside of what is the same in every language: code, addresses of files, ids in brackets, lines of a file that are shown. */
function listLatinWords(text: string): readonly string[] {
  const plain = text
    .replaceAll(folder, '')
    .replaceAll(/<style>.*?<\/style>|<code>.*?<\/code>|<!--.*?-->|<[^>]*>|`[^`]*`/gs, ' ')
    .replaceAll(/^.*\n *\d+ \| .*\n.*\|.*\^+.*$|^ *\d+ \| .*$|^ *\| *\^+ *$/gm, ' ')
    .replaceAll(/\[[\w.-]+\]|#[\w-]+|\S*\.(ya?ml|md|html)\S*/g, ' ')
    .replaceAll(dimensionIds, ' ')
    .replaceAll(/\\(.)/g, '$1')
  return [...new Set(plain.match(/[A-Za-z]{2,}(?:[.-][a-z]+)*/g) ?? [])].toSorted()
}
