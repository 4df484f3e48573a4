import { toComparable } from '../../model/comparable.ts'
import { readNumber } from '../../model/notations.ts'
import { toSlug } from '../../model/slug.ts'
import type { TextRange } from '../lines.ts'
import { clipWord } from '../problem.ts'
import type { TableBlock } from './blocks.ts'
import { type Inline, sliceInline } from './inline.ts'
import { addItem, type ItemList, setTitle } from './items.ts'
import { createScalarNode, getOrCreateList, type MapLocation } from './map-location.ts'
import { findColumnField, findField, isFreeName } from './names.ts'
import { addTextProblem, type NameResolver, type PlanReading } from './reading.ts'
import { setField } from './set-field.ts'
import { addShare, getPartnerId } from './set-names.ts'
import type { ListShape, MapShape, PlanField } from './shapes.ts'
import { isBlank, tidyText } from './values.ts'

type BlockRow = TableBlock['rows'][number]

/** A table under a list: a row for each item, or a column for each where the rows are the keys. */
export function readItemTable(reading: PlanReading, items: ItemList, table: TableBlock): void {
  if (isTransposed(items.shape, table)) readTransposed(reading, items, table)
  else readRows(reading, items, table)
}

/** A table under a map: a row for each key, or a column for each. False where it is neither. */
export function readFieldTable(
  reading: PlanReading,
  spot: MapLocation,
  shape: MapShape,
  table: TableBlock,
  unplaced: (inline: Inline) => void,
): boolean {
  const rows = table.header.length === 0 ? [] : [{ cells: table.header }, ...table.rows]
  const byRow = rows.filter(({ cells }) => findCellField(shape, cells[0]) !== null).length
  const byColumn = table.header.filter((cell) => findCellField(shape, cell) !== null).length
  if (byColumn >= 2 && byColumn * 2 >= table.header.length) {
    for (const { cells } of table.rows) {
      for (const [index, cell] of cells.entries()) {
        const head = table.header[index]
        const field = findCellField(shape, head)
        if (field !== null && head !== undefined) setField(reading, spot, field, head.range, cell)
        else if (cell.text !== '') unplaced(cell)
      }
    }
    return true
  }
  if (byRow === 0 || byRow * 2 < table.rows.length) return false
  for (const [number, { cells }] of rows.entries()) {
    const [head, ...rest] = cells
    const field = findCellField(shape, head)
    if (field === null || head === undefined) {
      if (number > 0 && head !== undefined && !cells.every(({ text }) => text === ''))
        unplaced(head)
      continue
    }
    for (const cell of rest.slice(0, 1)) setField(reading, spot, field, head.range, cell)
    for (const cell of rest.slice(1)) if (cell.text !== '') unplaced(cell)
  }
  return true
}

/** How many columns of a table name a field of the items. */
export function countNamedColumns(shape: MapShape, table: TableBlock): number {
  return table.header.filter((cell) => findCellField(shape, cell) !== null).length
}

function findCellField(shape: MapShape, cell: Inline | undefined): PlanField | null {
  return cell === undefined || cell.text === '' ? null : findField(shape, cell.text, true)
}

/** The first column holds keys, and the header does not. */
function isTransposed({ item }: ListShape, table: TableBlock): boolean {
  const keys = table.rows.filter(({ cells }) => findCellField(item, cells[0]) !== null).length
  const named = table.header.slice(1).some((cell) => findCellField(item, cell) !== null)
  return !named && keys > 0 && keys * 2 >= table.rows.length && table.header.length > 1
}

function readTransposed(reading: PlanReading, items: ItemList, table: TableBlock): void {
  const { shape } = items
  for (const [index, head] of table.header.entries()) {
    if (index === 0 || head.text === '') continue
    const spot = addItem(items, head.range)
    setTitle(reading, items, spot, head)
    for (const { cells } of table.rows) {
      const [key, cell] = [cells[0], cells[index]]
      if (key === undefined || cell === undefined) continue
      const field = findCellField(shape.item, key)
      if (field !== null) setField(reading, spot, field, key.range, cell)
      else if (index === 1 && key.text !== '') addUnknownColumnProblem(reading, items, 'row', key)
    }
  }
}

/** What a column of a table under a list stands for. */
type Column =
  | { readonly as: 'field'; readonly field: PlanField; readonly key: TextRange }
  /** A person, with the letters of RACI in the cells. */
  | { readonly as: 'person'; readonly head: Inline }
  /** A partner, with a share in the cells. */
  | { readonly as: 'share'; readonly head: Inline; readonly field: PlanField }
  | { readonly as: 'notes'; readonly key: TextRange }
  | { readonly as: 'nothing' }

function readRows(reading: PlanReading, items: ItemList, table: TableBlock): void {
  const columns = resolveColumns(reading, items, table)
  for (const row of table.rows) {
    if (row.cells.every(({ text }) => text === '')) continue
    readRow(reading, items, columns, row)
  }
}

function readRow(
  reading: PlanReading,
  items: ItemList,
  columns: readonly Column[],
  { cells, range }: BlockRow,
): void {
  const filled = cells.find(({ text }) => text !== '')
  const spot = addItem(items, filled?.range ?? range)
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? { as: 'beyond' }
    if (column.as === 'beyond') addCellBeyondProblem(reading, items, cell)
    else if (column.as === 'field') setField(reading, spot, column.field, column.key, cell)
    else if (column.as === 'person')
      setRaciLetters(reading, spot, items.shape.item, column.head, cell)
    else if (column.as === 'share') setColumnShare(reading, spot, column, cell)
    else if (column.as === 'notes' && !isBlank(cell) && !spot.map.entries.has('notes')) {
      spot.map.entries.set('notes', {
        key: column.key,
        node: createScalarNode(cell, tidyText(cell)),
      })
    }
  }
}

