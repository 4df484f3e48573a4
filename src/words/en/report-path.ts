import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The way to the next level, or why no steps lead there. */
export const pathSentences = {
  'path-highest': ({ level }: { level: string }) => `“${level}” is the highest level.`,
  'path-about':
    'A step moves every answer to one question by one value of its scale, where it is not yet at the best. To compare routes, a small effort counts 1, a medium one 3, a large one 8. Unanswered questions are assumed to stay unanswered.',
  'path-lead': ({ level, steps, questions }: PathLead) =>
    `The route to “${level}” that takes the least effort is ${count(steps, 'one-step improvement')} on ${count(questions, 'question')}.`,
  'path-step-facts': ({ steps, size }: { steps: number; size: 'small' | 'medium' | 'large' }) =>
    `${count(steps, 'step')} · ${size} effort${steps === 1 ? '' : ' each'}`,
  'path-next-level': 'the next level',
  'path-level': ({ level }: { level: string }) => `“${level}”`,
  'path-must-open': ({ level, asks }: MissingPath) =>
    `No step leads to ${level} while nobody at a partner has answered an essential question${listMusts(asks)}. Answer it first.`,
  'path-must-not-raisable': ({ level, asks }: MissingPath) =>
    `No steps lead to ${level}: an essential question below its minimum can't be raised step by step${listMusts(asks)}.`,
  'path-out-of-reach': ({ level }: { level: string }) =>
    `No steps lead to ${level}: even with every rating and every yes-or-no question at its best, the answers to other questions hold it back.`,
  'path-too-open':
    'Too much is unanswered to say what leads to the next level. Answer those questions first.',
  'path-too-few-partners':
    'What leads to the next level can be said once responses from enough partners count.',
  'path-hidden':
    'What leads to the next level is not shown, so that nobody can be recognised by an answer.',

  'deciding-questions': 'What the unanswered questions decide',
  'deciding-room': ({ room }: { room: string | null }) =>
    room === null
      ? 'could move the score by less than a point'
      : `could move the score by up to ${room}`,
  'deciding-rest': ({ rest }: { rest: number }) => `… and ${rest} more with no greater effect.`,
} as const satisfies Catalogue

interface PathLead {
  level: string
  steps: number
  questions: number
}

interface MissingPath {
  level: string
  /** Empty where they may not be shown. */
  asks: readonly string[]
}

function listMusts(asks: readonly string[]): string {
  return asks.length === 0 ? '' : `: ${join(asks.map((ask) => `“${ask}”`))}`
}
