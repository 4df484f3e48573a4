import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  type YAMLException,
} from 'js-yaml'
import type { Message } from '../words/message.ts'
import { findBlockTextRange } from './block-text.ts'
import { findComments } from './comments.ts'
import { decodeText } from './decode-text.ts'
import { findSecondDocument, readDirectives } from './directives.ts'
import { type TextRange, toSpan } from './lines.ts'
import { MistakeFinder } from './mistake-finder.ts'
import { type NodePlace, openDocument, type SourceDocument } from './open-document.ts'
import { clipWord, refusals, type TextProblem } from './problem.ts'
import { findCoreTag, readScalar } from './scalar.ts'
import { explainSyntax } from './syntax.ts'
import { ValueBuilder } from './value-builder.ts'

/** Reads YAML 1.2 (so JSON too). Refuses what could be misunderstood, never end or fill the memory, with its place; never throws. */
export function readYaml(bytes: Uint8Array, name: string): SourceDocument {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0) return openDocument({ name, text, problems, outline: null })
  const { outline, problems: found } = readYamlText(text)
  const comments = () => findComments(text, outline.scalars())
  const isPartlyReadable = found.every(({ severity, id, path }) => {
    return severity !== 'error' || (localErrorIds.includes(id) && path.length > 0)
  })
  return openDocument({
    name,
    text,
    problems: found,
    outline: { ...outline, comments },
    isPartlyReadable,
  })
}

/** Errors that cost the value at their path, and nothing else. */
const localErrorIds: readonly string[] = ['yaml.duplicate-key', 'yaml.tag']

/** The outline of a text that is good to read, and what is wrong in it. Its nodes are numbered below `nodeCount`. */
export function readYamlText(text: string) {
  const directives = readDirectives(text)
  const parsed = parseYaml(directives.text)
  const { outline, problems } = buildYamlOutline(text, parsed)
  return {
    outline: { ...outline, nodeCount: parsed.events.length },
    problems: [...directives.problems, ...parsed.problems, ...problems],
  }
}

interface ParsedYaml {
  /** As it was read in the end: syntax errors replaced, everything else where it was. */
  readonly text: string
  /** None where an error made the rest unreadable. */
  readonly events: readonly Event[]
  readonly problems: readonly TextProblem[]
}

/** A little over the limit, which the builder reports with a path. */
const maxDepth = 102
const maxErrors = 20
const maxRepairedLength = 200_000

/** An error whose extent is known is replaced by something readable, so that the next one shows too. */
function parseYaml(original: string): ParsedYaml {
  const problems: TextProblem[] = []
  let text = original
  while (problems.length < maxErrors) {
    try {
      return { text, events: parseEvents(text, { maxDepth: maxDepth }), problems }
    } catch (fault) {
      const { reason = '', mark } = fault as Partial<YAMLException>
      const error = explainSyntax(text, mark?.position ?? 0, reason)
      if (problems.some(({ start }) => start === error.problem.start)) break
      problems.push(error.problem)
      if (error.repaired === null || text.length > maxRepairedLength) break
      text = error.repaired
    }
  }
  return { text, events: [], problems }
}

const documentStart: TextRange = { start: 0, end: 0 }

/** One pass over the events of the first document; places are looked up in them when they are asked for. */
function buildYamlOutline(original: string, { text, events }: ParsedYaml) {
  const placeOf = (node: number) => getEventPlace(text, events[node])
  const builder = new ValueBuilder((node) => toSpan(text, placeOf(node)?.start ?? 0, 0).line)
  const mistakes = new MistakeFinder(text, builder)
  const reading: YamlReading = { text, original, events, builder, mistakes }
  let documents = 0
  for (let node = 0; node < events.length; node++) {
    const event = events[node]
    if (event?.type === EVENT_ID.DOCUMENT && ++documents === 2) {
      builder.refuse(refusals.secondDocument, findSecondDocument(text), { path: [] })
      break
    }
    if (event !== undefined) addEvent(reading, node, event)
  }
  const { problems, ...built } = builder.built()
  const scalars = () => events.flatMap((event) => getScalarRange(event) ?? [])
  return {
    outline: { ...built, text: original, placeOf, scalars },
    problems: [...problems, ...reading.mistakes.found()],
  }
}

interface YamlReading {
  readonly text: string
  /** As it was written, with its syntax errors. */
  readonly original: string
  readonly events: readonly Event[]
  readonly builder: ValueBuilder
  readonly mistakes: MistakeFinder
}

