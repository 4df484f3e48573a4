import { countProgress } from '../../interview/progress.ts'
import type { Round } from '../../interview/state.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { ScreenState } from '../keys/screen-state.ts'
import { formatPartTitle } from '../part-title.ts'
import { buildGuidancePages } from './guidance.ts'
import type { ScreenPaint } from './paint.ts'
import { leftMargin, type ScreenLine, shortenToLine, toScreenLine } from './screen-line.ts'
import { measureText, splitIntoRows } from './text-width.ts'

/** Where one is: the section on the left, how far on the right. */
export function buildHeader(state: ScreenState, width: number, paint: ScreenPaint): ScreenLine {
  const right = formatProgress(state)
  const room = width - right.length - 3
  const left = splitIntoRows(shortenToLine(getScreenTitle(state), room), room)[0] ?? ''
  const gap = ' '.repeat(Math.max(width - measureText(left) - right.length, 1))
  return toScreenLine(`${leftMargin}${paint.title(left)}${gap}${paint.quiet(right)}`)
}

/** How much is dealt with, as a bar; its two strokes differ without colour too. */
export function buildProgressBar(round: Round, width: number, paint: ScreenPaint): ScreenLine {
  const { done, total } = countProgress(round)
  const filled = total === 0 ? width : Math.floor((done / total) * width)
  const rest = '─'.repeat(width - filled)
  return toScreenLine(`${leftMargin}${paint.accent('━'.repeat(filled))}${paint.quiet(rest)}`)
}

/** The question's place; over the whole, how much is done; in the guidance, the page. */
function formatProgress({ round, mode, size }: ScreenState): string {
  const { position, done, total } = countProgress(round)
  if (mode.type === 'review' || mode.type === 'jump')
    return sayInterview({ say: 'position', at: done, total })
  if (mode.type !== 'guidance') return sayInterview({ say: 'position', at: position, total })
  const pages = buildGuidancePages({ round, size }).length
  return sayInterview({ say: 'page', page: Math.min(mode.page + 1, pages), pages })
}

function getScreenTitle({ round, mode }: ScreenState): string {
  if (mode.type === 'review') return sayInterview({ say: 'review' })
  if (mode.type === 'jump') return sayInterview({ say: 'jump-title' })
  return formatPartTitle(round)
}
