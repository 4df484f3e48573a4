import { dirname, join, relative, resolve } from 'node:path'
import type { Candidate } from '../../checks/baseline.ts'
import { pathText } from '../../checks/identity.ts'
import { isThere } from '../../files/search.ts'
import { fingerprintOf, idsOf, type Numbered } from './close.ts'
import type { Record } from './record.ts'

/** A finding that a baseline may hold. */
export type Found = Candidate & Numbered

/** `file` is its file's name from the baseline's folder. */
export function candidate(found: Numbered, file: string): Found {
  const [id, ...others] = idsOf(found)
  const fingerprint = fingerprintOf(found, id, file)
  return {
    ...found,
    entry: { file, id: found.finding.id, path: pathText(found.steps), fingerprint },
    fingerprints: [fingerprint, ...others.map((other) => fingerprintOf(found, other, file))],
  }
}

/** Of which files can be said that a finding is gone? Of those that were checked to the end, and those that are gone. */
export function judgedFiles(files: readonly string[], book: Record, path: string) {
  const whole = new Set<string>()
  for (const file of files) {
    const open = book.files.get(file)
    const stopped = [...(open?.findings.values() ?? [])].some(
      ({ finding }) => /^(?:yaml|schema)\./.test(finding.id) && finding.severity === 'error',
    )
    if (open?.checked === true && !stopped) whole.add(nameFrom(path, file))
  }
  return (name: string) => whole.has(name) || !isThere(join(dirname(path), name))
}

/** The name of a file from the baseline's folder. */
export function nameFrom(path: string, file: string): string {
  return relative(dirname(resolve(path)), resolve(file)).replaceAll('\\', '/')
}
