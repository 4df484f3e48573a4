import { stemmer } from 'stemmer'
import { generalWords } from './general-words.ts'

/** Titles and passages of a document, by the words in them. */
export interface WordIndex {
  /** Gives the number of the text. All are added before the first search. */
  add(text: string, role: 'title' | 'passage'): number
  isEmpty(unit: number): boolean
  /** By the number of each text that has the phrase, how much that says: a phrase says more than a word, and a title more than a text. */
  find(phrase: string): ReadonlyMap<number, number>
}

/** Texts by the stems of their words. A phrase is found where its stems stand in a row inside one text. */
export function createWordIndex(): WordIndex {
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
    add(text, role) {
      const unit = filled.length
      const head = role === 'title' ? text : findHead(text)
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
    isEmpty: (unit) => filled[unit] !== true,
    find(phrase) {
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
