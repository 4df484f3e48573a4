import { basename, dirname, extname, join } from 'node:path'
import { namesIn } from './search.ts'

/**
 * The file that was probably meant by a path that leads nowhere, or null: in the same folder,
 * one with another ending or other capitals, or one slip of the keyboard away.
 */
export function nearName(path: string): string | null {
  const name = basename(path)
  const names = namesIn(dirname(path)).filter((other) => !other.startsWith('.'))
  const near =
    names.find((other) => stem(other) === stem(name)) ??
    names.find((other) => isOneSlipAway(other.toLowerCase(), name.toLowerCase()))
  return near === undefined ? null : join(dirname(path), near)
}

function stem(name: string): string {
  return basename(name, extname(name)).toLowerCase()
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end++
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restA === [...restB].reverse().join('')
}