function addEvent(reading: YamlReading, node: number, event: Event): void {
  const { text, builder } = reading
  if (event.type === EVENT_ID.SCALAR) addScalar(reading, node, event)
  else if (event.type === EVENT_ID.MAPPING) addCollection(reading, 'map', node, event)
  else if (event.type === EVENT_ID.SEQUENCE) addCollection(reading, 'list', node, event)
  else if (event.type === EVENT_ID.ALIAS) {
    builder.alias(node, getAnchor(text, event) ?? '', getAliasRange(event))
  } else if (event.type === EVENT_ID.POP) builder.close()
}

function addScalar(reading: YamlReading, node: number, event: ScalarEvent): void {
  const { text, builder } = reading
  const written = getScalarValue(text, event)
  const plain = event.style === SCALAR_STYLE.PLAIN
  const range = getScalarRange(event) ?? findNeighbour(reading, node)
  const tag = getTag(text, event)
  const value = readScalar(tag, written, plain)
  if (value === undefined)
    addTagProblem(reading, tag, event, { say: 'value-quoted', text: clipWord(written) })
  const anchor = getAnchor(text, event)
  if (builder.expectsKey) {
    builder.key(node, written, range, plain)
    return
  }
  const isWritten = text.charAt(range.start) === reading.original.charAt(range.start)
  if (plain && isWritten) findMistakes(reading, event, range, anchor)
  builder.scalar(node, value ?? null, range, anchor)
}

function findMistakes(
  { mistakes }: YamlReading,
  event: ScalarEvent,
  range: TextRange,
  anchor: string | null,
): void {
  if (event.valueStart === absent) mistakes.empty(range.end)
  else {
    mistakes.plain(range)
    if (anchor !== null) mistakes.named(anchor, getAliasRange(event))
  }
}

function addCollection(
  reading: YamlReading,
  kind: 'list' | 'map',
  node: number,
  event: MappingEvent | SequenceEvent,
): void {
  const { text, builder } = reading
  const tag = getTag(text, event)
  const fits = tag === '' || tag === '!' || findCoreTag(tag) === (kind === 'map' ? 'map' : 'seq')
  if (!fits) addTagProblem(reading, tag, event, { say: `type-${kind}` })
  const range = { start: event.start, end: event.start + 1 }
  builder.open(kind, node, range, getAnchor(text, event))
}

function addTagProblem(
  { builder }: YamlReading,
  tag: string,
  event: TaggedEvent,
  value: Message,
): void {
  const range = { start: event.tagStart, end: event.tagEnd }
  const refusal =
    findCoreTag(tag) === null
      ? refusals.describeUnknownTag(tag)
      : refusals.describeUnfitTag(tag, value)
  builder.refuse(refusal, range)
}

type TaggedEvent = MappingEvent | SequenceEvent | ScalarEvent

/** The parser's offset for what is not written. */
const absent = -1

function getTag(text: string, event: TaggedEvent): string {
  return event.tagStart === absent ? '' : text.slice(event.tagStart, event.tagEnd)
}

function getAnchor(text: string, event: TaggedEvent | AliasEvent): string | null {
  return event.anchorStart === absent ? null : text.slice(event.anchorStart, event.anchorEnd)
}

/** With the `*` or `&` before the name. */
function getAliasRange(event: TaggedEvent | AliasEvent): TextRange {
  return { start: event.anchorStart - 1, end: event.anchorEnd }
}

/** With the quotes around, or null where nothing is written. */
function getScalarRange(event: Event | undefined): TextRange | null {
  if (event?.type !== EVENT_ID.SCALAR || event.valueStart === absent) return null
  const { style, valueStart, valueEnd } = event
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0
  return { start: valueStart - quote, end: valueEnd + quote }
}

/** Where something empty is: at what is before it, or else behind it. */
function findNeighbour({ events }: YamlReading, node: number): TextRange {
  return getScalarRange(events[node - 1]) ?? getScalarRange(events[node + 1]) ?? documentStart
}

function getEventPlace(text: string, event: Event | undefined): NodePlace | null {
  switch (event?.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return { start: event.start, end: event.start + 1, exact: null, isCollection: true }
    case EVENT_ID.ALIAS:
      return { ...getAliasRange(event), exact: null, isCollection: false }
    case EVENT_ID.SCALAR:
      return getScalarPlace(text, event)
    default:
      return null
  }
}

function getScalarPlace(text: string, event: ScalarEvent): NodePlace | null {
  const range = getScalarRange(event)
  if (range === null) return null
  const exact = event.fast ? event.valueStart : null
  const block =
    event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
  return { ...(block ? findBlockTextRange(text, range) : range), exact, isCollection: false }
}
