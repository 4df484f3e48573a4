import type { CheckedFile, CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { severities } from '../../model/finding.ts'

/** A finding with the file it stands in. */
export interface FindingInFile {
  readonly file: CheckedFile
  readonly finding: CheckedFinding
}

/** Neither set aside by a waiver nor known from the baseline. */
export function isActive({ waived, baseline }: CheckedFinding): boolean {
  return waived === null && !baseline
}

/** Every finding of the run, file by file, in the order of the text. */
export function listFindingsInFiles({ files }: CheckRun): readonly FindingInFile[] {
  return files.flatMap((file) => file.findings.map((finding) => ({ file, finding })))
}

/** Errors first; findings of one severity stay in their order. */
export function sortBySeverity(found: readonly FindingInFile[]): readonly FindingInFile[] {
  return severities.flatMap((severity) =>
    found.filter(({ finding }) => finding.severity === severity),
  )
}
