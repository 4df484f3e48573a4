import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'

/** What is counted of the sources under one folder; files are named from there, with `/`. */
export interface House {
  readonly files: number
  readonly lines: number
  /** Lines outside `words/`. */
  readonly linesWithoutWords: number
  readonly exports: readonly Export[]
  readonly sentences: readonly Sentence[]
}

export interface Export {
  readonly file: string
  readonly name: string
}

/** A literal of several words: most likely something that a person reads. */
export interface Sentence {
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Reads every TypeScript file under a folder, such as `src`. */
export function measureHouse(folder: string): House {
  const files = listSources(folder)
  const sources = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  const countLines = (own: typeof sources) =>
    own.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0)
  const parsed = sources.map(({ file, text }) => ({ file, text, tree: parseSync(file, text) }))
  return {
    files: files.length,
    lines: countLines(sources),
    linesWithoutWords: countLines(sources.filter(({ file }) => !file.startsWith('words/'))),
    exports: parsed.flatMap(({ file, tree }) =>
      tree.module.staticExports
        .flatMap(({ entries }) => entries)
        .flatMap(({ exportName: { name } }) => (name === null ? [] : [{ file, name }])),
    ),
    sentences: parsed.flatMap(({ file, text, tree }) => listSentences(file, text, tree.program)),
  }
}

/** Names that more than one file exports, each with its files. */
export function listDoubles(exports: readonly Export[]): readonly (readonly [string, string[]])[] {
  const files = new Map<string, string[]>()
  for (const { file, name } of exports) files.set(name, [...(files.get(name) ?? []), file])
  return [...files].filter(([, all]) => all.length > 1)
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
}

const minWords = 3

function listSentences(file: string, text: string, program: unknown): readonly Sentence[] {
  const found: Sentence[] = []
  visit(program, (node) => {
    const words = readText(node)
    if (words === null || countWords(words) < minWords) return
    found.push({ file, line: text.slice(0, node.start).split('\n').length, text: words })
  })
  return found
}

interface TreeNode {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** Nodes that hold no text of the program: types, and the names of modules. */
const passedOver = /^(TS.*Type.*|TSInterface.*|Import.*|Export(All|Specifier).*)$/

/** A fault of ours, which no user is to see. */
function isError({ type, callee }: TreeNode): boolean {
  return type === 'NewExpression' && isNode(callee) && /Error$/.test(String(callee.name))
}

function visit(value: unknown, see: (node: TreeNode) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, see)
  if (!isNode(value)) return
  if (passedOver.test(value.type) || isError(value)) return
  see(value)
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === 'object' && key !== 'source') visit(child, see)
  }
}

/** The text of a string or a template, its holes as `…`; null for any other node. */
function readText(node: TreeNode): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateLiteral') return null
  const parts = node.quasis as readonly { readonly value: { readonly raw: string } }[]
  return parts.map(({ value }) => value.raw).join('…')
}

function countWords(text: string): number {
  return text.split(/[\s…]+/).filter((word) => /^["'“(]?[A-Za-z][a-z]+/.test(word)).length
}

/** Where literals of several words are no sentences for a person. */
const exempt: readonly (readonly [file: RegExp, because: string])[] = [
  [/^words\//, 'it is where the sentences are'],
  [
    /^questionnaire\/advice\/(plain-words|two-ideas|anchor-[a-z-]+|cannot-know)\.ts$/,
    'English that advice looks for in questionnaires',
  ],
  [/^checks\/(?:general-words|evidence)\.ts$/, 'words that documents have'],
  [/^model\/written-state\.ts$/, 'what people write for an answer that is none'],
  [/^model\/notations\.ts$/, 'English that dates, durations and numbers are read by'],
  [/^reading\/prose\/(?:vocabulary|looks)\.ts$/, 'English that documents are read by'],
  [/^reading\/syntax.*\.ts$/, 'texts of the YAML parser, by which its errors are told apart'],
  [/^render\/(html|form)\/style-sheet\.ts$/, 'CSS'],
  [/^render\/generated-mark\.ts$/, 'a mark that programs look for'],
]

export function isExemptFromWords(file: string): boolean {
  return exempt.some(([pattern]) => pattern.test(file))
}
