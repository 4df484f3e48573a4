import type { Change } from '../../interview/state.ts'

/** What a changed answer did to other questions, in one sentence. */
export function changeText({ inactive, restored, opened }: Change): string {
  const parts = [
    inactive === 0 ? '' : `${answers(inactive)} set aside, no longer asked for`,
    restored === 0 ? '' : `${answers(restored)} back in force`,
    opened === 0 ? '' : `${opened} new question${opened === 1 ? '' : 's'} to answer`,
  ].filter((part) => part !== '')
  return `Because of that change: ${parts.join('; ')}.`
}

function answers(count: number): string {
  return count === 1 ? '1 other answer is' : `${count} other answers are`
}
