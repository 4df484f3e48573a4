import type { Finding } from '../../model/finding.ts'

/** What stops a file from being understood is mended, not set aside; so is what is wrong with setting aside itself. */
export function canBeWaived({ id, severity }: Pick<Finding, 'id' | 'severity'>): boolean {
  if (isAboutWaiving(id)) return false
  return severity !== 'error' || !/^(?:yaml|schema)\./.test(id)
}

export function isAboutWaiving(id: string): boolean {
  return /^(?:waiver|baseline)\./.test(id)
}
