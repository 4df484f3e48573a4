import { strFromU8, unzipSync } from 'fflate'
import { listTags } from '../../src/reading/word/xml.ts'

/** The parts of a Word file as texts; every one of them must be well-formed XML. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([name, own]) => [name, strFromU8(own)]),
  )
  for (const [name, text] of parts) {
    if (/\.(?:xml|rels)$/.test(name)) for (const _ of listTags(text));
  }
  return parts
}

interface WordParagraph {
  /** Empty for plain ones. */
  readonly style: string
  readonly text: string
}

/** What a reader of the document reads, paragraph by paragraph, in tables too. */
export function readParagraphs(document: string): readonly WordParagraph[] {
  return [...document.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside = '']) => ({
    style: /<w:pStyle w:val="(\w+)"/.exec(inside)?.[1] ?? '',
    text: decode(
      [...inside.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    ),
  }))
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
