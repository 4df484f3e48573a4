import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { FactType } from '../model/forms/form-type.ts'
import type { Message } from '../words/message.ts'
import type { ConditionScope } from './types.ts'

/** The kind of answer an earlier question gives, or why a condition can't refer to it; `where` null takes both name spaces. */
export function findQuestionType(
  id: string,
  scope: ConditionScope,
  where: 'profile' | 'answers' | null,
): FactType | { readonly message: Message; readonly fix: Message | null } {
  const profile = where === 'answers' ? undefined : scope.profile.get(id)
  const type = profile ?? (where === 'profile' ? undefined : scope.answers.get(id))
  if (type !== undefined) return type
  if (scope.later.has(id)) {
    return { message: { say: 'question-later', id }, fix: null }
  }
  if (scope.profile.has(id)) {
    return { message: { say: 'question-in-profile', id }, fix: writeReference(id, scope) }
  }
  if (scope.answers.has(id)) {
    return { message: { say: 'question-not-in-profile', id }, fix: writeReference(id, scope) }
  }
  const inProfile = id.startsWith('profile.') ? id.slice('profile.'.length) : null
  if (inProfile !== null && scope.profile.has(inProfile)) {
    const text = where === null ? inProfile : formatQuestionReference(inProfile, scope)
    return {
      message: { say: 'question-without-dimension', id: inProfile },
      fix: { say: 'write-instead', text },
    }
  }
  const known = [
    ...(where === 'answers' ? [] : scope.profile.keys()),
    ...(where === 'profile' ? [] : scope.answers.keys()),
  ]
  // A point or a hyphen in an id that stands without brackets ends the name.
  const whole = known.find((word) => word.startsWith(`${id}.`) || word.startsWith(`${id}-`))
  if (whole !== undefined) {
    return { message: { say: 'question-id-begins', id }, fix: writeReference(whole, scope) }
  }
  const hint = suggestWordEarly(0, id, known)
  return { message: { say: 'question-unknown', id, hint }, fix: null }
}

function writeReference(id: string, scope: ConditionScope): Message {
  return { say: 'write-instead', text: formatQuestionReference(id, scope) }
}

/** How a condition names a question. */
export function formatQuestionReference(id: string, scope: ConditionScope): string {
  if (!scope.profile.has(id)) return `answers["${id}"]`
  return id.includes('-') ? `profile["${id}"]` : `profile.${id}`
}
