import type { Catalogue } from '../say.ts'
import { count } from './grammar.ts'

/** Signs to watch. */
export const signsSentences = {
  'sign-lead': ({ partner, day }: { partner: string; day: string }) => `${partner}, since ${day}`,
  'sign-fewer-people': ({ now, before }: { now: number; before: number }) =>
    `${count(now, 'response counts', 'responses count')}, ${before} before`,
  'sign-fewer-answers': ({ now, before }: { now: string; before: string }) =>
    `its people answered ${now} of the questions that apply to them, ${before} before`,
  'sign-lower-score': ({ score, fall }: { score: string; fall: string }) =>
    `its overall rating is ${score}, ${fall} points lower than before`,
  'sign-lower-answers': ({ down, up, of }: { down: number; up: number; of: number }) =>
    `answers lower than before: ${down} of ${of}; higher: ${up}`,
  'sign-burden': ({ partner, gap, others, own, other }: Burden) =>
    `${partner} rates itself ${gap} points higher than it rates ${others ?? 'the others'}: itself ${own}, ${others ?? 'the others'} ${other}`,
  'sign-overdue': ({ what, day, days }: { what: string; day: string; days: number }) =>
    `${what}: due on ${day}, ${count(days, 'day')} ago`,
  'overdue-promise': ({ what, owner }: { what: string; owner: string | null }) =>
    `“${what}” (${owner ?? 'no owner'})`,
  'overdue-commitment': ({ number }: { number: number }) => `Commitment ${number}`,
  'overdue-review': 'The review',
  'person-of-partner': ({ person, partner }: { person: string; partner: string }) =>
    `${person}, ${partner}`,
  'signs-fading': 'Lower than last time',
  'signs-fading-about':
    'This can be an early sign that interest is fading, or chance: with few people a score moves by several points.',
  'signs-burden-about':
    'Each may be right about what it sees. Ask about the last two occasions rather than for reasons.',
  'signs-overdue': 'Overdue',
  'signs-overdue-about': 'Still open in the plan:',
} as const satisfies Catalogue

interface Burden {
  partner: string
  gap: string
  /** The one other partner; null where there are several. */
  others: string | null
  own: string
  other: string
}
