import { dimensionAt } from '../interview/progress.ts'
import type { Interview } from '../interview/state.ts'
import { dayNumber } from '../model/questionnaire.ts'

/** What the part of the questionnaire on the screen is called. */
export function partTitle(interview: Interview): string {
  const dimension = dimensionAt(interview)
  if (dimension === null) return 'Background'
  const number = dayNumber(interview.questionnaire, dimension.id)
  return number === null ? dimension.title : `Day ${number.day} of ${number.of}: ${dimension.title}`
}
