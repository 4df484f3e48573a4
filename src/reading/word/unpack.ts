import { type ForeignKind, findForeignKind } from '../foreign-file.ts'
import { Archive } from './archive.ts'
import { refuseForeign, refuseWord, type WordRefusal } from './refusal.ts'
import { findAttribute, listTags } from './xml.ts'

/** The parts of a Word document that are read, as XML; null where there is none. No other part is unpacked. */
export interface WordParts {
  readonly document: string
  readonly styles: string | null
  readonly numbering: string | null
}

const maxBytes = 5 * 1024 * 1024

/** What is no Word document, has a password or macros, or says that it is too large is refused before it is unpacked. */
export function unpackWord(bytes: Uint8Array): WordParts {
  const kind = findForeignKind(bytes)
  if (kind !== 'word' && kind !== 'zip') throw refuseKind(kind)
  if (bytes.length > maxBytes) throw refuseWord('heavy')
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
