import type { ScreenSize } from '../keys/screen-state.ts'

/** A line of a text that is read page by page; headings stand out. */
export interface PageLine {
  readonly text: string
  readonly heading: boolean
}

/** In pages that fit the screen: nothing here is ever shortened, and no page begins with an empty line. */
export function splitIntoPages(
  lines: readonly PageLine[],
  { rows }: ScreenSize,
): readonly (readonly PageLine[])[] {
  const room = countPageRows(rows)
  const pages: PageLine[][] = []
  let rest = lines.slice(lines.findIndex(({ text }) => text !== ''))
  while (rest.length > 0) {
    const size = countPageLines(rest, room)
    pages.push(rest.slice(0, size))
    rest = rest.slice(size)
    if (rest[0]?.text === '') rest = rest.slice(1)
  }
  return pages
}

/** How many rows `arrangeScreen` leaves for a page, on a tall screen and on a low one. */
function countPageRows(rows: number): number {
  const height = Math.min(rows - 1, 24)
  return Math.max(height - (height < 20 ? 3 : 6), 2)
}

/** A page ends between two parts where that leaves it at least half full, and never with a heading. */
function countPageLines(lines: readonly PageLine[], room: number): number {
  if (lines.length <= room) return lines.length
  const gap = lines.slice(0, room + 1).findLastIndex(({ text }) => text === '')
  if (gap >= room / 2) return gap
  return room > 2 && lines[room - 1]?.heading === true ? room - 1 : room
}
