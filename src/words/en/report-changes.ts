import type { Catalogue } from '../say.ts'
import { capitalise, count, inNumber, join } from './grammar.ts'

/** What has changed from one point in time to the next. */
export const changesSentences = {
  'change-error':
    'A change is beyond its error where it is larger than what chance alone would bring about in 95 of 100 cases.',
  'change-error-unknown':
    'Whether a change is more than chance could not be worked out. That takes the earlier responses of at least ten people.',
  'changes-exact':
    'Changes are calculated from unrounded scores and may differ slightly from the figures shown.',
  'change-period': ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}`,
  'change-withheld': 'Not shown: too few people changed, or a group is too small.',
  'changes-fell': 'Essential questions below their minimum at a partner now, and at none before',
  'changes-opened': 'Left unanswered by somebody now, and by nobody before',
  'changes-closed': 'Left unanswered by somebody before, and by nobody now',
  'changes-left-version':
    'Not compared: the version of the questionnaire that was answered is not available',
  'changes-left-scale': 'Not compared: answered on another scale',
  'changes-left-reworded': 'Not compared: worded differently',
  'changes-left-added': 'Not compared: asked for the first time',
  'changes-left-removed': 'Not compared: no longer asked',
  'change-incomparable':
    'The two overall scores can’t be compared: the questions or their weights differ, or the earlier questionnaire is not available.',
  'change-without-score':
    'The two overall scores can’t be compared: at least one of them is missing.',
  'change-overall': ({ change }: { change: string }) => `The ${change}.`,
  'change-since': ({ day, change }: { day: string; change: string }) =>
    `Since ${day} the ${change}.`,
  /** At a day: in the verdict, of the earlier score; else of both scores of a period. */
  'change-other-partners': ({
    day,
    gone,
    come,
  }: {
    day: string | null
    gone: readonly string[]
    come: readonly string[]
  }) => {
    const why = [
      ...(gone.length === 0 ? [] : [`only the earlier one includes ${join(gone)}`]),
      ...(come.length === 0 ? [] : [`only the later one includes ${join(come)}`]),
    ]
    const what =
      day === null
        ? 'The two overall scores can’t be compared'
        : `The score can’t be compared with that of ${day}`
    return `${what}: ${why.join('; ')}.`
  },
  'change-of-score': ({ difference }: { difference: string | null }) =>
    `score ${difference ?? 'is the same'}`,
  'change-same-level': ({ score, level }: { score: string; level: string }) =>
    `${score}, and the level is “${level}” as before`,
  'change-of-level': ({ score, before, now }: { score: string; before: string; now: string }) =>
    `${score}, and the level went from “${before}” to “${now}”`,
  'change-of-partner': ({ partner, difference, score }: PartnerChange) =>
    difference === null
      ? `as ${partner} sees it, the score is unchanged at ${score}`
      : `as ${partner} sees it, the score ${difference}, to ${score}`,
  'change-of-partners': ({ changes }: { changes: readonly string[] }) =>
    `${capitalise(changes.join('; '))}.`,
  'change-rose': ({ size }: { size: string }) =>
    `rose by ${size} ${inNumber(Number(size), 'point')}`,
  'change-fell': ({ size }: { size: string }) =>
    `fell by ${size} ${inNumber(Number(size), 'point')}`,
  'moves-lead': ({ asked, down, up }: { asked: number; down: number; up: number }) =>
    `${count(asked, 'question')}: ${down} lower, ${up} higher, ${asked - down - up} unchanged.`,
  move: ({ change, from }: { change: string; from: string }) => `${change}, ${from}`,
  'move-scores': ({ before, now }: { before: string; now: string }) => `from ${before} to ${now}`,
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
