import type { ReportText } from '../../../words/message.ts'
import { toVisibleText } from '../element.ts'

/** Text in as many lines as fit a width, the last one cut with an ellipsis where there is more. Widths are estimated. */
export function fitText(
  text: ReportText,
  width: number,
  { lines = 1, size = 11 } = {},
): readonly string[] {
  const most = width / size
  const made: string[] = []
  let rest = toVisibleText(text).trim()
  while (rest !== '' && made.length < lines - 1) {
    const [first, others] = breakLine(rest, most)
    made.push(first)
    rest = others
  }
  return rest === '' ? made : [...made, cutText(rest, most)]
}

/** At the last space that fits; a word that is longer than a line is broken. */
function breakLine(text: string, most: number): readonly [string, string] {
  if (measureEms(text) <= most) return [text, '']
  const characters = [...text]
  let used = 0
  let end = 0
  let space = 0
  for (const [index, character] of characters.entries()) {
    used += measureCharacterEms(character)
    if (used > most) break
    end = index + 1
    if (character === ' ') space = index
  }
  const at = characters[end] === ' ' || space === 0 ? end : space
  return [characters.slice(0, at).join('').trim(), characters.slice(at).join('').trim()]
}

function cutText(text: string, most: number): string {
  if (measureEms(text) <= most) return text
  const kept: string[] = []
  let used = measureCharacterEms('…')
  for (const character of text) {
    used += measureCharacterEms(character)
    if (used > most) break
    kept.push(character)
  }
  return `${kept.join('').trimEnd()}…`
}

/** The width of a text in sizes of its type, in an ordinary sans serif; rather too wide than too narrow. */
export function measureEms(text: string): number {
  let sum = 0
  for (const character of text) sum += measureCharacterEms(character)
  return sum
}

function measureCharacterEms(character: string): number {
  if (/[\u1100-\u{1FFFF}]/u.test(character) && !/[\u2000-\u206F]/u.test(character)) return 1.05
  if (/[iljtfr.,:;'|! I]/.test(character)) return 0.33
  if (/[mwMW@%]/.test(character)) return 0.88
  return /[A-Z]/.test(character) ? 0.68 : 0.56
}
