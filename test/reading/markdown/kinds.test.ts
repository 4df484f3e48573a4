import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Fact, isFact, type Leaf } from './facts.ts'
import { readLeaves } from './read.ts'

/** A small document in a stranger's hand, marked before the reader ran. */
interface Case {
  readonly name: string
  readonly text: string
  /** All that may be read from it as values, in all fair readings. */
  readonly values: readonly Fact[]
  /** Lines that must be read or pointed at, since they say something that a plan could hold. */
  readonly look?: readonly number[]
  /** Lines that nobody has filled in: no value may come of them. */
  readonly blank?: readonly number[]
}

const folder = new URL('kinds/', import.meta.url)

/** The kinds are those of a review of thirty-three public documents: A-M are misread, A-K are missed. */
describe.each(readdirSync(folder).toSorted())('%s', (file) => {
  const cases: readonly Case[] = parse(readFileSync(new URL(file, folder), 'utf8'))

  it.each(cases)('$name', ({ text, values, look = [], blank = [] }) => {
    const { leaves, unreadLines } = readLeaves(text)
    expect({
      false: leaves.filter((leaf) => !isFact(leaf, values)),
      lost: look.filter(
        (line) => !isRead(line, leaves, values) && !isPointedAt(line, text, unreadLines),
      ),
      fromBlanks: leaves.filter(({ line }) => blank.includes(line)),
    }).toEqual({ false: [], lost: [], fromBlanks: [] })
  })
})

/** A fact inside a long paragraph may have been read on the paragraph's first line. */
function isRead(line: number, leaves: readonly Leaf[], values: readonly Fact[]): boolean {
  const there = values.filter((fact) => [fact.line].flat().includes(line))
  return leaves.some((leaf) => leaf.line === line || isFact(leaf, there))
}

/** Unread text has the line on which its paragraph or item begins. */
function isPointedAt(line: number, text: string, unreadLines: readonly number[]): boolean {
  const start = findStart(line, text.split('\n'))
  return unreadLines.some((unread) => unread >= start && unread <= line)
}

function findStart(line: number, lines: readonly string[]): number {
  let start = line
  while (!beginsBlock(lines[start - 1] ?? '', lines[start - 2] ?? '')) start -= 1
  return start
}

function beginsBlock(line: string, before: string): boolean {
  return before.trim() === '' || before.startsWith('#') || /^\s*(?:[-*+]\s|\||\d+[.)]\s)/.test(line)
}
