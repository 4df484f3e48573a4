/** What may stand under a key of a plan, as far as reading Markdown needs to know; `vocabulary.ts` says it for every key. */
export type FieldShape = PlainShape | WordShape | MapShape | ListShape

type PlainShape = { readonly [Kind in PlainKind]: { readonly kind: Kind } }[PlainKind]

export type PlainKind =
  | 'text'
  /** A list of texts. */
  | 'texts'
  | 'id'
  | 'person'
  | 'people'
  /** One person, or a list where several are written. */
  | 'person-or-people'
  | 'partner'
  | 'objective'
  | 'day'
  | 'duration'
  | 'number'
  | 'whole'
  /** A whole number of days, also as weeks. */
  | 'days'
  /** 1 to 5, also as a word. */
  | 'likelihood'
  | 'impact'
  /** A number where nothing but a number is written, else text. */
  | 'figure'
  /** A percentage for each partner. */
  | 'shares'

export interface WordShape {
  readonly kind: 'word'
  /** Each word with what else may be written for it. */
  readonly words: Readonly<Record<string, readonly string[]>>
}

export interface MapShape {
  readonly kind: 'map'
  readonly fields: readonly PlanField[]
  /** The key that plain text or a plain list under the heading stands for. */
  readonly main?: string
  /** An amount of money fills it from one text. */
  readonly money?: true
}

export interface ListShape {
  readonly kind: 'list'
  readonly item: MapShape
  /** The key that a heading, a list item's own text and a column without a name stand for. */
  readonly title: string
  /** The key for such a text where the title's cannot take it. */
  readonly plain?: string
  /** The key for what is said behind a name: "A. Visser, sponsor", "**Pilot**: opens the depot". */
  readonly about?: string
  /** It may stand behind a comma, too. */
  readonly commas?: true
}

export interface PlanField {
  readonly key: string
  /** What it may be called besides its key, as `comparable` writes it. */
  readonly names: readonly string[]
  readonly shape: FieldShape
  /** Names by which a heading means it wherever it stands, not only under its section's heading. */
  readonly alone: readonly string[]
}
