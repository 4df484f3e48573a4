import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse, stringify } from 'yaml'

/** The text in another alphabet, letter by letter, so that widths and wrapping stay. What is in braces is filled in later and stays. */
export function toOtherAlphabet(text: string): string {
  return text.replaceAll(/\{[^}]*\}|[A-Za-z]/g, (piece) => {
    if (piece.startsWith('{')) return piece
    const upper = piece < 'a'
    const place = piece.charCodeAt(0) - (upper ? 65 : 97)
    return String.fromCharCode((upper ? 0x410 : 0x430) + place)
  })
}

/** Copies a folder of YAML files with every text that people wrote in the other alphabet; ids, keys, dates and expressions stay. */
export function copyInOtherAlphabet(from: string, to: string): void {
  for (const file of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const source = join(from, file)
    if (!statSync(source).isFile() || !/\.ya?ml$/.test(file)) continue
    const target = join(to, file)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(
      target,
      stringify(rewrite(parse(readFileSync(source, 'utf8')), ''), { lineWidth: 0 }),
    )
  }
}

const untouched = new Set([
  'assert',
  'when',
  'for',
  'examples',
  'accordant',
  'currency',
  'every',
  'hash',
])

function rewrite(value: unknown, key: string): unknown {
  if (untouched.has(key)) return value
  if (typeof value === 'string') return isProse(value) ? toOtherAlphabet(value) : value
  if (Array.isArray(value)) return value.map((item) => rewrite(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([own, inner]) => [own, rewrite(inner, own)]))
}

function isProse(text: string): boolean {
  return /\s/.test(text.trim()) || (/^\p{Lu}/u.test(text) && !/^P\d/.test(text))
}
