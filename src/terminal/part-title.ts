import { findCurrentDimension } from '../interview/progress.ts'
import { getCurrentInterview } from '../interview/round.ts'
import type { Round } from '../interview/state.ts'
import { findDayNumber } from '../model/questionnaire.ts'
import { sayInterview } from '../words/say-interview.ts'

/** What the part of the questionnaire on the screen is called. */
export function formatPartTitle(round: Round): string {
  const dimension = findCurrentDimension(round)
  if (dimension === null) return sayInterview({ say: 'background' })
  const number = findDayNumber(getCurrentInterview(round).questionnaire, dimension.id)
  return number === null
    ? dimension.title
    : sayInterview({ say: 'day-title', ...number, title: dimension.title })
}
