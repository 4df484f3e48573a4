import { toSlug } from '../../../src/model/slug.ts'
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

/** What was not read, each passage as `line text`. */
export function unread(body: string): readonly string[] {
  const passages = read(body).prose?.sections.flatMap((section) => section.passages) ?? []
  return passages.flatMap(({ line, unread: text }) => (text === '' ? [] : [`${line} ${text}`]))
}

function plain(value: unknown): { readonly [key: string]: unknown } {
  return value === undefined ? {} : JSON.parse(JSON.stringify(value))
}

interface Leaf {
  /** The path without the numbers of lists. */
  readonly at: string
  readonly value: string | number
  readonly line: number
}

/** Every value that was read, without ids made of a name, and the lines of which something was not read. */
export function readLeaves(text: string | Uint8Array): {
  readonly leaves: readonly Leaf[]
  readonly unreadLines: readonly number[]
} {
  const source = readWhole(text)
  const leaves: Leaf[] = []
  const visit = (value: unknown, path: readonly (string | number)[], around: unknown): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key], value)
      }
    } else if (typeof value === 'string' || typeof value === 'number') {
      const keys = path.filter((key) => typeof key === 'string')
      const { name } = (around ?? {}) as { readonly name?: unknown }
      const isMade = keys.at(-1) === 'id' && typeof name === 'string' && value === toSlug(name, 70)
      if (isMade || keys[0] === 'accordant') return
      leaves.push({ at: keys.join('.'), value, line: source.span(path, 'value').line })
    }
  }
  visit(source.value, [], null)
  const passages = source.prose?.sections.flatMap((section) => section.passages) ?? []
  return {
    leaves,
    unreadLines: passages.flatMap(({ unread, line }) => (unread === '' ? [] : [line])),
  }
}
