import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** What has changed from one point in time to the next. */
export const changesSentences = {
  'change-error':
    'A change is beyond its error where it is larger than what chance alone would bring about in 95 of 100 cases.',
  'change-error-unknown':
    'Too few people answered to say whether a change is larger than its error.',
  'changes-exact':
    'The changes come from the exact scores, so some are a little off what the rounded ones give.',
  'change-period': ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}`,
  'change-withheld': 'Not shown: too few people changed, or a group is too small.',
  'changes-fell': 'Fallen below what it must reach',
  'changes-opened': 'Open now, and not before',
  'changes-closed': 'No longer open',
  'changes-left-version': 'Not compared: of a version of the questionnaire that is not at hand',
  'changes-left-scale': 'Not compared: answered on another scale',
  'changes-left-reworded': 'Not compared: worded otherwise',
  'changes-left-added': 'Not compared: asked for the first time',
  'changes-left-removed': 'Not compared: no longer asked',
  'change-incomparable': 'The scores of the two can’t be set against each other as a whole.',
  'change-overall': ({ change }: { change: string }) => `The ${change}.`,
  'change-since': ({ day, change }: { day: string; change: string }) =>
    `Since ${day} the ${change}.`,
  'change-of-score': ({ difference }: { difference: string | null }) =>
    `score ${difference ?? 'is the same'}`,
  'change-same-level': ({ score, level }: { score: string; level: string }) =>
    `${score}, and the level is “${level}” as before`,
  'change-of-level': ({ score, before, now }: { score: string; before: string; now: string }) =>
    `${score}, and the level went from “${before}” to “${now}”`,
  'change-of-partner': ({ partner, difference, score }: PartnerChange) =>
    difference === null
      ? `${partner} is at ${score} as before`
      : `${partner} ${difference}, to ${score}`,
  'change-of-partners': ({ changes }: { changes: readonly string[] }) => `${changes.join('; ')}.`,
  'change-rose': ({ size }: { size: string }) => `rose by ${size} points`,
  'change-fell': ({ size }: { size: string }) => `fell by ${size} points`,
  'moves-lead': ({ asked, down, up }: { asked: number; down: number; up: number }) =>
    `${count(asked, 'question')}: ${down} lower, ${up} higher, ${asked - down - up} as before.`,
  move: ({ change, from }: { change: string; from: string }) => `${change}, ${from}`,
  'move-scores': ({ before, now }: { before: string; now: string }) => `from ${before} to ${now}`,
  'move-words': ({ before, now, wordsBefore, wordsNow }: MoveInWords) =>
    wordsBefore === wordsNow
      ? `from ${before} to ${now}, both near “${wordsNow}”`
      : `from “${wordsBefore}” (${before}) to “${wordsNow}” (${now})`,
  'moves-rest': ({ rest }: { rest: number }) => `And ${rest} more that moved by 10 points or more.`,
  'changes-column': 'Change',
  'changes-error-column': 'Beyond its error',
} as const satisfies Catalogue

interface PartnerChange {
  partner: string
  /** Null where it rounds to nothing. */
  difference: string | null
  score: string
}

interface MoveInWords {
  before: string
  now: string
  wordsBefore: string
  wordsNow: string
}
