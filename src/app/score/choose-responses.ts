import { Fault } from '../../model/fault.ts'
import { createFinding, type PlacedFinding } from '../../model/finding.ts'
import { listQuestions } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { findAnswer } from '../../scoring/answer-counts.ts'
import {
  type FiledResponse,
  settleWhoCounts,
  type WhoCountsRules,
} from '../../scoring/who-counts.ts'
import type { Message } from '../../words/message.ts'
import { isResponseName } from '../load/responses-folder.ts'
import { getSourceKind, peek, placeFindings } from '../load/source.ts'

/** Those that count, in the order of partner and respondent. Where none does, nothing can be said: a fault. */
export function chooseResponses(all: readonly FiledResponse[], rules: WhoCountsRules) {
  const { counted, leftOut, repeated, notes } = sortOutResponses(all, rules)
  if (counted.length === 0) {
    const reasons = leftOut.map(({ reason }) => reason)
    throw new Fault({ say: 'nobody-counts', leftOut }, { say: 'nobody-counts-hint', reasons })
  }
  if (repeated !== null) throw repeated
  const responses = counted.map(({ response }) => response)
  return {
    responses: responses.sort(compareByPartnerAndRespondent),
    leftOut,
    notes,
  }
}

/** Which count and which do not, what is wrong where one person has two that count, and what to look at. */
export function sortOutResponses(all: readonly FiledResponse[], rules: WhoCountsRules) {
  const { counted, leftOut } = settleWhoCounts(all, rules)
  return {
    counted,
    leftOut,
    repeated: findRepeatedPeople(counted),
    notes: listThinResponses(counted, rules),
  }
}

/**
 * Completed responses in which most questions have no entry. An interview leaves one for each, for the skipped ones too, so the
 * end of such a file may be lost.
 */
function listThinResponses(
  counted: readonly FiledResponse[],
  { questionnaire, asked }: WhoCountsRules,
): readonly Message[] {
  const scored = listQuestions(questionnaire).filter((question) => question.scored)
  return counted.flatMap(({ response, file }) => {
    if (response.completed === null || !isResponseName(file)) return []
    const own = asked(response)
    const questions = scored.filter(({ id }) => own.has(id))
    const missing = questions.filter(({ id }) => findAnswer({ response, asked: own }, id) === null)
    return missing.length * 2 > questions.length
      ? { say: 'response-thin', file, missing: missing.length, of: questions.length }
      : []
  })
}

/** Of one respondent one response counts; two are a fault with both files named, and the line to correct. */
function findRepeatedPeople(counted: readonly FiledResponse[]): Fault | null {
  const repeats = listRepeats(counted)
  const [first] = repeats
  if (first === undefined) return null
  const findings = repeats.flatMap(({ file, ...named }) =>
    placeRespondent(file, { say: 'response-of-same-person-here', ...named }),
  )
  const hint = findings.length > 0 ? null : ({ say: 'response-remove-one' } as const)
  const { file, other, ...named } = first
  return new Fault(
    { say: 'response-of-same-person', files: [other, file], ...named },
    { findings, hint },
  )
}

/** Responses of people who have one already, in the file `other`. */
function listRepeats(counted: readonly FiledResponse[]) {
  const people = new Map<string, string>()
  return counted.flatMap(({ response, file }) => {
    const { partner, respondent } = response
    const person = `${partner}/${respondent.id}`
    const other = people.get(person)
    if (other !== undefined) return [{ file, other, respondent: respondent.id, partner }]
    people.set(person, file)
    return []
  })
}

/** Where a response names its respondent; nowhere if it was a row of a table, or was read from standard input. */
function placeRespondent(file: string, message: Message): readonly PlacedFinding[] {
  const source = peek(file)
  if (source === null || getSourceKind(source) !== 'response') return []
  const fix: Message = { say: 'response-correct-or-remove' }
  return placeFindings(source, [
    createFinding('schema.value', ['respondent', 'id'], message, { fix }),
  ])
}

/** By code unit, so that no locale changes the order. */
function compareByPartnerAndRespondent(a: Response, b: Response): number {
  if (a.partner !== b.partner) return a.partner < b.partner ? -1 : 1
  return a.respondent.id < b.respondent.id ? -1 : 1
}
