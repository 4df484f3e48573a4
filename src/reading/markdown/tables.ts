import { quoted } from '../problem.ts'
import type { Range } from '../value-builder.ts'
import type { TableBlock } from './blocks.ts'
import { type Inline, part } from './inline.ts'
import { type Items, newItem, setTitle } from './items.ts'
import { columnNamed, fieldNamed, isFreeName } from './lookup.ts'
import { comparable, kebab } from './names.ts'
import { readNumber } from './numbers.ts'
import { listAt, type Spot, scalar } from './place.ts'
import { type Names, type Reading, tell } from './reading.ts'
import { setField } from './set.ts'
import { idOfPartner, putShare } from './set-names.ts'
import type { Field, ListShape, MapShape } from './shapes.ts'
import { isBlank, tidy } from './values.ts'

type Row = TableBlock['rows'][number]

/** A table under a list: a row for each item, or a column for each where the rows are the keys. */
export function readItemTable(reading: Reading, items: Items, table: TableBlock): void {
  if (isTurned(items.shape, table)) readTurned(reading, items, table)
  else readRows(reading, items, table)
}

/**
 * A table under a map: a row for each key, or a column for each. False where it is neither.
 */
export function readFieldTable(
  reading: Reading,
  spot: Spot,
  shape: MapShape,
  table: TableBlock,
  unplaced: (inline: Inline) => void,
): boolean {
  const rows = table.header.length === 0 ? [] : [{ cells: table.header }, ...table.rows]
  const byRow = rows.filter(({ cells }) => fieldIn(shape, cells[0]) !== null).length
  const byColumn = table.header.filter((cell) => fieldIn(shape, cell) !== null).length
  if (byColumn >= 2 && byColumn * 2 >= table.header.length) {
    for (const { cells } of table.rows) {
      for (const [index, cell] of cells.entries()) {
        const head = table.header[index]
        const field = fieldIn(shape, head)
        if (field !== null && head !== undefined) setField(reading, spot, field, head.range, cell)
        else if (cell.text !== '') unplaced(cell)
      }
    }
    return true
  }
  if (byRow === 0 || byRow * 2 < table.rows.length) return false
  for (const [number, { cells }] of rows.entries()) {
    const [head, ...rest] = cells
    const field = fieldIn(shape, head)
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
export function columnsNamed(shape: MapShape, table: TableBlock): number {
  return table.header.filter((cell) => fieldIn(shape, cell) !== null).length
}

function fieldIn(shape: MapShape, cell: Inline | undefined): Field | null {
  return cell === undefined || cell.text === '' ? null : fieldNamed(shape, cell.text, true)
}

/** The first column holds keys, and the header does not. */
function isTurned({ item }: ListShape, table: TableBlock): boolean {
  const keys = table.rows.filter(({ cells }) => fieldIn(item, cells[0]) !== null).length
  const named = table.header.slice(1).some((cell) => fieldIn(item, cell) !== null)
  return !named && keys > 0 && keys * 2 >= table.rows.length && table.header.length > 1
}

function readTurned(reading: Reading, items: Items, table: TableBlock): void {
  const { shape } = items
  for (const [index, head] of table.header.entries()) {
    if (index === 0 || head.text === '') continue
    const spot = newItem(items, head.range)
    setTitle(reading, items, spot, head)
    for (const { cells } of table.rows) {
      const [key, cell] = [cells[0], cells[index]]
      if (key === undefined || cell === undefined) continue
      const field = fieldIn(shape.item, key)
      if (field !== null) setField(reading, spot, field, key.range, cell)
      else if (index === 1 && key.text !== '') tellColumn(reading, items, 'row', key)
    }
  }
}

/** What a column of a table under a list stands for. */
type Column =
  | { readonly as: 'field'; readonly field: Field; readonly key: Range }
  /** A person, with the letters of RACI in the cells. */
  | { readonly as: 'person'; readonly head: Inline }
  /** A partner, with a share in the cells. */
  | { readonly as: 'share'; readonly head: Inline; readonly field: Field }
  | { readonly as: 'notes'; readonly key: Range }
  | { readonly as: 'nothing' }

function readRows(reading: Reading, items: Items, table: TableBlock): void {
  const columns = columnsOf(reading, items, table)
  for (const row of table.rows) {
    if (row.cells.every(({ text }) => text === '')) continue
    readRow(reading, items, columns, row)
  }
}

function readRow(
  reading: Reading,
  items: Items,
  columns: readonly Column[],
  { cells, range }: Row,
): void {
  const filled = cells.find(({ text }) => text !== '')
  const spot = newItem(items, filled?.range ?? range)
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? { as: 'beyond' }
    if (column.as === 'beyond') tellBeyond(reading, items, cell)
    else if (column.as === 'field') setField(reading, spot, column.field, column.key, cell)
    else if (column.as === 'person') setLetters(reading, spot, items.shape.item, column.head, cell)
    else if (column.as === 'share') setColumnShare(reading, spot, column, cell)
    else if (column.as === 'notes' && !isBlank(cell) && !spot.map.entries.has('notes')) {
      spot.map.entries.set('notes', { key: column.key, node: scalar(cell, tidy(cell)) })
    }
  }
}

function columnsOf(reading: Reading, items: Items, table: TableBlock): readonly Column[] {
  const { item, title } = items.shape
  const taken = new Set<Field>()
  let hasNotes = false
  const columns = table.header.map((head): Column | null => {
    const field = head.text === '' ? null : columnNamed(items.shape, head.text)
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
    const special = specialColumn(item, head, cells)
    if (special !== null) return special
    if (index === columns.indexOf(null) && index <= 1 && titled && !taken.has(titled)) {
      return { as: 'field', field: titled, key: head.range }
    }
    const filled = cells.filter((cell) => !isBlank(cell))
    const isCount =
      counts.has(comparable(head.text)) && filled.every(({ text }) => /^\d+[.)]?$/.test(text))
    const [first] = filled
    if (first !== undefined && !isCount) {
      tellColumn(reading, items, 'column', head.text === '' ? first : head)
    }
    return { as: 'nothing' }
  })
}

