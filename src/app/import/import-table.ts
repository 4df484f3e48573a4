import { join } from 'node:path'
import { exists } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { toResponseFile } from '../../questionnaire/to-response-file.ts'
import { writeYaml } from '../../reading/edit.ts'
import { createRowReader } from '../../reading/row-stream.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { identifyPartnership, loadPartnership } from '../load/partnership.ts'
import { findProjectQuestionnaire } from '../load/project-questionnaires.ts'
import { writeNew } from '../start/starters.ts'
import { type CollectedRow, createRowCollector, toResponse } from '../table/collect-rows.ts'
import { type OpenTable, openTable } from '../table/open-table.ts'
import { createRowLog, type RowLog } from '../table/row-log.ts'
import type { World } from '../world.ts'
import { readImportedPieces } from './table-pieces.ts'

interface ImportResult {
  /** Response files that were written. */
  readonly written: readonly string[]
  /** How many rows were refused. */
  readonly refused: number
  /** What there is to say of rows, columns and the questionnaire. */
  readonly notes: readonly Message[]
}

/** Writes a response file in `folder` for each row of a table; rows that cannot be used are named in the notes. */
export async function importTable(
  file: string,
  map: string,
  folder: string,
  world: World,
): Promise<ImportResult> {
  const table = await openTable(file, map, () => identifyPartnership(folder), world)
  const notes: Message[] = []
  const log = createRowLog(file, (note) => notes.push(note))
  const rows = collectRows(table, log)
  if (rows.length === 0 && notes.length === 0) throw new Fault({ say: 'table-without-rows', file })
  const files = new Map(
    rows.map(({ row }) => [
      join(folder, 'responses', `${row.partner}-${row.respondent}.yaml`),
      writeYaml(toResponseFile(table.loaded.questionnaire, toResponse(row, table.naming))),
    ]),
  )
  const written = [...files.keys()]
  refuseExistingFiles(written)
  for (const [path, text] of files) writeNew(path, text)
  const { unused } = table.mapping
  const refused = log.countRefused()
  if (unused.length > 0) notes.push({ say: 'columns-unused', columns: unused })
  notes.push({ say: 'rows-imported', imported: written.length, refused })
  if (written.length > 0) notes.push(...listQuestionnaireNotes(table.loaded, folder))
  return { written, refused, notes }
}

function collectRows(table: OpenTable, log: RowLog): readonly CollectedRow[] {
  const { rows, take } = createRowCollector(table, log)
  let headersLeft = table.header
  const reader = createRowReader(table.delimiter, {
    row: (cells, line) => {
      if (headersLeft > 0) headersLeft -= 1
      else take(cells, line)
    },
    broken: log.refuse,
  })
  for (const piece of readImportedPieces(table.file)) reader.take(piece)
  reader.end()
  return rows
}

function refuseExistingFiles(paths: readonly string[]): void {
  const existing = paths.filter(exists)
  const [file] = existing
  if (file === undefined) return
  throw new Fault(
    { say: 'import-would-overwrite', file, more: existing.length - 1 },
    { say: 'import-would-overwrite-hint' },
  )
}

/** What was imported is of use only where its questionnaire is found again. */
function listQuestionnaireNotes(
  { questionnaire, file }: LoadedQuestionnaire,
  folder: string,
): readonly Message[] {
  if (file === null) return []
  const partnership = loadPartnership(folder, undefined)
  if (partnership.config?.questionnaire !== undefined) return []
  if (findProjectQuestionnaire(partnership, questionnaire.id) !== null) return []
  return [{ say: 'questionnaire-not-in-folder', id: questionnaire.id, folder, file }]
}
