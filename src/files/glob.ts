import { type Dirent, readdirSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { globSync } from 'tinyglobby'

/**
 * The files that fit a pattern, in code-unit order, from the root where the pattern is. It skips what a folder search skips, and what
 * `isPassedOver`, without a word.
 */
export function globFiles(
  pattern: string,
  isPassedOver: (path: string, isFolder: boolean) => boolean,
): readonly string[] {
  const list = (folder: string, options: { withFileTypes: true }): readonly Dirent[] =>
    readdirSync(folder, options).filter(
      (entry) =>
        entry.name !== 'node_modules' &&
        !isPassedOver(join(folder, entry.name), entry.isDirectory()),
    )
  return globSync(pattern.replaceAll('\\', '/'), {
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    followSymbolicLinks: false,
    fs: { readdirSync: list as typeof readdirSync },
  }).sort()
}

/** The folder that a pattern names before its first wildcard: all that fits is in it. */
export function findPatternFolder(pattern: string): string {
  const parts = pattern.replaceAll('\\', '/').split('/')
  const at = parts.findIndex((part) => /[*?[\]{}()!+@]/.test(part))
  const folder = parts.slice(0, at === -1 ? parts.length - 1 : at).join('/')
  return folder === '' ? (isAbsolute(pattern) ? '/' : '.') : folder
}
