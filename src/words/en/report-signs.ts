import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** Signs to watch. */
export const signsSentences = {
  'sign-lead': ({ partner, day }: { partner: string; day: string }) => `${partner}, since ${day}`,
  'sign-fewer-people': ({ now, before }: { now: number; before: number }) =>
    `${count(now, 'person', 'people')} answered, ${before} before`,
  'sign-fewer-answers': ({ now, before }: { now: string; before: string }) =>
    `${now} of the questions have an answer, ${before} before`,
  'sign-lower-score': ({ score, fall }: { score: string; fall: string }) =>
    `its score is ${score}, ${fall} points lower than before`,
  'sign-lower-answers': ({ down, up, of }: { down: number; up: number; of: number }) =>
    `answers lower than before: ${down} of ${of}; higher: ${up}`,
  'sign-burden': ({ partner, gap, isPair, own, other }: Burden) => {
    const others = isPair ? 'the other' : 'the others'
    return `${partner} puts itself ${gap} points above ${others}: of itself ${own}, of ${others} ${other}`
  },
  'sign-overdue': ({ what, day, days }: { what: string; day: string; days: number }) =>
    `${what}: due on ${day}, ${count(days, 'day')} ago`,
  'overdue-promise': ({ what, owner }: { what: string; owner: string | null }) =>
    `“${what}”, ${owner ?? 'nobody’s'}`,
  'overdue-commitment': ({ number }: { number: number }) => `Commitment ${number}`,
  'overdue-review': 'The review',
  'person-of-partner': ({ person, partner }: { person: string; partner: string }) =>
    `${person} of ${partner}`,
  'signs-fading': 'Interest that fades',
  'signs-burden': 'A side that feels it does more',
  'signs-burden-about':
    'Both may be right about what they see. Ask for the last two times, not for the reason.',
  'signs-overdue': 'Past its day',
  'signs-overdue-about': 'The plan still has these open.',
} as const satisfies Catalogue

interface Burden {
  partner: string
  gap: string
  /** Is there one other partner only? */
  isPair: boolean
  own: string
  other: string
}
