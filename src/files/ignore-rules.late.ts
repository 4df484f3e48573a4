import ignore, { type Ignore } from 'ignore'

/** The rules of several `.gitignore` files, with their patterns as if all stood in the topmost folder. */
export type IgnoreRules = Ignore

/** The rules so far and, after them, those of the `.gitignore` in `folder` (`a/b`; `''` is the topmost). */
export function addIgnoreRules(
  before: IgnoreRules | null,
  text: string,
  folder: string,
): IgnoreRules {
  const rules = ignore({ ignorecase: false })
  if (before !== null) rules.add(before)
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  return rules.add(lines.filter(isQuick).map((line) => moveLine(line, folder)))
}

/** Each `**` may try every folder of a path, and for each of them every folder for the next `**`. */
function isQuick(line: string): boolean {
  return line.split('**').length <= maxStarPairs + 1
}

const maxStarPairs = 2

/** A line of the `.gitignore` in `folder` as it would be written in the topmost folder. */
function moveLine(line: string, folder: string): string {
  if (folder === '' || line.startsWith('#') || line.trim() === '') return line
  const [sign, pattern] = line.startsWith('!') ? ['!', line.slice(1)] : ['', line]
  const path = folder.replaceAll(/[\\*?[\]]/g, '\\$&')
  // A slash before the end ties a pattern to its folder; one without fits in all folders below.
  const anchored = /\/./.test(pattern.trimEnd())
  return `${sign}/${path}/${anchored ? pattern.replace(/^\//, '') : `**/${pattern}`}`
}
