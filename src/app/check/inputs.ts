import { findFiles, isFolder, isNameTaken, requireRealPath } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { type Kind, kinds, toKindMark } from '../../model/kind-names.ts'
import { isMap } from '../../model/value.ts'
import { isMarkdown, readIfOurs, readSource, type Source } from '../load/source.ts'

/** A file to check. */
export interface CheckInput {
  /** `-` is standard input. */
  readonly path: string
  /** Was it named, rather than found in a folder or by a pattern? Then it has to be an accordant file. */
  readonly named: boolean
}

/** The files that paths stand for: themselves, those in a folder, those that fit a pattern; each once, in the order given. */
export async function listInputs(paths: readonly string[]): Promise<{
  readonly inputs: readonly CheckInput[]
  readonly problems: readonly { readonly file: string; readonly fault: Fault }[]
}> {
  const inputs = new Map<string, CheckInput>()
  const problems: { file: string; fault: Fault }[] = []
  for (const path of paths) {
    const { files, named, faults } = await findInputFiles(path)
    problems.push(...faults.map((fault) => ({ file: path, fault })))
    for (const file of files) {
      const place = file !== '-' && isNameTaken(file) ? resolveRealPath(file) : file
      const before = inputs.get(place)
      if (before === undefined || (named && !before.named)) inputs.set(place, { path: file, named })
    }
  }
  return { inputs: [...inputs.values()], problems }
}

async function findInputFiles(path: string) {
  if (path === '-') return { files: [path], named: true, faults: [] }
  if (isFolder(path)) {
    const { files, problems } = findFiles(path)
    return { files, named: false, faults: problems }
  }
  if (isNameTaken(path) || !/[*?[{]/.test(path)) return { files: [path], named: true, faults: [] }
  const { globFiles } = await import('../../files/glob.ts')
  const files = globFiles(path)
  const faults =
    files.length > 0 ? [] : [new Fault({ say: 'pattern-without-files', pattern: path })]
  return { files, named: false, faults }
}

function resolveRealPath(file: string): string {
  try {
    return requireRealPath(file)
  } catch {
    return file
  }
}

/**
 * Reads a file, or standard input under `stdinName`. Null when it was found and is not an accordant file; a fault when it was
 * named and is not one, or cannot be read at all.
 */
export function openInput(
  { path, named }: CheckInput,
  stdinName: string | undefined,
): Source | null {
  if (!named) {
    const source = readIfOurs(path)
    return source !== null && isOurs(source) ? source : null
  }
  const source = readSource(path, stdinName)
  const { readable, value, text } = source.document
  const isEmpty = text.trim() === '' || (!isMarkdown(source.file) && (value ?? null) === null)
  if (!readable || isEmpty || isOurs(source)) return source
  const { file } = source
  throw isMarkdown(file)
    ? new Fault({ say: 'not-our-plan', file }, { say: 'begin-markdown-plan' })
    : new Fault({ say: 'not-our-file', file }, { say: 'begin-our-file', mark: guessMark(text) })
}

/** What a file should begin with, by what it says it is in other letters or in a comment, or by its keys. */
function guessMark(text: string): string {
  const written = /^[#\s"']*accordant["']?\s*:\s*["']?([a-z]+)/im.exec(text)?.[1]?.toLowerCase()
  const named = kinds.find((kind) => kind === written)
  const key = /^(answers|respondent|dimensions|levels|questions|limits|waivers|columns):/m.exec(
    text,
  )
  return toKindMark(named ?? kindsByKey.get(key?.[1] ?? '') ?? 'plan')
}

const kindsByKey: ReadonlyMap<string, Kind> = new Map([
  ['answers', 'response'],
  ['respondent', 'response'],
  ['dimensions', 'questionnaire'],
  ['levels', 'questionnaire'],
  ['questions', 'dimension'],
  ['limits', 'config'],
  ['waivers', 'config'],
  ['columns', 'map'],
])

/** Unreadable text is ours if one of its lines looks like our key; a file without text was looked at before. */
function isOurs({ document: { readable, value, text } }: Source): boolean {
  if (text.trim() === '') return true
  if (readable) return isMap(value) && Object.hasOwn(value, 'accordant')
  return /^[\s{]*["']?accordant["']?\s*:/m.test(text)
}
