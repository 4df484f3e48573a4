import { isAbsolute } from 'node:path'
import { globSync } from 'tinyglobby'

/** The files that fit a pattern, in code-unit order, from the root where the pattern is. It skips what a folder search skips. */
export function globFiles(pattern: string): readonly string[] {
  return globSync(pattern.replaceAll('\\', '/'), {
    ignore: ['**/node_modules/**'],
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    followSymbolicLinks: false,
  }).sort()
}
