import { basename, dirname, join } from 'node:path'
import type { LoadedQuestionnaire } from '../../app/load/loaded-questionnaire.ts'
import { loadPartnership, toPartnershipId } from '../../app/load/partnership.ts'
import { findProjectQuestionnaire } from '../../app/load/project-questionnaires.ts'
import { loadQuestionnaire } from '../../app/load/questionnaire.ts'
import { readAs, readSource } from '../../app/load/source.ts'
import {
  createMisfitFault,
  refuseUndecodedHeader,
  toResponse,
  undecodedReason,
} from '../../app/load/table.ts'
import { writeNew } from '../../app/starters/starters.ts'
import { readInputChunks } from '../../files/read-input.ts'
import { exists } from '../../files/search.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { draftMap } from '../../questionnaire/draft-map.ts'
import { buildTableColumns, countHeaderRows } from '../../questionnaire/table-columns.ts'
import { resolveTableMap } from '../../questionnaire/table-mapping.ts'
import { type ImportedRow, importRow } from '../../questionnaire/table-rows.ts'
import { toResponseFile } from '../../questionnaire/to-response-file.ts'
import { writeYaml } from '../../reading/edit.ts'
import { maxRowLength } from '../../reading/row-stream.ts'
import { decodeTable, findDelimiter, isUndecoded, parseTable } from '../../reading/table.ts'
import type { Message } from '../../words/message.ts'
import { say } from '../../words/say-message.ts'
import type { Io } from '../io.ts'

interface ImportOptions {
  readonly file: string
  readonly map?: string
  readonly output?: string
  readonly questionnaire?: string
}

/** Turns a form export into response files by a map; without one, drafts it and stops. */
export async function runImport(options: ImportOptions, io: Io): Promise<ExitCode> {
  const text = readTable(options.file)
  return options.map === undefined
    ? writeDraftMap(options, text, io)
    : importRows(options, options.map, text, io)
}

const maxTableBytes = 64 * 1024 * 1024

function readTable(file: string): string {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readInputChunks(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > maxTableBytes) {
      throw new Fault(`"${file}" is larger than the 64 MB that are imported`, {
        hint: 'Split it into several files',
      })
    }
  }
  const text = decodeTable(Buffer.concat(pieces))
  if (text.trim() === '') throw new Fault({ say: 'table-empty', file })
  if (text.includes('\0')) throw new Fault({ say: 'table-not-text', file })
  return text
}

function getOutputFolder({ output = '.' }: ImportOptions): string {
  return output
}

async function writeDraftMap(options: ImportOptions, text: string, io: Io): Promise<ExitCode> {
  const { file } = options
  const path = `${file.replace(/\.(csv|tsv|txt)$/i, '')}.map.yaml`
  if (exists(path)) {
    throw new Fault(`"${path}" exists already and is not overwritten`, {
      hint: `Import with it: accordant import ${file} --map ${path}`,
    })
  }
  const delimiter = findDelimiter(text)
  if (delimiter === null) {
    throw new Fault(
      `The first line of "${file}" is one cell; expected cells separated by , ; | or tabs`,
    )
  }
  const table = parseTable(text, delimiter)
  const all = table.rows.map(({ cells }) => cells)
  const header = countHeaderRows(all)
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  const folder = getOutputFolder(options)
  const partnership = exists(folder) ? loadPartnership(folder, undefined) : null
  const named =
    options.questionnaire ?? partnership?.config?.questionnaire ?? 'partnership-readiness'
  const base = options.questionnaire === undefined ? (partnership?.folder ?? '.') : '.'
  const { questionnaire } = await loadQuestionnaire(named, base, io)
  const drafted = draftMap({
    questionnaire,
    named,
    partnership: partnership?.id ?? toPartnershipId(folder),
    columns: buildTableColumns(all.slice(0, header)),
    header,
    delimiter,
    rows: all.slice(header),
  })
  const head = [
    `How the columns of ${basename(file)} become answers. Drafted from its header; correct it before use.`,
    ...drafted.notes,
  ]
  writeNew(
    path,
    writeYaml(drafted.map, { head: head.map((note) => makeVisibleLine(note)).join('\n') }),
  )
  io.stdout.write(`wrote ${makeVisibleLine(path)}\n`)
  for (const note of drafted.notes) io.stderr.write(`  ${makeVisibleLine(note)}\n`)
  io.stderr.write(
    `\nNothing is imported yet. Correct the map; then:\n  accordant import ${makeVisibleLine(file)} --map ${makeVisibleLine(path)}\n`,
  )
  return exitCodes.questionsOpen
}

/** Something about a row that was not imported. */
interface RefusedRow {
  readonly line: number
  readonly reason: Message | string
}

