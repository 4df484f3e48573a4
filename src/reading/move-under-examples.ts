import { readYaml } from './yaml.ts'

/**
 * Moves sections that were added at the end of a text to where they stand as an example in a comment (`# purpose:`), below
 * it. The text stays as it is where it would not read the same.
 */
export function moveUnderExamples(text: string, sections: readonly string[]): string {
  const moved = sections.reduce(moveUnderExample, text)
  return moved === text || readSortedValue(moved) !== readSortedValue(text) ? text : moved
}

function moveUnderExample(text: string, section: string): string {
  const lines = text.split('\n')
  const example = lines.findIndex((line) => line.trimEnd() === `# ${section}:`)
  const from = lines.findIndex((line) => line.startsWith(`${section}:`))
  if (example === -1 || from < example) return text
  const to = findEnd(lines, from + 1, (line) => /^[ \r]/.test(line) || line === '')
  const below = findEnd(lines, example, (line) => line.startsWith('#'))
  return [
    ...lines.slice(0, below),
    ...lines.slice(from, to),
    ...lines.slice(below, from),
    ...lines.slice(to),
  ].join('\n')
}

function findEnd(
  lines: readonly string[],
  from: number,
  within: (line: string) => boolean,
): number {
  const end = lines.findIndex((line, index) => index >= from && !within(line))
  return end === -1 ? lines.length : end
}

/** With its keys in order, for a text to be compared. */
function readSortedValue(text: string): string {
  const { value, readable } = readYaml(new TextEncoder().encode(text), '')
  if (!readable) return ''
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
