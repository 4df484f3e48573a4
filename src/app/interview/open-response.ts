import { join } from 'node:path'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Response } from '../../model/response.ts'
import { createBlankResponse } from '../../questionnaire/blank-response.ts'
import type { Message } from '../../words/message.ts'
import { readGivenName } from '../load/given-name.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { loadChosenQuestionnaire, loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import { type ResponseSource, readResponse, readResponses } from '../load/responses.ts'
import { chooseResponsePath } from './new-response.ts'
import type { InterviewPlace, OpenOptions } from './opening.ts'
import { resumeResponse } from './resume-response.ts'
import { chooseUnfinished } from './unfinished.ts'
import {
  type AnsweringPartner,
  chooseCodedPath,
  isUninvited,
  requireCode,
  resolveCode,
  resolvePartner,
  resolveRole,
} from './who-answers.ts'

/** The response an interview is about, new or to be continued. */
export interface OpenedResponse {
  readonly path: string
  readonly response: Response
  readonly loaded: LoadedQuestionnaire
  /** The file as it is; null for a new one. */
  readonly text: string | null
  readonly setAside: Readonly<Record<string, unknown>>
  /** Ids that were set aside just now, because the questionnaire changed; not yet saved. */
  readonly newlySetAside: readonly string[]
  /** Warnings on the file. */
  readonly findings: readonly PlacedFinding[]
  /** What the partner is called, as the respondent wrote it; null where they were not asked. */
  readonly partnerName: string | null
  /** A doubt about who answers. */
  readonly doubt: Message | null
}

/** Finds the response to continue, or begins one; asks for what it needs to know where that can be asked. */
export async function openResponse(
  options: OpenOptions,
  place: InterviewPlace,
): Promise<OpenedResponse> {
  if (options.response !== undefined) {
    const source = readResponse(options.response, place.partnership)
    return reopenResponse(source, options, place)
  }
  const { partnership } = place
  const loaded = await loadChosenQuestionnaire(options.questionnaire, partnership, place.world)
  const all = readResponses(partnership.folder, partnership).responses.filter(
    ({ file }) => file.questionnaire.id === loaded.questionnaire.id,
  )
  const code = options.respondent === undefined ? null : requireCode(options.respondent)
  const partner = await resolvePartner(code, all, loaded, options, place)
  const own = all.filter(({ file }) => file.partner === partner.id)
  const chosen =
    code === null
      ? await chooseUnfinished(own, loaded, place)
      : own.find(({ file }) => file.respondent.id === code)
  if (chosen) return reopenResponse(chosen, options, place)
  return startResponse(loaded, { partner, code, taken: own }, options, place)
}

async function reopenResponse(
  source: ResponseSource,
  options: OpenOptions,
  { partnership, world }: InterviewPlace,
): Promise<OpenedResponse> {
  refuseContradiction(source, options)
  const loaded = await loadQuestionnaireFor(source, partnership, options.questionnaire, world)
  const { response, setAside, newlySetAside: newlyAside } = resumeResponse(source, loaded)
  return {
    path: source.source.file,
    response,
    loaded,
    text: source.source.document.text,
    setAside,
    newlySetAside: newlyAside.map(({ id }) => id),
    findings: source.findings,
    partnerName: readGivenName(source.source),
    doubt: null,
  }
}

/** A flag that says otherwise than the file would attribute answers to somebody else. */
function refuseContradiction(
  { source, file }: ResponseSource,
  { partner, quick, respondent }: OpenOptions,
): void {
  const code = respondent === undefined ? null : requireCode(respondent)
  const { id } = file.respondent
  if (code !== null && code !== id) {
    throw new Fault(
      { say: 'response-of-other-person', file: source.file, found: id, respondent: code },
      { say: 'leave-respondent-out' },
    )
  }
  if (partner !== undefined && partner !== file.partner) {
    throw new Fault(
      { say: 'response-of-other-partner', file: source.file, found: file.partner, partner },
      { say: 'leave-partner-out' },
    )
  }
  if (quick === true && file.run !== 'quick') {
    throw new Fault({ say: 'response-full-run', file: source.file }, { say: 'leave-quick-out' })
  }
}

interface NewRespondent {
  readonly partner: AnsweringPartner
  /** As it was given with the command. */
  readonly code: string | null
  /** The partner's other responses to this questionnaire. */
  readonly taken: readonly ResponseSource[]
}

async function startResponse(
  loaded: LoadedQuestionnaire,
  who: NewRespondent,
  options: OpenOptions,
  place: InterviewPlace,
): Promise<OpenedResponse> {
  const { partnership, world } = place
  const { id: partner, name } = who.partner
  const role = options.role ?? (await resolveRole(who.partner, options, place))
  const code = who.code ?? (await resolveCode(partner, who.taken, options, place))
  const free = chooseResponsePath(partnership.folder, partner)
  const stem = join(partnership.folder, 'responses', `${partner}-${code}`)
  const path = code === null ? free.path : chooseCodedPath(stem, loaded.questionnaire.id)
  const response = createBlankResponse(loaded, {
    partnership: getPartnershipId(partnership),
    partner,
    respondent: {
      id: code ?? free.respondent,
      role: role.trim() === '' ? null : role.trim(),
    },
    run: options.quick === true ? 'quick' : 'full',
    started: world.now().toISOString(),
  })
  const isDoubtful = who.code !== null && isUninvited(who.code, partner, partnership)
  return {
    path,
    response,
    loaded,
    text: null,
    setAside: {},
    newlySetAside: [],
    findings: [],
    partnerName: name,
    doubt: isDoubtful ? { say: 'code-uninvited', code: who.code ?? '', isAsked: false } : null,
  }
}
