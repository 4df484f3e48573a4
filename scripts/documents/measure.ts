import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { loadQuestionnaire } from '../../src/app/load/questionnaire.ts'
import { compileChecks } from '../../src/checks/compile-checks.ts'
import { type DocumentOutcome, judgeDocument } from '../../src/checks/judge-document.late.ts'
import { decodePartly } from '../../src/model/decode.ts'
import type { SourceDocument } from '../../src/reading/open-document.ts'
import { type Fact, isFact, type Leaf, loadFacts } from '../../test/reading/markdown/facts.ts'
import { readLeaves, readWhole } from '../../test/reading/markdown/read.ts'

interface MeasureOptions {
  readonly only: string | null
  /** `tuned` or `kept`: documents that the words of topics were tried on, or those that were kept for the test. */
  readonly set?: string
  readonly show?: string
  readonly write?: boolean
}

/** A day near which the documents are set. */
const today = '2026-11-30'
/** The words of topics were tried on the documents up to this number, and on no later one. */
const lastTuned = 63

const counts = {
  values: 0,
  right: 0,
  told: 0,
  toldButWritten: 0,
  written: 0,
  found: 0,
  lines: 0,
  linesAbout: 0,
  lacking: 0,
  toldLacking: 0,
  passed: 0,
  passedFalsely: 0,
}
type Counts = typeof counts

export async function measureDocuments(root: string, options: MeasureOptions): Promise<void> {
  const folder = join(root, 'questionnaires', 'partnership-readiness')
  const loaded = await loadQuestionnaire(folder, '.', { root } as never)
  const { checks } = compileChecks(loaded.questionnaire)
  const rows: { readonly name: string; readonly counts: Counts; readonly read: number | null }[] =
    []
  for (const file of listDocuments(root, options)) {
    const bytes = readFileSync(file)
    const source = readWhole(bytes)
    const { value: plan } = decodePartly('plan', source.value, source.refused)
    if (plan === null || source.prose === null) throw new Error(`${file} is not read`)
    const marked = loadFacts(file.replace(/\.md$/, '.facts.yaml'))
    const { outcomes, read } = judgeDocument(checks, { plan, today }, source.prose)
    const own = { ...counts }
    countValues(own, readLeaves(bytes).leaves, marked.values, noteFor(options.show, file))
    for (const outcome of outcomes) {
      countOutcome(own, outcome, marked, source, noteFor(options.show, file))
    }
    rows.push({ name: basename(file), counts: own, read })
  }
  const table = writeTable(rows)
  process.stdout.write(table)
  if (options.write === true) {
    writeFileSync(join(root, 'docs', 'documents-read.md'), `${head}${table}`)
  }
}

function listDocuments(root: string, { only, set }: MeasureOptions): readonly string[] {
  const folder = join(root, 'test', 'documents')
  const numbered = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name))
  const examples = ['two-ngos/memorandum.md', 'two-companies/contract.md'].map((name) =>
    join(root, 'examples', name),
  )
  return [...numbered, ...examples].filter((file) => {
    const isTuned = !(Number.parseInt(basename(file), 10) > lastTuned)
    const isInSet = set === undefined || (set === 'tuned') === isTuned
    return isInSet && (only === null || file.includes(only))
  })
}

type Note = (kind: string, ...about: readonly unknown[]) => void

function noteFor(show: string | undefined, file: string): Note {
  return (kind, ...about) => {
    if (show === kind) process.stdout.write(`${basename(file)}: ${about.join(' ')}\n`)
  }
}

/** Of the values read, those that the document says there. A text may hold more than the one that was marked. */
function countValues(own: Counts, leaves: readonly Leaf[], facts: readonly Fact[], note: Note) {
  for (const leaf of leaves) {
    own.values++
    if (isFact(leaf, facts) || facts.some((fact) => isPartOf(fact, leaf))) own.right++
    else note('false', leaf.line, leaf.at, JSON.stringify(leaf.value))
  }
}

