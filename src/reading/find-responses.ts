import { Fault } from '../model/fault.ts'

/** A response inside a longer text. */
export interface ResponsePassage {
  /** With so many line breaks before it that its lines keep their numbers. */
  readonly text: string
  readonly line: number
  /** Does the text break off before its end? */
  readonly isCut: boolean
}

/**
 * The responses that a form wrote into a text: a mail with a greeting and a signature, a quoted reply, several mails in one file. Signs of
 * quotation before the lines go, and so does what mail programs make of plain quotation marks and spaces: what a form writes has neither
 * (see `writeResponseText`).
 */
export function findResponsePassages(bytes: Uint8Array): readonly ResponsePassage[] {
  const text = decodeMail(bytes)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^[^\S\n]*(?:>[^\S\n]?)+/gm, '')
    .replaceAll(/[\u201C-\u201F\u0093\u0094]/g, '"')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
  const passages: ResponsePassage[] = []
  let [end, counted, lines] = [0, 0, 0]
  for (const { index } of text.matchAll(/\{\s{0,99}"accordant"\s{0,99}:\s{0,99}"response\//g)) {
    if (index < end) continue
    if (passages.length === maxPassages) {
      throw new Fault({ say: 'too-many-answers', most: maxPassages })
    }
    end = findEnd(text, index)
    for (; counted < index; counted++) if (text[counted] === '\n') lines += 1
    const passage = `${'\n'.repeat(lines)}${text.slice(index, end)}\n`
    passages.push({ text: passage, line: lines + 1, isCut: text[end - 1] !== '}' })
  }
  return passages
}

/** So many people answer in no mail; each more would cost the memory of a mail. */
const maxPassages = 1000

/** What a form writes is ASCII, so the words around it may be in any encoding that keeps that. */
function decodeMail(bytes: Uint8Array): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  const text = decodeNarrow(bytes)
  const isQuotedPrintable = /^content-transfer-encoding:[ \t]*quoted-printable/im.test(text)
  const plain = isQuotedPrintable ? decodeQuotedPrintable(text) : text
  return [plain, ...text.matchAll(base64Part)]
    .map((part) => (typeof part === 'string' ? part : decodeBase64(part[1] ?? '')))
    .join('\n')
}

/** A part of a mail as files are attached, and as texts are sent that are not ASCII. Source: RFC 2045, section 6.8. */
const base64Part =
  /^content-transfer-encoding:[ \t]*base64\b[\s\S]{0,2000}?\r?\n\r?\n((?:[A-Za-z0-9+/=]{1,998}\r?(?:\n|$))+)/gim

function decodeBase64(text: string): string {
  try {
    const letters = atob(text.replaceAll(/\s/g, ''))
    return decodeNarrow(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)))
  } catch {
    return ''
  }
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
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') isQuoted = !isQuoted
    else if (isQuoted) at += sign === '\\' ? 1 : 0
    else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}
