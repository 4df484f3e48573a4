import { readMarkdownPlan } from '../../../src/reading/markdown-plan.late.ts'
import type { SourceDocument } from '../../../src/reading/open-document.ts'
import { say } from '../../../src/words/say-message.ts'

const head = '---\naccordant: plan/1\n---\n'

/** A plan with this under its front matter, whose first line is line 4. */
export function read(body: string): SourceDocument {
  return readWhole(head + body)
}

export function readWhole(text: string | Uint8Array): SourceDocument {
  return readMarkdownPlan(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    'plan.md',
  )
}

/** What is understood of it, without the key that every plan has. */
export function understood(body: string): unknown {
  const { accordant: _, ...plan } = plain(read(body).value)
  return plan
}

/** Each finding as `line:column severity message`. */
export function told(body: string): readonly string[] {
  return read(body).findings.map(
    ({ line, column, severity, message }) => `${line}:${column} ${severity} ${say(message)}`,
  )
}

function plain(value: unknown): { readonly [key: string]: unknown } {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value))
}
