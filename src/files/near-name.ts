import { basename, dirname, extname, join } from 'node:path'
import { nearest } from '../model/did-you-mean.ts'
import { namesIn } from './search.ts'

/**
 * The file that was probably meant by a path that leads nowhere, or null: in the same folder,
 * one with another ending or other capitals, or one that is spelled nearly so.
 */
export function nearName(path: string): string | null {
  const name = basename(path)
  const names = namesIn(dirname(path)).filter((other) => !other.startsWith('.') && other !== name)
  const near = names.find((other) => stem(other) === stem(name)) ?? nearest(name, names)
  return near === null ? null : join(dirname(path), near)
}

function stem(name: string): string {
  return basename(name, extname(name)).toLowerCase()
}
