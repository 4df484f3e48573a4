import { extname } from 'node:path'
import { exists } from '../files/search.ts'
import { Fault } from '../model/fault.ts'
import type { Message } from '../words/message.ts'

/** What people ask for who want a file, where a command writes formats to files that are named with them. */

interface Output {
  readonly name: string
  readonly file: string | null
}

/** Formats by the ending of their files. */
const formatsByEnding: ReadonlyMap<string, readonly string[]> = new Map([
  ['.htm', ['html']],
  ['.html', ['html']],
  ['.md', ['markdown']],
  ['.markdown', ['markdown']],
  ['.docx', ['docx']],
  ['.csv', ['csv', 'actions']],
  ['.json', ['json', 'gitlab']],
  ['.sarif', ['sarif']],
  ['.xml', ['junit']],
  ['.txt', ['text']],
  ['.xlsx', ['xlsform']],
])

/** Formats of other programs, by the words for them. */
const madeByHand: ReadonlyMap<string, string> = new Map([
  ['pdf', 'pdf'],
  ...['doc', 'word', 'odt', 'rtf'].map((word) => [word, 'word'] as const),
  ...['xlsx', 'xls', 'excel', 'ods'].map((word) => [word, 'excel'] as const),
])

/** How to get what somebody names in place of a format; null where there is no telling. */
export function findFormatHint(word: string, known: readonly string[]): Message | null {
  const ending = extname(word).toLowerCase()
  const format = findFormat(word, known)
  if (format !== undefined) return { say: 'write-format-with-file', format, file: word }
  const other = madeByHand.get(ending.slice(1) || word.toLowerCase())
  return other === undefined || !known.includes('html')
    ? null
    : { say: 'format-made-by-hand', format: other }
}

/** `-o FILE` of other programs. */
export function refuseOutputOption(file: string | undefined, known: readonly string[]): void {
  if (file === undefined) return
  throw new Fault({ say: 'output-option-unknown' }, { hint: findFormatHint(file, known) })
}

/** `--format html report.html`: with a space between, the file is one to be read. */
export function refuseFilesApart(outputs: readonly Output[], paths: readonly string[]): void {
  for (const { name, file } of outputs) {
    const apart = paths.find(
      (path) => findFormat(path, [name]) !== undefined && (name === 'html' || !exists(path)),
    )
    if (file !== null || apart === undefined) continue
    throw new Fault(
      { say: 'format-file-apart', file: apart },
      { say: 'write-format-with-file', format: name, file: apart },
    )
  }
}

/**
 * What `--format NAME[=FILE]` and `-o FILE` ask for, as the former alone. One format without a file takes the one file; else a file's ending names
 * its format.
 */
export function mergeOutputFiles(
  formats: readonly string[] | undefined,
  files: readonly string[] | undefined,
  known: readonly string[],
): readonly string[] | undefined {
  if (files === undefined) return formats
  const [format, ...more] = formats ?? []
  const [file, ...others] = files
  const isPair = more.length === 0 && others.length === 0 && file !== undefined
  if (isPair && format !== undefined && !format.includes('=')) {
    const ending = findFormat(file, known)
    if (ending !== undefined && findFormat(file, [format]) === undefined) {
      throw new Fault({ say: 'output-ending-differs', file, format })
    }
    return [`${format}=${file}`]
  }
  return [...(formats ?? []), ...files.map((own) => `${nameFormat(own, known)}=${own}`)]
}

function nameFormat(file: string, known: readonly string[]): string {
  const format = findFormat(file, known)
  if (format !== undefined) return format
  const other = madeByHand.get(extname(file).toLowerCase().slice(1))
  throw new Fault(
    { say: 'output-ending-unknown', file },
    other === undefined
      ? { say: 'output-ending-unknown-hint' }
      : { say: 'format-made-by-hand', format: other },
  )
}

function findFormat(file: string, known: readonly string[]): string | undefined {
  return formatsByEnding.get(extname(file).toLowerCase())?.find((name) => known.includes(name))
}
