import { join } from 'node:path'
import { removeLeftOvers } from '../../files/left-overs.ts'
import { readOutput } from '../../files/read-input.ts'
import { exists, getFileSize, isNameTaken, makeFolder } from '../../files/search.ts'
import { writeNewFiles } from '../../files/write-whole.ts'
import { findKind } from '../../model/decode.ts'
import { Fault } from '../../model/fault.ts'
import { unlistedPartners } from '../../model/partners.ts'
import { draftMap, type MapDraft } from '../../questionnaire/draft-map.ts'
import { buildTableColumns, countHeaderRows } from '../../questionnaire/table-columns.ts'
import { toResponseFile } from '../../questionnaire/to-response-file.ts'
import { writeYaml } from '../../reading/edit.ts'
import { createRowReader } from '../../reading/row-stream.ts'
import { decodeTable, findDelimiter, parseTable } from '../../reading/table.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { loadPartnership } from '../load/partnership.ts'
import { findPartnership, identifyPartnership } from '../load/partnership-id.ts'
import { findProjectQuestionnaire } from '../load/project-questionnaires.ts'
import { defaultQuestionnaire, loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import { type CollectedRow, createRowCollector, toResponse } from '../table/collect-rows.ts'
import {
  type OpenTable,
  openTable,
  readTablePieces,
  refuseUndecodedHeader,
} from '../table/open-table.ts'
import { createRowLog, type RowLog } from '../table/row-log.ts'
import type { World } from '../world.ts'

interface ImportResult {
  /** Response files that were written. */
  readonly written: readonly string[]
  /** Rows that were refused, and answers of other rows that could not be read. */
  readonly faults: number
  /** What there is to say of rows, columns and the questionnaire. */
  readonly notes: readonly Message[]
}

/**
 * Writes a response file in `folder` for each row of a table, or after a fault none; rows that cannot be used are named in the
 * notes. What an earlier import of the same row wrote is left as it is, so that the same command finishes one that was killed.
 */
export async function importTable(
  file: string,
  map: string,
  folder: string,
  world: World,
): Promise<ImportResult> {
  const partnership = await findPartnership(folder)
  const id = await identifyPartnership(folder)
  const home = { partnership, identify: () => id }
  const table = await openTable(file, map, home, world)
  const notes: Message[] = []
  const log = createRowLog(file, (note) => notes.push(note))
  const rows = collectRows(table, log)
  const counts = log.end()
  if (rows.length === 0 && notes.length === 0) throw new Fault({ say: 'table-without-rows', file })
  const responses = join(folder, 'responses')
  removeLeftOvers([folder, responses])
  const files = new Map(
    rows.map(({ row }) => [
      join(responses, `${row.partner}-${row.respondent}.yaml`),
      writeYaml(toResponseFile(table.loaded.questionnaire, toResponse(row, table.naming))),
    ]),
  )
  const newFiles = chooseNewFiles(files)
  const written = [...newFiles.keys()]
  if (written.length > 0) {
    makeFolder(responses)
    writeNewFiles(newFiles)
  }
  const { unused } = table.mapping
  if (unused.length > 0) notes.push({ say: 'columns-unused', columns: unused })
  const unchanged = files.size - written.length
  notes.push({ say: 'rows-imported', imported: written.length, unchanged, ...counts })
  if (files.size > 0) notes.push(...(await listQuestionnaireNotes(table.loaded, folder)))
  return { written, faults: counts.refused + counts.lost, notes }
}

function collectRows(table: OpenTable, log: RowLog): readonly CollectedRow[] {
  const { rows, take } = createRowCollector(table)
  let headersLeft = table.header
  const reader = createRowReader(table.delimiter, {
    row: (cells, line) => {
      if (headersLeft > 0) headersLeft -= 1
      else take(cells, line, log)
    },
    broken: log.refuse,
  })
  for (const piece of readImportedPieces(table.file)) reader.take(piece)
  reader.end()
  return rows
}

/** Those that an import has not written yet. A file with other content is a fault. */
function chooseNewFiles(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const left = [...files].filter(([path, text]) => !isImported(path, text))
  const [file, ...others] = left.map(([path]) => path).filter(isNameTaken)
  if (file === undefined) return new Map(left)
  throw new Fault(
    { say: 'import-would-overwrite', file, more: others.length },
    { say: 'import-would-overwrite-hint' },
  )
}

/** Whether a file has this text but for the time of the import, which is always as long. */
function isImported(path: string, text: string): boolean {
  if (!exists(path) || getFileSize(path) !== Buffer.byteLength(text)) return false
  const withoutTime = (own: string) => own.replace(/^completed: .*$/m, '')
  return withoutTime(Buffer.from(readOutput(path)).toString()) === withoutTime(text)
}

/** What was imported is of use only where its questionnaire is found again. */
async function listQuestionnaireNotes(
  { questionnaire, file }: LoadedQuestionnaire,
  folder: string,
): Promise<readonly Message[]> {
  if (file === null) return []
  const partnership = await loadPartnership(folder, undefined)
  if (partnership.config?.questionnaire !== undefined) return []
  if (findProjectQuestionnaire(partnership, questionnaire.id) !== null) return []
  return [{ say: 'questionnaire-not-in-folder', id: questionnaire.id, folder, file }]
}

interface TableMapDraft extends MapDraft {
  /** Where the map belongs: beside the table. */
  readonly path: string
}

/** A map for a table, drafted from its header and its cells. A map that is there already is a fault. */
export async function draftTableMap(
  file: string,
  folder: string,
  questionnaireName: string | undefined,
  world: World,
): Promise<TableMapDraft> {
  const path = `${file.replace(/\.(csv|tsv|txt)$/i, '')}.map.yaml`
  if (exists(path)) {
    throw new Fault(
      { say: 'file-exists', file: path },
      { say: 'map-exists-hint', table: file, map: path },
    )
  }
  const text = readImportedText(file)
  refuseOwnFile(file, text)
  const named = findDelimiter(text)
  const delimiter = named ?? ','
  const table = parseTable(text, delimiter)
  const rows = table.rows.map(({ cells }) => cells)
  const header = countHeaderRows(rows)
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  const partnership = await findPartnership(folder)
  const { questionnaire } = await loadChosenQuestionnaire(
    questionnaireName,
    partnership ?? { folder: '.', config: null },
    world,
  )
  const draft = draftMap({
    questionnaire,
    named: questionnaireName ?? partnership?.config?.questionnaire ?? defaultQuestionnaire,
    partnership: await identifyPartnership(folder),
    known: partnership ?? unlistedPartners,
    columns: buildTableColumns(rows.slice(0, header)),
    header,
    delimiter,
    rows: rows.slice(header),
  })
  // A table of one column is one if the column answers a question, else a text.
  if (named === null && draft.found === 0) throw new Fault({ say: 'table-without-delimiter', file })
  return { ...draft, path }
}

/** One of our files is no table, though its lines may have commas. */
function refuseOwnFile(file: string, text: string): void {
  const kind = findKind({ accordant: /^accordant: *["']?([a-z]+\/\d)/m.exec(text)?.[1] })
  if (kind === null) return
  throw new Fault({ say: 'table-is-ours', file, kind })
}

const maxTableBytes = 64 * 1024 * 1024

/** The bytes of a table that is kept as a whole while it is imported, and so has a largest size. */
function* readImportedPieces(file: string): Generator<Uint8Array> {
  let length = 0
  for (const piece of readTablePieces(file)) {
    length += piece.length
    if (length > maxTableBytes) {
      throw new Fault({ say: 'table-too-large', file }, { say: 'table-too-large-hint' })
    }
    yield piece
  }
}

function readImportedText(file: string): string {
  const text = decodeTable(Buffer.concat([...readImportedPieces(file)]))
  if (text.trim() === '') throw new Fault({ say: 'table-empty', file })
  return text
}
