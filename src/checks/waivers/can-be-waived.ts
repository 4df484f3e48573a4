import type { Finding } from '../../model/finding.ts'

/** What stops a file from being understood has to be fixed, not set aside; so does what is wrong with a waiver or a baseline. */
export function canBeWaived({ id, severity }: Pick<Finding, 'id' | 'severity'>): boolean {
  if (isAboutWaiving(id)) return false
  return severity !== 'error' || !/^(?:yaml|schema)\./.test(id)
}

export function isAboutWaiving(id: string): boolean {
  return /^(?:waiver|baseline)\./.test(id)
}
