/** What a catalogue holds for an id: the sentence, or what makes it of the values that go in. */
export type Entry = string | ((values: never) => string)

export type Catalogue = Readonly<Record<string, Entry>>

/** A message of some catalogue, where it does not matter of which. */
interface AnyMessage {
  readonly say: string
  readonly [value: string]: unknown
}

/** Where a text goes in, a message of the same catalogue may stand as well; it is said first. */
type Given<Value> = Value extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : string extends Value
    ? Value | AnyMessage
    : Value

type ValuesOf<Of extends Entry> = Of extends (values: infer Values) => string
  ? { readonly [Name in keyof Values]: Given<Values[Name]> }
  : never

/** The ids of the sentences that nothing goes into. */
type PlainIds<In extends Catalogue> = {
  readonly [Id in keyof In & string]: In[Id] extends string ? Id : never
}[keyof In & string]

/**
 * The messages that a catalogue can say: the id of a sentence under `say`, and beside it the values that go in. It is what every
 * other room holds in place of a text, so that a language is one folder of catalogues. Those without values are one type
 * together: a union of a thousand types is too much for the compiler.
 */
export type MessageIn<In extends Catalogue> =
  | { readonly say: PlainIds<In> }
  | {
      readonly [Id in Exclude<keyof In & string, PlainIds<In>>]: { readonly say: Id } & ValuesOf<
        In[Id]
      >
    }[Exclude<keyof In & string, PlainIds<In>>]

/** The one place where a message becomes text. */
export function createSayer<In extends Catalogue>(
  catalogue: In,
): (message: MessageIn<In>) => string {
  const say = (message: AnyMessage): string => {
    const entry = catalogue[message.say]
    if (entry === undefined) throw new Error(`no words for "${message.say}"`)
    return typeof entry === 'string' ? entry : entry(sayInside(message) as never)
  }
  const sayValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sayValue)
    return isMessage(value) ? say(value) : value
  }
  const sayInside = (message: AnyMessage): unknown =>
    Object.fromEntries(Object.entries(message).map(([name, value]) => [name, sayValue(value)]))
  return say
}

function isMessage(value: unknown): value is AnyMessage {
  return typeof value === 'object' && value !== null && 'say' in value
}
