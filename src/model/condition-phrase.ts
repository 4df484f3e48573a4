import type { ConditionPhrase } from '../words/message.ts'
import type { When } from './questionnaire.ts'

/** A condition as people may read it, after "only when". */
export function describeCondition(when: When): ConditionPhrase {
  if ('cel' in when) return { say: 'condition-cel', text: when.cel }
  const { question, least, most, is, not } = when.plain
  const bounds: readonly ConditionPhrase[] = [
    ...(least === undefined ? [] : [{ say: 'condition-least', least } as const]),
    ...(most === undefined ? [] : [{ say: 'condition-most', most } as const]),
    ...(is === undefined
      ? []
      : [{ say: 'condition-values', values: [is].flat().map(String) } as const]),
    ...(not === undefined
      ? []
      : [{ say: 'condition-not', values: [not].flat().map(String) } as const]),
  ]
  return { say: 'condition-answer', question, bounds }
}
