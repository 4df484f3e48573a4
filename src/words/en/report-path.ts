import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The way to the next level, or why no steps lead there. */
export const pathSentences = {
  'path-highest': ({ level }: { level: string }) => `“${level}” is the highest level.`,
  'path-about':
    'A step raises the answers to one question by one value of its scale, at every partner that is not yet at the top. It counts as an effort of 1, 3 or 8, as its practice is small, medium or large. Open answers are taken to stay open.',
  'path-lead': ({ level, steps, questions, effort, score }: PathLead) =>
    `The least that leads to “${level}” is ${count(steps, 'step')} on ${count(questions, 'question')}, with an effort of ${effort}.${
      score === null ? '' : ` The score is then ${score}.`
    }`,
  'path-step-facts': ({ steps, effort, gain }: PathStepFacts) =>
    `${count(steps, 'step')}, an effort of ${effort}${
      gain === null ? '' : `, ${gain} ${gain === '1' ? 'point' : 'points'} more overall`
    }`,
  'path-move-of-partner': ({ partner, move }: { partner: string; move: string }) =>
    `${partner}: ${move}`,
  'path-move-yes-no': ({ words }: { words: string | null }) => `everybody answers “${words}”`,
  'path-move': ({ from, to, words }: { from: string; to: string; words: string | null }) =>
    `from ${from} to ${to}${words === null ? '' : `, “${words}”`}`,
  'path-next-level': 'the next level',
  'path-level': ({ level }: { level: string }) => `“${level}”`,
  'path-must-open': ({ level, asks }: MissingPath) =>
    `No step leads to ${level} while nobody of a partner has answered a must${listMusts(asks)}. Answer it first.`,
  'path-must-not-raisable': ({ level, asks }: MissingPath) =>
    `No steps lead to ${level}: it takes a must that can't be raised value by value${listMusts(asks)}. See what stands behind its figure.`,
  'path-out-of-reach': ({ level }: { level: string }) =>
    `No steps lead to ${level}: what is open, and what is not answered on a scale, hold it back even with every other answer at its best.`,
  'path-too-open':
    'Too much is open to say what leads to the next level. Answer first what is open.',

  'deciding-questions': 'What the open questions decide',
  'deciding-room': ({ room }: { room: string }) => `${room} points between its worst and its best`,
  'deciding-rest': ({ rest }: { rest: number }) =>
    `And ${rest} more that ${rest === 1 ? 'weighs' : 'weigh'} no more than these.`,
} as const satisfies Catalogue

interface PathLead {
  level: string
  steps: number
  questions: number
  effort: number
  /** Null where it may not be shown. */
  score: string | null
}

interface PathStepFacts {
  steps: number
  effort: number
  /** Points of the overall score; null where nothing says them. */
  gain: string | null
}

interface MissingPath {
  level: string
  /** Empty where they may not be shown. */
  asks: readonly string[]
}

function listMusts(asks: readonly string[]): string {
  return asks.length === 0 ? '' : `: ${join(asks.map((ask) => `“${ask}”`))}`
}
