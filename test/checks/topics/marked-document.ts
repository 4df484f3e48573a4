import { readFileSync } from 'node:fs'
import type { Passage, Prose, ProseSection } from '../../../src/model/prose.ts'

/** A document in which every line says, after "@@", which checks it deals with; `~id` where it does not settle the point. */
export interface MarkedDocument {
  readonly prose: Prose
  /** By id of a check, the lines that deal with it: of a title all lines under it. */
  readonly about: ReadonlyMap<string, ReadonlySet<number>>
  /** The checks of which the document settles the point. */
  readonly written: ReadonlySet<string>
}

/** Nothing of it counts as read: the worst case for the search. The head of a table is the title of its rows. */
export function readMarkedDocument(file: URL): MarkedDocument {
  const about = new Map<string, Set<number>>()
  const written = new Set<string>()
  const sections: Draft[] = [{ level: 0, titles: [], line: 1, passages: [], marks: [] }]
  const mark = (id: string, line: number) => {
    const lines = about.get(id) ?? new Set()
    about.set(id, lines.add(line))
  }
  const lines = readFileSync(file, 'utf8').split('\n')
  for (const [at, whole] of lines.entries()) {
    const line = at + 1
    const [text = '', marks = ''] = whole.split(' @@ ')
    const ids = marks.split(' ').filter((id) => id !== '')
    for (const id of ids) {
      if (!id.startsWith('~')) written.add(id)
      mark(id.replace('~', ''), line)
    }
    const isHeader = (lines[at + 1] ?? '').startsWith('| ---')
    const title = isHeader ? { level: 8, text } : findTitle(text)
    if (title === null) {
      if (sections.at(-1)?.level === 8 && !text.startsWith('|')) sections.push(leaveTable(sections))
      const section = sections.at(-1)
      const parts = listParts(text).map((unread) => toPassage(line, unread))
      section?.passages.push(...parts)
      if (parts.length > 0) for (const id of section?.marks ?? []) mark(id, line)
      continue
    }
    const around = sections.findLast(({ level }) => level < title.level)
    const titles = [...(around?.titles ?? []), title.text]
    const inherited = [...(around?.marks ?? []), ...ids.map((id) => id.replace('~', ''))]
    sections.push({ level: title.level, titles, line, passages: [], marks: inherited })
  }
  return { prose: { sections: sections.map(toSection) }, about, written }
}

interface Draft {
  readonly level: number
  readonly titles: readonly string[]
  readonly line: number
  readonly passages: Passage[]
  readonly marks: readonly string[]
}

/** What follows a table belongs to the section that the table stands in. */
function leaveTable(sections: readonly Draft[]): Draft {
  const around = sections.findLast(({ level }) => level < 8)
  const { level = 0, titles = [], line = 1, marks = [] } = around ?? {}
  return { level, titles, line, marks, passages: [] }
}

function toSection({ titles, line, passages }: Draft): ProseSection {
  return { titles, line, counted: titles.length > 0, passages }
}

/** A heading, or a bold text alone in its line. */
function findTitle(text: string): { readonly level: number; readonly text: string } | null {
  const heading = /^(#+) (.*)$/.exec(text)
  if (heading !== null) return { level: heading[1]?.length ?? 1, text: heading[2] ?? '' }
  const bold = /^\*\*([^*]+)\*\*$/.exec(text)
  return bold === null ? null : { level: 7, text: bold[1] ?? '' }
}

/** The cells of a row, or the text without what marks a list. */
function listParts(text: string): readonly string[] {
  const parts = text.startsWith('|') ? text.split('|') : [text.replace(/^(?:[-*]|\d+\.) /, '')]
  return parts.map((part) => part.trim()).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

function toPassage(line: number, unread: string): Passage {
  return { line, unread, words: unread.split(/\s+/).length, wordsRead: 0 }
}
