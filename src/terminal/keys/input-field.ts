/** A line being typed. Line breaks inside it show as `↵`, so that readline can edit a text of several lines. */
export interface InputField {
  readonly line: string
  /** In UTF-16 units, as readline counts. */
  readonly caret: number
}

export const emptyInputField: InputField = { line: '', caret: 0 }

/** A text ready to be edited, with the caret at the end. */
export function toInputField(text: string): InputField {
  const line = text.trimEnd().replaceAll('\r\n', '\n').replaceAll('\n', lineBreakMark)
  return { line, caret: line.length }
}

/** The typed text, as it is stored. */
export function getTypedText({ line }: InputField): string {
  return line
    .split(lineBreakMark)
    .map((part) => part.trim())
    .join('\n')
    .trim()
}

export function addLineBreak({ line, caret }: InputField): InputField {
  return { line: `${line.slice(0, caret)}${lineBreakMark}${line.slice(caret)}`, caret: caret + 1 }
}

const lineBreakMark = '↵'
