/**
 * A key by one name: `4`, `b`, `?`, `^s` for Ctrl-S, `return`, `escape`, `left`, `paste-start`; letters are small. Null for
 * combinations with Alt, which mean nothing here. Real terminals name no punctuation and give its character instead;
 * Inquirer's test kit gives a name only.
 */
export function toKeyName(event: {
  readonly name?: string | undefined
  readonly sequence?: string | undefined
  readonly ctrl?: boolean | undefined
  readonly meta?: boolean | undefined
}): string | null {
  const { name, sequence, ctrl = false, meta = false } = event
  if (name === 'escape') return name
  if (meta) return null
  if (name === 'enter') return 'return'
  if (ctrl) return name === undefined ? null : `^${name}`
  if (name !== undefined && name !== '') return name.toLowerCase()
  return sequence === undefined || sequence === '' ? null : sequence.toLowerCase()
}
