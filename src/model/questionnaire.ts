import type { Form } from './forms/forms.ts'
import type { CheckFile, PlainCondition } from './questionnaire-file.ts'
import type { ActionDay, Effort, PracticeTaker } from './vocabulary.ts'

/**
 * The resolved questionnaire: one value, ids in full (`trust.bad-news`), defaults filled in, names of scales replaced by
 * their values, in asking order. It is plain data, so that it can be hashed, written and read back.
 */
export interface Questionnaire {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly why: string | null
  /** Least coverage, 0..1, for a partner's dimension to be scored. */
  readonly coverage: number
  /** Under so many partners with a response that counts there is no level; `all`: every partner listed and asked, two at least. */
  readonly leastPartners: number | 'all'
  readonly minutes: { readonly full: number | null; readonly quick: number | null }
  /** From the highest down; the last is at 0. */
  readonly levels: readonly Level[]
  /** The range scores are printed on; JSON stays on 0..100. */
  readonly shown: { readonly from: number; readonly to: number } | null
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The groups that a report addresses, by their answer to a profile question. */
  readonly audiences?: Audiences
  readonly profile: readonly ProfileQuestion[]
  readonly dimensions: readonly Dimension[]
}

export interface Level {
  readonly id: string
  readonly title: string
  /** Lower bounds, inclusive, on 0..100. */
  readonly score: number
  readonly weakest: number
  readonly meaning: string | null
}

export interface Audiences {
  /** A choice of the profile. */
  readonly question: string
  readonly groups: readonly Audience[]
}

export interface Audience {
  readonly id: string
  readonly title: string
  /** The choices that put somebody here. */
  readonly answers: readonly string[]
  readonly meaning: string
  /** The overall score, 0..100, that confirms what they believe; below it the report says `under` in place of `meaning`. */
  readonly tested: { readonly least: number; readonly under: string } | null
}

export interface Dimension {
  readonly id: string
  readonly title: string
  readonly weight: number
  readonly why: string | null
  /** It is asked in a sitting of its own; `result` is the full id of the question whose answer comes out of it. */
  readonly day?: { readonly result: string; readonly minutes: number | null }
  readonly questions: readonly Question[]
  readonly checks: readonly Check[]
}

/** A check over the plan; `id` in full. */
export interface Check extends Omit<CheckFile, 'supports'> {
  /** Full ids of the questions that this gives written evidence for. */
  readonly supports: readonly string[]
}

export interface Practice {
  readonly do: string
  readonly done: string | null
  readonly effort: Effort
  readonly day: ActionDay
  /** ISO 8601: how long it takes until `done` can be seen. */
  readonly takes: string
  /** Who does it: whoever answers, whom the question is about, or everybody. */
  readonly by: PracticeTaker
}

/** A knock-out: the value, on the question's own scale (yes is 1), that more than half of a partner's people have to reach. */
export interface Must {
  readonly least: number
  /** The highest level that is left if an answer is below it. */
  readonly cap: string
}

export type When = { readonly cel: string } | { readonly plain: PlainCondition }

interface BaseQuestion {
  /** In full, `trust.bad-news`; a profile question's has no dimension. */
  readonly id: string
  readonly ask: string
  readonly why: string | null
  readonly when: When | null
  readonly formerly: readonly string[]
  readonly form: Form
}

/** Asked first, never scored. */
export interface ProfileQuestion extends BaseQuestion {
  readonly dimension: null
}

export interface Question extends BaseQuestion {
  /** The dimension's id. */
  readonly dimension: string
  /** Does its answer count? Texts, lists, tables and choices or numbers without scores do not. */
  readonly scored: boolean
  readonly weight: number
  readonly reverse: boolean
  readonly must: Must | null
  /** Part of the quick run. */
  readonly core: boolean
  readonly about: 'us' | 'them' | 'both'
  /** Full id of the same question about the other side. */
  readonly mirror: string | null
  readonly evidence: string | null
  readonly practice: Practice | null
  readonly source: string | null
  readonly fills: string | null
}

/** All questions of all dimensions, in asking order, without the profile. */
export function listQuestions(questionnaire: Questionnaire): readonly Question[] {
  return questionnaire.dimensions.flatMap((dimension) => dimension.questions)
}

/** Whether any of its answers count. */
export function hasScore(questionnaire: Questionnaire): boolean {
  return listQuestions(questionnaire).some(({ scored }) => scored)
}

/** Whether it is spread over days, with an interview that is resumed. */
export function hasDays({ dimensions }: Pick<Questionnaire, 'dimensions'>): boolean {
  return dimensions.some(({ day }) => day !== undefined)
}

/** Which day of the programme a dimension is, from 1; null where it has no sitting of its own. */
export function findDayNumber(
  { dimensions }: Pick<Questionnaire, 'dimensions'>,
  dimension: string,
): { readonly day: number; readonly of: number } | null {
  const days = dimensions.filter(({ day }) => day !== undefined).map(({ id }) => id)
  const index = days.indexOf(dimension)
  return index === -1 ? null : { day: index + 1, of: days.length }
}
