import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { createBlankResponse } from '../../questionnaire/blank-response.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { loadChosenQuestionnaire, loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import { type ResponseSource, readResponse, readResponses } from '../load/responses.ts'
import type { World } from '../world.ts'
import { chooseResponsePath } from './new-response.ts'
import { resumeResponse } from './resume-response.ts'

export interface OpenOptions {
  /** The id of one of the partnership's partners. */
  readonly partner?: string
  readonly role?: string
  /** A file that is there. */
  readonly response?: string
  readonly questionnaire?: string
  readonly quick?: boolean
  /** Others sit at the table as well, so questions say whom they are for. */
  readonly several?: boolean
}

/** A response that is not finished, as it is offered to somebody who can continue it. */
interface UnfinishedResponse {
  readonly file: string
  readonly answered: number
  /** RFC 3339; null where the form was begun by hand. */
  readonly started: string | null
}

/** What is asked before the first question; each throws a Fault when it is interrupted. */
export interface OpeningQuestions {
  /** `answering`: ids of the partners with a response. */
  readonly askPartner: (
    known: readonly { readonly id: string; readonly name: string }[],
    answering: readonly string[],
  ) => Promise<string>
  /** The file of the response to continue, or `new`. */
  readonly askResume: (found: readonly UnfinishedResponse[]) => Promise<string>
  /** The respondent's role, blank where they would rather not say; `partner` where several sit at the table. */
  readonly askRole: (partner: string | null) => Promise<string>
}

/** Where an interview begins. */
export interface InterviewPlace {
  readonly partnership: Partnership
  readonly world: World
  /** Null where nobody can be asked. */
  readonly questions: OpeningQuestions | null
}

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
  const loaded = await loadChosenQuestionnaire(
    options.questionnaire,
    place.partnership,
    place.world,
  )
  const partner = await resolvePartner(options, place)
  const found = listUnfinished(partner, loaded, place.partnership)
  const chosen = await chooseResponse(found, place)
  if (chosen !== null) return reopenResponse(chosen, options, place)
  return startResponse(loaded, partner, options, place)
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
  }
}

/** A flag that says otherwise than the file would attribute answers to somebody else. */
function refuseContradiction(
  { source, file }: ResponseSource,
  { partner, quick }: OpenOptions,
): void {
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

async function resolvePartner(
  options: OpenOptions,
  { partnership, questions }: InterviewPlace,
): Promise<string> {
  if (options.partner !== undefined) return options.partner
  const { partners } = partnership
  const asked = partners.filter((partner) => partner.asked)
  const known = asked.length === 0 ? partners : asked
  if (questions !== null)
    return questions.askPartner(known, known.length > 0 ? [] : listAnswering(partnership))
  const ids = known.map(({ id }) => id)
  throw new Fault({ say: 'partner-missing' }, { say: 'partner-missing-hint', ids })
}

/** Ids of the partners with a response in the folder; none outside of a partnership's folder. */
function listAnswering(partnership: Partnership): readonly string[] {
  if (partnership.config === null) return []
  const { responses } = readResponses(partnership.folder, partnership)
  return [...new Set(responses.map(({ file }) => file.partner))].sort()
}

/**
 * Every response of this questionnaire and partner that is not finished, the newest first. What is done in days is there to be
 * taken up again, so finished ones are offered too.
 */
function listUnfinished(
  partner: string,
  { questionnaire }: LoadedQuestionnaire,
  partnership: Partnership,
): readonly ResponseSource[] {
  return readResponses(partnership.folder, partnership)
    .responses.filter(
      ({ file }) =>
        file.partner === partner &&
        file.questionnaire.id === questionnaire.id &&
        ((file.completed ?? null) === null || hasDays(questionnaire)),
    )
    .toSorted((a, b) => (getStart(b) < getStart(a) ? -1 : 1))
}

function getStart({ file }: ResponseSource): string {
  return file.started ?? ''
}

async function chooseResponse(
  found: readonly ResponseSource[],
  { questions }: InterviewPlace,
): Promise<ResponseSource | null> {
  if (found.length === 0) return null
  if (questions === null) return found[0] ?? null
  const offers = found.map(({ source, file }) => ({
    file: source.file,
    answered: Object.values(file.answers ?? {}).filter((answer) => answer !== null).length,
    started: file.started ?? null,
  }))
  const chosen = await questions.askResume(offers)
  return chosen === 'new' ? null : (found.find(({ source }) => source.file === chosen) ?? null)
}

async function startResponse(
  loaded: LoadedQuestionnaire,
  partner: string,
  options: OpenOptions,
  place: InterviewPlace,
): Promise<OpenedResponse> {
  const role = options.role ?? (await resolveRole(partner, options, place))
  const { partnership, world } = place
  const { path, respondent } = chooseResponsePath(partnership.folder, partner, undefined)
  const response = createBlankResponse(loaded, {
    partnership: getPartnershipId(partnership),
    partner,
    respondent: { id: respondent, role: role.trim() === '' ? null : role.trim() },
    run: options.quick === true ? 'quick' : 'full',
    started: world.now().toISOString(),
  })
  return { path, response, loaded, text: null, setAside: {}, newlySetAside: [], findings: [] }
}

async function resolveRole(
  partner: string,
  options: OpenOptions,
  { partnership, questions }: InterviewPlace,
): Promise<string> {
  if (questions === null) return ''
  const name = getPartnerNames(partnership).get(partner) ?? partner
  return questions.askRole(options.several === true ? name : null)
}
