import type { Message } from '../words/message.ts'
import type { ShownResult } from './result.ts'
import type { Stage } from './vocabulary.ts'

/** Where a partnership is on its way to a report: people in numbers and invited codes, never by name or role. */
export interface PartnershipStatus {
  /** The plan's name, else the partnership's id; null where neither is known. */
  readonly name: string | null
  readonly questionnaire: { readonly id: string; readonly version: string; readonly title: string }
  readonly partners: readonly PartnerStatus[]
  /** Responses that do not count and are not just begun. */
  readonly notCounted: ShownResult['leftOut']
  /** What a report would stop at. */
  readonly problems: readonly StatusRemark[]
  /** Files among the responses that are none, and what to do about each. */
  readonly strays: readonly { readonly file: string; readonly cure: Message }[]
  /** What to look at, though it stops nothing. */
  readonly notes: readonly StatusRemark[]
  readonly plan: PlanStatus | null
  readonly next: readonly StatusStep[]
}

export interface PartnerStatus {
  readonly id: string
  readonly name: string
  /** People of whom a response counts. */
  readonly answered: number
  readonly begun: readonly BegunResponse[]
  /** How many are to answer; null where nothing says so. */
  readonly invited: number | null
  /** How many of those have neither answered nor begun. */
  readonly missing: number | null
  /** The codes of the missing; null where the invited have none. */
  readonly missingCodes: readonly string[] | null
  /** Of the invited codes, those of which every response is excluded. */
  readonly leftOut: number
  /** Of those who have answered, how many have a code that was not invited. */
  readonly uninvited: number
  /** Their files, where somebody who was invited is missing: the code in one of them may be mistyped. */
  readonly toCompare: readonly string[]
  /** Is it to answer? */
  readonly asked: boolean
}

export interface BegunResponse {
  /** Where it was invited; else null. */
  readonly code: string | null
  /** How many of the questions asked have an entry. */
  readonly entries: number
  readonly questions: number
}

/** A place in a file; without one where the whole file, or no file, is meant. */
export interface StatusRemark {
  readonly file: string | null
  readonly line: number | null
  readonly message: Message
  readonly fix: Message | null
}

export type PlanStatus =
  /** Why is among the problems; no file where there are several. */
  | { readonly state: 'unusable'; readonly file: string | null }
  /** It says no more than `init` wrote; or the questionnaire has no checks. */
  | { readonly state: 'not-begun' | 'not-asked'; readonly file: string }
  | {
      readonly state: 'judged'
      readonly file: string
      readonly stage: Stage
      /** In percent; null where no check counts, or too little of a document was read. */
      readonly complete: number | null
      readonly errors: number
      /** The day that dates were compared with; null where no date mattered. */
      readonly today: string | null
    }

/** What to do next; what may wait comes last. */
export type StatusStep =
  | { readonly do: 'correct' }
  | { readonly do: 'ask'; readonly partners: readonly Pick<PartnerStatus, AskedKey>[] }
  | { readonly do: 'finish'; readonly people: number }
  | { readonly do: 'report'; readonly isWhole: boolean }

type AskedKey = 'id' | 'name' | 'missing' | 'missingCodes'
