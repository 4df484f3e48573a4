import { basename, dirname, join, relative, resolve } from 'node:path'
import {
  exists,
  findFiles,
  isFolder,
  isLink,
  isNameTaken,
  listFolderNames,
  resolveRealPath,
} from '../../files/search.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Kind } from '../../model/kind-names.ts'
import type { Message } from '../../words/message.ts'
import { getSourceKind, isWord, peek, planNames, type Source } from './source.ts'

const folderName = 'responses'

/** Is it a file that may hold a response? */
export function isResponseName(file: string): boolean {
  return /\.(ya?ml|json)$/.test(file)
}

/** Does a file lie in the `responses` of a partnership's folder, however deep? */
export function isInResponses(file: string, folder: string): boolean {
  const home = resolve(folder)
  const responses = basename(home) === folderName ? home : join(home, folderName)
  const path = relative(responses, resolve(file))
  return path !== '' && !/^\.\.(?:[\\/]|$)/.test(path)
}

/** The folder whose `responses` a file lies in; null where it lies in none. */
export function findResponsesHome(file: string): string | null {
  for (let folder = dirname(file); ; folder = join(folder, '..')) {
    const path = resolve(folder)
    if (basename(path) === folderName) return join(folder, '..')
    if (path === dirname(path)) return null
  }
}

/** Has a folder settings, a plan or a response of ours? A Word file alone says nothing: others call theirs `plan.docx` too. */
export function isPartnershipFolder(folder: string): boolean {
  const names = listFolderNames(folder)
  if (names.includes('accordant.yaml')) return true
  const plans = names.filter((name) => planNames.includes(name) && !isWord(name))
  return plans.some((name) => peek(join(folder, name)) !== null) || peekResponses(folder).length > 0
}

/** The responses right in a folder and in its `responses`, as far as they can be read. */
export function peekResponses(folder: string): readonly Source[] {
  const beside = listFolderNames(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => join(folder, name))
  const responses = join(folder, folderName)
  return peekEach([...beside, ...(isFolder(responses) ? findFiles(responses).files : [])])
}

/** Those in a folder and all the folders in it. */
export function peekAllResponses(folder: string): readonly Source[] {
  return peekEach(findFiles(folder).files)
}

function peekEach(files: readonly string[]): readonly Source[] {
  return files.filter(isResponseName).flatMap((path) => {
    const source = peek(path)
    return source !== null && getSourceKind(source) === 'response' ? [source] : []
  })
}

/** Where a response was emptied, a new first line would not bring the answers back. */
export function adviseOnEmptyResponse(
  findings: readonly PlacedFinding[],
): readonly PlacedFinding[] {
  return findings.map((finding) =>
    finding.message.say === 'file-empty'
      ? { ...finding, fix: { say: 'restore-answers' } }
      : finding,
  )
}

/** A file among the responses that is none, though somebody's answers may be in it. */
export interface StrayFile {
  readonly file: string
  /** What to do about it. */
  readonly cure: Message
}

/** A file that cannot be read as a response, by its name; null where it is a report that we wrote. */
export function describeStray(file: string): StrayFile | null {
  const name = basename(file)
  if (isReport(file)) return null
  const inside = /^(.*\.(?:ya?ml|json))\.[^.]+$/i.exec(name)?.[1] ?? name
  const renamed = inside.replace(/\.(ya?ml|json)$/i, (ending) => ending.toLowerCase())
  const isFree = renamed !== name && !isNameTaken(join(dirname(file), renamed))
  if (isFree) return { file, cure: { say: 'stray-rename', name: renamed } }
  return {
    file,
    cure: /\.(csv|tsv|xlsx?|ods)$/i.test(name) ? { say: 'stray-table' } : { say: 'stray-other' },
  }
}

/**
 * What a search of the responses skipped, so that nobody vanishes; null where it is a report that we wrote, or leads to what counts
 * already.
 */
export function describeSkipped(path: string): StrayFile | null {
  if (isReport(path)) return null
  if (!isLink(path)) return { file: path, cure: { say: 'stray-folder' } }
  if (!exists(path)) return { file: path, cure: { say: 'stray-link-to-nowhere' } }
  const home = findResponsesHome(path)
  if (home !== null && isInResponses(resolveRealPath(path), resolveRealPath(home))) return null
  return { file: path, cure: { say: isFolder(path) ? 'stray-folder-link' : 'stray-link' } }
}

function isReport(file: string): boolean {
  return /^report(\.new(-\d+)?)?\.(md|html|docx|csv)$/.test(basename(file))
}

/** A file of ours of another kind; null where it is a response, or a result that we wrote. */
export function describeOtherKind(file: string, kind: Kind): StrayFile | null {
  if (kind === 'response' || kind === 'result') return null
  return { file, cure: { say: 'stray-kind', kind } }
}

/** The same for `check`: it is about the file as a whole. */
export function toStrayFinding({ file, cure }: StrayFile): PlacedFinding {
  return {
    id: 'responses.stray',
    severity: 'warning',
    message: { say: 'stray-file' },
    path: [],
    at: 'value',
    fix: cure,
    file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
    excerpt: '',
  }
}
