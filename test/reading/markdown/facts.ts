import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { toSlug } from '../../../src/model/slug.ts'

/** One value of a plan as it was read: its path without list numbers, `exit.noticeDays`, and its line from 1. */
export interface Leaf {
  readonly at: string
  readonly value: string | number
  readonly line: number
}

type OneOrMore<T> = T | readonly T[]

/**
 * Something that a document says, marked by hand: the fields that may fairly hold it, its fair readings, and the line on which it
 * begins. Where a paragraph runs over several lines, the first line of the paragraph is given as well.
 */
export interface Fact {
  readonly at: OneOrMore<string>
  readonly is: OneOrMore<string | number>
  readonly line: OneOrMore<number>
}

/** What a person marked in one document; `written` and `about` are lines by the id of a check. */
export interface MarkedFacts {
  readonly values: readonly Fact[]
  readonly written: Readonly<Record<string, readonly number[]>>
  readonly about: Readonly<Record<string, readonly number[]>>
}

export function loadFacts(file: string | URL): MarkedFacts {
  const marked: Partial<MarkedFacts> | null = parse(readFileSync(file, 'utf8'))
  return {
    values: marked?.values ?? [],
    written: marked?.written ?? {},
    about: marked?.about ?? {},
  }
}

/**
 * Does the document say this value, there and on that line? Texts are compared by letters and digits alone; an id also equals the
 * name it was made of.
 */
export function isFact(leaf: Leaf, facts: readonly Fact[]): boolean {
  return facts.some(
    ({ at, is, line }) =>
      toList(line).includes(leaf.line) &&
      toList(at).some((path) => isSame(leaf.at, path)) &&
      toList(is).some((reading) => isSame(leaf.value, reading)),
  )
}

function isSame(read: string | number, marked: string | number): boolean {
  if (typeof read === 'number' || typeof marked === 'number') {
    return toNumber(read) === toNumber(marked)
  }
  const letters = foldLetters(read)
  if (letters === '') return read.trim() === marked.trim()
  return letters === foldLetters(marked) || letters === foldLetters(toSlug(marked))
}

function toNumber(value: string | number): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value)
}

/** Small letters and digits, without accents, spaces and signs. */
function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function toList<T extends string | number>(value: OneOrMore<T>): readonly T[] {
  return typeof value === 'object' ? value : [value]
}
