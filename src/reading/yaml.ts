import type { AliasEvent, MappingEvent, ScalarEvent, SequenceEvent, YAMLException } from 'js-yaml'
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'
import { blockRange } from './block-range.ts'
import { findComments } from './comments.ts'
import { decodeText } from './decode-text.ts'
import { readDirectives, secondDocument } from './directives.ts'
import { spanAt } from './lines.ts'
import { openDocument } from './open-document.ts'
import type { Place } from './places.ts'
import { type Problem, quoted } from './problem.ts'
import * as told from './refusals.ts'
import { coreTag, readScalar } from './scalar.ts'
import { SlipFinder } from './slips.ts'
import type { SourceDocument } from './source-document.ts'
import { explainSyntax } from './syntax.ts'
import { type Range, ValueBuilder } from './value-builder.ts'

export type { SourceDocument } from './source-document.ts'

/**
 * Reads YAML 1.2 (so JSON too) from the bytes of a file. What could be misunderstood, never end or fill the memory is
 * refused, with its place; nothing is thrown. Problems are told as many at once as can be seen.
 */
export function readYaml(bytes: Uint8Array, name: string): SourceDocument {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0) return openDocument({ name, text, problems, outline: null })
  const { outline, problems: found } = readYamlText(text)
  const comments = () => findComments(text, outline.scalars())
  return openDocument({ name, text, problems: found, outline: { ...outline, comments } })
}

/** The outline of a text that is good to read, and what is wrong in it. Its nodes are numbered below `nodeCount`. */
export function readYamlText(text: string) {
  const directives = readDirectives(text)
  const parsed = parse(directives.text)
  const { outline, problems } = build(text, parsed)
  return {
    outline: { ...outline, nodeCount: parsed.events.length },
    problems: [...directives.problems, ...parsed.problems, ...problems],
  }
}

interface Parsed {
  /** As it was read in the end: syntax errors replaced, everything else where it was. */
  readonly text: string
  /** None where an error made the rest unreadable. */
  readonly events: readonly Event[]
  readonly problems: readonly Problem[]
}

/** A little over the limit, which the builder tells with a path. */
const deepest = 102
const mostErrors = 20
const longestMended = 200_000

/** An error whose extent is known is replaced by something readable, so that the next one shows too. */
function parse(original: string): Parsed {
  const problems: Problem[] = []
  let text = original
  while (problems.length < mostErrors) {
    try {
      return { text, events: parseEvents(text, { maxDepth: deepest }), problems }
    } catch (fault) {
      const { reason = '', mark } = fault as Partial<YAMLException>
      const error = explainSyntax(text, mark?.position ?? 0, reason)
      if (problems.some(({ start }) => start === error.problem.start)) break
      problems.push(error.problem)
      if (error.mended === null || text.length > longestMended) break
      text = error.mended
    }
  }
  return { text, events: [], problems }
}

const top: Range = { start: 0, end: 0 }

/** One pass over the events of the first document; places are looked up in them when they are asked for. */
function build(original: string, { text, events }: Parsed) {
  const placeOf = (node: number) => placeOfEvent(text, events[node])
  const builder = new ValueBuilder((node) => spanAt(text, placeOf(node)?.start ?? 0, 0).line)
  const slips = new SlipFinder(text, builder)
  const reading: Reading = { text, original, events, builder, slips }
  let documents = 0
  for (let node = 0; node < events.length; node++) {
    const event = events[node]
    if (event?.type === EVENT_ID.DOCUMENT && ++documents === 2) {
      builder.tell(told.secondDocument, secondDocument(text), { path: [] })
      break
    }
    if (event !== undefined) addEvent(reading, node, event)
  }
  const { problems, ...built } = builder.built()
  const scalars = () => events.flatMap((event) => scalarRange(event) ?? [])
  return {
    outline: { ...built, text: original, placeOf, scalars },
    problems: [...problems, ...reading.slips.found()],
  }
}

interface Reading {
  readonly text: string
  /** As it was written, with its syntax errors. */
  readonly original: string
  readonly events: readonly Event[]
  readonly builder: ValueBuilder
  readonly slips: SlipFinder
}

