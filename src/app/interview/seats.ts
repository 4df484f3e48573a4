import { exists } from '../../files/search.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { Fault } from '../../model/fault.ts'
import { findDayNumber, type Questionnaire } from '../../model/questionnaire.ts'
import { type ActiveQuestionFinder, givenNameKey, type Response } from '../../model/response.ts'
import { toResponseFile } from '../../questionnaire/to-response-file.ts'
import { writeYaml } from '../../reading/edit.ts'
import { editResponse } from '../../reading/edit-response.ts'
import type { Message } from '../../words/message.ts'
import { requirePartner } from '../load/belonging.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'
import { readSource } from '../load/source.ts'
import { type OpenedResponse, openResponse } from './open-response.ts'
import type { InterviewPlace, OpenOptions } from './opening.ts'
import { listMissingIds } from './resume-response.ts'

/** One day of a questionnaire that is done in days. */
export interface SittingDay {
  readonly day: number
  readonly of: number
  readonly title: string
  readonly minutes: number | null
}

/** Somebody at the table, with the response that is theirs. */
export interface RespondentSeat {
  readonly name: string
  readonly opened: OpenedResponse
  readonly active: ActiveQuestionFinder
  /** What is asked now of a questionnaire that is done in days; null where there are none. */
  readonly day: SittingDay | null
  /** What the person should know before the first question; else null. */
  readonly note: Message | null
  /** Saves what was said in this session; no file is made before something was. */
  readonly save: (response: Response) => void
  /** Saves a response as it is. */
  readonly write: (response: Response) => void
  /** The next day that is open, after what was saved last. */
  readonly next: () => Message | null
}

export interface SeatOptions extends Omit<OpenOptions, 'partner'> {
  /** Once for each partner at the table. */
  readonly partner?: readonly string[]
  readonly accessible?: boolean
  readonly blind?: boolean
}

/** What several at one table cannot have. */
export function refuseSeatOptions(options: SeatOptions): void {
  const { partner: partners = [], response, role, respondent, accessible } = options
  const { blind = false } = options
  if (blind && partners.length < 2) {
    throw new Fault({ say: 'blind-alone' }, { say: 'blind-alone-hint' })
  }
  if (blind && accessible === true) {
    throw new Fault({ say: 'blind-accessible' }, { say: 'blind-accessible-hint' })
  }
  if (partners.length < 2) return
  if (response !== undefined) {
    throw new Fault({ say: 'response-at-table' }, { say: 'response-at-table-hint' })
  }
  if (role !== undefined) {
    throw new Fault({ say: 'role-at-table' }, { say: 'role-at-table-hint' })
  }
  if (respondent !== undefined) {
    throw new Fault({ say: 'respondent-at-table' }, { say: 'respondent-at-table-hint' })
  }
}

/** The ids of the partners at the table, who may be named by their names; each once. */
export function requirePartners(
  named: readonly string[],
  partnership: Partnership,
): readonly string[] {
  const partners = named.map((partner) => requirePartner(partner, partnership))
  const twice = partners.find((partner, index) => partners.indexOf(partner) !== index)
  if (twice === undefined) return partners
  throw new Fault({ say: 'partner-repeated', partner: twice }, { say: 'partner-repeated-hint' })
}

/** One response for each partner at the table, in the order they were named; all are of one questionnaire. */
export async function openResponses(
  options: SeatOptions,
  place: InterviewPlace,
): Promise<{ readonly first: OpenedResponse; readonly all: readonly OpenedResponse[] }> {
  const { partner: partners = [], blind: _, ...rest } = options
  const [partner, ...others] = partners
  const several = others.length > 0
  const first = await openResponse(
    partner === undefined ? rest : { ...rest, partner, several },
    place,
  )
  const all = [first]
  for (const other of others) {
    all.push(await openResponse({ ...rest, partner: other, several }, place))
  }
  const odd = all.find(({ loaded }) => loaded.hash !== first.loaded.hash)
  if (odd !== undefined) {
    throw new Fault(
      { say: 'table-questionnaires-differ', files: [first.path, odd.path] },
      { say: 'table-questionnaires-differ-hint' },
    )
  }
  return { first, all }
}

