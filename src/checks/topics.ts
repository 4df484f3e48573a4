import { stemmer } from 'stemmer'
import type { Prose, ProseSection } from '../model/prose.ts'
import { generalWords } from './general-words.ts'

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
      const unit = unitsByTitle.get(title) ?? index.add(title, title)
      unitsByTitle.set(title, unit)
      const under = sectionsUnder.get(unit) ?? []
      if (under.at(-1) !== at && under.length < maxTitled) under.push(at)
      sectionsUnder.set(unit, under)
      return unit
    })
    const passages = section.passages.flatMap(({ line, unread }) => {
      const unit = index.add(unread, findHead(unread))
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
function weighTexts(
  index: ReturnType<typeof createWordIndex>,
  topic: readonly string[],
): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  for (const phrase of new Set(topic)) {
    for (const [unit, weight] of index.find(phrase)) {
      weights.set(unit, (weights.get(unit) ?? 0) + weight)
    }
  }
  return weights
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
  /** By text, where its head ends: all of a title. */
  const headEnds: number[] = []
  const found = new Map<string, ReadonlyMap<number, number>>()

  const toId = (word: string): number => {
    const known = idsByWord.get(word)
    if (known !== undefined) return known
    const stem = toStem(word)
    const id = stemIds.get(stem) ?? places.push([]) - 1
    stemIds.set(stem, id)
    idsByWord.set(word, id)
    return id
  }

  const search = (phrase: string): ReadonlyMap<number, number> => {
    const [first = ''] = phrase.split(' ', 1)
    if (idsByWord.get(first) === inNoText) return nowhere
    const words = splitWords(phrase)
    const wanted: number[] = []
    for (const word of words) {
      const id = idsByWord.get(word) ?? stemIds.get(toStem(word)) ?? inNoText
      idsByWord.set(word, id)
      if (id === inNoText) return nowhere
      wanted.push(id)
    }
    const onlyInHeads = words.length === 1 && generalStems.has(toStem(words[0] ?? ''))
    const sizes = wanted.map((id) => places[id]?.length ?? 0)
    const rarest = sizes.indexOf(Math.min(...sizes))
    const weights = new Map<number, number>()
    for (const place of places[wanted[rarest] ?? -1] ?? []) {
      const start = place - rarest
      if (!wanted.every((id, step) => stems[start + step] === id)) continue
      const unit = owners[place] ?? -1
      const inHead = start + wanted.length <= (headEnds[unit] ?? 0)
      const weight = (wanted.length > 1 ? 2 : 1) + (inHead ? 2 : 0)
      if (inHead || !onlyInHeads) weights.set(unit, Math.max(weight, weights.get(unit) ?? 0))
    }
    return weights
  }

  return {
    /** The number of the text. */
    add(text: string, head: string): number {
      const unit = filled.length
      headEnds.push(stems.length + splitWords(head).length)
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
    /** By text that has the phrase, how much that says. */
    find(phrase: string): ReadonlyMap<number, number> {
      const units = found.get(phrase) ?? search(phrase)
      found.set(phrase, units)
      return units
    },
  }
}

const gap = -1
/** All texts are added before the first search. */
const inNoText = -2
const nowhere: ReadonlyMap<number, number> = new Map()

/** What a passage begins with in place of a title: "3.1 Term: two years", or the cell "Term". */
function findHead(text: string): string {
  const [number = ''] = /^[\d.()\s]*/.exec(text) ?? []
  const [head = ''] = text.slice(number.length, number.length + maxHeadLength).split(/[:.–—]/)
  const isAll = number.length + head.length === text.length
  return splitWords(head).length <= (isAll ? 4 : 6) ? number + head : ''
}

const maxHeadLength = 80

/**
 * The stemmer takes away endings that make another word too: to it, "governance" is "governed" and "community" is
 * "communication". Words with such an ending lose their plural only.
 */
function toStem(word: string): string {
  if (word.length > maxStemmedLength || otherInPlural.has(word)) return word
  const singular = word.replace(/ies$/, 'y').replace(/s$/, '')
  return makesAnotherWord.test(singular) ? singular : stemmer(word)
}

const makesAnotherWord = /(?:ance|ence|able|ible|ity|ive|al|ship|ness|ssion)$/
/** "Terms" are no "term". */
const otherInPlural = new Set(['damages', 'minutes', 'terms'])
/** No word is longer; the rules of the stemmer would take long on what is. */
const maxStemmedLength = 40
const articles = new Set(['a', 'an', 'the'])

/** In small letters without accents; hyphens part words, apostrophes do not, and articles are left out. */
function splitWords(text: string): readonly string[] {
  const plain = isAscii.test(text)
    ? text
        .replaceAll("'", '')
        .toLowerCase()
        .match(/[a-z\d]+/g)
    : text
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’‘ʼ\u00AD]/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
  return (plain ?? []).filter((word) => !articles.has(word))
}

const isAscii = /^[\x20-\x7e]*$/

const generalStems = new Set(generalWords.trim().split(/\s+/).map(toStem))
