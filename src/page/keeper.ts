import type { Questionnaire } from '../model/questionnaire.ts'
import type { Response } from '../model/response.ts'
import type { ResponseFile } from '../model/response-file.ts'
import { isMap } from '../model/value.ts'
import { fitResponse } from '../questionnaire/fit-response.ts'
import { toResponseFile } from '../questionnaire/to-response-file.ts'

/** Where a browser keeps texts. */
export interface TextStore {
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

/** A person who answers in this browser: codes are given out by partner. */
type Person = Pick<Response, 'partner' | 'respondent'>

/** Keeps the answers of the people who answer one form in this browser. */
export interface Keeper {
  /** False where the browser does not keep them. */
  save(response: Response): boolean
  /** The answers of the person who answered last. */
  findCurrent(): Response | null
  findPerson(partner: string, code: string): Response | null
  /** Another person answers from here on; the answers stay. */
  leaveCurrent(): void
  erase(person: Person): void
  /** The key of the person who answers now. */
  readonly currentKey: string
}

/** `prefix` names the form: other forms in this browser keep their own. A store that fails keeps nothing. */
export function createKeeper(
  store: TextStore | null,
  prefix: string,
  questionnaire: Questionnaire,
): Keeper {
  const currentKey = `${prefix}/current`
  const nameKey = (partner: string, code: string) => `${prefix}/person/${partner}/${code}`
  const attempt = <T>(act: (store: TextStore) => T, otherwise: T): T => {
    try {
      return store === null ? otherwise : act(store)
    } catch {
      return otherwise
    }
  }
  const find = (key: string | null): Response | null => {
    const text = key === null ? null : attempt((own) => own.getItem(key), null)
    return text === null ? null : readKept(text, questionnaire)
  }
  return {
    currentKey,
    save: (response) =>
      attempt((own) => {
        const key = nameKey(response.partner, response.respondent.id)
        own.setItem(key, JSON.stringify(toResponseFile(questionnaire, response)))
        own.setItem(currentKey, key)
        return true
      }, false),
    findCurrent: () => find(attempt((own) => own.getItem(currentKey), null)),
    findPerson: (partner, code) => find(nameKey(partner, code)),
    leaveCurrent: () => attempt((own) => own.removeItem(currentKey), undefined),
    erase: ({ partner, respondent }) =>
      attempt((own) => {
        own.removeItem(nameKey(partner, respondent.id))
        own.removeItem(currentKey)
      }, undefined),
  }
}

/** Null where the text is not what a form kept: other pages in the same folder may write there too. */
function readKept(text: string, questionnaire: Questionnaire): Response | null {
  try {
    const file: unknown = JSON.parse(text)
    if (!isMap(file) || file.accordant !== 'response/1') return null
    return fitResponse(questionnaire, file as ResponseFile).response
  } catch {
    return null
  }
}
