import { makeVisibleLine } from '../model/visible.ts'
import type { Message } from '../words/message.ts'
import { say } from '../words/say-message.ts'
import type { IoOutput } from './io.ts'

/** Writes each message as a line of its own; nothing that came from a file or a person can break it or act in a terminal. */
export function writeNotes(output: IoOutput, ...notes: readonly (Message | string)[]): void {
  for (const note of notes) output.write(`${sayVisibly(note)}\n`)
}

/** The text of a message, with its values made visible and kept on one line. */
export function sayVisibly(message: Message | string): string {
  return say(makeValuesVisible(message) as Message | string)
}

function makeValuesVisible(value: unknown): unknown {
  if (typeof value === 'string') return makeVisibleLine(value)
  if (Array.isArray(value)) return value.map(makeValuesVisible)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, makeValuesVisible(inner)]),
  )
}
