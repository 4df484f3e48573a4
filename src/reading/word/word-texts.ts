import { Archive } from './archive.ts'
import { WordRefusal } from './refusal.ts'

/** The parts of a Word file that are text, by their names; null where it cannot be read. */
export function readWordTexts(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  try {
    const archive = new Archive(bytes)
    const names = archive.names.filter((name) => /\.(xml|rels)$/.test(name))
    return new Map(names.map((name) => [name, archive.read(name) ?? '']))
  } catch (error) {
    if (error instanceof WordRefusal) return null
    throw error
  }
}
