import { canAsk, getScreen, type Io } from '../../cli/io.ts'
import { exists } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { isKebab } from '../../model/vocabulary.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import { getPartnerNames, type Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { loadQuestionnaireFor } from '../load/response-questionnaire.ts'
import { type ResponseSource, readResponse, readResponses } from '../load/responses.ts'
import { chooseResponsePath } from './new-response.ts'
import { createBlankResponse, resumeResponse } from './resume-response.ts'

export interface OpenOptions {
  readonly partner?: string
  readonly role?: string
  readonly response?: string
  readonly questionnaire?: string
  readonly quick?: boolean
  readonly accessible?: boolean
  /** Others sit at the table as well, so questions say whom they are for. */
  readonly several?: boolean
}

/** The response an interview is about, new or to be gone on with. */
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

/** Finds the response to go on with, or begins one; asks for what it needs to know where that can be asked. */
export async function openResponse(
  options: OpenOptions,
  partnership: Partnership,
  io: Io,
): Promise<OpenedResponse> {
  if (options.response === '') throw new Fault('"--response" names no file')
  if (options.response !== undefined && exists(options.response)) {
    return reopenResponse(readResponse(options.response), partnership, options, io)
  }
  const loaded = await loadNewQuestionnaire(options, partnership, io)
  const partner = await resolvePartner(options, partnership, io)
  const found = options.response === undefined ? listUnfinished(partner, loaded, partnership) : []
  const chosen = await chooseResponse(found, options, io)
  if (chosen !== null) return reopenResponse(chosen, partnership, options, io)
  return startResponse(loaded, partner, options, partnership, io)
}

async function reopenResponse(
  source: ResponseSource,
  partnership: Partnership,
  options: OpenOptions,
  io: Io,
): Promise<OpenedResponse> {
  refuseContradiction(source, options)
  const loaded = await loadQuestionnaireFor(source, partnership, options.questionnaire, io)
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
    throw new Fault(`"${source.file}" is a response for "${file.partner}", not for "${partner}"`, {
      hint: 'Leave --partner out to go on with it',
    })
  }
  if (quick === true && file.run !== 'quick') {
    throw new Fault(`"${source.file}" is a full run, not a quick one`, {
      hint: 'Leave --quick out to go on with it',
    })
  }
}

async function loadNewQuestionnaire(options: OpenOptions, partnership: Partnership, io: Io) {
  if (options.questionnaire !== undefined) return loadQuestionnaire(options.questionnaire, '.', io)
  const configured = partnership.config?.questionnaire
  return configured === undefined
    ? loadQuestionnaire('partnership-readiness', '.', io)
    : loadQuestionnaire(configured, partnership.folder, io)
}

async function resolvePartner(
  options: OpenOptions,
  partnership: Partnership,
  io: Io,
): Promise<string> {
  if (options.partner === undefined) {
    if (!canAsk(io)) {
      throw new Fault('It is not known which partner answers', {
        hint: 'Name it with --partner, like "--partner contoso"',
      })
    }
    const names = getPartnerNames(partnership.plan)
    const known = (partnership.plan?.partners ?? []).map(({ id }) => ({
      id,
      name: names.get(id) ?? id,
    }))
    const { askPartner } = await import('../../terminal/ask.ts')
    return askPartner(known, createAskOptions(options, io))
  }
  if (isKebab(options.partner)) return options.partner
  throw new Fault(`"${options.partner}" cannot be a partner's id`, {
    hint: 'Use small letters, digits and single hyphens, like "contoso"',
  })
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
  return readResponses(partnership.folder)
    .filter(
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
  options: OpenOptions,
  io: Io,
): Promise<ResponseSource | null> {
  if (found.length === 0) return null
  if (!canAsk(io)) return found[0] ?? null
  const { askResume } = await import('../../terminal/ask.ts')
  const offers = found.map(({ source, file }) => ({
    file: source.file,
    answered: Object.values(file.answers ?? {}).filter((answer) => answer !== null).length,
    started: file.started ?? null,
  }))
  const chosen = await askResume(offers, createAskOptions(options, io))
  return chosen === 'new' ? null : (found.find(({ source }) => source.file === chosen) ?? null)
}

async function startResponse(
  loaded: LoadedQuestionnaire,
  partner: string,
  options: OpenOptions,
  partnership: Partnership,
  io: Io,
): Promise<OpenedResponse> {
  const role = options.role ?? (await resolveRole(partner, options, partnership, io))
  const { path, respondent } = chooseResponsePath(partnership.folder, partner, options.response)
  const response = createBlankResponse(loaded, {
    partnership: partnership.id,
    partner,
    respondent,
    role: role.trim() === '' ? null : role.trim(),
    run: options.quick === true ? 'quick' : 'full',
    started: io.now().toISOString(),
  })
  return { path, response, loaded, text: null, setAside: {}, newlySetAside: [], findings: [] }
}

async function resolveRole(
  partner: string,
  options: OpenOptions,
  { plan }: Partnership,
  io: Io,
): Promise<string> {
  if (!canAsk(io)) return ''
  const { askRole } = await import('../../terminal/ask.ts')
  const name = getPartnerNames(plan).get(partner) ?? partner
  return askRole(options.several === true ? name : null, createAskOptions(options, io))
}

function createAskOptions(options: OpenOptions, io: Io) {
  return { input: io.stdin, output: getScreen(io), accessible: isAccessible(options, io) }
}

/** Line by line where that is asked for, and where the terminal says that it cannot redraw. */
export function isAccessible({ accessible }: Pick<OpenOptions, 'accessible'>, io: Io): boolean {
  return accessible === true || io.env.TERM === 'dumb'
}
