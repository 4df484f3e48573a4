import { dirname, join, relative, resolve } from 'node:path'
import type { BaselineCandidate } from '../../checks/baseline.ts'
import { formatIdentityPath } from '../../checks/identity.ts'
import { isNameTaken } from '../../files/search.ts'
import { createFingerprint, listCheckIds, type NumberedFinding } from './build-check-run.ts'
import type { CheckLog } from './check-log.ts'

/** A finding that a baseline may hold. */
export type CandidateFinding = BaselineCandidate & NumberedFinding

/** `file` is its file's name from the baseline's folder. */
export function toCandidateFinding(found: NumberedFinding, file: string): CandidateFinding {
  const [id, ...others] = listCheckIds(found)
  const fingerprint = createFingerprint(found, id, file)
  return {
    ...found,
    entry: { file, id: found.finding.id, path: formatIdentityPath(found.steps), fingerprint },
    fingerprints: [fingerprint, ...others.map((other) => createFingerprint(found, other, file))],
  }
}

/** Of which files can be said that a finding is gone? Of those that were checked to the end, and those that are gone. */
export function createJudgedFilter(files: readonly string[], book: CheckLog, path: string) {
  const whole = new Set<string>()
  for (const file of files) {
    const open = book.files.get(file)
    const stopped = [...(open?.findings.values() ?? [])].some(
      ({ finding }) => /^(?:yaml|schema)\./.test(finding.id) && finding.severity === 'error',
    )
    if (open?.checked === true && !stopped) whole.add(toBaselineFileName(path, file))
  }
  return (name: string) => whole.has(name) || !isNameTaken(join(dirname(path), name))
}

/** The name of a file from the baseline's folder. */
export function toBaselineFileName(path: string, file: string): string {
  return relative(dirname(resolve(path)), resolve(file)).replaceAll('\\', '/')
}
