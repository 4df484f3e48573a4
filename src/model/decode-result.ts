import type { Finding } from './finding.ts'

export interface DecodeResult<T> {
  /** Null where an error stands in the way. */
  readonly value: T | null
  readonly findings: readonly Finding[]
}
