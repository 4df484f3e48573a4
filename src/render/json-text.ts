import type { Span } from '../model/finding.ts'
import { controlCharacters } from '../model/visible.ts'
import type { Message } from '../words/message.ts'
import { say } from '../words/say-message.ts'

/**
 * JSON, two spaces deep, ending in a line feed. What would act in a terminal or in a workflow's log is written by its number,
 * so that the value stays as it is.
 */
export function formatJson(value: unknown): string {
  return escapeActing(`${JSON.stringify(value, null, 2)}\n`)
}

/** As `jsonText`, on one line without its end. */
export function formatJsonLine(value: unknown): string {
  return escapeActing(JSON.stringify(value))
}

interface FindingMessages {
  readonly message: Message | string
  readonly fix: Message | string | null
  readonly places?:
    | readonly (Span & { readonly path: (string | number)[]; readonly message: Message | string })[]
    | undefined
}

/** A finding with its messages as text, those of its places too. */
export function sayFindingMessages<F extends FindingMessages>(finding: F) {
  const { message, fix, places } = finding
  const others: Omit<F, keyof FindingMessages> = finding
  return {
    ...others,
    message: say(message),
    ...(places === undefined
      ? {}
      : { places: places.map((place) => ({ ...place, message: say(place.message) })) }),
    fix: fix === null ? null : say(fix),
  }
}

function escapeActing(text: string): string {
  return specialPattern.test(text)
    ? text.replaceAll(actingPattern, escapeByNumber).replaceAll(commandPattern, '#\\u0023')
    : text
}

/** Nearly all text is printable ASCII, and needs no second look. */
const specialPattern = /[^\n -~]|##/

const actingPattern = new RegExp(`(?!\\n)[${controlCharacters}]`, 'gu')

const commandPattern = /##(?=[a-z]*\[)/gi

function escapeByNumber(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16)
    return `\\u${unit.padStart(4, '0')}`
  }).join('')
}