function isPartOf({ at, is, line }: Fact, leaf: Leaf): boolean {
  const [first = 0] = [line].flat()
  const fits = [at].flat().some((path) => fold(path) === fold(leaf.at))
  const texts = [is].flat().map(fold)
  const near = Math.abs(first - leaf.line) <= 2
  return fits && near && texts.some((text) => text.length > 12 && fold(leaf.value).includes(text))
}

function fold(value: unknown): string {
  return String(value)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function countOutcome(
  own: Counts,
  { check, visits, passed, unread, topicLines }: DocumentOutcome,
  marked: ReturnType<typeof loadFacts>,
  source: SourceDocument,
  note: Note,
): void {
  const written = marked.written[check.id]
  const about = marked.about[check.id]
  const isUnread = visits === 0 && unread.length > 0
  const isTold = visits > passed
  if (visits === 0 && !isUnread) return
  if (isTold) own.told++
  if (isTold && written !== undefined) {
    own.toldButWritten++
    note('missed', check.id, written)
  }
  if (written !== undefined) own.written++
  if (written !== undefined && !isTold) own.found++
  if (isUnread) {
    const fair = new Set([...(written ?? []), ...(about ?? [])])
    const lines =
      topicLines.length > 0 ? topicLines : unread.map((path) => source.span(path, 'value').line)
    for (const line of new Set(lines)) {
      own.lines++
      if (fair.has(line)) own.linesAbout++
      else note('lines', check.id, line, 'marked:', [...fair])
    }
  }
  const isLacking = written === undefined && about === undefined && check.for === undefined
  if (isLacking && visits + unread.length > 0 && passed < Math.max(visits, 1)) {
    own.lacking++
    if (isTold) own.toldLacking++
    else note('lacking', check.id, topicLines)
  }
  if (visits > 0 && !isTold) {
    own.passed++
    if (written === undefined) {
      own.passedFalsely++
      note('passed', check.id, about === undefined ? '' : 'about')
    }
  }
}

const columns = [
  ['values', 'right', 'Values that are right'],
  ['told', 'toldButWritten', 'Told as missing, and written'],
  ['written', 'found', 'Written, and read or pointed to'],
  ['lines', 'linesAbout', 'Lines pointed to, about the topic'],
  ['lacking', 'toldLacking', 'Lacking, and told as not found'],
  ['passed', 'passedFalsely', 'Passed, and not written'],
] as const

function writeTable(
  rows: readonly { readonly name: string; readonly counts: Counts; readonly read: number | null }[],
): string {
  const isTuned = ({ name }: { readonly name: string }) => !(Number.parseInt(name, 10) > lastTuned)
  const sum = (name: string, of: typeof rows) => {
    const all = { ...counts }
    for (const row of of) for (const key of keys) all[key] += row.counts[key]
    return of.length === 0 ? [] : [{ name: `**${name}** (${of.length})`, counts: all, read: null }]
  }
  const all = [
    ...rows,
    ...sum('tried while the words were written', rows.filter(isTuned)),
    ...sum(
      'kept for the test',
      rows.filter((row) => !isTuned(row)),
    ),
  ]
  const lines = all.map(({ name, counts: own, read }) => {
    const cells = columns.map(([of, part]) => formatShare(own[part], own[of]))
    return `| ${[name, ...cells, read === null ? '' : `${Math.round(read * 100)} %`].join(' | ')} |`
  })
  const head = ['Document', ...columns.map(([, , title]) => title), 'Words read']
  return `| ${head.join(' | ')} |\n|${' --- |'.repeat(head.length)}\n${lines.join('\n')}\n`
}

const keys = Object.keys(counts) as (keyof Counts)[]

function formatShare(part: number, of: number): string {
  return of === 0 ? '–' : `${part}/${of} (${((100 * part) / of).toFixed(1)} %)`
}

const head = `<!-- Written by \`npm run documents -- --write\`. -->

# How well documents in prose are read

Partnership documents in the manner of many people were written for this test alone, and what they say was marked by hand before
the reader ran (\`test/documents\`). Of every check it is marked whether the document settles its point (written), deals with it
without settling it, or lacks it. Writers and markers were language models.

`
