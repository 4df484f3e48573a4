import type { ReportText } from '../words/message.ts'

/** A block of a section that `render` draws without knowing the section. */
export type SectionBlock =
  | { readonly paragraph: SectionLine }
  | { readonly list: readonly BlockItem[] }
  | { readonly head: readonly ReportText[]; readonly rows: readonly (readonly ReportText[])[] }

/** Texts side by side; a code is shown as it is. */
export type SectionLine = readonly (ReportText | { readonly code: string })[]

interface BlockItem {
  readonly line: SectionLine
  /** A list inside the list. */
  readonly under?: readonly SectionLine[]
}
