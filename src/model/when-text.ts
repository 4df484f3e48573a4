import type { When } from './questionnaire.ts'

/** A condition as people may read it, after "only when". */
export function describeWhen(when: When): string {
  if ('cel' in when) return when.cel
  const { question, least, most, is } = when.plain
  const parts = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(most === undefined ? [] : [`at most ${most}`]),
    ...(is === undefined ? [] : [Array.isArray(is) ? is.join(' or ') : String(is)]),
  ]
  return `"${question}" is ${parts.join(' and ')}`
}
