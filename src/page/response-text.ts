/** Mail programs wrap at 72 at the earliest; a comma may follow, and a reply puts two signs before each line. */
const maxLineLength = 67

/**
 * A response as text for a mail: YAML in flow style that reads back equal where lines were wrapped or joined on the way. Each
 * space is a place where a line may break: runs of spaces and the spaces of keys are escaped, and so is what is not ASCII, since
 * not every mailbox keeps it. No line begins with a mark of YAML.
 */
export function writeResponseText(file: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(file).map(([key, value]) => writeEntry(key, value))
  return `{${joinParts(entries)}}\n`
}

function writeEntry(key: string, value: unknown): string {
  return `${quoteText(key).replaceAll(' ', '\\u0020')}: ${writeValue(value)}`
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return quoteText(value)
  if (Array.isArray(value)) return `[${value.map(writeValue).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, own]) => writeEntry(key, own))
  const isDeep = Object.values(value).some((own) => typeof own === 'object' && own !== null)
  return `{${isDeep || entries.length > 6 ? joinParts(entries) : entries.join(', ')}}`
}

/** Each part begins a line of its own. */
function joinParts(parts: readonly string[]): string {
  return parts.length === 0 ? '' : `\n${parts.map(wrap).join(',\n')}\n`
}

/** In double quotes, in ASCII, with no two spaces side by side, none at the ends, and after one no mark of YAML or of a quotation. */
function quoteText(text: string): string {
  return JSON.stringify(text)
    .replaceAll(/(?<=^"| ) | (?="$)/g, '\\u0020')
    .replaceAll(/(?<= )[-.%>]/g, escapeSign)
    .replaceAll(/[\u007F-\uFFFF]/g, escapeSign)
}

function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Lines of a text that has lines already, broken at spaces; a word that is longer stays whole. */
function wrap(text: string): string {
  return text.split('\n').flatMap(wrapLine).join('\n')
}

function wrapLine(line: string): readonly string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= maxLineLength)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
