import { Archive } from './archive.ts'
import { WordRefusal } from './refusal.ts'

/** The parts of a Word file by their names, no more than may be unpacked; null where it is damaged or larger. */
export function readWordParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  try {
    const archive = new Archive(bytes)
    return new Map(archive.names.map((name) => [name, archive.readBytes(name) ?? new Uint8Array()]))
  } catch (error) {
    if (error instanceof WordRefusal) return null
    throw error
  }
}
