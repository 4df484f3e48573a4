import { unzipSync } from 'fflate'
import { type ForeignKind, findForeignKind } from '../foreign-file.ts'
import { refuseForeign, refuseWord, WordRefusal } from './refusal.ts'
import { findAttribute, listTags } from './xml.ts'

/** The parts of a Word document that are read, as XML; null where there is none. No other part is unpacked. */
export interface WordParts {
  readonly document: string
  readonly styles: string | null
  readonly numbering: string | null
}

/** Of the file, of its directory, and of one part unpacked. */
const limits = { bytes: 5 * 1024 * 1024, entries: 5_000, part: 16 * 1024 * 1024 }

/** What is no Word document, has a password or macros, or says that it is too large is refused before it is unpacked. */
export function unpackWord(bytes: Uint8Array): WordParts {
  const kind = findForeignKind(bytes)
  if (kind !== 'word' && kind !== 'zip') throw refuseKind(kind)
  if (bytes.length > limits.bytes) throw refuseWord('large')
  const archive = new Archive(bytes)
  if (archive.names.some((name) => /vbaProject\.bin$/i.test(name))) throw refuseWord('macros')
  if (archive.read('[Content_Types].xml')?.includes('macroEnabled')) throw refuseWord('macros')
  const main = findTargets(archive, '')('officeDocument') ?? 'word/document.xml'
  const document = archive.read(main)
  if (document === null) throw kind === 'zip' ? refuseForeign(kind) : refuseWord('damaged')
  const find = findTargets(archive, main)
  return {
    document,
    styles: archive.read(find('styles') ?? 'word/styles.xml'),
    numbering: archive.read(find('numbering') ?? 'word/numbering.xml'),
  }
}

function refuseKind(kind: ForeignKind | null): WordRefusal {
  if (kind === null) return refuseWord('damaged')
  if (kind === 'protected') return refuseWord('encrypted')
  return kind === 'old-word' ? refuseWord('old') : refuseForeign(kind)
}

class Archive {
  readonly names: readonly string[]
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    const names: string[] = []
    this.#unzip((name) => {
      if (names.push(name) > limits.entries) throw refuseWord('large')
      return false
    })
    this.names = names
  }

  /** The buffer has the size that the directory declares, so that no more is ever unpacked. */
  read(wanted: string): string | null {
    let found = 0
    const file = this.#unzip((name, size) => {
      if (name !== wanted) return false
      if (++found > 1) throw refuseWord('damaged')
      if (size > limits.part) throw refuseWord('large')
      return true
    })[wanted]
    return file === undefined ? null : decode(file)
  }

  #unzip(filter: (name: string, size: number) => boolean): Readonly<Record<string, Uint8Array>> {
    try {
      return unzipSync(this.#bytes, {
        filter: ({ name, originalSize }) => filter(name, originalSize),
      })
    } catch (error) {
      throw error instanceof WordRefusal ? error : refuseWord('damaged')
    }
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refuseWord('damaged')
  }
}

/** Where the parts that belong to a part are, by the last word of the kind of relationship. */
function findTargets(archive: Archive, part: string): (kind: string) => string | null {
  const [folder, name] = part.includes('/') ? splitAtLast(part) : ['', part]
  const text = archive.read(`${folder}_rels/${name}.rels`)
  const targets = new Map<string, string>()
  for (const { name: tag, attributes } of text === null ? [] : listTags(text)) {
    if (!tag.endsWith('Relationship')) continue
    const target = findAttribute(attributes, 'Target') ?? ''
    const kind = findAttribute(attributes, 'Type')?.split('/').at(-1) ?? ''
    targets.set(kind, target.startsWith('/') ? target.slice(1) : folder + target)
  }
  return (kind) => targets.get(kind) ?? null
}

function splitAtLast(path: string): readonly [string, string] {
  const at = path.lastIndexOf('/') + 1
  return [path.slice(0, at), path.slice(at)]
}
