import type { Prose, ProseSection } from '../model/prose.ts'
import { createWordIndex, type WordIndex } from './word-index.ts'

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
  const index = createWordIndex()
  /** By the number of a title, the sections it stands over; by that of an unread passage, where it is. */
  const sectionsUnder = new Map<number, number[]>()
  const places = new Map<number, { readonly section: number; readonly line: number }>()
  const unitsByTitle = new Map<string, number>()
  const units = sections.map((section, at) => {
    const titles = section.titles.map((title) => {
      const unit = unitsByTitle.get(title) ?? index.add(title, 'title')
      unitsByTitle.set(title, unit)
      const under = sectionsUnder.get(unit) ?? []
      if (under.at(-1) !== at && under.length < maxTitled) under.push(at)
      sectionsUnder.set(unit, under)
      return unit
    })
    const passages = section.passages.flatMap(({ line, unread }) => {
      const unit = index.add(unread, 'passage')
      if (index.isEmpty(unit)) return []
      places.set(unit, { section: at, line })
      return [unit]
    })
    return { titles, passages }
  })

  const findLines = (topic: readonly string[]) => {
    const weights = weighTexts(index, topic)
    const found = [...weights.keys()]
    const toCandidate = (unit: number): Candidate => {
      return { line: places.get(unit)?.line ?? 0, weight: weights.get(unit) ?? 0 }
    }
    const sectionsTitled = found.flatMap((unit) => sectionsUnder.get(unit) ?? [])
    const titled = new Set(sectionsTitled.sort((a, b) => a - b).slice(0, maxTitled))
    /** By the innermost title that has the topic, with those around it: two sections may be called alike. */
    const groups = new Map<string, Candidate[]>()
    for (const at of titled) {
      const { titles, passages } = units[at] ?? noUnits
      const depth = titles.findLastIndex((unit) => weights.has(unit))
      const title = titles.slice(0, depth + 1).join()
      const group = groups.get(title) ?? []
      for (const unit of passages) group.push(toCandidate(unit))
      groups.set(title, group)
    }
    const under = [...groups.values()].flatMap(chooseTitled).slice(0, maxUnderTitles)
    const others = found.filter((unit) => {
      const place = places.get(unit)
      return place !== undefined && !titled.has(place.section)
    })
    const rule = under.length > 0 ? besideTitles : elsewhere
    const beside = chooseBest(others.map(toCandidate), rule)
    return [...new Set([...under, ...beside].map(({ line }) => line))].sort((a, b) => a - b)
  }

  const measureRead = (topics: readonly (readonly string[])[]) => {
    const hits = weighTexts(index, topics.flat())
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

/** An unread passage. */
interface Candidate {
  readonly line: number
  /** How much of the topic it has. */
  readonly weight: number
}

const noUnits = { titles: [], passages: [] }
const maxUnderTitles = 6
/** Of more sections whose titles have a topic the first are looked through; none of ours comes near. */
const maxTitled = 200

/** How much of the topic a passage has to have, and how many passages are pointed to. */
const underTitle = { least: 1, most: 3 }
const elsewhere = { least: 1, most: 2 }
/** Where a title has the topic, one of its words alone says little under another. */
const besideTitles = { least: 4, most: 1 }
/** Passages with less of the topic than this share of the best one are left out. */
const leastShare = 0.5

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
    .toSorted((a, b) => b.weight - a.weight || a.line - b.line)
    .slice(0, most)
}

function sumWords({ passages }: ProseSection, key: 'words' | 'wordsRead'): number {
  return passages.reduce((sum, passage) => sum + passage[key], 0)
}

/** By text that has some of the phrases, how much they say together. */
function weighTexts(index: WordIndex, topic: readonly string[]): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  for (const phrase of new Set(topic)) {
    for (const [unit, weight] of index.find(phrase)) {
      weights.set(unit, (weights.get(unit) ?? 0) + weight)
    }
  }
  return weights
}
