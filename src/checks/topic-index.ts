import { stemmer } from 'stemmer'
import { findEvidence } from './evidence.ts'
import { generalWords } from './general-words.ts'

/** Where a topic was found in a text: how much that says, and in how large a part of its words. */
export interface TopicHit {
  readonly weight: number
  readonly share: number
}

export interface TopicIndex {
  /**
   * The number of the text. `head` is what it begins with in place of a title. A text that `follows` continues the last sentence
   * of the one before, as the cells of a row do.
   */
  add(text: string, head: string, follows: boolean, marks: readonly string[]): number
  /** The number of a title, in which no evidence is looked for: its words have capitals anyway. */
  addTitle(title: string): number
  isEmpty(text: number): boolean
  /** By text that has one of the entries of the topic or more, how much they say together. */
  find(topic: readonly string[]): ReadonlyMap<number, TopicHit>
}

/** Texts by the stems of their words, and by what else an entry of a topic can name. */
export function createTopicIndex(): TopicIndex {
  const stemIds = new Map<string, number>()
  const idsByWord = new Map<string, number>()
  /** The stems of all texts, one after the other, with a gap between two sentences; and the text and the sentence of each. */
  const stems: number[] = []
  const owners: number[] = []
  const sentences: number[] = []
  /** By stem, where it is. */
  const places: number[][] = []
  /** By text, where its head ends, and how many words it has. */
  const headEnds: number[] = []
  const sizes: number[] = []
  const found = new Map<string, ReadonlyMap<number, TopicHit>>()
  const titles = new Set<number>()
  let sentence = 0

  const toId = (word: string): number => {
    const known = idsByWord.get(word)
    if (known !== undefined) return known
    const stem = toStem(word)
    const id = stemIds.get(stem) ?? places.push([]) - 1
    stemIds.set(stem, id)
    idsByWord.set(word, id)
    return id
  }

  const put = (id: number, unit: number) => {
    stems.push(id)
    owners.push(unit)
    sentences.push(sentence)
  }

  /** Where the words of a phrase begin. */
  const findPhrase = (phrase: string): { starts: readonly number[]; size: number } => {
    const wanted = evidenceKinds.has(phrase) ? [toId(phrase)] : splitWords(phrase).map(toId)
    const counts = wanted.map((id) => places[id]?.length ?? 0)
    const rarest = counts.indexOf(Math.min(...counts))
    const starts: number[] = []
    for (const place of places[wanted[rarest] ?? -1] ?? []) {
      const start = place - rarest
      const isThere = wanted.length === 1 || wanted.every((id, step) => stems[start + step] === id)
      if (isThere) starts.push(start)
    }
    return { starts, size: wanted.length }
  }

  const searchPhrase = (phrase: string): ReadonlyMap<number, TopicHit> => {
    const { starts, size } = findPhrase(phrase)
    const onlyInHeads = size === 1 && generalStems.has(toStem(phrase.toLowerCase()))
    const hits = new Map<number, TopicHit>()
    for (const start of starts) {
      const unit = owners[start] ?? -1
      const inHead = start + size <= (headEnds[unit] ?? 0)
      if (onlyInHeads && !inHead) continue
      const weight = (size > 1 ? 2 : 1) + (inHead ? 2 : 0)
      const share = size / (sizes[unit] ?? 1)
      if (weight > (hits.get(unit)?.weight ?? 0)) hits.set(unit, { weight, share })
    }
    return hits
  }

  /** All parts in one sentence, in any order. The texts of the first part are found. */
  const searchTogether = (parts: readonly string[]): ReadonlyMap<number, TopicHit> => {
    const [first = { starts: [], size: 0 }, ...others] = parts.map(findPhrase)
    const rest = others.map(({ starts }) => new Set(starts.map((start) => sentences[start])))
    const hits = new Map<number, TopicHit>()
    for (const start of first.starts) {
      if (!rest.every((set) => set.has(sentences[start]))) continue
      const unit = owners[start] ?? -1
      const inHead = start + first.size <= (headEnds[unit] ?? 0)
      hits.set(unit, { weight: inHead ? 3 : 2, share: 0 })
    }
    return hits
  }

  const search = (entry: string): ReadonlyMap<number, TopicHit> => {
    const isWeak = entry.startsWith(weakSign)
    const parts = (isWeak ? entry.slice(weakSign.length) : entry).split(' + ')
    if (isWeak) return searchWeak(parts)
    return parts.length > 1 ? searchTogether(parts) : searchPhrase(parts[0] ?? '')
  }

  /** In no title, and so little that anything else counts more. */
  const searchWeak = (parts: readonly string[]): ReadonlyMap<number, TopicHit> => {
    const hits = [...searchTogether(parts)].filter(([unit]) => !titles.has(unit))
    return new Map(hits.map(([unit]) => [unit, { weight: weakWeight, share: 0 }]))
  }

  const add = (text: string, head: string, follows: boolean, marks: readonly string[] | null) => {
    const unit = sizes.length
    if (marks === null) titles.add(unit)
    headEnds.push(stems.length + splitWords(head).length)
    const from = stems.length
    for (const [index, part] of text.split(betweenSentences).entries()) {
      if (index > 0 || !follows) sentence++
      const start = stems.length
      for (const word of splitWords(part)) {
        const id = toId(word)
        places[id]?.push(stems.length)
        put(id, unit)
      }
      if (stems.length === start) continue
      for (const kind of marks === null ? [] : [...marks, ...findEvidence(part)])
        places[toId(kind)]?.push(start)
    }
    sizes.push(stems.length - from)
    put(gap, unit)
    return unit
  }

  return {
    add,
    addTitle: (title) => add(title, title, false, null),
    isEmpty: (unit) => sizes[unit] === 0,
    find(topic) {
      const hits = new Map<number, TopicHit>()
      for (const entry of new Set(topic)) {
        const own = found.get(entry) ?? search(entry)
        found.set(entry, own)
        for (const [unit, { weight, share }] of own) {
          const before = hits.get(unit) ?? { weight: 0, share: 0 }
          hits.set(unit, {
            weight: before.weight + weight,
            share: Math.max(before.share, share),
          })
        }
      }
      return hits
    },
  }
}

