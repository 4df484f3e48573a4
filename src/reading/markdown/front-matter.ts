/** Where the front matter of a Markdown text ends, in offsets; null where it has none. */
interface FrontMatter {
  /** Where its YAML ends: before the closing `---`. From the text's begin, since the opening one begins a YAML document too. */
  readonly end: number
  /** Where the line after the closing `---` begins. */
  readonly body: number
}

export function findFrontMatter(text: string): FrontMatter | null {
  if (!/^---[ \t]*(?:\r\n?|\n)/.test(text)) return null
  closingLine.lastIndex = 3
  const found = closingLine.exec(text)
  if (found === null) return null
  const end = found.index + (found[1]?.length ?? 0)
  return { end, body: closingLine.lastIndex }
}

const closingLine = /(\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/g
