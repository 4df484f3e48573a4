import { findDayNumber, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import type { Message } from '../../words/message.ts'
import { listMissingIds } from './resume-response.ts'

/** What is asked in one sitting: all of it, or one day of a questionnaire that is done in days. */
interface InterviewSession {
  readonly active: ActiveQuestionFinder
  /** `Day 2 of 5, Candidates`; null where there are no days. */
  readonly title: Message | null
  /** As it is to be saved: what is finished for today is not complete while another day is open. */
  readonly toSaved: (response: Response) => Response
  /** The next day that is open, after these answers. */
  readonly next: (response: Response) => Message | null
}

/** The sitting for the first day with an open question. Days that were begun already stay open to changes. */
export function createSession(
  questionnaire: Questionnaire,
  response: Response,
  active: ActiveQuestionFinder,
): InterviewSession {
  const open = (own: Response) => findOpenDay(questionnaire, own, active)
  const today = open(response)
  const title = today === null ? null : formatDayTitle(questionnaire, today)
  if (today === null || title === null) {
    return { active, title: null, toSaved: (own) => own, next: () => null }
  }
  const last = questionnaire.dimensions.findIndex(({ id }) => id === today)
  return {
    active: (own) => {
      const begun = listDimensionIds([...own.answers.keys(), ...own.inactive.keys()])
      const later = questionnaire.dimensions.slice(last + 1).filter(({ id }) => !begun.has(id))
      const waiting = new Set(later.flatMap(({ questions }) => questions.map(({ id }) => id)))
      return new Set([...active(own)].filter((id) => !waiting.has(id)))
    },
    title,
    toSaved: (own) => (open(own) === null ? own : { ...own, completed: null }),
    next: (own) => {
      const day = open(own)
      return day === null ? null : formatDayTitle(questionnaire, day)
    },
  }
}

function listDimensionIds(ids: readonly string[]): ReadonlySet<string> {
  return new Set(ids.map((id) => id.split('.')[0] ?? ''))
}

/** The first day with a question that is asked and has no entry; null where there is none, or no days. */
function findOpenDay(
  questionnaire: Questionnaire,
  response: Response,
  active: ActiveQuestionFinder,
): string | null {
  const missing = listDimensionIds(listMissingIds(questionnaire, response, active(response)))
  const { dimensions } = questionnaire
  return dimensions.find(({ id, day }) => day !== undefined && missing.has(id))?.id ?? null
}

function formatDayTitle(questionnaire: Questionnaire, dimension: string): Message | null {
  const number = findDayNumber(questionnaire, dimension)
  const title = questionnaire.dimensions.find(({ id }) => id === dimension)?.title ?? dimension
  return number === null ? null : { say: 'day-of-interview', ...number, title }
}
