/** What a file is that somebody took for one of ours; `foreign-name` has a name for each. */
export type ForeignKind =
  | 'word'
  | 'old-word'
  | 'open-text'
  | 'rtf'
  | 'excel'
  | 'old-excel'
  | 'open-sheet'
  | 'slides'
  | 'office'
  | 'protected'
  | 'iwork'
  | 'pdf'
  | 'picture'
  | 'web-page'
  | 'xml'
  | 'email'
  | 'report'
  | 'zip'
  | 'archive'

/** By what is in it, whatever its name; null where nothing speaks against a text. The first bytes of a file are enough. */
export function findForeignKind(bytes: Uint8Array): ForeignKind | null {
  const head = readHead(bytes)
  const found = signatures.find(([, at, signature]) => head.startsWith(signature, at))
  if (found === undefined) return findMarkup(head)
  const [kind] = found
  if (kind === 'zip') return findByPart(partsOfZip, bytes) ?? kind
  return kind === 'office' ? (findByPart(partsOfOffice, bytes) ?? kind) : kind
}

/** The type of a picture that browsers show, like `image/png`; null for any other file. */
export function findPictureType(bytes: Uint8Array): string | null {
  const head = readHead(bytes)
  const found = pictures.find(([, at, signature]) => head.startsWith(signature, at))
  if (found !== undefined) return found[0]
  return svg.test(head) ? 'image/svg+xml' : null
}

type Signature<Name extends string> = readonly [name: Name, at: number, text: string]

const headLength = 1024

const pictures: readonly Signature<string>[] = [
  ['image/png', 0, '\x89PNG\r\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
]

const signatures: readonly Signature<ForeignKind>[] = [
  ...pictures.map(([, at, text]) => ['picture', at, text] as const),
  ['picture', 0, 'II*\0'],
  ['picture', 0, 'MM\0*'],
  ['picture', 4, 'ftyphei'],
  ['pdf', 0, '%PDF-'],
  ['rtf', 0, '{\\rtf'],
  ['office', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['zip', 0, 'PK\x03\x04'],
  ['zip', 0, 'PK\x05\x06'],
  ['archive', 0, '\x1f\x8b'],
  ['archive', 0, "7z\xbc\xaf'\x1c"],
  ['archive', 0, 'Rar!\x1a\x07'],
]

/** Names of files inside, which are not packed. */
const partsOfZip: readonly (readonly [ForeignKind, string])[] = [
  ['word', 'word/document'],
  ['excel', 'xl/workbook'],
  ['slides', 'ppt/presentation'],
  ['open-text', 'application/vnd.oasis.opendocument.text'],
  ['open-sheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['slides', 'application/vnd.oasis.opendocument.presentation'],
  ['iwork', 'Index/Document.iwa'],
]

const partsOfOffice: readonly (readonly [ForeignKind, string])[] = [
  ['protected', toUtf16('EncryptedPackage')],
  ['old-word', toUtf16('WordDocument')],
  ['old-excel', toUtf16('Workbook')],
  ['slides', toUtf16('PowerPoint Document')],
  ['email', toUtf16('__substg1.0')],
]

function findByPart(
  parts: readonly (readonly [ForeignKind, string])[],
  bytes: Uint8Array,
): ForeignKind | null {
  const text = new TextDecoder('latin1').decode(bytes)
  return parts.find(([, part]) => text.includes(part))?.[0] ?? null
}

const svg = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<svg[\s>]/

function findMarkup(head: string): ForeignKind | null {
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (/^MIME-Version: /m.test(text) && /^[A-Z][A-Za-z-]+: /.test(text)) return 'email'
  if (!text.startsWith('<')) return null
  // As `render` marks what it writes.
  if (/^(?:<!doctype html>\s*)?<!-- written by accordant/i.test(text)) return 'report'
  if (svg.test(text)) return 'picture'
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html[\s>])/i.test(text)) return 'web-page'
  if (!text.startsWith('<?xml')) return null
  return /office:spreadsheet|progid="Excel/.test(text) ? 'old-excel' : 'xml'
}

/** A byte a character, so that bytes can be looked for as text. No decoder does so for all of them. */
function readHead(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, headLength))
}

function toUtf16(name: string): string {
  return Array.from(name, (letter) => `${letter}\0`).join('')
}
