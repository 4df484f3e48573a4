/** What can be written under a key of a plan, as far as reading text needs to know; `vocabulary.ts` says it for every key. */
export type FieldShape = PlainShape | WordShape | MapShape | ListShape

type PlainShape = { readonly [Kind in PlainKind]: { readonly kind: Kind } }[PlainKind]

export type PlainKind =
  | 'text'
  /** A list of texts. */
  | 'texts'
  | 'id'
  /** The name of a person, or of an organisation. */
  | 'person-name'
  | 'organisation-name'
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
  /** The key that plain text under the title is for. */
  readonly main?: string
  /** An amount of money fills it from one text. */
  readonly money?: true
}

export interface ListShape {
  readonly kind: 'list'
  readonly item: MapShape
  /** The key that an entry's title is for, and the text of an item unless `plain` names another. */
  readonly title: string
  readonly plain?: string
  /** The key for what follows a comma or a dash behind a name: "A. Visser, sponsor". */
  readonly about?: string
  /** An entry is read only where one of these keys has a value too, with commas between: a title alone says too little. */
  readonly needs?: string
}

export interface PlanField {
  readonly key: string
  /** What it may be called besides its key, as `toComparable` writes it. */
  readonly names: readonly string[]
  readonly shape: FieldShape
  /** Names by which a title means it wherever it is, not only under its section's title. */
  readonly alone: readonly string[]
}
