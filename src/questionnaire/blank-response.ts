import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'

/** A response nobody has answered yet. */
export function createBlankResponse(
  {
    questionnaire: { id, version },
    hash,
  }: { readonly questionnaire: Questionnaire; readonly hash: string },
  who: Pick<Response, 'partnership' | 'partner' | 'respondent' | 'run' | 'started'>,
): Response {
  const nothing = { profile: new Map(), answers: new Map(), inactive: new Map() }
  return {
    ...who,
    questionnaire: { id, version, hash },
    completed: null,
    excluded: null,
    told: null,
    ...nothing,
  }
}
