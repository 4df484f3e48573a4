import { actingCharacters } from '../model/visible.ts'

/**
 * JSON, two spaces deep, ending in a line feed. What would act in a terminal or in a workflow's log is written by its number,
 * so that the value stays as it is.
 */
export function jsonText(value: unknown): string {
  return safe(`${JSON.stringify(value, null, 2)}\n`)
}

/** As `jsonText`, on one line without its end. */
export function jsonLine(value: unknown): string {
  return safe(JSON.stringify(value))
}

function safe(text: string): string {
  return special.test(text)
    ? text.replaceAll(acting, byNumber).replaceAll(command, '#\\u0023')
    : text
}

/** Nearly all text is printable ASCII, and needs no second look. */
const special = /[^\n -~]|##/

const acting = new RegExp(`(?!\\n)[${actingCharacters}]`, 'gu')

const command = /##(?=[a-z]*\[)/gi

function byNumber(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16)
    return `\\u${unit.padStart(4, '0')}`
  }).join('')
}
