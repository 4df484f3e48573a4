/**
 * A document that people wrote for people, section by section, with what of it was not read as values: there the topics of checks
 * are looked for. Source: design section 2, Prose.
 */
export interface Prose {
  readonly sections: readonly ProseSection[]
}

export interface ProseSection {
  /** Its own title last, those of the sections around it before; empty before the first title. */
  readonly titles: readonly string[]
  /** Of its title, from 1; where it has none, of its first passage. */
  readonly line: number
  /** Does it count for the share that was read? What stands before the first title and under signatures does not. */
  readonly counted: boolean
  /** In the order of the text, without those of the sections inside it. */
  readonly passages: readonly Passage[]
}

/** A paragraph, an item of a list, or a cell of a table. */
export interface Passage {
  /** From 1. */
  readonly line: number
  /** The part that was not read as a value, with the line breaks of the file; empty where all of it was. */
  readonly unread: string
  readonly words: number
  readonly wordsRead: number
}
