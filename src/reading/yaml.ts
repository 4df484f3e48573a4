import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from 'js-yaml'
import type { ScalarEvent } from 'js-yaml'
import { commentCut, habit, wholeCut } from './comment-cut.ts'
import { decodeText } from './decode-text.ts'
import { readDirectives } from './directives.ts'
import { spanAt } from './lines.ts'
import { openDocument } from './open-document.ts'
import type { Place } from './places.ts'
import { type Problem, problem } from './problem.ts'
import * as told from './refusals.ts'
import { coreTag, plainValue, taggedValue } from './scalar.ts'
import type { SourceDocument } from './source-document.ts'
import { explainSyntax, mended } from './syntax.ts'
import { type Range, ValueBuilder } from './value-builder.ts'

/**
 * Reads YAML 1.2 (so JSON too) from the bytes of a file. What could be misunderstood, never end or fill the memory is
 * refused with a place; nothing is thrown. As many problems as can be seen at once are told.
 */
export function readYaml(bytes: Uint8Array, name: string): SourceDocument {
  const { text, problems } = decodeText(bytes)
  if (problems.length > 0) return openDocument(name, text, problems, null)
  const directives = readDirectives(text)
  const parsed = parse(directives.text)
  const before = [...directives.problems, ...parsed.problems]
  if (parsed.events === null) return openDocument(name, text, before, null)
  return buildDocument(name, text, parsed.text, parsed.events, before)
}
