import type { ConditionEffect } from '../../interview/state.ts'

/** What a changed answer did to other questions, in one sentence. */
export function describeChangeEffects({ inactive, restored, opened }: ConditionEffect): string {
  const parts = [
    inactive === 0 ? '' : `${formatAnswerCount(inactive)} set aside, no longer asked for`,
    restored === 0 ? '' : `${formatAnswerCount(restored)} back in force`,
    opened === 0 ? '' : `${opened} new question${opened === 1 ? '' : 's'} to answer`,
  ].filter((part) => part !== '')
  return `Because of that change: ${parts.join('; ')}.`
}

function formatAnswerCount(count: number): string {
  return count === 1 ? '1 other answer is' : `${count} other answers are`
}