function resolveColumns(
  reading: PlanReading,
  items: ItemList,
  table: TableBlock,
): readonly Column[] {
  const { item, title } = items.shape
  const taken = new Set<PlanField>()
  let hasNotes = false
  const columns = table.header.map((head): Column | null => {
    const field = head.text === '' ? null : findColumnField(items.shape, head.text)
    if (field !== null && !taken.has(field)) {
      taken.add(field)
      return { as: 'field', field, key: head.range }
    }
    if (!isFreeName(head.text) || hasNotes) return null
    hasNotes = true
    return { as: 'notes', key: head.range }
  })
  const titled = item.fields.find(({ key }) => key === title)
  return columns.map((column, index) => {
    const head = table.header[index]
    if (column !== null || head === undefined) return column ?? { as: 'nothing' }
    const cells = table.rows.flatMap(({ cells }) => cells[index] ?? [])
    const special = findSpecialColumn(item, head, cells)
    if (special !== null) return special
    if (index === columns.indexOf(null) && index <= 1 && titled && !taken.has(titled)) {
      return { as: 'field', field: titled, key: head.range }
    }
    const filled = cells.filter((cell) => !isBlank(cell))
    const isCount =
      rowNumberHeads.has(toComparable(head.text)) &&
      filled.every(({ text }) => /^\d+[.)]?$/.test(text))
    const [first] = filled
    if (first !== undefined && !isCount) {
      addUnknownColumnProblem(reading, items, 'column', head.text === '' ? first : head)
    }
    return { as: 'nothing' }
  })
}

/** Columns that number the rows. */
const rowNumberHeads = new Set(['#', 'no', 'nr', 'number', ''])

function findSpecialColumn(
  { fields }: MapShape,
  head: Inline,
  cells: readonly Inline[],
): Column | null {
  const filled = cells.filter((cell) => !isBlank(cell))
  if (head.text === '' || filled.length === 0) return null
  const shares = fields.find(({ shape }) => shape.kind === 'shares')
  if (shares !== undefined && filled.every(({ text }) => readNumber(text) !== null)) {
    return { as: 'share', head, field: shares }
  }
  const raci = fields.some(({ key }) => key === 'accountable')
  return raci && filled.every(({ text }) => raciLetters.test(text)) ? { as: 'person', head } : null
}

const raciLetters = /^[RACI](?:\s*[/,+& ]?\s*[RACI])*$/i

function setRaciLetters(
  reading: PlanReading,
  { map }: MapLocation,
  shape: MapShape,
  head: Inline,
  cell: Inline,
): void {
  for (const [index, letter] of [...cell.text].entries()) {
    const field = /[RACI]/i.test(letter) ? findField(shape, letter) : null
    if (field === null) continue
    const place = sliceInline(cell, index, index + 1)
    reading.deferred.push((names) => {
      const known = map.entries.get(field.key)
      const node = { ...createScalarNode(place, getPersonId(names, head.text)), exact: false }
      const first = field.shape.kind === 'person-or-people' && known === undefined
      if (first) map.entries.set(field.key, { key: head.range, node })
      else if (known?.node.kind === 'scalar') {
        const both = [known.node, node]
        map.entries.set(field.key, {
          key: known.key,
          node: { kind: 'list', items: both, place: known.node.place },
        })
      } else getOrCreateList(map, field, head.range).items.push(node)
    })
  }
}

function getPersonId(names: NameResolver, name: string): string {
  return names.person(name).id ?? toSlug(name)
}

function setColumnShare(
  reading: PlanReading,
  { map }: MapLocation,
  { field, head }: { readonly field: PlanField; readonly head: Inline },
  cell: Inline,
): void {
  const value = readNumber(cell.text)
  if (value === null) return
  reading.deferred.push((names) => {
    const name = getPartnerId(names, head.text.replace(/\s*(?:in\s*)?\(?%\)?$/, ''))
    addShare(map, field, head.range, { name, key: head.range, node: createScalarNode(cell, value) })
  })
}

/** A cell without a column is drawn nowhere, but somebody wrote it. */
function addCellBeyondProblem(reading: PlanReading, { path }: ItemList, cell: Inline): void {
  if (isBlank(cell)) return
  addTextProblem(
    reading,
    'schema.unknown-key',
    { say: 'cell-beyond-columns', text: clipWord(cell.text) },
    cell.range,
    { path, fix: { say: 'cell-beyond-columns-fix' } },
  )
}

function addUnknownColumnProblem(
  reading: PlanReading,
  { shape, path, title }: ItemList,
  what: 'column' | 'row',
  head: Inline,
): void {
  addTextProblem(
    reading,
    'schema.unknown-key',
    {
      say: what === 'column' ? 'plan-column-unknown' : 'plan-row-unknown',
      head: clipWord(head.text),
      title: clipWord(title),
    },
    head.range,
    { path, fix: { say: 'choose-column', keys: shape.item.fields.map(({ key }) => key) } },
  )
}