/** Columns that number the rows. */
const counts = new Set(['#', 'no', 'nr', 'number', ''])

function specialColumn(
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
  return raci && filled.every(({ text }) => letters.test(text)) ? { as: 'person', head } : null
}

const letters = /^[RACI](?:\s*[/,+& ]?\s*[RACI])*$/i

function setLetters(
  reading: Reading,
  { map }: Spot,
  shape: MapShape,
  head: Inline,
  cell: Inline,
): void {
  for (const [index, letter] of [...cell.text].entries()) {
    const field = /[RACI]/i.test(letter) ? fieldNamed(shape, letter) : null
    if (field === null) continue
    const place = part(cell, index, index + 1)
    reading.later.push((names) => {
      const known = map.entries.get(field.key)
      const node = { ...scalar(place, idOfPerson(names, head.text)), exact: false }
      const first = field.shape.kind === 'person-or-people' && known === undefined
      if (first) map.entries.set(field.key, { key: head.range, node })
      else if (known?.node.kind === 'scalar') {
        const both = [known.node, node]
        map.entries.set(field.key, {
          key: known.key,
          node: { kind: 'list', items: both, place: known.node.place },
        })
      } else listAt(map, field, head.range).items.push(node)
    })
  }
}

function idOfPerson(names: Names, name: string): string {
  return names.person(name).id ?? kebab(name)
}

function setColumnShare(
  reading: Reading,
  { map }: Spot,
  { field, head }: { readonly field: Field; readonly head: Inline },
  cell: Inline,
): void {
  const value = readNumber(cell.text)
  if (value === null) return
  reading.later.push((names) => {
    const name = idOfPartner(names, head.text.replace(/\s*(?:in\s*)?\(?%\)?$/, ''))
    putShare(map, field, head.range, { name, key: head.range, node: scalar(cell, value) })
  })
}

/** A cell that stands under no head is drawn nowhere, but somebody wrote it. */
function tellBeyond(reading: Reading, { path }: Items, cell: Inline): void {
  if (isBlank(cell)) return
  const message = `${quoted(cell.text)} stands beyond the last column of its table; it is not read`
  tell(reading, 'schema.unknown-key', message, cell.range, {
    path,
    fix: 'Give the column a head, or write "\\|" for a bar inside a cell',
  })
}

function tellColumn(
  reading: Reading,
  { shape, path, title }: Items,
  what: 'column' | 'row',
  head: Inline,
): void {
  const known = shape.item.fields.map(({ key }) => key).join(', ')
  tell(
    reading,
    'schema.unknown-key',
    `Unknown ${what} ${quoted(head.text)} under ${quoted(title)}; it is not read`,
    head.range,
    {
      path,
      fix: `Known here: ${known}; "notes" for anything else`,
    },
  )
}
