import { basename } from 'node:path'
import { noteInput } from '../../files/inputs.ts'
import { lookInto, readInput, readStdin } from '../../files/read-input.ts'
import type { DecodeResult } from '../../model/by-schema.late.ts'
import { decode, decodeChanges, decodePartly, findKind } from '../../model/decode.ts'
import { Fault } from '../../model/fault.ts'
import type { ChangesByKind, DecodedFile } from '../../model/file-schemas.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import { isRunOutput, type Kind, kinds } from '../../model/kind-names.ts'
import { isMap } from '../../model/value.ts'
import { findForeignKind } from '../../reading/foreign-file.ts'
import { readMarkdownPlan } from '../../reading/markdown-plan.late.ts'
import type { SourceDocument } from '../../reading/open-document.ts'
import { readYaml } from '../../reading/yaml.ts'
import type { Message } from '../../words/message.ts'
import { hidePrivateLines } from './private-lines.ts'

/** A file that has been read, with what is wrong in it so far. */
export interface Source {
  /** As given, with `/`. */
  readonly file: string
  readonly document: SourceDocument
}

/** `-` is standard input; `stdinName` says what it would be called. */
export function readSource(path: string, stdinName = '<stdin>'): Source {
  const file = (path === '-' ? stdinName : path).replaceAll('\\', '/')
  if (path === '-') noteInput(file)
  const bytes = path === '-' ? readStdin() : readInput(path)
  return { file, document: readDocument(bytes, file, true) }
}

/** As `readSource`, where the file may be a Word document: only such a one takes time. */
export async function readNamedSource(path: string, stdinName?: string): Promise<Source> {
  const file = (path === '-' ? (stdinName ?? '') : path).replaceAll('\\', '/')
  if (!isWord(file)) return readSource(path, stdinName)
  if (path === '-') noteInput(file)
  const { readWordPlan } = await import('../../reading/word-plan.late.ts')
  return { file, document: await readWordPlan(path === '-' ? readStdin() : readInput(path), file) }
}

function readDocument(bytes: Uint8Array, file: string, isNamed: boolean): SourceDocument {
  if (isMarkdown(file)) return readMarkdownPlan(bytes, file, isNamed)
  return hidePrivateLines(readYaml(bytes, file))
}

export function isMarkdown(file: string): boolean {
  return file.toLowerCase().endsWith('.md')
}

/** By its name; others than `.docx` are read too, to say what is wrong with them. */
export function isWord(file: string): boolean {
  return /\.(?:docx|docm|dotx|dotm|doc)$/i.test(file)
}

/**
 * As `readSource`, of a file that was found rather than named: null when nothing in it is for us. What people wrote is an input
 * of the run, even where it is passed over; what an earlier run wrote is not, so that this one may write it again.
 */
export function readIfOurs(path: string): Source | null {
  const bytes = lookInto(path)
  const isOurPlan = hasOurName(path) && (isBlank(bytes) || findForeignKind(bytes) !== null)
  if (!mentionsUs(bytes) && !isOurPlan) return null
  if (isMarkdown(path) && beginsWithText(bytes)) return null
  const file = path.replaceAll('\\', '/')
  const source = { file, document: readDocument(bytes, file, false) }
  const isUndecoded = !source.document.readable && source.document.text === ''
  if (isUndecoded && !isOurPlan && !namesKind(bytes)) return null
  if (isOurs(source) && !isRunOutput(findNamedKind(source))) noteInput(path)
  return source
}

/** As `readIfOurs`; null too where the file cannot be read. */
export function peek(path: string): Source | null {
  try {
    return readIfOurs(path)
  } catch (error) {
    if (error instanceof Fault) return null
    throw error
  }
}

