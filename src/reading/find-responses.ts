/** A response inside a longer text, with so many line breaks before it that its lines keep their numbers. */
export type ResponsePassage = string

/**
 * The responses that a form wrote into a text: a mail with a greeting and a signature, a quoted reply, several mails in one file. Signs of
 * quotation before the lines go, and so does what mail programs make of plain quotation marks and spaces: what a form writes has neither
 * (see `writeResponseText`). One that is cut off is returned as far as it goes.
 */
export function findResponsePassages(bytes: Uint8Array): readonly ResponsePassage[] {
  const text = decodeMail(bytes)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^[^\S\n]*(?:>[^\S\n]?)+/gm, '')
    .replaceAll(/[\u201C-\u201F\u0093\u0094]/g, '"')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
  const passages: ResponsePassage[] = []
  let end = 0
  for (const { index } of text.matchAll(/\{\s*"accordant"\s*:\s*"response\//g)) {
    if (index < end) continue
    end = findEnd(text, index)
    const linesBefore = text.slice(0, index).split('\n').length - 1
    passages.push(`${'\n'.repeat(linesBefore)}${text.slice(index, end)}\n`)
  }
  return passages
}

/** What a form writes is ASCII, so the words around it may be in any encoding that keeps that. */
function decodeMail(bytes: Uint8Array): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  const text = decodeNarrow(bytes)
  const isQuotedPrintable = /^content-transfer-encoding:\s*quoted-printable/im.test(text)
  return isQuotedPrintable ? decodeQuotedPrintable(text) : text
}

function decodeNarrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

/** Only the signs of ASCII matter here. Source: RFC 2045, section 6.7. */
function decodeQuotedPrintable(text: string): string {
  return text
    .replaceAll(/=[^\S\n]*\r?\n/g, '')
    .replaceAll(/=([2-7][0-9A-F])/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
}

/** The place behind the brace that closes the one at `start`; the end of the text where none does. */
function findEnd(text: string, start: number): number {
  let depth = 0
  for (const part of text.slice(start).matchAll(/"(?:[^"\\]|\\[\s\S])*"|[{}]/g)) {
    if (part[0] === '{') depth += 1
    else if (part[0] === '}') depth -= 1
    if (depth === 0) return start + part.index + part[0].length
  }
  return text.length
}