function addEvent(reading: Reading, node: number, event: Event): void {
  const { text, builder } = reading
  if (event.type === EVENT_ID.SCALAR) addScalar(reading, node, event)
  else if (event.type === EVENT_ID.MAPPING) addCollection(reading, 'map', node, event)
  else if (event.type === EVENT_ID.SEQUENCE) addCollection(reading, 'list', node, event)
  else if (event.type === EVENT_ID.ALIAS) {
    builder.alias(node, anchorOf(text, event) ?? '', aliasRange(event))
  } else if (event.type === EVENT_ID.POP) builder.close()
}

function addScalar(reading: Reading, node: number, event: ScalarEvent): void {
  const { text, builder } = reading
  const written = getScalarValue(text, event)
  const plain = event.style === SCALAR_STYLE.PLAIN
  const range = scalarRange(event) ?? neighbour(reading, node)
  const tag = tagOf(text, event)
  const value = readScalar(tag, written, plain)
  if (value === undefined) tellTag(reading, tag, event, quoted(written))
  const anchor = anchorOf(text, event)
  if (builder.expectsKey) {
    builder.key(node, written, range, plain)
    return
  }
  const isWritten = text.charAt(range.start) === reading.original.charAt(range.start)
  if (plain && isWritten) findSlips(reading, event, range, anchor)
  builder.scalar(node, value ?? null, range, anchor)
}

function findSlips(
  { slips }: Reading,
  event: ScalarEvent,
  range: Range,
  anchor: string | null,
): void {
  if (event.valueStart === absent) slips.empty(range.end)
  else {
    slips.plain(range)
    if (anchor !== null) slips.named(anchor, aliasRange(event))
  }
}

function addCollection(
  reading: Reading,
  kind: 'list' | 'map',
  node: number,
  event: MappingEvent | SequenceEvent,
): void {
  const { text, builder } = reading
  const tag = tagOf(text, event)
  const fits = tag === '' || tag === '!' || coreTag(tag) === (kind === 'map' ? 'map' : 'seq')
  if (!fits) tellTag(reading, tag, event, `a ${kind}`)
  const range = { start: event.start, end: event.start + 1 }
  builder.open(kind, node, range, anchorOf(text, event))
}

function tellTag({ builder }: Reading, tag: string, event: Tagged, under: string): void {
  const range = { start: event.tagStart, end: event.tagEnd }
  builder.tell(told.wrongTag(tag, coreTag(tag) !== null, under), range)
}

type Tagged = MappingEvent | SequenceEvent | ScalarEvent

/** The parser's offset for what is not written. */
const absent = -1

function tagOf(text: string, event: Tagged): string {
  return event.tagStart === absent ? '' : text.slice(event.tagStart, event.tagEnd)
}

function anchorOf(text: string, event: Tagged | AliasEvent): string | null {
  return event.anchorStart === absent ? null : text.slice(event.anchorStart, event.anchorEnd)
}

/** With the `*` or `&` before the name. */
function aliasRange(event: Tagged | AliasEvent): Range {
  return { start: event.anchorStart - 1, end: event.anchorEnd }
}

/** With the quotes around, or null where nothing is written. */
function scalarRange(event: Event | undefined): Range | null {
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart === absent) return null
  const { style, valueStart, valueEnd } = event
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0
  return { start: valueStart - quote, end: valueEnd + quote }
}

/** Where something empty is: at what stands before it, or else behind it. */
function neighbour({ events }: Reading, node: number): Range {
  return scalarRange(events[node - 1]) ?? scalarRange(events[node + 1]) ?? top
}

function placeOfEvent(text: string, event: Event | undefined): Place | null {
  switch (event?.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return { start: event.start, end: event.start + 1, exact: null, holds: true }
    case EVENT_ID.ALIAS:
      return { ...aliasRange(event), exact: null, holds: false }
    case EVENT_ID.SCALAR:
      return placeOfScalar(text, event)
    default:
      return null
  }
}

function placeOfScalar(text: string, event: ScalarEvent): Place | null {
  const range = scalarRange(event)
  if (range === null) return null
  const exact = event.fast ? event.valueStart : null
  const block =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
  return { ...(block ? blockRange(text, range) : range), exact, holds: false }
}
