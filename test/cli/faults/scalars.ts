import type { Random } from './random.ts'
import type { Scalar } from './tree.ts'

export type Style = 'plain' | 'single' | 'double' | 'folded' | 'literal'

/** Plain first, where it may be plain. */
export function stylesOf({ value, raw = false }: Scalar): readonly Style[] {
  if (raw || typeof value !== 'string') return ['plain']
  if (value.trim() === '') return ['single', 'double']
  const quoted: readonly Style[] = value.includes('\n') ? ['double'] : ['single', 'double']
  const block: readonly Style[] = value.includes(' ') ? ['folded', 'literal'] : []
  return [...(plainly(value) ? (['plain'] as const) : []), ...quoted, ...block]
}

export function flowStyles(scalar: Scalar): readonly Style[] {
  const styles = stylesOf(scalar).filter((style) => style !== 'folded' && style !== 'literal')
  if (scalar.raw === true || !/[,[\]{}]/.test(String(scalar.value))) return styles
  return styles.filter((style) => style !== 'plain')
}

/** Strict on purpose: whatever might be read as something else gets quotes. */
export function plainly(text: string): boolean {
  if (!/^[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(text) || text !== text.trim()) return false
  if (/[\n#"'&*!|>%@`\\]|:(?:\s|$)/.test(text)) return false
  return !/^(?:[-+.\d]*|null|true|false|\d.*[eExo].*)$/i.test(text)
}

interface Around {
  readonly random: Random
  readonly end: string
  /** Of the key or dash. */
  readonly column: number
  /** Of further lines. */
  readonly indent: number
  /** May it take several lines? */
  readonly wide: boolean
}

/** A scalar in a style; block texts with the end of their last line. */
export function writtenScalar({ value }: Scalar, style: Style, around: Around): string {
  const text = String(value)
  const { random } = around
  switch (style) {
    case 'plain':
      return typeof value === 'string' ? folded(text, around) : text
    case 'single':
      return `'${folded(text.replaceAll("'", "''"), around)}'`
    case 'double':
      return `"${folded(escaped(text, random), around)}"`
    default:
      return block(text, style, around)
  }
}

function escaped(text: string, random: Random): string {
  const all = random.chance(0.1)
  return Array.from(text, (character) => {
    if (character === '\n') return '\\n'
    if ('"\\'.includes(character)) return `\\${character}`
    if (!all || character <= '~') return character
    return `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
  }).join('')
}

/** Over several lines now and then: only between words of letters, which begin nothing. */
function folded(text: string, { random, end, indent, wide }: Around): string {
  if (!wide || !random.chance(0.15)) return text
  let broken = false
  return text.replaceAll(/(?<=\p{L}) (?=\p{L}+ )/gu, () => {
    if (broken && !random.chance(0.3)) return ' '
    broken = true
    return end + ' '.repeat(indent)
  })
}

function block(text: string, style: 'folded' | 'literal', around: Around): string {
  const { random, end, column, indent } = around
  const sign = style === 'folded' ? '>' : '|'
  const width = random.chance(0.1) ? String(indent - column) : ''
  const chomp = random.pick(['-', '-', ''])
  const comment = random.chance(0.05) ? '  # below' : ''
  const pad = ' '.repeat(indent)
  const lines = text.split('\n').flatMap((line, index) => {
    if (style === 'literal') return [line]
    const words = line.split(' ')
    const parts: string[] = []
    for (const word of words) {
      const last = parts.at(-1)
      if (last === undefined || (last.length > 12 && random.chance(0.3))) parts.push(word)
      else parts[parts.length - 1] = `${last} ${word}`
    }
    return index === 0 ? parts : ['', ...parts]
  })
  const body = lines.map((line) => (line === '' ? '' : pad + line)).join(end)
  return `${sign}${width}${chomp}${comment}${end}${body}${end}`
}
