import { stemmer } from 'stemmer'
import type { Prose, ProseSection } from '../model/prose.ts'

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
      const unit = titles.get(title) ?? index.add(title, title)
      titles.set(title, unit)
      return unit
    }),
    passages: section.passages.map(({ unread }) => index.add(unread, findHead(unread))),
  }))

  const findLines = (topic: readonly string[]) => {
    const weights = weighTexts(index, topic)
    if (weights.size === 0) return []
    const titled = new Map<string, Candidate[]>()
    const others: Candidate[] = []
    for (const [at, section] of sections.entries()) {
      const { titles, passages } = units[at] ?? noUnits
      const depth = titles.findLastIndex((unit) => weights.has(unit))
      const title = section.titles.slice(0, depth + 1).join('\n')
      const group = depth === -1 ? others : (titled.get(title) ?? [])
      if (depth !== -1) titled.set(title, group)
      for (const [which, unit] of passages.entries()) {
        const { line = 0 } = section.passages[which] ?? {}
        if (!index.isEmpty(unit)) group.push({ line, weight: weights.get(unit) ?? 0 })
      }
    }
    const under = [...titled.values()].flatMap(chooseTitled)
    const found = [...under, ...chooseBest(others, under.length > 0 ? besideTitles : elsewhere)]
    return [...new Set(found.map(({ line }) => line))].sort((a, b) => a - b)
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
    const words = splitWords(phrase)
    const onlyInHeads = words.length === 1 && generalStems.has(toStem(words[0] ?? ''))
    const wanted = words.map(toId)
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
/** In a text they say nothing of what it is about, but a title of one of them does. */
const generalWords = `
  purpose object aim intent intention need background introduction context mission mandate problem challenge situation gap
  term duration start end close ending leaving closing change revision law notice people contact team member membership
  composition party money cost fund payment resource contribution benefit value principle conduct culture rule norm scope
  boundary territory exclusion limitation responsibility obligation duty task role owner ownership step schedule phase date
  measure result outcome standard performance progress communication visibility approval authority power committee board council
  steering officer skill education data information record confidence threat difference problem conflict status interest concern
  expectation commitment action undertaking success service customer user client resident patient student community
  organisation organization structure personnel staff name present together supply support material property position job
  cover answer effect chance customer point product works location area coverage wording expression relationship program
  programme project development operation operations process procedure activities activity sign representative coordinate appoint vote
  complaint assign issue plan return agree annual emergency approve grant transfer register participate claim open right call
  finance financial company market secretary requirement retain target event release calendar rate teach general account protect session
  assess responsible individual outside monitor prior update complete profit exercise promise orientation child worker storage engineer
  leader copy website separate equipment permit delivery settlement contract allocation back signal facilitate follow between
  summary track replace premises author supplier reach exceed experience due draft private transition apply safety cover meaning
  pay count loss stop price mail legal publish mark default until continue save extend paid stage deadline focus learning
  compliance integrity competition backup emergency exit management oversight partner participant alone improvement outcome
  materials licence damage hour incident notification shared openly minutes notes`

const articles = new Set(['a', 'an', 'the'])

/** In small letters without accents; hyphens part words, apostrophes do not, and articles are left out. */
function splitWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʼ\u00AD]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word))
}

const generalStems = new Set(
  generalWords
    .trim()
    .split(/\s+/)
    .map((word) => toStem(word)),
)
