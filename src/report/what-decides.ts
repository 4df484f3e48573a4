import { hasScore } from '../model/questionnaire.ts'
import { influences } from './influence.ts'
import { levelRange } from './level-range.ts'
import type { Telling } from './telling.ts'

/** What the answers that are still open can change. */
export interface WhatDecides {
  /** The score and the level at worst and at best. */
  readonly lead: string
  /** The open questions that weigh most, by how far each can move the overall score. */
  readonly questions: readonly {
    readonly question: string
    readonly ask: string
    readonly room: string
  }[]
  /** How many more there are. */
  readonly more: number
}

const most = 5

/** Null where nothing is open, or nothing may be shown. */
export function whatDecides(telling: Telling): WhatDecides | null {
  const { questionnaire, result, names, figures } = telling
  const { score, verdict, hidden } = result
  if (hidden?.scope === 'all' || !hasScore(questionnaire) || score === undefined) return null
  const { low, high, coverage } = score
  if (low === null || high === null || coverage === null || coverage > 1 - 1e-9) return null
  const rooms = [...influences(telling)]
    .map(([question, own]) => ({ question, room: own.reduce((sum, { room }) => sum + room, 0) }))
    .filter(({ room }) => room > 1e-9)
    .toSorted((a, b) => Math.round((b.room - a.room) * 1e7))
  const range = levelRange(telling)
  const between = `The open answers leave the score between ${figures.score(low)}, if all of them turn out worst, and ${figures.score(high)}, if all turn out best`
  return {
    lead:
      range === null
        ? `${between}. The level is “${names.level(verdict.levelLow)}” either way.`
        : `${between}. The level is then ${range}.`,
    questions: rooms.slice(0, most).map(({ question, room }) => ({
      question,
      ask: names.ask(question),
      room: figures.difference(room),
    })),
    more: Math.max(0, rooms.length - most),
  }
}
