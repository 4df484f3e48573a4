import { basename, dirname, join } from 'node:path'
import { readPieces } from '../../files/read-input.ts'
import { exists } from '../../files/search.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { visibleLine } from '../../model/visible.ts'
import { draftMap } from '../../questionnaire/draft-map.ts'
import { responseFileOf } from '../../questionnaire/response-file-of.ts'
import { columnsOf, headerRows } from '../../questionnaire/table-columns.ts'
import { planTable } from '../../questionnaire/table-plan.ts'
import { type ImportedRow, importRow } from '../../questionnaire/table-rows.ts'
import { newYaml } from '../../reading/edit.ts'
import { longestRow, tooLong } from '../../reading/row-stream.ts'
import { decodeTable, delimiterOf, isUndecoded, parseTable } from '../../reading/table.ts'
import type { Io } from '../io.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { idOf, loadPartnership } from '../load/partnership.ts'
import { findProjectQuestionnaire } from '../load/project-questionnaires.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { refuseUndecodedHeader, responseOf, undecodedReason, unfit } from '../load/table.ts'
import { readAs, readSource } from '../source.ts'
import { writeNew } from '../starters.ts'

interface ImportOptions {
  readonly file: string
  readonly map?: string
  readonly output?: string
  readonly questionnaire?: string
}

/** Turns a form export into response files by a map; without one, drafts it and stops. */
export async function importTable(options: ImportOptions, io: Io): Promise<ExitCode> {
  const text = readTable(options.file)
  return options.map === undefined
    ? draft(options, text, io)
    : imported(options, options.map, text, io)
}

const mostBytes = 64 * 1024 * 1024

function readTable(file: string): string {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readPieces(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > mostBytes) {
      throw new Fault(`"${file}" is larger than the 64 MB that are imported`, {
        hint: 'Split it into several files',
      })
    }
  }
  const text = decodeTable(Buffer.concat(pieces))
  if (text.trim() === '') throw new Fault(`"${file}" is empty; expected a table with a header`)
  if (text.includes('\0')) throw new Fault(`"${file}" is no table in text; save it as CSV`)
  return text
}

function folderOf({ output = '.' }: ImportOptions): string {
  return output
}

async function draft(options: ImportOptions, text: string, io: Io): Promise<ExitCode> {
  const { file } = options
  const path = `${file.replace(/\.(csv|tsv|txt)$/i, '')}.map.yaml`
  if (exists(path)) {
    throw new Fault(`"${path}" exists already and is not overwritten`, {
      hint: `Import with it: accordant import ${file} --map ${path}`,
    })
  }
  const delimiter = delimiterOf(text)
  if (delimiter === null) {
    throw new Fault(
      `The first line of "${file}" is one cell; expected cells separated by , ; | or tabs`,
    )
  }
  const table = parseTable(text, delimiter)
  const all = table.rows.map(({ cells }) => cells)
  const header = headerRows(all)
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  const folder = folderOf(options)
  const partnership = exists(folder) ? loadPartnership(folder, undefined) : null
  const named =
    options.questionnaire ?? partnership?.config?.questionnaire ?? 'partnership-readiness'
  const base = options.questionnaire === undefined ? (partnership?.folder ?? '.') : '.'
  const { questionnaire } = await loadQuestionnaire(named, base, io)
  const drafted = draftMap({
    questionnaire,
    named,
    partnership: partnership?.id ?? idOf(folder),
    columns: columnsOf(all.slice(0, header)),
    header,
    delimiter,
    rows: all.slice(header),
  })
  const head = [
    `How the columns of ${basename(file)} become answers. Drafted from its header; correct it before use.`,
    ...drafted.notes,
  ]
  writeNew(path, newYaml(drafted.map, { head: head.map((note) => visibleLine(note)).join('\n') }))
  io.stdout.write(`wrote ${visibleLine(path)}\n`)
  for (const note of drafted.notes) io.stderr.write(`  ${visibleLine(note)}\n`)
  io.stderr.write(
    `\nNothing is imported yet. Correct the map; then:\n  accordant import ${visibleLine(file)} --map ${visibleLine(path)}\n`,
  )
  return exitCode.questionsOpen
}

/** Something about a row that was not imported. */
interface Told {
  readonly line: number
  readonly reason: string
}

