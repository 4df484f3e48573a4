import { globSync } from 'tinyglobby'

/** The files that fit a pattern, in code-unit order. What folder searches pass over is passed over here too. */
export function globFiles(pattern: string): readonly string[] {
  return globSync(pattern.replaceAll('\\', '/'), {
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  }).sort()
}
