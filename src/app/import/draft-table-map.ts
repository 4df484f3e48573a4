import { exists } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { draftMap, type MapDraft } from '../../questionnaire/draft-map.ts'
import { buildTableColumns, countHeaderRows } from '../../questionnaire/table-columns.ts'
import { findDelimiter, parseTable } from '../../reading/table.ts'
import { loadPartnership, toPartnershipId } from '../load/partnership.ts'
import { defaultQuestionnaire, loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import { refuseUndecodedHeader } from '../table/open-table.ts'
import type { World } from '../world.ts'
import { readImportedText } from './table-pieces.ts'

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
  const delimiter = findDelimiter(text)
  if (delimiter === null) throw new Fault({ say: 'table-without-delimiter', file })
  const table = parseTable(text, delimiter)
  const rows = table.rows.map(({ cells }) => cells)
  const header = countHeaderRows(rows)
  refuseUndecodedHeader(file, table.rows.slice(0, header))
  const partnership = exists(folder) ? loadPartnership(folder, undefined) : null
  const { questionnaire } = await loadChosenQuestionnaire(
    questionnaireName,
    partnership ?? { folder: '.', config: null },
    world,
  )
  const draft = draftMap({
    questionnaire,
    named: questionnaireName ?? partnership?.config?.questionnaire ?? defaultQuestionnaire,
    partnership: partnership?.id ?? toPartnershipId(folder),
    columns: buildTableColumns(rows.slice(0, header)),
    header,
    delimiter,
    rows: rows.slice(header),
  })
  return { ...draft, path }
}
