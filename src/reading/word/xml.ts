import { refuseWord } from './refusal.ts'

/** A tag as it stands in a text of XML. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'empty'
  readonly name: string
  /** As they are written. */
  readonly attributes: string
  readonly start: number
  readonly end: number
}

const limits = { depth: 200, tags: 1_000_000 }

/**
 * Every tag of a text, in order. What is no well-formed XML, has a document type (so entities of its own), or is nested too
 * deep is refused, so that the parser behind it meets none of it. The time grows with the text alone.
 */
export function* listTags(xml: string): Generator<Tag> {
  const open: string[] = []
  let count = 0
  let at = 0
  for (;;) {
    const start = xml.indexOf('<', at)
    if (start === -1) break
    const sign = xml.charAt(start + 1)
    if (sign === '?' || sign === '!') {
      at = skipOther(xml, start)
      continue
    }
    at = findTagEnd(xml, start)
    const tag = readTag(xml, start, at)
    if (++count > limits.tags) throw refuseWord('large')
    if (tag.kind === 'open' && open.push(tag.name) > limits.depth) {
      throw refuseWord('deep')
    }
    if (tag.kind === 'close' && open.pop() !== tag.name) throw refuseWord('damaged')
    yield tag
  }
  if (count === 0 || open.length > 0) throw refuseWord('damaged')
}

/** The value of an attribute, whatever its prefix; null where it is missing. */
export function findAttribute(attributes: string, wanted: string): string | null {
  for (const [, name, value] of attributes.matchAll(attributePattern)) {
    if (getLocalName(name ?? '') === wanted) return decodeReferences(value?.slice(1, -1) ?? '')
  }
  return null
}

export const attributePattern = /\s([\w:.-]+)\s*=\s*("[^"<]*"|'[^'<]*')/g

export function getLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Where a comment or an instruction ends. What begins with `<!` otherwise is a document type, which no Word file has. */
function skipOther(xml: string, start: number): number {
  const [opening, closing] = xml.startsWith('<?', start) ? ['<?', '?>'] : ['<!--', '-->']
  const end = xml.indexOf(closing, start + opening.length)
  if (!xml.startsWith(opening, start) || end === -1) throw refuseWord('damaged')
  return end + closing.length
}

/** Behind the `>`; one in quotes ends no tag. */
function findTagEnd(xml: string, start: number): number {
  let quote = 0
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at + 1
    else if (code === 60) break
    else if (code === 34 || code === 39) quote = code
  }
  throw refuseWord('damaged')
}

function readTag(xml: string, start: number, end: number): Tag {
  const closes = xml[start + 1] === '/'
  const empty = !closes && xml[end - 2] === '/'
  const from = closes ? start + 2 : start + 1
  const to = empty ? end - 2 : end - 1
  let nameEnd = from
  while (nameEnd < to && xml.charCodeAt(nameEnd) > 32) nameEnd++
  if (nameEnd === from) throw refuseWord('damaged')
  const name = xml.slice(from, nameEnd)
  return {
    kind: closes ? 'close' : empty ? 'empty' : 'open',
    name,
    attributes: xml.slice(nameEnd, to),
    start,
    end,
  }
}

function decodeReferences(value: string): string {
  return value.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (found) => references.get(found) ?? found)
}

const references = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
])
