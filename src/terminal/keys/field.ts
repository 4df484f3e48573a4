/** A line being typed. Line breaks inside it show as `↵`, so that readline can edit a text of several lines. */
export interface Field {
  readonly line: string
  /** In UTF-16 units, as readline counts. */
  readonly caret: number
}

export const emptyField: Field = { line: '', caret: 0 }

/** Ready to be edited, with the caret at the end. */
export function fieldOf(text: string): Field {
  const line = text.trimEnd().replaceAll('\r\n', '\n').replaceAll('\n', breakSign)
  return { line, caret: line.length }
}

/** What was typed, as it is stored. */
export function textOf({ line }: Field): string {
  return line
    .split(breakSign)
    .map((part) => part.trim())
    .join('\n')
    .trim()
}

export function withBreak({ line, caret }: Field): Field {
  return { line: `${line.slice(0, caret)}${breakSign}${line.slice(caret)}`, caret: caret + 1 }
}

const breakSign = '↵'
