import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aFolder } from '../cli/support/folder.ts'
import { ran } from '../cli/support/memory-io.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'living-with-findings.md'), 'utf8')
const start = process.cwd()

interface Block {
  readonly kind: string
  readonly text: string
}

/** The page's examples, by the heading that they stand under. */
const sections = page.split(/^## /m).map((section) => ({
  title: section.split('\n')[0] ?? '',
  blocks: [...section.matchAll(/^```(\w.*)\n([\s\S]*?)^```$/gm)].map(
    ([, kind = '', text = '']): Block => ({ kind, text }),
  ),
}))

/** The example partnership, with what the page says about it. */
function theExample(): void {
  process.chdir(aFolder())
  cpSync(join(root, 'examples', 'northwind-contoso'), '.', { recursive: true })
  const plan = readFileSync('plan.yaml', 'utf8')
    .replace(/ {2}triggers:\n(?: {4}- .*\n)+ {2}noticeDays: .*\n/, '')
    .replace(/(- id: contoso\n(?: {4}.*\n)*?) {4}sponsor: .*\n/, '$1')
  writeFileSync('plan.yaml', plan)
}

/** The block takes the place of its line that is in the file already. */
function edit(file: string, block: string): void {
  const lines = readFileSync(file, 'utf8').split('\n')
  const known = block
    .trimEnd()
    .split('\n')
    .find((line) => lines.includes(line))
  expect(known).toBeDefined()
  writeFileSync(file, lines.flatMap((line) => (line === known ? block.trimEnd() : line)).join('\n'))
}

/** The lines stand in the output in this order, each behind the one before it, but for what `…` leaves out. */
function expectOutput(output: string, shown: string): void {
  const parts = shown.trimEnd().split(/^…$\n?/m)
  let rest = output
  for (const [index, part] of parts.entries()) {
    if (index === 0) expect(rest.slice(0, part.length)).toBe(part)
    else expect(rest).toContain(part.trimEnd())
    rest = rest.slice(rest.indexOf(part.trimEnd()) + part.trimEnd().length)
  }
}

async function play({ kind, text }: Block): Promise<void> {
  const [language, target = ''] = kind.split(' ')
  if (target.startsWith('file=')) writeFileSync(target.slice('file='.length), text)
  if (target.startsWith('in=')) edit(target.slice('in='.length), text)
  if (language !== 'console') return
  for (const [, line = '', shown = ''] of text.matchAll(
    /^\$ accordant (.*)\n((?:(?!\$ ).*\n?)*)/gm,
  )) {
    const { out, err } = await ran(line.split(' '))
    expectOutput(`${err}${out}`, shown)
  }
}

describe('docs/living-with-findings.md', () => {
  afterAll(() => process.chdir(start))

  it('has examples', () => {
    const commands = sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => /^console/.test(kind)),
    )
    expect(commands.length).toBeGreaterThan(5)
  })

  it.each(sections.filter(({ blocks }) => blocks.length > 0))(
    'shows what the program prints: $title',
    async ({ blocks }) => {
      theExample()
      for (const block of blocks) await play(block)
    },
  )
})
