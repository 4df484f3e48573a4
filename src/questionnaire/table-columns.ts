import { normaliseText } from '../model/forms/written-text.ts'

/** The columns of a table by what its header calls them. */
export interface TableColumns {
  readonly count: number
  /** A name that this column has alone: a cell of its header, several joined, or its place (`#3`). */
  readonly names: readonly string[]
  /** Every cell of each column's header that says something, from the first row down. */
  readonly heads: readonly (readonly string[])[]
  /** All columns of this name; more than one where a header is there twice. */
  readonly find: (name: string) => readonly number[]
}

/** With several rows of header, a column has the name of any of them, and all of them joined with " / ". */
export function buildTableColumns(header: readonly (readonly string[])[]): TableColumns {
  const count = Math.max(0, ...header.map((row) => row.length))
  const heads = Array.from({ length: count }, (_, column) =>
    header.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''),
  )
  const byName = new Map<string, number[]>()
  for (const [column, cells] of heads.entries()) {
    const own = new Set([...cells, cells.join(headSeparator)].map(normaliseText))
    for (const name of own) {
      if (name === '') continue
      const before = byName.get(name)
      if (before === undefined) byName.set(name, [column])
      else before.push(column)
    }
  }
  const find = (name: string): readonly number[] => {
    // A place is one also where a header looks like it.
    const place = /^#([1-9]\d*)$/.exec(name.trim())
    const column = place === null ? count : Number(place[1]) - 1
    return column < count ? [column] : (byName.get(normaliseText(name)) ?? [])
  }
  const names = heads.map((cells, column) => {
    const own = [...cells, cells.join(headSeparator)].find((name) => {
      const [only, ...others] = find(name)
      return only === column && others.length === 0
    })
    return own ?? `#${column + 1}`
  })
  return { count, names, heads, find }
}

/** The same columns, each with its name inside of a group too: `group/name` and `group-name` are found by `name`. */
export function findInGroups(columns: TableColumns, groups: readonly string[]): TableColumns {
  const find = (name: string): readonly number[] => {
    const found = columns.find(name)
    if (found.length > 0) return found
    return groups.flatMap((group) => ['/', '-'].flatMap((by) => columns.find(group + by + name)))
  }
  return groups.length === 0 ? columns : { ...columns, find }
}

const headSeparator = ' / '

/** Tables that were put together from several have the header again in the middle. */
export function repeatsHeader({ heads }: TableColumns, cells: readonly string[]): boolean {
  return cells.every((cell, column) => {
    const text = cell.trim()
    return text === '' ? heads[column]?.length === 0 : heads[column]?.includes(text) === true
  })
}

/** How many rows of header the tools write that write more than one; 1 for all others. */
export function countHeaderRows(rows: readonly (readonly string[])[]): number {
  if (rows[2]?.some((cell) => /^\{"ImportId":/.test(cell.trim()))) return 3
  const [first = [], second = []] = rows
  // KoboToolbox writes the tags of the Humanitarian Exchange Language under the header.
  const tags = second.filter((cell) => cell.trim() !== '')
  if (tags.length > 0 && tags.every((tag) => /^#[a-z][\w +]*$/i.test(tag.trim()))) return 2
  const isSurveyMonkey =
    normaliseText(first[0] ?? '') === 'respondent id' &&
    second[0]?.trim() === '' &&
    second.some((cell) => /response$/i.test(cell.trim()))
  return isSurveyMonkey ? 2 : 1
}