async function imported(
  options: ImportOptions,
  mapPath: string,
  text: string,
  io: Io,
): Promise<ExitCode> {
  const { file } = options
  const map = readAs('map', readSource(mapPath)).value
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(mapPath), io)
  const delimiter = map.delimiter ?? delimiterOf(text)
  if (delimiter === null)
    throw new Fault(`"${file}" has one column; name its "delimiter" in "${mapPath}"`)
  const table = parseTable(text, delimiter)
  const header = map.header ?? 1
  if (table.rows.length < header) throw new Fault(`"${file}" has no ${header} lines of header`)
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  if (table.rows.length === header && table.broken.length === 0) {
    throw new Fault(`"${file}" has a header and no rows`)
  }
  const columns = columnsOf(table.rows.slice(0, header).map(({ cells }) => cells))
  const { plan, problems } = planTable(map, loaded.questionnaire, columns)
  if (problems.length > 0) throw unfit(file, mapPath, problems, { text, delimiter, columns })
  const folder = folderOf(options)
  const partnership =
    map.partnership ?? (exists(folder) ? loadPartnership(folder, undefined).id : idOf(folder))
  const refused: Told[] = [...table.broken]
  const blank: number[] = []
  const files = new Map<string, { readonly line: number; readonly text: string }>()
  for (const { line, cells } of table.rows.slice(header)) {
    if (cells.every((cell) => cell.trim() === '')) {
      blank.push(line)
      continue
    }
    const result = unreadable(cells) ?? importRow(plan, columns, cells, line)
    if ('refused' in result) {
      for (const reason of result.refused) refused.push({ line, reason })
      continue
    }
    const { partner, respondent } = result.row
    const path = join(folder, 'responses', `${partner}-${respondent}.yaml`)
    const before = files.get(path)
    if (before === undefined)
      files.set(path, { line, text: responseText(result.row, { partnership, loaded, io }) })
    else
      refused.push({
        line,
        reason: `"${respondent}" of "${partner}" is on line ${before.line} already`,
      })
  }
  refuseThere([...files.keys()])
  for (const [path, { text: content }] of files) {
    writeNew(path, content)
    io.stdout.write(`wrote ${visibleLine(path)}\n`)
  }
  const code = told(file, { refused, blank, unused: plan.unused, written: files.size, io })
  if (files.size > 0) tellUnknown(loaded, folder, io)
  return code
}

/** What was imported is of use only where its questionnaire is found again. */
function tellUnknown({ questionnaire, file }: LoadedQuestionnaire, folder: string, io: Io): void {
  if (file === null) return
  const partnership = loadPartnership(folder, undefined)
  if (partnership.config?.questionnaire !== undefined) return
  if (findProjectQuestionnaire(partnership, questionnaire.id) !== null) return
  io.stderr.write(
    `The questionnaire "${questionnaire.id}" is not in ${visibleLine(folder)}: name it in an accordant.yaml there, or with\n  accordant report ${visibleLine(folder)} --questionnaire ${visibleLine(file)}\n`,
  )
}

function unreadable(cells: readonly string[]): { readonly refused: readonly string[] } | null {
  if (cells.some(isUndecoded)) return { refused: [undecodedReason] }
  const length = cells.reduce((sum, cell) => sum + cell.length + 1, -1)
  return length > longestRow ? { refused: [tooLong] } : null
}

function refuseThere(paths: readonly string[]): void {
  const there = paths.filter(exists)
  const [first] = there
  if (first === undefined) return
  const more = there.length === 1 ? '' : `, and ${there.length - 1} more of these files`
  throw new Fault(`"${first}" exists already and is not overwritten${more}; nothing was imported`, {
    hint: 'Import to another folder with -o, or move what is there',
  })
}

function responseText(
  row: ImportedRow,
  { partnership, loaded, io }: { partnership: string; loaded: LoadedQuestionnaire; io: Io },
): string {
  const response = responseOf(row, { partnership, loaded, now: io.now() })
  return newYaml(responseFileOf(loaded.questionnaire, response))
}

function told(
  file: string,
  {
    refused,
    blank,
    unused,
    written,
    io,
  }: {
    readonly refused: readonly Told[]
    readonly blank: readonly number[]
    readonly unused: readonly string[]
    readonly written: number
    readonly io: Io
  },
): ExitCode {
  const name = visibleLine(file)
  for (const { line, reason } of refused.toSorted((a, b) => a.line - b.line)) {
    io.stderr.write(`${name}:${line} refused: ${visibleLine(reason)}\n`)
  }
  for (const line of blank) io.stderr.write(`${name}:${line} left out: the row is blank\n`)
  if (unused.length > 0) {
    const shown = unused.slice(0, 10).map((each) => `"${visibleLine(each)}"`)
    const more = unused.length > 10 ? ` and ${unused.length - 10} more` : ''
    io.stderr.write(`Neither used nor ignored by the map: ${shown.join(', ')}${more}\n`)
  }
  const rows = new Set(refused.map(({ line }) => line)).size
  io.stderr.write(`${written} imported, ${rows} refused\n`)
  return rows > 0 ? exitCode.findings : exitCode.fine
}
