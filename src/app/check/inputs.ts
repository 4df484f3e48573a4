import { basename, dirname, join, resolve } from 'node:path'
import { createIgnoreFinder } from '../../files/ignored.ts'
import { findFiles, isFolder, isNameTaken, resolveRealPath } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { type Kind, kinds, toKindMark } from '../../model/kind-names.ts'
import {
  describeSkipped,
  describeStray,
  findResponsesHome,
  isPartnershipFolder,
  isResponseName,
  type StrayFile,
} from '../load/responses-folder.ts'
import {
  getSourceKind,
  isOurs,
  isWord,
  peek,
  readIfOurs,
  readNamedSource,
  readSource,
  type Source,
} from '../load/source.ts'

/** A file to check. */
export interface CheckInput {
  /** `-` is standard input. */
  readonly path: string
  /** Was it named, rather than found in a folder or by a pattern? Then it has to be an accordant file. */
  readonly named: boolean
  /** Does it lie among the responses of a partnership? Then it has to be one. */
  readonly isExpected: boolean
}

/** The files that paths stand for: themselves, those in a folder, those that fit a pattern; each once, in the order given. */
export async function listInputs(paths: readonly string[]): Promise<{
  readonly inputs: readonly CheckInput[]
  /** Files among the responses of a partnership that are none. */
  readonly strays: readonly StrayFile[]
  readonly problems: readonly { readonly file: string; readonly fault: Fault }[]
}> {
  const inputs = new Map<string, CheckInput>()
  const strays = new Map<string, StrayFile>()
  const problems: { file: string; fault: Fault }[] = []
  const isAmongResponses = createResponsesFinder()
  for (const path of paths) {
    const { files, named, others, skipped, faults } = await findInputFiles(path, isAmongResponses)
    problems.push(...faults.map((fault) => ({ file: path, fault })))
    for (const file of files) {
      const place = file === '-' ? file : resolveRealPath(file)
      const before = inputs.get(place)
      const isExpected = !named && isResponseName(file) && isAmongResponses(file)
      if (before === undefined || (named && !before.named))
        inputs.set(place, { path: file, named, isExpected })
    }
    for (const file of others.filter(isAmongResponses)) {
      const stray = describeStray(file)
      if (stray !== null) strays.set(resolveRealPath(file), stray)
    }
    for (const place of skipped.filter((each) => isAmongResponses(join(each, 'one')))) {
      const read = inputs.get(resolveRealPath(place))
      const stray = read !== undefined && isResponse(read.path) ? null : describeSkipped(place)
      if (stray !== null) strays.set(resolve(place), stray)
    }
  }
  return { inputs: [...inputs.values()], strays: [...strays.values()], problems }
}

function isResponse(file: string): boolean {
  const source = peek(file)
  return source !== null && getSourceKind(source) === 'response'
}

/**
 * What git ignores is passed over, except in the `responses` of a partnership: many keep answers out of git, and nobody may
 * vanish.
 */
async function findInputFiles(path: string, isAmongResponses: (file: string) => boolean) {
  const nothing = { others: [], skipped: [], faults: [] }
  const ignoredIn = (folder: string) => {
    const isIgnored = createIgnoreFinder(folder)
    return (each: string, isFolder: boolean) =>
      isIgnored(each, isFolder) && !isAmongResponses(isFolder ? join(each, 'one') : each)
  }
  if (path === '-') return { files: [path], named: true, ...nothing }
  if (isFolder(path)) {
    const { files: all, problems, skipped } = findFiles(path, /^/, ignoredIn(path))
    const files = all.filter(
      (file) => isResponseName(file) || file.endsWith('.md') || isWordPlan(file),
    )
    const others = all.filter((file) => !isResponseName(file) && !isWordPlan(file))
    return { files, named: false, others, skipped, faults: problems }
  }
  if (isNameTaken(path) || !/[*?[{]/.test(path)) return { files: [path], named: true, ...nothing }
  const { findPatternFolder, globFiles } = await import('../../files/glob.ts')
  const all = globFiles(path, ignoredIn(findPatternFolder(path)))
  // Word files are read where they are named, or are a partnership's plan.
  const files = all.filter((file) => !isWord(file) || isWordPlan(file))
  const fault = new Fault(
    { say: 'pattern-without-files', pattern: path },
    { hint: { say: 'pattern-without-files-hint' } },
  )
  return { ...nothing, files, named: false, faults: all.length > 0 ? [] : [fault] }
}

/** The plan of a partnership, where people wrote it in Word. */
function isWordPlan(file: string): boolean {
  return basename(file) === 'plan.docx' && isPartnershipFolder(dirname(file))
}

/** Tells whether a file lies among the responses of a partnership; each folder is looked at once. */
function createResponsesFinder(): (file: string) => boolean {
  const known = new Map<string, boolean>()
  return (file) => {
    const home = findResponsesHome(file)
    if (home === null) return false
    const isOurs = known.get(home) ?? isPartnershipFolder(home)
    known.set(home, isOurs)
    return isOurs
  }
}

/**
 * Reads a file, or standard input under `stdinName`. Null when it was found, is not an accordant file and need not be one; a
 * fault when it was named and is not one, or cannot be read at all.
 */
export async function openInput(
  { path, named, isExpected }: CheckInput,
  stdinName: string | undefined,
): Promise<Source | null> {
  if (isExpected) return readSource(path)
  if (!named) {
    const source = isWord(path) ? await readNamedSource(path) : readIfOurs(path)
    return source !== null && isOurs(source) ? source : null
  }
  const source = await readNamedSource(path, stdinName)
  const { readable, value, text } = source.document
  const isEmpty = text.trim() === '' || (value ?? null) === null
  if (!readable || isEmpty || isOurs(source)) return source
  const { file } = source
  throw new Fault({ say: 'not-our-file', file }, { say: 'begin-our-file', mark: guessMark(text) })
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
