import { findCurrentDimension } from '../interview/progress.ts'
import type { Interview } from '../interview/state.ts'
import { findDayNumber } from '../model/questionnaire.ts'

/** What the part of the questionnaire on the screen is called. */
export function formatPartTitle(interview: Interview): string {
  const dimension = findCurrentDimension(interview)
  if (dimension === null) return 'Background'
  const number = findDayNumber(interview.questionnaire, dimension.id)
  return number === null ? dimension.title : `Day ${number.day} of ${number.of}: ${dimension.title}`
}
