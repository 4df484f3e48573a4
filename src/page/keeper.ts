import type { Questionnaire } from '../model/questionnaire.ts'
import { givenNameKey, type Response } from '../model/response.ts'
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

/** What is kept of a person. */
export interface KeptAnswers {
  readonly response: Response
  /** What they call their own side, if no partner is listed. */
  readonly givenName: string | null
}

/** What is kept, as a file says it. */
export function toKeptFile(questionnaire: Questionnaire, { response, givenName }: KeptAnswers) {
  const file = toResponseFile(questionnaire, response)
  return givenName === null ? file : { ...file, [givenNameKey]: givenName }
}

/** Keeps the answers of the people who answer one form in this browser. */
export interface Keeper {
  /** False where the browser does not keep them. */
  save(kept: KeptAnswers): boolean
  /** The answers of the person who answered last. */
  findCurrent(): KeptAnswers | null
  findPerson(partner: string, code: string): KeptAnswers | null
  /** Another person answers from here on; the answers stay. */
  leaveCurrent(): void
  /** False where the browser does not let go of them. */
  erase(person: Person): boolean
  /** Where the answers of a person are. */
  nameKey(person: Person): string
}

/** `prefix` names the form: other forms in this browser keep their own. A store that fails keeps nothing. */
export function createKeeper(
  store: TextStore | null,
  prefix: string,
  questionnaire: Questionnaire,
): Keeper {
  const currentKey = `${prefix}/current`
  const nameKey = ({ partner, respondent }: Person) =>
    `${prefix}/person/${partner}/${respondent.id}`
  const attempt = <T>(act: (store: TextStore) => T, otherwise: T): T => {
    try {
      return store === null ? otherwise : act(store)
    } catch {
      return otherwise
    }
  }
  const find = (key: string | null): KeptAnswers | null => {
    const text = key === null ? null : attempt((own) => own.getItem(key), null)
    return text === null ? null : readKept(text, questionnaire)
  }
  return {
    save: (kept) =>
      attempt((own) => {
        const key = nameKey(kept.response)
        own.setItem(key, JSON.stringify(toKeptFile(questionnaire, kept)))
        own.setItem(currentKey, key)
        return true
      }, false),
    findCurrent: () => find(attempt((own) => own.getItem(currentKey), null)),
    findPerson: (partner, code) => find(nameKey({ partner, respondent: { id: code, role: null } })),
    leaveCurrent: () => attempt((own) => own.removeItem(currentKey), undefined),
    erase: (person) =>
      attempt((own) => {
        own.removeItem(nameKey(person))
        own.removeItem(currentKey)
        return true
      }, store === null),
    nameKey,
  }
}

/** Null where the text is not what a form kept: other pages in the same folder may write there too. */
function readKept(text: string, questionnaire: Questionnaire): KeptAnswers | null {
  try {
    const file: unknown = JSON.parse(text)
    if (!isMap(file) || file.accordant !== 'response/1') return null
    const name = file[givenNameKey]
    const givenName = typeof name === 'string' ? name : null
    return { response: fitResponse(questionnaire, file as ResponseFile).response, givenName }
  } catch {
    return null
  }
}
