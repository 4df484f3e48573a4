import type { Message } from '../words/message.ts'
import { type ForeignKind, findForeignKind } from './foreign-file.ts'
import { createTextProblem, type Refusal, refusals, type TextProblem } from './problem.ts'

/** As much text as can be made of the bytes, and why it is not good enough; sizes beyond the limit, and files that are no text, are not decoded. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string
  readonly problems: readonly TextProblem[]
} {
  const kind = findForeignKind(bytes)
  if (kind !== null) return { text: '', problems: [createForeignProblem(kind)] }
  if (bytes.length > maxBytes) return { text: '', problems: [sizeLimitProblem] }
  const foreign = findForeignEncoding(bytes)
  if (foreign !== null) return { text: '', problems: [createEncodingProblem(foreign)] }
  try {
    const text = strictDecoder.decode(bytes)
    return {
      text,
      problems: hasTooManyNodes(text) ? [nodeLimitProblem] : listControlCharacters(text),
    }
  } catch {
    const text = lossyDecoder.decode(bytes)
    return { text, problems: listBrokenCharacters(bytes, text) }
  }
}

const maxBytes = 5 * 1024 * 1024
/** More of one kind have one cause: they become one problem, at the first. */
const maxProblemsPerKind = 3
const strictDecoder = new TextDecoder('utf-8', { fatal: true })
const lossyDecoder = new TextDecoder('utf-8')
const documentStart = { start: 0, end: 0 }

const sizeLimitProblem = createTextProblem(
  { id: 'yaml.limit', message: { say: 'file-over-5-mb' }, fix: { say: 'file-over-5-mb-fix' } },
  documentStart,
)

const maxNodes = 750_000
const nodeLimitProblem = createTextProblem(refusals.tooManyNodes, documentStart)

/** Every node takes one of these characters; counting them keeps the parser from filling the memory. */
function hasTooManyNodes(text: string): boolean {
  if (text.length < maxNodes) return false
  let count = 0
  for (let at = 0; at < text.length; at++) if (',:-?\n\r['.includes(text.charAt(at))) count++
  return count > maxNodes
}

function createForeignProblem(kind: ForeignKind): TextProblem {
  return createTextProblem(
    refuseEncoding(
      kind === 'report'
        ? { say: 'report-as-input' }
        : { say: 'foreign-file', name: { say: 'foreign-name', kind } },
      { say: 'foreign-file-fix', kind },
    ),
    documentStart,
  )
}

function createEncodingProblem(encoding: string): TextProblem {
  return createTextProblem(
    refuseEncoding({ say: 'encoding-differs', encoding }, { say: 'save-as-utf-8' }),
    documentStart,
  )
}

function refuseEncoding(message: Message, fix: Message): Refusal {
  return { id: 'yaml.encoding', message, fix }
}

/** Found by a byte order mark, or by where the zero bytes of ordinary first characters are. */
function findForeignEncoding(bytes: Uint8Array): string | null {
  const marks = bytes.subarray(0, 4)
  const zeros = Array.from(marks, (byte) => (byte === 0 ? '0' : 'x')).join('')
  const [a, b, c, d] = marks
  if (zeros === 'x000' || zeros === '000x' || (zeros === '00xx' && c === 0xfe && d === 0xff)) {
    return 'UTF-32'
  }
  if (a === 0xff && b === 0xfe) return zeros === 'xx00' ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  return utf16Patterns.has(zeros) ? 'UTF-16' : null
}

const utf16Patterns = new Set(['x0', '0x', 'x0x0', '0x0x'])

/** A line feed is never part of a longer character, so each line can be tried on its own. */
function listBrokenCharacters(bytes: Uint8Array, text: string): readonly TextProblem[] {
  const problems: TextProblem[] = []
  let offset = 0
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (from < bytes.length && problems.length <= maxProblemsPerKind) {
    const lineFeed = bytes.indexOf(10, from)
    const to = lineFeed === -1 ? bytes.length : lineFeed + 1
    const length = getLineLength(text, offset)
    if (!isUtf8(bytes.subarray(from, to))) {
      const found = text.indexOf('\uFFFD', offset)
      problems.push(
        createBrokenCharacterProblem(found < offset + length && found >= 0 ? found : offset),
      )
    }
    offset += length
    from = to
  }
  return mergeRepeated(problems, { say: 'encoding-broken' })
}

/** Each of a few, and many as one with this message. */
function mergeRepeated(problems: readonly TextProblem[], message: Message): readonly TextProblem[] {
  const [first] = problems
  return first === undefined || problems.length <= maxProblemsPerKind
    ? problems
    : [{ ...first, message }]
}

function getLineLength(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset)
  return (lineFeed === -1 ? text.length : lineFeed + 1) - offset
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strictDecoder.decode(bytes)
    return true
  } catch {
    return false
  }
}

function createBrokenCharacterProblem(start: number): TextProblem {
  return createTextProblem(refuseEncoding({ say: 'character-broken' }, { say: 'save-as-utf-8' }), {
    start,
    end: start + 1,
  })
}

/** All that YAML calls not printable; tabs, line breaks and the next-line character are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbiddenCharacters = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/g

function listControlCharacters(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = []
  for (const { index, 0: character } of text.matchAll(forbiddenCharacters)) {
    problems.push(createControlCharacterProblem(index, character))
    if (problems.length > maxProblemsPerKind) break
  }
  return mergeRepeated(problems, { say: 'control-characters-many' })
}

function createControlCharacterProblem(start: number, character: string): TextProblem {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  return createTextProblem(
    refuseEncoding({ say: 'control-character', code }, { say: 'control-character-fix' }),
    { start, end: start + 1 },
  )
}