/** A place at the table. What the questionnaire no longer asks is set aside, and that is said. */
export function createSeat(
  opened: OpenedResponse,
  active: ActiveQuestionFinder,
  partnership: Partnership,
): RespondentSeat {
  const { loaded, response, newlySetAside: ids } = opened
  const write = createSaver(opened)
  if (ids.length > 0) write(response)
  const session = createSession(loaded.questionnaire, response, active)
  let latest = response
  return {
    name:
      getPartnerNames(partnership).get(response.partner) ?? opened.partnerName ?? response.partner,
    opened,
    active: session.active,
    day: session.day,
    note: ids.length === 0 ? null : { say: 'answers-set-aside', ids },
    save: (own) => {
      latest = session.toSaved(own)
      if (opened.text !== null || hasEntries(latest)) write(latest)
    },
    write,
    next: () => session.next(latest),
  }
}

/** Has anything been said in it, of the profile too, or in what is set aside? */
export function hasEntries({ profile, answers, inactive }: Response): boolean {
  return profile.size + answers.size + inactive.size > 0
}

/**
 * Keeps one response file up to date; its lock must be held. What was changed since it was read is a Fault. What a person
 * wrote in it beside the answers stays. It returns when the response is on the disk; after a failure the file is as it was.
 */
function createSaver(opened: OpenedResponse): (response: Response) => void {
  const { path, loaded, setAside, partnerName } = opened
  refuseChanged(opened)
  let before: Readonly<Record<string, unknown>> | null = null
  return (response) => {
    const aside = Object.keys(setAside).length === 0 ? {} : { 'x-set-aside': setAside }
    const named = partnerName === null ? {} : { [givenNameKey]: partnerName }
    const file = { ...toResponseFile(loaded.questionnaire, response), ...aside, ...named }
    const text = readCurrentText(path)
    writeWhole(path, text === null ? writeYaml(file) : editResponse(text, file, before))
    before = file
  }
}

/** Between reading a file and locking it, another run may have written it. */
function refuseChanged({ path, text }: OpenedResponse): void {
  const now = exists(path) ? readSource(path).document.text : null
  if (now === text) return
  throw new Fault(
    { say: 'response-changed-by-run', file: path },
    { say: 'response-changed-by-run-hint' },
  )
}

/** What the file says now, for a person may have edited it since; null where there is none. */
function readCurrentText(path: string): string | null {
  if (!exists(path)) return null
  const { readable, text } = readSource(path).document
  if (readable) return text
  throw new Fault({ say: 'response-changed-by-hand', file: path })
}

/** What is asked in one sitting: all of it, or one day of a questionnaire that is done in days. */
interface InterviewSession {
  readonly active: ActiveQuestionFinder
  readonly day: SittingDay | null
  /** As it is to be saved: what is finished for today is not complete while another day is open. */
  readonly toSaved: (response: Response) => Response
  /** The next day that is open, after these answers. */
  readonly next: (response: Response) => Message | null
}

/** The sitting for the first day with an open question. Days that were begun already stay open to changes. */
function createSession(
  questionnaire: Questionnaire,
  response: Response,
  active: ActiveQuestionFinder,
): InterviewSession {
  const open = (own: Response) => findOpenDay(questionnaire, own, active)
  const today = open(response)
  const day = today === null ? null : describeDay(questionnaire, today)
  if (today === null || day === null) {
    return { active, day: null, toSaved: (own) => own, next: () => null }
  }
  const last = questionnaire.dimensions.findIndex(({ id }) => id === today)
  return {
    active: (own) => {
      const begun = listDimensionIds([...own.answers.keys(), ...own.inactive.keys()])
      const later = questionnaire.dimensions.slice(last + 1).filter(({ id }) => !begun.has(id))
      const waiting = new Set(later.flatMap(({ questions }) => questions.map(({ id }) => id)))
      return new Set([...active(own)].filter((id) => !waiting.has(id)))
    },
    day,
    toSaved: (own) => (open(own) === null ? own : { ...own, completed: null }),
    next: (own) => {
      const left = open(own)
      const next = left === null ? null : describeDay(questionnaire, left)
      return next === null ? null : { say: 'day-of-interview', ...next }
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

function describeDay(questionnaire: Questionnaire, id: string): SittingDay | null {
  const number = findDayNumber(questionnaire, id)
  const dimension = questionnaire.dimensions.find((own) => own.id === id)
  if (number === null || dimension === undefined) return null
  return { ...number, title: dimension.title, minutes: dimension.day?.minutes ?? null }
}
