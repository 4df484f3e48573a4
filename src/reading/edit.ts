import { Document, parseDocument } from 'yaml'
import { writeInHouseStyle } from './house-style.ts'
import { keepLayout } from './keep-layout.ts'

/** A new file in our house style: `accordant` first, prose in block style. `readYaml` reads the same value back. */
export function writeYaml(value: unknown, options: { readonly head?: string } = {}): string {
  const document = new Document(moveAccordantFirst(value), { aliasDuplicateObjects: false })
  const head = options.head === undefined ? '' : `${formatComment(options.head)}\n`
  return head + writeInHouseStyle(document)
}

/**
 * The text after a change to its document. Comments stay, and every key and item whose value is the same stays as it was
 * written, to the letter. The text must be one that `readYaml` reads.
 */
export function editYaml(text: string, change: (document: Document) => void): string {
  const lines = text.replaceAll(/\r\n?/g, '\n')
  const document = parseDocument(lines, parseOptions)
  if (document.errors.length > 0) throw new TypeError('not readable')
  change(document)
  const edited = keepLayout(lines, parseDocument(lines, parseOptions), document)
  return text.includes('\r\n') ? edited.replaceAll('\n', '\r\n') : edited
}

const parseOptions = { version: '1.2', schema: 'core', uniqueKeys: false } as const

function moveAccordantFirst(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  if (!Object.hasOwn(value, 'accordant')) return value
  const { accordant, ...others } = value as Readonly<Record<string, unknown>>
  return { accordant, ...others }
}

function formatComment(head: string): string {
  return head
    .split('\n')
    .map((line) => `# ${line}`.trimEnd())
    .join('\n')
}
