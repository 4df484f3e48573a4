import { Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import {
  type FiledResponse,
  settleWhoCounts,
  type WhoCountsRules,
} from '../../scoring/who-counts.ts'

/** Those that count, in the order of partner and respondent. Where none does, nothing can be said: a fault. */
export function chooseResponses(all: readonly FiledResponse[], rules: WhoCountsRules) {
  const { counted, leftOut } = settleWhoCounts(all, rules)
  if (counted.length === 0) {
    const reasons = leftOut.map(({ reason }) => reason)
    throw new Fault({ say: 'nobody-counts', leftOut }, { say: 'nobody-counts-hint', reasons })
  }
  refuseRepeatedPeople(counted)
  const responses = counted.map(({ response }) => response)
  return { responses: responses.sort(compareByPartnerAndRespondent), leftOut }
}

/** Of one respondent one response counts; two stop the run with both files named. */
function refuseRepeatedPeople(counted: readonly FiledResponse[]): void {
  const people = new Map<string, string>()
  for (const { response, file } of counted) {
    const { partner, respondent } = response
    const person = `${partner}/${respondent.id}`
    const other = people.get(person)
    if (other !== undefined) {
      throw new Fault(
        {
          say: 'response-of-same-person',
          files: [other, file],
          respondent: respondent.id,
          partner,
        },
        { say: 'response-remove-one' },
      )
    }
    people.set(person, file)
  }
}

/** By code unit, so that no locale changes the order. */
function compareByPartnerAndRespondent(a: Response, b: Response): number {
  if (a.partner !== b.partner) return a.partner < b.partner ? -1 : 1
  return a.respondent.id < b.respondent.id ? -1 : 1
}
