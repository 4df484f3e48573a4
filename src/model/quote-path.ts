/** As it is typed in a command line. Double quotes do in every shell, single ones where a shell reads signs inside those. */
export function quotePath(path: string): string {
  if (/^[\w./\\:-]+$/.test(path)) return path
  return /["$`!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`
}
