import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate/browser'
import { markWordParts, wordMarkPart } from '../generated-mark.ts'

/**
 * The file as the library wrote it, with nothing in it of the day or the run: the same document is the same bytes. Its mark says
 * what it was when we wrote it.
 */
export function sealWordFile(bytes: Uint8Array, hash: (text: string) => string): Uint8Array {
  const written = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'))
  const parts = new Map(written.toSorted(([one], [other]) => (one < other ? -1 : 1)))
  edit(parts, 'docProps/core.xml', (core) =>
    core
      .replaceAll(/<dcterms:(\w+)[^>]*>[^<]*<\/dcterms:\1>/g, '')
      .replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language>$&'),
  )
  edit(parts, 'word/fontTable.xml', (fonts) => fonts.replace(/\/>$|<\/w:fonts>$/, addFonts))
  edit(parts, 'word/document.xml', renumberBookmarks)
  const mark = markWordParts(parts, hash)
  edit(parts, wordMarkPart, (custom) => custom.replace(markPlace, mark))
  // A ZIP file has the day of the machine's own clock, so that this one is the same everywhere.
  return zipSync(Object.fromEntries(parts), { mtime: new Date(2000, 0, 1) })
}

/** Where the mark comes, in the value of the property that has it. */
export const markPlace = 'sha256:'

/** What looks like ours where ours is not there. */
const addFonts = (end: string) => {
  const font = (name: string, other: string, family: string) =>
    `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:family w:val="${family}"/></w:font>`
  const fonts = font('Calibri', 'Carlito', 'swiss') + font('Consolas', 'Courier New', 'modern')
  return end === '/>' ? `>${fonts}</w:fonts>` : `${fonts}${end}`
}

/** The library counts the bookmarks of all files that it ever wrote. */
function renumberBookmarks(document: string): string {
  const ids = new Map<string, number>()
  return document.replaceAll(
    /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)/g,
    (_, start: string, id: string) => {
      ids.set(id, ids.get(id) ?? ids.size + 1)
      return `${start}${ids.get(id)}`
    },
  )
}

function edit(
  parts: Map<string, Uint8Array>,
  name: string,
  change: (text: string) => string,
): void {
  const part = parts.get(name)
  if (part !== undefined) parts.set(name, strToU8(change(strFromU8(part))))
}
