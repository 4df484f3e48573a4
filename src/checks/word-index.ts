import { stemmer } from 'stemmer'
import { evidenceKinds, findEvidence } from './evidence.ts'
import { generalWords, ownWords } from './general-words.ts'
import { storedStems } from './stored-stems.ts'

/** Titles and passages of a document, by the words in them. */
export interface WordIndex {
  /** Gives the number of the title. No evidence is looked for in it: its words have capitals anyway. */
  addTitle(text: string): number
  /**
   * Gives the number of the passage; all are added before the first search. One that `follows` goes on with the last sentence of
   * the one before, as the cells of a row do. `edges` are the kinds of evidence that its place gives.
   */
  addPassage(text: string, follows: boolean, edges: readonly string[]): number
  isEmpty(unit: number): boolean
  /** By the number of each text that has one of the topic's entries, how much they say together. */
  find(topic: readonly string[]): ReadonlyMap<number, TopicHit>
}

export interface TopicHit {
  readonly weight: number
  /** The largest share of the text's words that one entry takes. */
  readonly share: number
}

/** Where a phrase, or evidence, is. */
interface Occurrences {
  readonly starts: readonly number[]
  readonly size: number
}

/**
 * Texts by the stems of their words. A phrase is found where its stems are in a row inside one sentence; "a + b" where both are in
 * one sentence; "? a" is weak: it is looked for in no title, and anything else counts more.
 */
export function createWordIndex(): WordIndex {
  const stemIds = new Map<string, number>()
  const idsByWord = new Map<string, number>()
  /** The stems of all texts, one after the other, with a gap between two; and of each its text and its sentence. */
  const stems: number[] = []
  const owners: number[] = []
  const sentences: number[] = []
  let sentence = 0
  /** By stem, where it is. */
  const places: number[][] = []
  /** By text: how many words it has, where its head ends, and is it a title? */
  const sizes: number[] = []
  const headEnds: number[] = []
  const titles: boolean[] = []
  const phrases = new Map<string, Occurrences>()
  const found = new Map<string, ReadonlyMap<number, TopicHit>>()

  const toId = (word: string): number => {
    const known = idsByWord.get(word)
    if (known !== undefined) return known
    const stem = evidenceKinds.has(word) ? word : toStem(word)
    const id = stemIds.get(stem) ?? places.push([]) - 1
    stemIds.set(stem, id)
    idsByWord.set(word, id)
    return id
  }

  /** Of a word in a topic, which does not come into the index by that. */
  const findId = (word: string): number => {
    const known = idsByWord.get(word)
    if (known !== undefined) return known
    const id = stemIds.get(toStem(word)) ?? inNoText
    idsByWord.set(word, id)
    return id
  }

  const findPhrase = (phrase: string): Occurrences => {
    const known = phrases.get(phrase)
    if (known !== undefined) return known
    const occurrences = searchPhrase(phrase)
    phrases.set(phrase, occurrences)
    return occurrences
  }

  const searchPhrase = (phrase: string): Occurrences => {
    const [first = ''] = phrase.split(' ', 1)
    if (idsByWord.get(first) === inNoText) return nowhere
    if (evidenceKinds.has(phrase)) return { starts: places[findId(phrase)] ?? [], size: 1 }
    const wanted = splitWords(phrase).map(findId)
    if (wanted.length === 0 || wanted.includes(inNoText)) return nowhere
    const [only = 0] = wanted
    if (wanted.length === 1) return { starts: places[only] ?? [], size: 1 }
    const counts = wanted.map((id) => places[id]?.length ?? 0)
    const rarest = counts.indexOf(Math.min(...counts))
    const starts = (places[wanted[rarest] ?? 0] ?? [])
      .map((place) => place - rarest)
      .filter((start) => wanted.every((id, step) => stems[start + step] === id))
    return { starts, size: wanted.length }
  }

  /** Where the parts are in one sentence, in any order: at the rarest of them. */
  const findTogether = (parts: readonly string[]): readonly number[] => {
    const each: Occurrences[] = []
    for (const part of parts) {
      const occurrences = findPhrase(part)
      if (occurrences.starts.length === 0) return []
      each.push(occurrences)
    }
    const [rarest = nowhere, ...others] = each.toSorted((a, b) => a.starts.length - b.starts.length)
    return others.reduce<readonly number[]>((left, { starts }) => {
      if (left.length === 0) return left
      const inSentences = new Set(starts.map((start) => sentences[start]))
      return left.filter((start) => inSentences.has(sentences[start]))
    }, rarest.starts)
  }

  const search = (entry: string): ReadonlyMap<number, TopicHit> => {
    const isWeak = entry.startsWith(weakSign)
    const parts = (isWeak ? entry.slice(weakSign.length) : entry).split(' + ')
    const [first = ''] = parts
    const isOne = parts.length === 1
    const { starts, size } = isOne ? findPhrase(first) : { starts: findTogether(parts), size: 1 }
    if (starts.length === 0) return noHits
    const onlyInHeads = isOne && !isWeak && size === 1 && generalStems.has(toStem(first))
    const hits = new Map<number, TopicHit>()
    for (const start of starts) {
      const unit = owners[start] ?? -1
      const inHead = start + size <= (headEnds[unit] ?? 0)
      if ((onlyInHeads && !inHead) || (isWeak && titles[unit])) continue
      const own = isOne && size === 1 ? 1 : 2
      const weight = isWeak ? weakWeight : own + (inHead ? (isOne ? 2 : 1) : 0)
      if (weight <= (hits.get(unit)?.weight ?? 0)) continue
      hits.set(unit, { weight, share: isOne ? size / (sizes[unit] ?? 1) : 0 })
    }
    return hits
  }

  const add = (text: string, role: { readonly edges: readonly string[] | null }) => {
    const unit = sizes.length
    const from = stems.length
    const { edges } = role
    const isShort = edges === null && splitWords(text).length <= longestTitle
    headEnds.push(from + splitWords(isShort ? text : findHead(text)).length)
    for (const [index, part] of splitSentences(text).entries()) {
      if (index > 0) sentence++
      const start = stems.length
      for (const word of splitWords(part)) {
        const id = toId(word)
        places[id]?.push(stems.length)
        put(id, unit)
      }
      if (edges === null || stems.length === start) continue
      for (const kind of [...edges, ...findEvidence(part)]) places[toId(kind)]?.push(start)
    }
    sizes.push(stems.length - from)
    titles.push(edges === null)
    put(gap, unit)
    return unit
  }

  const put = (id: number, unit: number) => {
    stems.push(id)
    owners.push(unit)
    sentences.push(sentence)
  }

  return {
    addTitle(text) {
      sentence++
      return add(text, { edges: null })
    },
    addPassage(text, follows, edges) {
      if (!follows) sentence++
      return add(text, { edges })
    },
    isEmpty: (unit) => sizes[unit] === 0,
    find(topic) {
      const hits = new Map<number, { weight: number; share: number }>()
      for (const entry of new Set(topic)) {
        const own = found.get(entry) ?? search(entry)
        found.set(entry, own)
        for (const [unit, { weight, share }] of own) {
          const sum = hits.get(unit)
          if (sum === undefined) hits.set(unit, { weight, share })
          else {
            sum.weight += weight
            sum.share = Math.max(sum.share, share)
          }
        }
      }
      return hits
    },
  }
}

