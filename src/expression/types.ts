import type { Path } from '../model/finding.ts'
import type { FactType } from '../model/forms/form-type.ts'
import type { Message } from '../words/message.ts'

export type Fact =
  | number
  | boolean
  | string
  | readonly string[]
  | readonly Readonly<Record<string, unknown>>[]

/** Offsets are UTF-16 units in the expression's text; the end is exclusive. */
export interface ExpressionIssue {
  readonly message: Message
  readonly start: number
  readonly end: number
  /** What to write instead, or null. */
  readonly fix: Message | null
}

/** What a condition may refer to: the profile, and every question that stands earlier. */
export interface ConditionScope {
  readonly profile: ReadonlyMap<string, FactType>
  /** By full id, `trust.bad-news`. */
  readonly answers: ReadonlyMap<string, FactType>
  /** Full ids of this question and those after it. */
  readonly later: ReadonlySet<string>
  /** The choices of a question, by its full id. */
  readonly choices?: ReadonlyMap<string, readonly string[]>
}

/** What is known when a condition is judged: only active questions that were answered. */
interface Facts {
  readonly profile: ReadonlyMap<string, Fact>
  readonly answers: ReadonlyMap<string, Fact>
}

/** Never throws; where something it needs is not answered, it is false. */
export type Condition = (facts: Facts) => boolean

/** How an expression over the plan came out. */
export interface EvaluationOutcome {
  readonly holds: boolean
  /** The place in the plan that is missing, if that is why it does not hold and it can be told. */
  readonly missing: Path | null
  /** Why it could not be judged: a wrong date, text where a number is needed, too much work. */
  readonly fault: Message | null
  /** The places in the plan that would have decided it, and that were not understood; none where it is decided. */
  readonly unread: readonly Path[]
}
