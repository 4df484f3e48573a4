import { basename, dirname, extname, join } from 'node:path'
import { findNearestWord } from '../model/did-you-mean.ts'
import { listFolderNames } from './search.ts'

/**
 * The file that was probably meant by a path that leads nowhere, or null: in the same folder,
 * one with another ending or other capitals, or one that is spelled nearly so.
 */
export function findNearName(path: string): string | null {
  const name = basename(path)
  const names = listFolderNames(dirname(path)).filter(
    (other) => !other.startsWith('.') && other !== name,
  )
  const near =
    names.find((other) => getStem(other) === getStem(name)) ?? findNearestWord(name, names)
  return near === null ? null : join(dirname(path), near)
}

function getStem(name: string): string {
  return basename(name, extname(name)).toLowerCase()
}