/** Unreadable text is ours if one of its lines looks like our key; a file without text was looked at before. */
export function isOurs({ document: { readable, value, text } }: Source): boolean {
  if (text.trim() === '') return true
  if (readable) return isMap(value) && Object.hasOwn(value, 'accordant')
  return /^[\s{]*["']?accordant["']?\s*:/m.test(text)
}

/** A cheap look for the key `accordant`, before a file of somebody else's is parsed. */
export function mentionsUs(bytes: Uint8Array): boolean {
  const buffer = toBuffer(bytes)
  if (buffer.includes('accordant')) return true
  // Found with the high bytes first too, at an odd offset.
  return bytes.subarray(0, 4).includes(0) && buffer.includes(Buffer.from('accordant', 'utf16le'))
}

/** No front matter: for such Markdown its reader is not worth loading. */
function beginsWithText([first = 0]: Uint8Array): boolean {
  return first > 0x20 && first < 0x7f && first !== '-'.charCodeAt(0)
}

/** In a file that is too large to be decoded, or in another encoding, the key is looked for as it is mostly written. */
function namesKind(bytes: Uint8Array): boolean {
  const head = toBuffer(bytes.subarray(0, 64 * 1024))
    .toString('latin1')
    .replaceAll('\0', '')
  return /accordant["']?\s*:\s*["']?[a-z]+\/\d/.test(head)
}

/** What a partnership's plan may be called in its folder, where the settings name no other. */
export const planNames: readonly string[] = ['plan.yaml', 'plan.md', 'plan.docx']

/** A partnership's plan is ours even when nothing is in it any more, or something that is no text. */
function hasOurName(path: string): boolean {
  return planNames.includes(basename(path))
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 1_000 && toBuffer(bytes).toString('latin1').trim() === ''
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** The kind that the file says it is; null when it is no kind of accordant file. */
export function getSourceKind(source: Source): Kind | null {
  return findKind(source.document.value)
}

/** As `getSourceKind`; in text that cannot be read, or names no kind that we know, by what its first lines look like. */
export function findNamedKind(source: Source): Kind | null {
  const word = /^[\s{]*["']?accordant["']?\s*:\s*["']?([a-z]+)/m.exec(source.document.text)?.[1]
  return getSourceKind(source) ?? kinds.find((kind) => kind === word) ?? null
}

export interface DecodedSource<T> {
  readonly value: T | null
  readonly findings: readonly PlacedFinding[]
}

/** Everything that is wrong with a file of a kind, and its value where it can be used. */
export function decodeSource<K extends Kind>(
  kind: K,
  source: Source,
): DecodedSource<DecodedFile<K>> {
  return decodeWith((value) => decode(kind, value), source)
}

/** The same for a file that says only how it differs from another. */
export function decodeSourceChanges<K extends keyof ChangesByKind>(
  kind: K,
  source: Source,
): DecodedSource<ChangesByKind[K]> {
  return decodeWith((value) => decodeChanges(kind, value), source)
}

/** What was understood of a file, where `value` may hold `unread`. */
export interface PartlyDecodedSource<T> extends DecodedSource<T> {
  /** Where something was not understood; nothing where all of the file was. */
  readonly refused: readonly UnreadPlace[]
}

/** A place of which nobody can say what is written there, with the line to look at. */
export type UnreadPlace = Pick<PlacedFinding, 'path' | 'line'>

/** As `decodeSource`, and of a file in which something is refused all the rest. */
export function decodeSourcePartly<K extends Kind>(
  kind: K,
  source: Source,
): PartlyDecodedSource<DecodedFile<K>> {
  const { document } = source
  const own = document.findings
  if (document.partial === undefined) return { value: null, findings: own, refused: own }
  const decoded = decodePartly(kind, document.partial, document.refused)
  const findings = [...own, ...placeFindings(source, decoded.findings)]
  const errors = findings.filter(({ severity }) => severity === 'error')
  const unread =
    document.prose === null
      ? []
      : document.refused.map(({ path }) => ({ path, line: document.span(path, 'value').line }))
  return { value: decoded.value, findings, refused: [...errors, ...unread] }
}

function decodeWith<T>(
  door: (value: unknown) => DecodeResult<T>,
  source: Source,
): DecodedSource<T> {
  const { document } = source
  const own = document.findings
  if (!document.readable) return { value: null, findings: own }
  const decoded = door(document.value)
  const findings = [...own, ...placeFindings(source, decoded.findings)]
  return {
    value: findings.some(({ severity }) => severity === 'error') ? null : decoded.value,
    findings,
  }
}

export function placeFindings(
  source: Source,
  findings: readonly Finding[],
): readonly PlacedFinding[] {
  return findings.map((finding) => source.document.place(finding))
}

/** The value of a file of a kind, with warnings in `findings`; stops with every finding when it cannot be used. */
export function readAs<K extends Kind>(
  kind: K,
  source: Source,
): { readonly value: DecodedFile<K>; readonly findings: readonly PlacedFinding[] } {
  const { value, findings } = decodeSource(kind, source)
  if (value === null) throw createUnusableFault(kind, source.file, findings)
  return { value, findings }
}

/** `more` problems are only counted. */
export function createUnusableFault(
  kind: Kind,
  file: string,
  findings: readonly PlacedFinding[],
  { more = 0, hint = null }: { readonly more?: number; readonly hint?: Message | null } = {},
): Fault {
  const errors = findings.filter(({ severity }) => severity === 'error')

  return new Fault(
    { say: 'file-unusable', kind, file, problems: errors.length === 1 ? 1 : errors.length + more },
    { findings: errors, hint },
  )
}
