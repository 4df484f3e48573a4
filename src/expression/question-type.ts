import { describeEarlySuggestion } from '../model/did-you-mean.ts'
import type { ConditionScope, FactType } from './types.ts'

/**
 * The kind of answer an earlier question gives, or why a condition can't refer to it. Profile questions and others
 * have their own name spaces; `where` says which of the two is meant, null takes both.
 */
export function findQuestionType(
  id: string,
  scope: ConditionScope,
  where: 'profile' | 'answers' | null,
): FactType | { readonly message: string; readonly fix: string | null } {
  const profile = where === 'answers' ? undefined : scope.profile.get(id)
  const type = profile ?? (where === 'profile' ? undefined : scope.answers.get(id))
  if (type !== undefined) return type
  if (scope.later.has(id)) {
    const message = `Conditions refer only to earlier questions; "${id}" is not one`
    return { message, fix: null }
  }
  if (scope.profile.has(id)) {
    return {
      message: `"${id}" is a question of the profile`,
      fix: `Write ${formatQuestionReference(id, scope)}`,
    }
  }
  if (scope.answers.has(id)) {
    return {
      message: `"${id}" is no question of the profile`,
      fix: `Write ${formatQuestionReference(id, scope)}`,
    }
  }
  const inProfile = id.startsWith('profile.') ? id.slice('profile.'.length) : null
  if (inProfile !== null && scope.profile.has(inProfile)) {
    const fix = `Write ${where === null ? inProfile : formatQuestionReference(inProfile, scope)}`
    return { message: `"${inProfile}" is a question of the profile, and has no dimension`, fix }
  }
  const known = [
    ...(where === 'answers' ? [] : scope.profile.keys()),
    ...(where === 'profile' ? [] : scope.answers.keys()),
  ]
  // A point or a hyphen in an id that stands without brackets ends the name.
  const whole = known.find((word) => word.startsWith(`${id}.`) || word.startsWith(`${id}-`))
  if (whole !== undefined) {
    return {
      message: `"${id}" is only the beginning of an id`,
      fix: `Write ${formatQuestionReference(whole, scope)}`,
    }
  }
  return { message: `Unknown question "${id}"${describeEarlySuggestion(0, id, known)}`, fix: null }
}

/** How a condition names a question. */
export function formatQuestionReference(id: string, scope: ConditionScope): string {
  if (!scope.profile.has(id)) return `answers["${id}"]`
  return id.includes('-') ? `profile["${id}"]` : `profile.${id}`
}
