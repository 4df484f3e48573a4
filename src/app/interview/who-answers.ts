import { exists } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { toSlug } from '../../model/slug.ts'
import { maxIdLength } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'
import { type ResponseSource, readResponses } from '../load/responses.ts'
import type { InterviewPlace, OpenOptions } from './opening.ts'

/** Whose answers they are: an id, and the name where somebody wrote one just now. */
export interface AnsweringPartner {
  readonly id: string
  readonly name: string | null
}

/** Whose answers they are, asked where neither the command nor the code says so. */
export async function resolvePartner(
  code: string | null,
  all: readonly ResponseSource[],
  { questionnaire }: LoadedQuestionnaire,
  { partner }: OpenOptions,
  { partnership, questions }: InterviewPlace,
): Promise<AnsweringPartner> {
  if (partner !== undefined) return { id: partner, name: null }
  const coded = code === null ? null : findPartnerOfCode(code, partnership, all)
  if (coded !== null) return { id: coded, name: null }
  const { partners } = partnership
  const asked = partners.filter((partner) => partner.asked)
  const known = asked.length === 0 ? partners : asked
  const ids = known.map(({ id }) => id)
  if (questions === null)
    throw new Fault({ say: 'partner-missing' }, { say: 'partner-missing-hint', ids })
  const isOneSided = questionnaire.leastPartners === 1
  const answering = known.length > 0 ? [] : listAnswering(partnership)
  const answer = await questions.askPartner(known, answering, isOneSided)
  if (ids.includes(answer)) return { id: answer, name: null }
  return { id: toSlug(answer, maxIdLength), name: answer }
}

/** Ids of the partners with a response in the folder; none outside of a partnership's folder. */
function listAnswering(partnership: Partnership): readonly string[] {
  if (partnership.config === null) return []
  const { responses } = readResponses(partnership.folder, partnership)
  return [...new Set(responses.map(({ file }) => file.partner))].sort()
}

/** Blank where it is not known. */
export async function resolveRole(
  { id, name }: AnsweringPartner,
  options: OpenOptions,
  { partnership, questions }: InterviewPlace,
): Promise<string> {
  if (questions === null) return ''
  const shown = name ?? getPartnerNames(partnership).get(id) ?? id
  return questions.askRole(options.several === true ? shown : null)
}

/** Asked of those who are asked who they are, and wherever codes were given out; null where there is none. */
export async function resolveCode(
  partner: string,
  taken: readonly ResponseSource[],
  { role, several }: OpenOptions,
  { partnership, questions }: InterviewPlace,
): Promise<string | null> {
  const isGiven = listInvitedCodes(partner, partnership.config) !== null
  if (questions === null || several === true || (role !== undefined && !isGiven)) return null
  const check = createCodeCheck(partner, partnership, taken)
  return toCode(await questions.askCode(isGiven, check)) || null
}

/** The code as it is kept: what people type becomes one as a name becomes an id. Empty where no letter or digit is left. */
function toCode(text: string): string {
  return toSlug(text, maxIdLength)
}

/** The code that an option gives. */
export function requireCode(text: string): string {
  const code = toCode(text)
  if (code === '') throw new Fault({ say: 'code-empty' })
  return code
}

/** Is a code missing from the list of those who are invited to answer for this partner? Never where there is no such list. */
export function isUninvited(code: string, partner: string, { config }: Partnership): boolean {
  const codes = listInvitedCodes(partner, config)
  return codes !== null && !codes.includes(code)
}

/** The codes that were given to this partner's people; null where none were. */
function listInvitedCodes(
  partner: string,
  config: Partnership['config'],
): readonly string[] | null {
  const invited = config?.invited?.[partner]
  return typeof invited === 'object' ? invited : null
}

/** The one partner for whom somebody with this code is invited, or has begun to answer; null where it is not one. */
function findPartnerOfCode(
  code: string,
  { config }: Partnership,
  responses: readonly ResponseSource[],
): string | null {
  const inviting = Object.keys(config?.invited ?? {}).filter((partner) =>
    listInvitedCodes(partner, config)?.includes(code),
  )
  const answering = responses
    .filter(({ file }) => file.respondent.id === code)
    .map(({ file }) => file.partner)
  const [only, other] = new Set([...inviting, ...answering])
  return other === undefined ? (only ?? null) : null
}

/**
 * Says what is wrong with a code that is typed, or null. One that is taken is refused; one that nobody was given is asked for
 * a second time, since it may be right. Blank is no code.
 */
function createCodeCheck(
  partner: string,
  partnership: Partnership,
  taken: readonly ResponseSource[],
): (text: string) => Message | null {
  let doubted = ''
  return (text) => {
    if (text.trim() === '') return null
    const code = toCode(text)
    if (code === '') return { say: 'code-empty' }
    const other = taken.find(({ file }) => file.respondent.id === code)
    if (other !== undefined) return { say: 'code-taken', code, file: other.source.file }
    if (code === doubted || !isUninvited(code, partner, partnership)) return null
    doubted = code
    return { say: 'code-uninvited', code, isAsked: true }
  }
}

/** The file of a response that a code names; another questionnaire's answers of the same person have the first one. */
export function chooseCodedPath(stem: string, questionnaire: string): string {
  const path = `${stem}.yaml`
  return exists(path) ? `${stem}-${questionnaire}.yaml` : path
}
