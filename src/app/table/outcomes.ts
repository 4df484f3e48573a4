import { listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import { findDecidingQuestions } from '../../questionnaire/conditions.ts'
import type { RowCells } from '../../questionnaire/judge-row.ts'
import type { TableMapping } from '../../questionnaire/table-mapping.ts'
import type { TableRow } from '../../reading/table.ts'
import type { TableCounter } from '../../scoring/table-counter.ts'

/** Different answers that decide which questions are asked; of more, each row is looked at anew. */
const maxRememberedAnswers = 4096

/** A row as a response; null where it is refused. */
export type RowToResponse = (row: TableRow) => Response | null

/** Puts what a row counts as into an array over the tally's questions. */
export type OutcomeWriter = (
  row: { readonly cells: RowCells; readonly line: number; readonly texts: () => readonly string[] },
  judged: Int32Array,
  outcomes: Int32Array,
) => void

export function hasConditions(questionnaire: Questionnaire): boolean {
  return [...questionnaire.profile, ...listQuestions(questionnaire)].some(
    ({ when }) => when !== null,
  )
}

/** Without conditions everybody is asked everything that has a column. */
export const writeJudgedOutcomes: OutcomeWriter = (_, judged, outcomes) => outcomes.set(judged)

/**
 * Which questions are asked depends on the answers: those of a row are found out from its response, until the same answers
 * decide again. -1 stands for a question that is not asked.
 */
export async function createOutcomeWriter(
  questionnaire: Questionnaire,
  plan: TableMapping,
  tally: TableCounter,
  active: ActiveQuestionFinder,
  responseAt: RowToResponse,
): Promise<OutcomeWriter> {
  const deciding = await findDecidingQuestions(questionnaire)
  const columns =
    deciding === null
      ? null
      : [...plan.profile, ...plan.answers]
          .filter(({ id }) => deciding.has(id))
          .flatMap(({ column, boxes }) => boxes?.all.map((box) => box.column) ?? column ?? [])
  const answerOf = new Map(plan.answers.map(({ id }, index) => [id, index]))
  const indexOf = tally.questions.map(({ question }) => answerOf.get(question.id) ?? -1)
  const silent = tally.questions.map(({ outcome }) => outcome(null))
  const known = new Map<string, readonly boolean[]>()
  const askedOf: (row: Parameters<OutcomeWriter>[0]) => readonly boolean[] = (row) => {
    const key = columns?.map(row.cells.text).join('\0') ?? null
    const before = key === null ? undefined : known.get(key)
    if (before !== undefined) return before
    const response = responseAt({ line: row.line, cells: row.texts() })
    const ids = response === null ? new Set<string>() : active(response)
    const asked = tally.questions.map(({ question }) => ids.has(question.id))
    if (key !== null && known.size < maxRememberedAnswers) known.set(key, asked)
    return asked
  }
  return (row, judged, outcomes) => {
    const asked = askedOf(row)
    for (let place = 0; place < asked.length; place++) {
      const index = indexOf[place] ?? -1
      const told = index < 0 ? (silent[place] ?? -1) : (judged[index] ?? -1)
      outcomes[place] = asked[place] === true ? told : -1
    }
  }
}
