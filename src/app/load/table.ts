import { Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { TableColumns } from '../../questionnaire/table-columns.ts'
import type { ImportedRow } from '../../questionnaire/table-rows.ts'
import { findDelimiter, isUndecoded, type TableRow } from '../../reading/table.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'

/** Why a row with lost characters is refused. */
export const undecodedReason =
  'holds characters that are neither UTF-8 nor UTF-16; save the table as UTF-8'

export function refuseUndecodedHeader(file: string, header: readonly TableRow[]): void {
  const row = header.find(({ cells }) => cells.some(isUndecoded))
  if (row === undefined) return
  throw new Fault(
    `"${file}" is neither UTF-8 nor UTF-16; its header, on line ${row.line}, cannot be read`,
    { hint: 'Save the table again as CSV in UTF-8' },
  )
}

/** A map that does not fit is mostly one for another delimiter. */
export function createMisfitFault(
  file: string,
  mapPath: string,
  problems: readonly string[],
  {
    text,
    delimiter,
    columns,
  }: {
    /** The table, or its beginning. */
    readonly text: string
    readonly delimiter: string
    readonly columns: TableColumns
  },
): Fault {
  const better = columns.count === 1 ? findDelimiter(text) : null
  const hint =
    better === null || better === delimiter
      ? problems.join('\n  ')
      : `With the delimiter ${JSON.stringify(delimiter)} the header is one cell; is it ${JSON.stringify(better)}?`
  return new Fault(`"${mapPath}" does not fit the header of "${file}"`, { hint })
}

/** A row as a response, completed when it was read. */
export function toResponse(
  row: ImportedRow,
  {
    partnership,
    loaded: { questionnaire, hash },
    now,
  }: { readonly partnership: string; readonly loaded: LoadedQuestionnaire; readonly now: Date },
): Response {
  const { id, version } = questionnaire
  return fitResponse(questionnaire, {
    accordant: 'response/1',
    questionnaire: { id, version, hash },
    partnership,
    partner: row.partner,
    respondent: { id: row.respondent, role: row.role },
    run: 'full',
    completed: `${now.toISOString().slice(0, 19)}Z`,
    profile: row.profile as NonNullable<Parameters<typeof fitResponse>[1]['profile']>,
    answers: row.answers,
  }).response
}