const gap = -1
/** Before an entry that counts only where no other one is found. */
const weakSign = '? '
const weakWeight = 0.1
const evidenceKinds = new Set([
  '<rhythm>',
  '<date>',
  '<money>',
  '<percent>',
  '<number>',
  '<name>',
  '<opening>',
  '<end>',
])
/** Not after an abbreviation such as "Dr." or "No.". */
const betweenSentences = /(?<=[\p{L}\p{N})\]"”]{3}[.;!?]["”)*_]?)\s+/u

/**
 * The stemmer takes away endings that make another word too: to it, "governance" is "governed" and "community" is
 * "communication". Words with such an ending lose their plural only.
 */
function toStem(word: string): string {
  if (word.length > maxStemmedLength || ownWords.has(word)) return word
  const singular = word.replace(/ies$/, 'y').replace(/s$/, '')
  return makesAnotherWord.test(singular) ? singular : stemmer(word)
}

const makesAnotherWord = /(?:ance|ence|able|ible|ity|ive|al|ship|ness|ssion)$/
/** "Terms" are no "term", and what "lasts" is not what is last. */
const ownWords = new Set(
  `damages minutes terms lasts owns secondment secondments publication publications leading ending recording recordings
  publicize publicise settings`.split(/\s+/),
)
/** No word is longer; the rules of the stemmer would take long on what is. */
const maxStemmedLength = 40

const articles = new Set(['a', 'an', 'the'])

/** In small letters without accents; hyphens part words, apostrophes do not, and articles are left out. */
export function splitWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʼ\u00AD]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word))
}

const generalStems = new Set(generalWords.trim().split(/\s+/).map(toStem))
