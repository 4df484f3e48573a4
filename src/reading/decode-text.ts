import { type Problem, problem, quoted } from './problem.ts'
import { tooManyNodes } from './refusals.ts'

/** As much text as can be made of the bytes, and why it is not good enough; sizes beyond the limit are not decoded. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string
  readonly problems: readonly Problem[]
} {
  if (bytes.length > largest) return { text: '', problems: [tooLarge] }
  const foreign = foreignEncoding(bytes)
  if (foreign !== null) return { text: '', problems: [notUtf8(foreign)] }
  try {
    const text = strict.decode(bytes)
    return { text, problems: mayHoldTooMuch(text) ? [tooMuch] : controlCharacters(text) }
  } catch {
    const text = lossy.decode(bytes)
    return { text, problems: brokenCharacters(bytes, text) }
  }
}

const largest = 5 * 1024 * 1024
/** More of one kind have one cause: they are told once, at the first. */
const mostTold = 3
const strict = new TextDecoder('utf-8', { fatal: true })
const lossy = new TextDecoder('utf-8')
const saveAgain = 'Save the file again with the encoding UTF-8'

const tooLarge = problem({
  id: 'yaml.limit',
  start: 0,
  end: 0,
  message: 'The file is larger than the 5 MB that are read',
  fix: 'Split it into several files, or leave out what is no part of it',
})

const mostNodes = 750_000
const tooMuch = problem({ ...tooManyNodes, start: 0, end: 0 })

/** Every node takes one of these characters; counting them keeps the parser from filling the memory. */
function mayHoldTooMuch(text: string): boolean {
  if (text.length < mostNodes) return false
  let count = 0
  for (let at = 0; at < text.length; at++) if (',:-?\n\r['.includes(text.charAt(at))) count++
  return count > mostNodes
}

function notUtf8(encoding: string): Problem {
  const message = `The file is written in ${encoding}; expected UTF-8`
  return problem({ id: 'yaml.encoding', start: 0, end: 0, message, fix: saveAgain })
}

/** Told by a byte order mark, or by where the zero bytes of ordinary first characters stand. */
function foreignEncoding(bytes: Uint8Array): string | null {
  const marks = bytes.subarray(0, 4)
  const zeros = Array.from(marks, (byte) => (byte === 0 ? '0' : 'x')).join('')
  const [a, b, c, d] = marks
  if (zeros === 'x000' || zeros === '000x' || (zeros === '00xx' && c === 0xfe && d === 0xff)) {
    return 'UTF-32'
  }
  if (a === 0xff && b === 0xfe) return zeros === 'xx00' ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  return utf16.has(zeros) ? 'UTF-16' : null
}

const utf16 = new Set(['x0', '0x', 'x0x0', '0x0x'])

/** A line feed is never part of a longer character, so each line can be tried on its own. */
function brokenCharacters(bytes: Uint8Array, text: string): readonly Problem[] {
  const problems: Problem[] = []
  let offset = 0
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (from < bytes.length && problems.length <= mostTold) {
    const lineFeed = bytes.indexOf(10, from)
    const to = lineFeed === -1 ? bytes.length : lineFeed + 1
    const length = lineLength(text, offset)
    if (!isUtf8(bytes.subarray(from, to))) {
      const found = text.indexOf('\uFFFD', offset)
      problems.push(brokenCharacter(found < offset + length && found >= 0 ? found : offset))
    }
    offset += length
    from = to
  }
  return summed(problems, 'The file is not written in UTF-8, here for the first time')
}

/** Each of a few, and many as one, in these words. */
function summed(problems: readonly Problem[], message: string): readonly Problem[] {
  const [first] = problems
  return first === undefined || problems.length <= mostTold ? problems : [{ ...first, message }]
}

function lineLength(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset)
  return (lineFeed === -1 ? text.length : lineFeed + 1) - offset
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

function brokenCharacter(start: number): Problem {
  const message = 'A character here is not written in UTF-8'
  return problem({ id: 'yaml.encoding', start, end: start + 1, message, fix: saveAgain })
}

/** All that YAML calls not printable; tabs, line breaks and the next-line character are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]/g

function controlCharacters(text: string): readonly Problem[] {
  const problems: Problem[] = []
  for (const { index, 0: character } of text.matchAll(forbidden)) {
    problems.push(controlCharacter(index, character))
    if (problems.length > mostTold) break
  }
  return summed(
    problems,
    'The file is no text: many control characters stand in it, the first here',
  )
}

function controlCharacter(start: number, character: string): Problem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return problem({
    id: 'yaml.encoding',
    start,
    end: start + 1,
    message: `The control character ${quoted(`U+${code}`)} does not belong in a text file`,
    fix: 'Delete it, or write it as an escape in double quotes',
  })
}
