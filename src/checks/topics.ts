import type { Prose, ProseSection } from '../model/prose.ts'
import { createTopicIndex, splitWords, type TopicHit } from './topic-index.ts'

/** Looks for the topics of checks in what was not read of a document. Source: design section 2, Prose. */
export interface TopicFinder {
  /**
   * The lines of the unread passages that deal with the topic, in the order of the document; none where it stands nowhere. Under
   * a title that has the topic these are the passages with most of its words, or else the first unread one; under other titles
   * only passages that have its words. Not all lines are given, so that most of them are about the topic.
   */
  findLines(topic: readonly string[]): readonly number[]
  /** Words read, over all words of the sections that have one of the topics or anything read; null where there are no such words. */
  measureRead(topics: readonly (readonly string[])[]): number | null
}

/** The document is indexed once, here; each topic then costs little. */
export function createTopicFinder({ sections }: Prose): TopicFinder {
  const index = createTopicIndex()
  const titles = new Map<string, number>()
  const units = sections.map((section) => ({
    titles: section.titles.map((title) => {
      const unit = titles.get(title) ?? index.add(title, title, false)
      titles.set(title, unit)
      return unit
    }),
    passages: section.passages.map(({ unread, line }, at) =>
      index.add(unread, findHead(unread), section.passages[at - 1]?.line === line),
    ),
  }))

  const findLines = (topic: readonly string[]) => {
    const hits = index.find(topic)
    if (hits.size === 0) return []
    const titled = new Map<string, Candidate[]>()
    const others: Candidate[] = []
    for (const [at, section] of sections.entries()) {
      const { titles, passages } = units[at] ?? noUnits
      const depth = titles.findLastIndex((unit) => hits.has(unit))
      const title = section.titles.slice(0, depth + 1).join('\n')
      const group = depth === -1 ? others : (titled.get(title) ?? [])
      if (depth !== -1) titled.set(title, group)
      const isBare = section.passages.length === 0
      if (depth === section.titles.length - 1 && isBare) group.push({ line: section.line, weight: 1 })
      for (const [which, unit] of passages.entries()) {
        const { line = 0 } = section.passages[which] ?? {}
        if (!index.isEmpty(unit)) addCandidate(group, line, hits.get(unit))
      }
    }
    const under = [...titled.values()].flatMap(chooseTitled)
    const found = [...under, ...chooseBest(others, under.length > 0 ? besideTitles : elsewhere)]
    return [...new Set(found.map(({ line }) => line))].sort((a, b) => a - b)
  }

  const measureRead = (topics: readonly (readonly string[])[]) => {
    const hits = index.find(topics.flat())
    const counted = sections.filter((section, at) => {
      const { titles, passages } = units[at] ?? noUnits
      const hasTopic = [...titles, ...passages].some((unit) => hits.has(unit))
      return section.counted && (hasTopic || sumWords(section, 'wordsRead') > 0)
    })
    const words = counted.reduce((sum, section) => sum + sumWords(section, 'words'), 0)
    const read = counted.reduce((sum, section) => sum + sumWords(section, 'wordsRead'), 0)
    return words === 0 ? null : read / words
  }

  return { findLines, measureRead }
}

/** An unread passage, or all of a row. */
interface Candidate {
  readonly line: number
  /** How much of the topic it has. */
  weight: number
}

function addCandidate(group: Candidate[], line: number, hit: TopicHit | undefined): void {
  const last = group.at(-1)
  const weight = hit?.weight ?? 0
  if (last?.line === line) last.weight += weight
  else group.push({ line, weight })
}

const noUnits = { titles: [], passages: [] }

/** How much of the topic a passage has to have, and how many passages are pointed to. */
const underTitle = { least: 1, most: 3 }
const elsewhere = { least: 1, most: 2 }
/** Where a title has the topic, one of its words alone says little under another. */
const besideTitles = { least: 2, most: 1 }
/** Passages with less of the topic than this share of the best one are left out. */
const leastShare = 0.6

/** Of what stands under one title that has the topic. */
function chooseTitled(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = chooseBest(candidates, underTitle)
  return best.length > 0 ? best : candidates.slice(0, 1)
}

/** Those that have most of the topic; of equal ones the first. */
function chooseBest(
  candidates: readonly Candidate[],
  { least, most }: { readonly least: number; readonly most: number },
): readonly Candidate[] {
  const top = candidates.reduce((best, { weight }) => Math.max(best, weight), 0)
  return candidates
    .filter(({ weight }) => weight >= Math.max(least, top * leastShare))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
}

function sumWords({ passages }: ProseSection, key: 'words' | 'wordsRead'): number {
  return passages.reduce((sum, passage) => sum + passage[key], 0)
}

/** What a passage begins with in place of a title: "3.1 Term: two years", or the cell "Term". */
function findHead(text: string): string {
  const [number = ''] = /^[\d.()\s]*/.exec(text) ?? []
  const [head = ''] = text.slice(number.length, number.length + maxHeadLength).split(/[:.–—]/)
  const isAll = number.length + head.length === text.length
  return splitWords(head).length <= (isAll ? 4 : 6) ? number + head : ''
}

const maxHeadLength = 80
