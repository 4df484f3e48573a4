import { progress } from '../../interview/progress.ts'
import type { Interview } from '../../interview/state.ts'
import type { Desk } from '../keys/desk.ts'
import { partTitle } from '../part-title.ts'
import { pagesOf } from './guidance.ts'
import { brief, type Line, lineOf, margin } from './line.ts'
import type { Paint } from './paint.ts'
import { chop, textWidth } from './text-width.ts'

/** Where one is: the section on the left, how far on the right. */
export function header(desk: Desk, width: number, paint: Paint): Line {
  const right = howFar(desk)
  const room = width - right.length - 3
  const left = chop(brief(titleOf(desk), room), room)[0] ?? ''
  const gap = ' '.repeat(Math.max(width - textWidth(left) - right.length, 1))
  return lineOf(`${margin}${paint.title(left)}${gap}${paint.quiet(right)}`)
}

/** How much is dealt with, as a bar; its two strokes differ without colour too. */
export function bar(interview: Interview, width: number, paint: Paint): Line {
  const { done, total } = progress(interview)
  const filled = total === 0 ? width : Math.floor((done / total) * width)
  const rest = '─'.repeat(width - filled)
  return lineOf(`${margin}${paint.accent('━'.repeat(filled))}${paint.quiet(rest)}`)
}

/** The question's place; over the whole, how much is done; in the guidance, the page. */
function howFar({ interview, mode, size }: Desk): string {
  const { position, done, total } = progress(interview)
  if (mode.type === 'review' || mode.type === 'jump') return `${done} of ${total}`
  if (mode.type !== 'guidance') return `${position} of ${total}`
  const pages = pagesOf({ interview, size }).length
  return `page ${Math.min(mode.page + 1, pages)} of ${pages}`
}

function titleOf({ interview, mode }: Desk): string {
  if (mode.type === 'review') return 'Review'
  if (mode.type === 'jump') return 'Go to'
  return partTitle(interview)
}
