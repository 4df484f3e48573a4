import { countProgress, findCurrentDimension, getInterview } from '../../interview/round.ts'
import type { Round } from '../../interview/state.ts'
import { findDayNumber } from '../../model/questionnaire.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { Screen } from '../keys/screen-state.ts'
import { buildGuidancePages } from './guidance.ts'
import { buildNoticePages } from './notice.ts'
import { type Canvas, type ScreenLine, shorten, toLine } from './screen-line.ts'
import { measureText, splitIntoRows } from './text-width.ts'

/** The section on the left, the progress on the right. */
export function buildHeader(state: Screen, canvas: Canvas): ScreenLine {
  const right = formatProgress(state)
  const room = canvas.width - right.length - 3
  const left = splitIntoRows(shorten(getScreenTitle(state), room), room)[0] ?? ''
  const gap = ' '.repeat(Math.max(canvas.width - measureText(left) - right.length, 1))
  return toLine(`${canvas.paint.title(left)}${gap}${canvas.paint.quiet(right)}`)
}

/** The progress as a bar; its two strokes differ without colour too. */
export function buildProgressBar(round: Round, canvas: Canvas): ScreenLine {
  const { done, total } = countProgress(round)
  const filled = total === 0 ? canvas.width : Math.floor((done / total) * canvas.width)
  const rest = '─'.repeat(canvas.width - filled)
  return toLine(`${canvas.paint.accent('━'.repeat(filled))}${canvas.paint.quiet(rest)}`)
}

/** The number of the question, those about oneself apart; on a list of all, how much is done; in the guidance, the page. */
function formatProgress({ round, mode, size }: Screen): string {
  if (mode.type === 'review' || mode.type === 'jump')
    return sayInterview({ say: 'answered-position', ...countProgress({ ...round, at: null }).part })
  if (mode.type !== 'guidance' && mode.type !== 'notice') {
    const { isProfile, position, total } = countProgress(round).part
    return sayInterview({ say: isProfile ? 'position' : 'question-position', at: position, total })
  }
  const buildPages = mode.type === 'guidance' ? buildGuidancePages : buildNoticePages
  const pages = buildPages({ round, size }).length
  return sayInterview({ say: 'page', page: Math.min(mode.page + 1, pages), pages })
}

function getScreenTitle({ round, mode }: Screen): string {
  if (mode.type === 'notice') return sayInterview({ say: 'notice-title' })
  if (mode.type === 'review') return sayInterview({ say: 'review' })
  if (mode.type === 'jump') return sayInterview({ say: 'jump-title' })
  return formatPartTitle(round)
}

/** The title of the part of the questionnaire on the screen. */
export function formatPartTitle(round: Round): string {
  const dimension = findCurrentDimension(round)
  if (dimension === null) return sayInterview({ say: 'background' })
  const number = findDayNumber(getInterview(round).questionnaire, dimension.id)
  return number === null
    ? dimension.title
    : sayInterview({ say: 'day-title', ...number, title: dimension.title })
}
