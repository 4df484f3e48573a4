import { stemmer } from 'stemmer'
import type { Passage, Prose, ProseSection } from '../model/prose.ts'

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
  const titles = new Map<string, number>()
  const units = sections.map((section) => ({
    titles: section.titles.map((title) => {
      const unit = titles.get(title) ?? index.add(title)
      titles.set(title, unit)
      return unit
    }),
    passages: section.passages.map(({ unread }) => index.add(unread)),
  }))

  const findLines = (topic: readonly string[]) => {
    const hits = countPhrases(index, topic)
    if (hits.size === 0) return []
    const titled = new Map<string, Candidate[]>()
    const elsewhere: Candidate[] = []
    for (const [at, section] of sections.entries()) {
      const { titles, passages } = units[at] ?? noUnits
      const depth = titles.findIndex((unit) => hits.has(unit))
      const group = depth === -1 ? null : section.titles.slice(0, depth + 1).join('\n')
      const own = hits.get(titles.at(-1) ?? -1) ?? 0
      const into = group === null ? elsewhere : (titled.get(group) ?? [])
      if (group !== null) titled.set(group, into)
      for (const [which, unit] of passages.entries()) {
        const passage = section.passages[which]
        if (passage === undefined || index.isEmpty(unit)) continue
        into.push({ passage, inText: hits.get(unit) ?? 0, inTitle: own })
      }
    }
    const under = [...titled.values()].flatMap(chooseTitled)
    const found = [...under, ...chooseElsewhere(elsewhere, under.length > 0)]
    return [...new Set(found.map(({ passage }) => passage.line))].sort((a, b) => a - b)
  }

  const measureRead = (topics: readonly (readonly string[])[]) => {
    const hits = countPhrases(index, topics.flat())
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

interface Candidate {
  readonly passage: Passage
  /** How many phrases of the topic the passage has, and its section's own title. */
  readonly inText: number
  readonly inTitle: number
}

const noUnits = { titles: [], passages: [] }
const maxUnderTitle = 3
const maxElsewhere = 4
const maxBesideTitles = 2

/** Of what stands under one title that has the topic. */
function chooseTitled(candidates: readonly Candidate[]): readonly Candidate[] {
  const having = candidates.filter(({ inText }) => inText > 0)
  return having.length > 0 ? chooseBest(having, maxUnderTitle) : candidates.slice(0, 1)
}

function chooseElsewhere(
  candidates: readonly Candidate[],
  hasTitles: boolean,
): readonly Candidate[] {
  const having = candidates.filter(({ inText }) => inText > 0)
  return chooseBest(having, hasTitles ? maxBesideTitles : maxElsewhere)
}

/** Those with the most phrases; of equal ones the first. */
function chooseBest(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const weigh = ({ inText, inTitle }: Candidate) => inText + inTitle
  return candidates.toSorted((a, b) => weigh(b) - weigh(a)).slice(0, most)
}

function sumWords({ passages }: ProseSection, key: 'words' | 'wordsRead'): number {
  return passages.reduce((sum, passage) => sum + passage[key], 0)
}

/** By text: how many of the phrases it has. */
function countPhrases(
  index: ReturnType<typeof createWordIndex>,
  topic: readonly string[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const phrase of new Set(topic)) {
    for (const unit of index.find(phrase)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return counts
}

/** Texts by the stems of their words. A phrase is found where its stems stand in a row inside one text. */
function createWordIndex() {
  const stemIds = new Map<string, number>()
  const idsByWord = new Map<string, number>()
  /** The stems of all texts, one after the other, with a gap between two; and to which text each belongs. */
  const stems: number[] = []
  const owners: number[] = []
  /** By stem, where it stands. */
  const places: number[][] = []
  const filled: boolean[] = []
  const found = new Map<string, readonly number[]>()

  const toId = (word: string): number => {
    const known = idsByWord.get(word)
    if (known !== undefined) return known
    const stem = word.length > maxStemmedLength ? word : stemmer(word)
    const id = stemIds.get(stem) ?? places.push([]) - 1
    stemIds.set(stem, id)
    idsByWord.set(word, id)
    return id
  }

  const search = (phrase: string): readonly number[] => {
    const wanted = splitWords(phrase).map(toId)
    const sizes = wanted.map((id) => places[id]?.length ?? 0)
    const rarest = sizes.indexOf(Math.min(...sizes))
    const units = new Set<number>()
    for (const place of places[wanted[rarest] ?? -1] ?? []) {
      const start = place - rarest
      if (wanted.every((id, step) => stems[start + step] === id)) units.add(owners[place] ?? -1)
    }
    return [...units]
  }

  return {
    /** The number of the text. */
    add(text: string): number {
      const unit = filled.length
      for (const word of splitWords(text)) {
        const id = toId(word)
        places[id]?.push(stems.length)
        stems.push(id)
        owners.push(unit)
      }
      filled.push(owners.at(-1) === unit)
      stems.push(gap)
      owners.push(unit)
      return unit
    },
    isEmpty: (unit: number): boolean => filled[unit] !== true,
    /** The numbers of the texts that have the phrase. */
    find(phrase: string): readonly number[] {
      const units = found.get(phrase) ?? search(phrase)
      found.set(phrase, units)
      return units
    },
  }
}

const gap = -1
/** No word is longer; the rules of the stemmer would take long on what is. */
const maxStemmedLength = 40
const articles = new Set(['a', 'an', 'the'])

/** In small letters without accents; hyphens part words, apostrophes do not, and articles are left out. */
function splitWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʼ\u00AD]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word))
}
