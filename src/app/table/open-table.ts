import { dirname } from 'node:path'
import { readInputChunks } from '../../files/read-input.ts'
import { Fault } from '../../model/fault.ts'
import type { DecodedFile } from '../../model/file-schemas.ts'
import { unlistedPartners } from '../../model/partners.ts'
import type { Run } from '../../model/response.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import {
  buildTableColumns,
  findInGroups,
  type TableColumns,
} from '../../questionnaire/table-columns.ts'
import { resolveTableMap, type TableMapping } from '../../questionnaire/table-mapping.ts'
import { findForeignKind } from '../../reading/foreign-file.ts'
import {
  decodeTable,
  findDelimiter,
  isUndecoded,
  parseTable,
  type TableRow,
} from '../../reading/table.ts'
import type { Message } from '../../words/message.ts'
import { findBelongingIssues } from '../load/belonging.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { createUnusableFault, placeFindings, readAs, readSource } from '../load/source.ts'
import type { World } from '../world.ts'

/** A table whose header a map fits. */
export interface OpenTable {
  readonly file: string
  readonly delimiter: string
  /** Rows of header. */
  readonly header: number
  readonly columns: TableColumns
  readonly mapping: TableMapping
  readonly loaded: LoadedQuestionnaire
  /** What a row's response is of. */
  readonly naming: {
    readonly partnership: string
    readonly loaded: LoadedQuestionnaire
    readonly now: Date
    readonly run?: Run | undefined
    readonly told?: ResponseFile['told']
  }
}

/** Where the rows of a table belong. */
export interface TableHome {
  /** Whose settings and plan say who may answer; null where the folder still has to be made. */
  readonly partnership: Partnership | null
  /** Which partnership a row is of where the map does not say it. */
  readonly identify: () => string
}

export async function openTable(
  file: string,
  mapPath: string,
  { partnership, identify }: TableHome,
  world: World,
): Promise<OpenTable> {
  if (/\.(?:csv|tsv)$/i.test(mapPath)) {
    throw new Fault({ say: 'map-is-table', map: mapPath }, { say: 'map-is-table-hint' })
  }
  const map = readMap(mapPath, partnership)
  const loaded = await loadQuestionnaire(map.questionnaire, dirname(mapPath), world)
  const beginning = readBeginning(file)
  // A table of one column has no delimiter.
  const delimiter = map.delimiter ?? findDelimiter(beginning) ?? ','
  const header = map.header ?? 1
  const first = parseTable(beginning, delimiter, header).rows
  if (first.length < header) throw new Fault({ say: 'table-header-short', file, header })
  refuseUndecodedHeader(file, first)
  const columns = findInGroups(buildTableColumns(first.map(({ cells }) => cells)), map.groups ?? [])
  const { plan, problems } = resolveTableMap(
    map,
    loaded.questionnaire,
    columns,
    partnership ?? unlistedPartners,
  )
  if (problems.length > 0) {
    throw createMisfitFault(file, mapPath, problems, { text: beginning, delimiter, columns })
  }
  const { partnership: named = identify(), run, told } = map
  const naming = { partnership: named, loaded, now: world.now(), run, told }
  return { file, delimiter, header, columns, mapping: plan, loaded, naming }
}

/** The partnership and the one partner that a map names have to be those of the folder. */
function readMap(path: string, partnership: Partnership | null): DecodedFile<'map'> {
  const source = readSource(path)
  const { value } = readAs('map', source)
  if (partnership === null) return value
  const { partnership: named, constants } = value
  const issues = [
    ...findBelongingIssues({ partnership: named }, partnership),
    ...findBelongingIssues({ partner: constants?.partner }, partnership).map((issue) => ({
      ...issue,
      path: ['constants', ...issue.path],
    })),
  ]
  if (issues.length === 0) return value
  throw createUnusableFault('map', source.file, placeFindings(source, issues))
}

export function refuseUndecodedHeader(file: string, header: readonly TableRow[]): void {
  const row = header.find(({ cells }) => cells.some(isUndecoded))
  if (row === undefined) return
  throw new Fault(
    { say: 'table-header-undecoded', file, line: row.line },
    { say: 'table-header-undecoded-hint' },
  )
}

/** A map that does not fit is mostly one for another delimiter. */
function createMisfitFault(
  file: string,
  mapPath: string,
  problems: readonly Message[],
  { text, delimiter, columns }: Pick<OpenTable, 'delimiter' | 'columns'> & { text: string },
): Fault {
  const better = columns.count === 1 ? findDelimiter(text) : null
  return new Fault(
    { say: 'map-misfit', map: mapPath, file },
    {
      hint:
        better === null || better === delimiter
          ? { say: 'map-problems', problems }
          : { say: 'map-other-delimiter', delimiter, better },
    },
  )
}

const maxUtf16Bytes = 64 * 1024 * 1024

/** Enough of the file for its header. */
function readBeginning(file: string): string {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readTablePieces(file)) {
    pieces.push(piece)
    length += piece.length
    if (length >= 1024 * 1024) break
  }
  const text = decodeTable(Buffer.concat(pieces))
  if (text.trim() === '') throw new Fault({ say: 'table-empty', file })
  return text
}

/** The bytes of a table in UTF-8; one in UTF-16 is rewritten. */
export function* readTablePieces(file: string): Generator<Uint8Array> {
  let isFirst = true
  for (const piece of readInputChunks(file)) {
    if (isFirst && isUtf16(piece)) {
      yield Buffer.from(decodeTable(readWhole(file)))
      return
    }
    const kind = isFirst ? findForeignKind(piece) : null
    if (kind !== null) {
      throw new Fault(
        { say: 'table-foreign', file, name: { say: 'foreign-name', kind } },
        { say: 'table-foreign-hint' },
      )
    }
    isFirst = false
    if (piece.includes(0)) throw new Fault({ say: 'table-not-text', file })
    yield piece
  }
}

function isUtf16([a = 1, b = 1]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0) !== (b === 0)
}

function readWhole(file: string): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  for (const piece of readInputChunks(file)) {
    pieces.push(piece)
    length += piece.length
    if (length > maxUtf16Bytes) {
      throw new Fault({ say: 'table-utf16-large', file }, { say: 'table-utf16-large-hint' })
    }
  }
  return Buffer.concat(pieces)
}