const gap = -1
/** In words. What is longer is a sentence, such as one that leads to a list. */
const longestTitle = 10
const inNoText = -2
const nowhere: Occurrences = { starts: [], size: 1 }
const noHits: ReadonlyMap<number, TopicHit> = new Map()
const weakSign = '? '
export const weakWeight = 0.1
const sentenceEnd = /[.;!?]["”)*_]?\s/g

/** Not after an abbreviation such as "Dr." or "No.". */
function splitSentences(text: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) {
    if (isAbbreviation.test(text.slice(Math.max(from, index - 5), index))) continue
    parts.push(text.slice(from, index + mark.length))
    from = index + mark.length
  }
  parts.push(text.slice(from))
  return parts
}

const isAbbreviation = /(?:^|\P{L})(?:\p{Lu}\p{Ll}{0,3}|\p{L})$/u

/** What a passage begins with in place of a title: "3.1 Term: two years", or the cell "Term". */
function findHead(text: string): string {
  const [number = ''] = /^[\d.()\s]*/.exec(text) ?? []
  const [head = ''] = text
    .slice(number.length, number.length + maxHeadLength)
    .split(/[:–—]|\.(?!\d)/)
  const isAll = number.length + head.length === text.length
  return splitWords(head).length <= (isAll ? 4 : 6) ? number + head : ''
}

const maxHeadLength = 80

/**
 * The stemmer takes away endings that make another word too: to it, "governance" is "governed" and "community" is
 * "communication". Words with such an ending lose their plural only.
 */
function toStem(word: string): string {
  return storedStems.get(word) ?? findStem(word)
}

/** The stems of all words in these entries of topics, for the build to keep: to find them takes time in every run. */
export function stemTopics(topics: readonly string[]): ReadonlyMap<string, string> {
  const words = topics.flatMap((entry) => splitWords(entry.replaceAll(/<[a-z]+>|[+?]/g, ' ')))
  return new Map(
    [...words, ...generalWords.trim().split(/\s+/)].map((word) => [word, findStem(word)]),
  )
}

function findStem(word: string): string {
  if (word.length > maxStemmedLength || ownWords.has(word)) return word
  const spelled = spellAlike(word)
  const singular = spelled.replace(/ies$/, 'y').replace(/s$/, '')
  return makesAnotherWord.test(singular) ? singular : stemmer(spelled)
}

/** British and American spellings as one: "organise" is "organize", and "programme" "program". */
function spellAlike(word: string): string {
  return word
    .replace(/is(?=(?:e[ds]?|ing|ations?)$)/, 'iz')
    .replace(/^((?:behavi|endeav|fav|hon|lab|neighb)o)u(?=r)/, '$1')
    .replace(/^programme/, 'program')
}

const makesAnotherWord =
  /(?:ance|ence|ency|able|ible|ity|ive|al|ship|ness|ssion|ism|tor)$|^(?:information|invention|earning|briefing|gathering|delegate|tracker)$/
/** No word is longer; the rules of the stemmer would take long on what is. */
const maxStemmedLength = 40
const articles = new Set(['a', 'an', 'the'])

/** In small letters without accents; hyphens part words (but in "co-operation"), apostrophes do not, and articles are left out. */
function splitWords(text: string): readonly string[] {
  if (isPlain.test(text)) return text.split(' ').filter((word) => !articles.has(word))
  const plain = isAscii.test(text)
    ? text
        .replaceAll("'", '')
        .toLowerCase()
        .replaceAll('co-o', 'coo')
        .match(/[a-z\d]+/g)
    : text
        .normalize('NFKD')
        .replaceAll(/[\p{M}'’‘ʼ\u00AD]/gu, '')
        .toLowerCase()
        .replaceAll('co-o', 'coo')
        .match(/[\p{L}\p{N}]+/gu)
  return (plain ?? []).filter((word) => !articles.has(word))
}

/** As the words of topics are mostly written. */
const isPlain = /^[a-z]+(?: [a-z]+)*$/
const isAscii = /^[\x20-\x7e]*$/

const generalStems = new Set(generalWords.trim().split(/\s+/).map(toStem))
