import type { TableBlock } from '../markdown/blocks.ts'
import { type Inline, sliceInline } from '../markdown/inline.ts'
import { readEntry } from './entries.ts'
import { isNothing } from './looks.ts'
import { findColumnField, findField, isFreeName } from './names.ts'
import { type ListSpot, type PlanReading, refer, type Spot } from './reading.ts'
import { setValue } from './set-value.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { createScalarNode } from './tree.ts'
import { tidyText } from './values.ts'

/** A row for each entry, by the names of its columns. False where the columns are not those of the list. */
export function readTable(reading: PlanReading, list: ListSpot, table: TableBlock): boolean {
  const columns = resolveColumns(list.shape, table)
  if (columns === null) return false
  for (const { cells, range } of table.rows) {
    const filled = cells.filter(({ text }) => !isNothing(text))
    // A row with nothing but its first cell is a title among the rows.
    if ((filled.length < 2 && columns.length > 1) || isSum(cells[0])) continue
    readEntry(reading, list, filled[0]?.range ?? range, (entry, spot) => {
      for (const [index, cell] of cells.entries()) readCell(entry, list, spot, columns[index], cell)
    })
  }
  return true
}

function isSum(cell: Inline | undefined): boolean {
  return /^(?:sub|grand )?-?(?:total|sum)s?:?$/i.test(cell?.text ?? '')
}

/** What a column of a table is for. */
type Column =
  | { readonly as: 'field'; readonly field: PlanField; readonly head: Inline }
  /** A person, with the letters of RACI in the cells. */
  | { readonly as: 'letters'; readonly head: Inline }
  | { readonly as: 'notes'; readonly head: Inline }
  | { readonly as: 'nothing' }

function readCell(
  reading: PlanReading,
  { shape }: ListSpot,
  spot: Spot,
  column: Column | undefined,
  cell: Inline,
): void {
  if (column === undefined || column.as === 'nothing' || isNothing(cell.text)) return
  if (column.as === 'letters') readLetters(reading, shape.item, spot, column.head, cell)
  else if (column.as === 'field') {
    setValue(reading, { spot, field: column.field, key: column.head.range, text: cell })
  } else if (!spot.map.entries.has('notes')) {
    spot.map.entries.set('notes', {
      key: column.head.range,
      node: createScalarNode(cell, tidyText(cell)),
    })
    reading.read.push({ ...cell.range, map: spot.map, isRunning: true })
  }
}

/** Null where the title's column is missing: then nobody can say what the rows are. */
function resolveColumns(list: ListShape, { header, rows }: TableBlock): readonly Column[] | null {
  const taken = new Set<PlanField>()
  const { item, title, plain } = list
  const hasLetters = item.fields.some(({ key }) => key === 'accountable')
  const columns = header.map((head, index): Column => {
    const field = head.text === '' ? null : findColumnField(list, head.text)
    if (field?.key === 'id' && !/^id$/i.test(head.text) && isCount(rows, index))
      return { as: 'nothing' }
    if (field !== null && !taken.has(field)) {
      taken.add(field)
      return { as: 'field', field, head }
    }
    const cells = rows.flatMap(({ cells: all }) => (isSum(all[0]) ? [] : (all[index] ?? [])))
    if (hasLetters && head.text !== '' && areLetters(cells)) return { as: 'letters', head }
    return isFreeName(head.text) ? { as: 'notes', head } : { as: 'nothing' }
  })
  const titled = [...taken].some(({ key }) => key === title || key === plain)
  const known = columns.filter(({ as }) => as !== 'nothing').length
  if (titled) return known >= 2 || header.length === 1 ? columns : null
  const [head] = header
  const field = item.fields.find(({ key }) => key === title)
  if (!hasLetters || head === undefined || field === undefined || !areRaci(rows)) return null
  return columns.map((column, index) => (index === 0 ? { as: 'field', field, head } : column))
}

/** Texts, each with nothing but the letters of RACI beside it; then the first column is what they are about, whatever its head. */
function areRaci(rows: TableBlock['rows']): boolean {
  const filled = rows
    .map(({ cells: [first, ...rest] }) => ({
      first,
      rest: rest.filter((cell) => !isNothing(cell.text)),
    }))
    .filter(({ rest }) => rest.length > 0)
  const letters = filled.flatMap(({ rest }) => rest.map(({ text }) => text.toUpperCase())).join()
  return (
    filled.length > 1 &&
    filled.every(
      ({ first, rest }) => rest.length > 1 && areLetters(rest) && !areLetters(first ? [first] : []),
    ) &&
    ['R', 'A'].every((letter) => letters.includes(letter))
  )
}

/** "1", "2", "3" number the rows of a table; "O1" is a name for one. */
function isCount(rows: TableBlock['rows'], index: number): boolean {
  return (
    rows.length > 1 &&
    rows.every(({ cells }, row) => cells[index]?.text.replace(/\.$/, '') === String(row + 1))
  )
}

const raciLetters = /^[RACI](?:\s*[/,+& ]?\s*[RACI])*$/i

function areLetters(cells: readonly Inline[]): boolean {
  const filled = cells.filter(({ text }) => !isNothing(text))
  return filled.length > 0 && filled.every(({ text }) => raciLetters.test(text))
}

/** A table of activities in which two columns or more hold nothing but the letters of RACI. */
export function isRaciTable(item: MapShape, { header, rows }: TableBlock): boolean {
  const [first] = header
  if (first === undefined) return false
  if (findField(item, first.text)?.key !== 'activity') return areRaci(rows)
  const letters = header.filter((_, index) =>
    areLetters(rows.flatMap(({ cells }) => cells[index] ?? [])),
  )
  return letters.length >= 2
}

function readLetters(
  reading: PlanReading,
  shape: MapShape,
  spot: Spot,
  head: Inline,
  cell: Inline,
): void {
  for (const [index, letter] of [...cell.text].entries()) {
    const field = /[RACI]/i.test(letter) ? findField(shape, letter) : null
    if (field === null) continue
    refer(
      reading,
      { spot, field, key: head.range, text: head },
      sliceInline(cell, index, index + 1),
    )
  }
}

/** A table under a map's title: a row for each key, or a column for each, with several rows where its key is for a list of texts. */
export function readFieldTable(
  reading: PlanReading,
  shape: MapShape,
  spot: Spot,
  { header, rows }: TableBlock,
): void {
  const find = (cell: Inline | undefined) =>
    cell === undefined ? null : findField(shape, cell.text)
  const byColumn = header.filter((cell) => find(cell) !== null).length
  if (byColumn >= 2) {
    for (const [index, head] of header.entries()) {
      const field = find(head)
      if (field === null || (rows.length > 1 && field.shape.kind !== 'texts')) continue
      for (const { cells } of rows) {
        const cell = cells[index]
        if (cell !== undefined) setValue(reading, { spot, field, key: head.range, text: cell })
      }
    }
    return
  }
  const [, value] = header
  const first = find(header[0])?.shape
  // "Risk | Likelihood" is the head of a table of risks, not a risk.
  if (first?.kind === 'list' && value !== undefined && findField(first.item, value.text)) return
  const isKeyed =
    find(header[0]) !== null || /^(?:|field|item|key|topic)$/i.test(header[0]?.text ?? '')
  if (header.length !== 2 || !isKeyed) return
  for (const cells of [header, ...rows.map((row) => row.cells)]) {
    const [head, cell] = cells
    const field = find(head)
    if (field === null || head === undefined || cell === undefined) continue
    setValue(reading, { spot, field, key: head.range, text: cell })
  }
}
