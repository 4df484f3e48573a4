/** Lines under a title; nested blocks stand deeper. */
export interface Explanation {
  readonly title: string
  readonly lines: readonly string[]
  readonly parts: readonly Explanation[]
  /** Shown as it would stand in a file. */
  readonly data?: unknown
}
