import type { SectionName } from './house-style.ts'

/** What somebody wrote for a report, as plain data: a part of the report by its name, with what is to stand there. */
export type Commentary = ReadonlyMap<CommentedPart, readonly CommentBlock[]>

export type CommentedPart = SectionName | 'first-page'

export type CommentBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly CommentRun[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly CommentBlock[])[]
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly CommentRun[])[])[] }

/** Words of one look. */
export interface CommentRun {
  readonly text: string
  readonly strong: boolean
  readonly emphasis: boolean
  /** Where the words lead: http, https or mailto; null where they lead nowhere. */
  readonly url: string | null
}
