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
  const edges = findEdges(sections)
  const common = findDocumentTitle(sections)
  const units = sections.map((section) => ({
    titles: section.titles.map((title) => {
      const unit = titles.get(title) ?? index.addTitle(title)
      titles.set(title, unit)
      return unit
    }),
    passages: section.passages.map(({ unread, line }, at) =>
      index.add(unread, findHead(unread), section.passages[at - 1]?.line === line, edges(line)),
    ),
  }))

  const findLines = (topic: readonly string[]) => {
    const hits = index.find(topic)
    if (hits.size === 0) return []
    const titled = new Map<string, Group>()
    const others: Candidate[] = []
    for (const [at, section] of sections.entries()) {
      const { titles, passages } = units[at] ?? noUnits
      const first = common !== undefined && titles.length > 1 ? 1 : 0
      const depth = titles.findLastIndex((unit, at) => at >= first && hits.has(unit))
      const title = section.titles.slice(0, depth + 1).join('\n')
      const { weight: own = 0, share = 0 } = hits.get(titles[depth] ?? -1) ?? {}
      const group = titled.get(title) ?? { weight: own * (0.5 + share), candidates: [] }
      if (depth !== -1) titled.set(title, group)
      const list = depth === -1 ? others : group.candidates
      const isBare =
        section.passages.length === 0 && depth >= 0 && depth === section.titles.length - 1
      if (isBare) list.push({ line: section.line, weight: 0.5 })
      for (const [which, unit] of passages.entries()) {
        const { line = 0 } = section.passages[which] ?? {}
        if (!index.isEmpty(unit)) addCandidate(list, line, hits.get(unit))
      }
    }
    const found = choose([...titled.values()], others)
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

/** How many of the first and last lines with text say what the document is, and who signs it. */
const edge = 6

function findEdges(sections: Prose['sections']): (line: number) => readonly string[] {
  const lines = [...new Set(sections.flatMap(({ passages }) => passages.map(({ line }) => line)))]
  const opening = lines[Math.min(edge, lines.length) - 1] ?? 0
  const end = lines[Math.max(lines.length - edge, 0)] ?? 0
  return (line) => [...(line <= opening ? ['<opening>'] : []), ...(line >= end ? ['<end>'] : [])]
}

/** The title that all others are under. */
function findDocumentTitle(sections: Prose['sections']): string | undefined {
  const titled = sections.filter(({ titles }) => titles.length > 0)
  const [first] = titled
  return titled.every(({ titles }) => titles[0] === first?.titles[0]) ? first?.titles[0] : undefined
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

/** What stands under one title that has the topic. */
interface Group {
  readonly weight: number
  readonly candidates: Candidate[]
}

const P = {
  groups: 2,
  share: 0.6,
  under: 3,
  total: 4,
  others: 2,
  beside: 1,
  besideLeast: 4,
  least: 0.6,
  passage: 1,
}

function choose(titled: readonly Group[], others: readonly Candidate[]): readonly Candidate[] {
  const ranked = titled
    .filter(({ candidates }) => candidates.length > 0)
    .map(({ weight, candidates }) => ({
      candidates,
      weight: weight + P.passage * findTop(candidates),
    }))
    .toSorted((a, b) => b.weight - a.weight)
  const least = (ranked[0]?.weight ?? 0) * P.share
  const under = ranked
    .filter(({ weight }) => weight >= least)
    .slice(0, P.groups)
    .flatMap(({ candidates }) => chooseTitled(candidates))
    .slice(0, P.total)
  return under.length === 0
    ? chooseBest(others, 0.05, findTop(others) < 0.5 ? 1 : P.others)
    : [...under, ...chooseBest(others, P.besideLeast, P.beside)]
}

const findTop = (candidates: readonly Candidate[]): number =>
  candidates.reduce((best, { weight }) => Math.max(best, weight), 0)

function chooseTitled(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = chooseBest(candidates, 0.05, P.under)
  return best.length > 0 ? best : candidates.slice(0, 1)
}

/** Those that have most of the topic; of equal ones the first. */
function chooseBest(
  candidates: readonly Candidate[],
  least: number,
  most: number,
): readonly Candidate[] {
  const top = findTop(candidates)
  return candidates
    .filter(({ weight }) => weight >= Math.max(least, top * P.least))
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
