import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, clipLongText, createAdvice, listAnchors } from './advice-input.ts'

/**
 * Anchors whose words carry a rank (never < sometimes < always, none < some < all, a day < a week, once a year < monthly) but do not
 * rise or fall all the way. Said only where at least three anchors have a rank of one kind; equal ranks may follow each other.
 */
export function checkAnchorOrder({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  const anchors = listAnchors(file)
  for (const rank of ranks) {
    const ranked = anchors.flatMap(([value, text]) => {
      const found = rank(clipLongText(text).toLowerCase())
      return found === null ? [] : [{ value, ...found }]
    })
    if (ranked.length < 3) continue
    const odd = findOddStep(ranked.map(({ by }) => by))
    const [one, next] = odd === null ? [] : [ranked[odd], ranked[odd + 1]]
    if (one === undefined || next === undefined) continue
    return [
      createAdvice(origin, ['anchors', next.value], {
        id: 'question.anchor-order',
        message: {
          say: 'anchor-order',
          first: one.value,
          firstWords: one.words,
          second: next.value,
          secondWords: next.words,
        },
        fix: { say: 'anchor-order-fix' },
      }),
    ]
  }
  return []
}

/** The step that goes the other way than most do, or than the first where as many go each way; null where none does. */
function findOddStep(numbers: readonly number[]): number | null {
  const steps = numbers.slice(1).map((number, index) => Math.sign(number - (numbers[index] ?? 0)))
  const direction =
    Math.sign(steps.reduce((sum, step) => sum + step, 0)) || (steps.find(Boolean) ?? 0)
  const odd = steps.findIndex((step) => step === -direction && step !== 0)
  return odd === -1 ? null : odd
}

interface Rank {
  readonly by: number
  /** What the rank was read from, as it is shown. */
  readonly words: string
}

type RankReader = (text: string) => Rank | null

/** The first of these that a text has, longer phrases before the words in them. */
function byWords(list: readonly (readonly [pattern: RegExp, by: number])[]): RankReader {
  return (text) => {
    for (const [pattern, by] of list) {
      const words = pattern.exec(text)?.[0]
      if (words !== undefined) return { by, words }
    }
    return null
  }
}

const howOften = byWords([
  [/\bless than half (?:of )?the time\b/, 2],
  [/\b(?:more than half|most) of the time\b/, 5],
  [/\b(?:about |around )?half (?:of )?the time\b/, 3],
  [/\b(?:hardly|almost|nearly) ever\b|\balmost never\b|\brarely\b|\bseldom\b/, 1],
  [/\b(?:almost|nearly) (?:always|every time)\b/, 6],
  [/\b(?:sometimes|occasionally|now and then|from time to time|at times)\b/, 2.5],
  [/\bnot often\b/, 1.5],
  [/\b(?:often|mostly|usually)\b/, 4.5],
  [/\bnot (?:always|every time)\b/, 4],
  [/^never\b/, 0],
  [/^(?:almost )?always\b|\balways$|\bevery time\b/, 7],
])

/** Only at the beginning, where it says how many; anywhere else it may be about something else. */
const howMany = byWords([
  [/^(?:none|nobody|no one|nothing|not at all)\b/, 0],
  [/^(?:hardly any|very few|almost (?:none|nobody|nothing))\b/, 0.5],
  [/^(?:only )?(?:one|a single one)\b(?! of\b)/, 1],
  [/^(?:two)\b/, 2],
  [/^(?:some|a few|several|a little|little of)\b/, 2.5],
  [/^three\b/, 3],
  [/^four\b/, 4],
  [/^five\b/, 5],
  [/^six\b/, 6],
  [/^seven\b/, 7],
  [/^eight\b/, 8],
  [/^(?:less|fewer) than half\b/, 15],
  [/^(?:about |around )?half\b/, 20],
  [/^(?:most|many|more than half)\b/, 30],
  [/^(?:nearly|almost) (?:all|everybody|everyone|everything)\b/, 40],
  [/^(?:all|everybody|everyone|everything)\b/, 50],
])

const unitDays: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
}
const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  half: 0.5,
}
const unit = '(hour|day|week|fortnight|month|quarter|year)'
const count = `(a|an|${Object.keys(numberWords).slice(2).join('|')}|\\d+)`

/** "Within two weeks", "in days", "within a day". */
function howSoon(text: string): Rank | null {
  const match = new RegExp(`\\bwithin (?:the |the same )?(?:${count} )?${unit}(s)?\\b`).exec(text)
  if (match === null) return null
  const [words, number, of = '', plural] = match
  // "Within weeks" is more than one of them, and less than the next unit.
  const times = number === undefined ? (plural === undefined ? 1 : 3) : readNumber(number)
  return { by: times * (unitDays[of] ?? Number.NaN), words }
}

const adverbs: Readonly<Record<string, number>> = {
  daily: 365,
  weekly: 52,
  fortnightly: 26,
  monthly: 12,
  quarterly: 4,
  yearly: 1,
  annually: 1,
}

/** How often in a year: "monthly", "every two weeks", "twice a year". */
function howRegularly(text: string): Rank | null {
  const adverb = /\b(?:daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b/.exec(
    text,
  )?.[0]
  if (adverb !== undefined) return { by: adverbs[adverb] ?? Number.NaN, words: adverb }
  const every = new RegExp(`\\b(?:every|each) (?:${count} )?${unit}s?\\b`).exec(text)
  if (every !== null) {
    const [words, number = 'one', of = ''] = every
    return { by: 365 / (readNumber(number) * (unitDays[of] ?? Number.NaN)), words }
  }
  const times = new RegExp(
    `\\b(once|twice|${count} times|several times) (?:a|an|each|every|per) ${unit}\\b`,
  ).exec(text)
  if (times !== null) {
    const [words, how = '', number = '', of = ''] = times
    const often =
      how === 'once' ? 1 : how === 'twice' ? 2 : how === 'several times' ? 3 : readNumber(number)
    return { by: (often * 365) / (unitDays[of] ?? Number.NaN), words }
  }
  const never = /^never\b/.exec(text)?.[0]
  return never === undefined ? null : { by: 0, words: never }
}

function readNumber(word: string): number {
  return numberWords[word] ?? Number(word)
}

const howStrongly = byWords([
  [/^(?:strongly|completely|totally) disagree\b/, 0],
  [/^(?:(?:somewhat|rather|slightly) )?disagree\b/, 1],
  [/^(?:neither|neutral|undecided)\b/, 2],
  [/^(?:(?:somewhat|rather|slightly) )?agree\b/, 3],
  [/^(?:strongly|completely|totally) agree\b/, 4],
])

const howGood = byWords([
  [/^(?:very (?:poor|bad)(?:ly)?|terrible)\b/, 0],
  [/^(?:poor|bad)(?:ly)?\b/, 1],
  [/^(?:fair|acceptable|average|so-so)\b/, 2],
  [/^(?:good|well)\b/, 3],
  [/^very (?:good|well)\b/, 4],
  [/^(?:excellent|outstanding)\b/, 5],
])

const ranks: readonly RankReader[] = [
  howOften,
  howMany,
  howSoon,
  howRegularly,
  howStrongly,
  howGood,
]