async function importRows(
  options: ImportOptions,
  mapPath: string,
  text: string,
  io: Io,
): Promise<ExitCode> {
  const { file } = options
  const map = readAs('map', readSource(mapPath)).value
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(mapPath), io)
  const delimiter = map.delimiter ?? findDelimiter(text)
  if (delimiter === null) throw new Fault({ say: 'table-one-column', file, map: mapPath })
  const table = parseTable(text, delimiter)
  const header = map.header ?? 1
  if (table.rows.length < header) throw new Fault({ say: 'table-header-short', file, header })
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  if (table.rows.length === header && table.broken.length === 0) {
    throw new Fault(`"${file}" has a header and no rows`)
  }
  const columns = buildTableColumns(table.rows.slice(0, header).map(({ cells }) => cells))
  const { plan, problems } = resolveTableMap(map, loaded.questionnaire, columns)
  if (problems.length > 0)
    throw createMisfitFault(file, mapPath, problems, { text, delimiter, columns })
  const folder = getOutputFolder(options)
  const partnership =
    map.partnership ??
    (exists(folder) ? loadPartnership(folder, undefined).id : toPartnershipId(folder))
  const refused: RefusedRow[] = [...table.broken]
  const blank: number[] = []
  const files = new Map<string, { readonly line: number; readonly text: string }>()
  for (const { line, cells } of table.rows.slice(header)) {
    if (cells.every((cell) => cell.trim() === '')) {
      blank.push(line)
      continue
    }
    const result = findReadProblem(cells) ?? importRow(plan, columns, cells, line)
    if ('refused' in result) {
      for (const reason of result.refused) refused.push({ line, reason })
      continue
    }
    const { partner, respondent } = result.row
    const path = join(folder, 'responses', `${partner}-${respondent}.yaml`)
    const before = files.get(path)
    if (before === undefined)
      files.set(path, { line, text: renderResponse(result.row, { partnership, loaded, io }) })
    else
      refused.push({
        line,
        reason: { say: 'row-repeated', respondent, partner, line: before.line },
      })
  }
  refuseExistingFiles([...files.keys()])
  for (const [path, { text: content }] of files) {
    writeNew(path, content)
    io.stdout.write(`wrote ${makeVisibleLine(path)}\n`)
  }
  const code = writeImportSummary(file, {
    refused,
    blank,
    unused: plan.unused,
    written: files.size,
    io,
  })
  if (files.size > 0) warnUnknownQuestionnaire(loaded, folder, io)
  return code
}

/** What was imported is of use only where its questionnaire is found again. */
function warnUnknownQuestionnaire(
  { questionnaire, file }: LoadedQuestionnaire,
  folder: string,
  io: Io,
): void {
  if (file === null) return
  const partnership = loadPartnership(folder, undefined)
  if (partnership.config?.questionnaire !== undefined) return
  if (findProjectQuestionnaire(partnership, questionnaire.id) !== null) return
  io.stderr.write(
    `The questionnaire "${questionnaire.id}" is not in ${makeVisibleLine(folder)}: name it in an accordant.yaml there, or with\n  accordant report ${makeVisibleLine(folder)} --questionnaire ${makeVisibleLine(file)}\n`,
  )
}

function findReadProblem(
  cells: readonly string[],
): { readonly refused: readonly (Message | string)[] } | null {
  if (cells.some(isUndecoded)) return { refused: [undecodedReason] }
  const length = cells.reduce((sum, cell) => sum + cell.length + 1, -1)
  return length > maxRowLength ? { refused: [{ say: 'row-too-long' }] } : null
}

function refuseExistingFiles(paths: readonly string[]): void {
  const there = paths.filter(exists)
  const [first] = there
  if (first === undefined) return
  const more = there.length === 1 ? '' : `, and ${there.length - 1} more of these files`
  throw new Fault(`"${first}" exists already and is not overwritten${more}; nothing was imported`, {
    hint: 'Import to another folder with -o, or move what is there',
  })
}

function renderResponse(
  row: ImportedRow,
  { partnership, loaded, io }: { partnership: string; loaded: LoadedQuestionnaire; io: Io },
): string {
  const response = toResponse(row, { partnership, loaded, now: io.now() })
  return writeYaml(toResponseFile(loaded.questionnaire, response))
}

function writeImportSummary(
  file: string,
  {
    refused,
    blank,
    unused,
    written,
    io,
  }: {
    readonly refused: readonly RefusedRow[]
    readonly blank: readonly number[]
    readonly unused: readonly string[]
    readonly written: number
    readonly io: Io
  },
): ExitCode {
  const name = makeVisibleLine(file)
  for (const { line, reason } of refused.toSorted((a, b) => a.line - b.line)) {
    io.stderr.write(`${name}:${line} refused: ${makeVisibleLine(say(reason))}\n`)
  }
  for (const line of blank) io.stderr.write(`${name}:${line} left out: the row is blank\n`)
  if (unused.length > 0) {
    const shown = unused.slice(0, 10).map((each) => `"${makeVisibleLine(each)}"`)
    const more = unused.length > 10 ? ` and ${unused.length - 10} more` : ''
    io.stderr.write(`Neither used nor ignored by the map: ${shown.join(', ')}${more}\n`)
  }
  const rows = new Set(refused.map(({ line }) => line)).size
  io.stderr.write(`${written} imported, ${rows} refused\n`)
  return rows > 0 ? exitCodes.findings : exitCodes.fine
}
