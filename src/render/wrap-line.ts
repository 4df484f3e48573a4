/** At most `width` columns a line; further lines are indented by `hang` columns, or to the start of the text. */
export function wrapLine(line: string, width: number, hang?: number): readonly string[] {
  const indent = line.match(/^ *(?:- )?/)?.[0].length ?? 0
  const lines: string[] = []
  for (const word of line.slice(indent).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      const before = lines.length === 0 ? line.slice(0, indent) : ' '.repeat(hang ?? indent)
      lines.push(before + word)
    }
  }
  return lines
}
