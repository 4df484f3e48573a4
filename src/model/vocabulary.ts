/** Words that files and code share, apart from the schemas: those cost time to load. */

/** Small letters, digits and single hyphens. */
export const kebabPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Keys that begin with `x-` are free and not read, so no id may. */
export const unreservedPattern = /^(?!x-)/

export const maxIdLength = 80

export function isKebab(text: string): boolean {
  return kebabPattern.test(text) && unreservedPattern.test(text)
}

/** `notes` and keys that begin with `x-` are free in every map of a file that a person writes. */
export function isFreeKey(key: string): boolean {
  return key === 'notes' || key.startsWith('x-')
}

export const stages = ['exploring', 'forming', 'agreed', 'operating', 'closing'] as const
export type Stage = (typeof stages)[number]

/** What a plan is: an agreement that binds, one that says what the partners intend, or a plan of teams under one roof. */
export const planKinds = ['contract', 'memorandum', 'internal'] as const
export type PlanKind = (typeof planKinds)[number]

export const efforts = ['small', 'medium', 'large'] as const
export type Effort = (typeof efforts)[number]

/** Who does a practice: whoever answers the question, whom it is about, or everybody. */
export const practiceTakers = ['us', 'them', 'all'] as const
export type PracticeTaker = (typeof practiceTakers)[number]

export const actionDays = ['awareness', 'candidates', 'substance', 'create', 'team'] as const
/** The five days of action. */
export type ActionDay = (typeof actionDays)[number]

/** Is it a day that exists in the calendar, written like `2026-11-23`? */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
