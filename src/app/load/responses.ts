import { join } from 'node:path'
import { findFiles, resolveRealPath } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { identifyPartner } from '../../model/partners.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import { isMap } from '../../model/value.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { Message } from '../../words/message.ts'
import { adviseOnBelonging, type Belonging, findBelongingIssues } from './belonging.ts'
import type { Partnership } from './partnership.ts'
import {
  adviseOnEmptyResponse,
  describeOtherKind,
  describeSkipped,
  describeStray,
  isInResponses,
  isResponseName,
  type StrayFile,
} from './responses-folder.ts'
import {
  createUnusableFault,
  decodeSource,
  findNamedKind,
  getSourceKind,
  placeFindings,
  readIfOurs,
  readSource,
  type Source,
} from './source.ts'

/** A response as its file has it. */
export interface ResponseSource {
  readonly source: Source
  readonly file: ResponseFile
  /** Warnings; an error would have stopped the run. */
  readonly findings: readonly PlacedFinding[]
}

/** Reads one response file; anything wrong in it is a fault, also a partner that the partnership does not have. */
export function readResponse(path: string, partnership: Belonging): ResponseSource {
  return toResponseSource(readSource(path), partnership)
}

/** A response that was read; anything wrong in it is a fault. A partner who is named by their name has their id from here on. */
export function toResponseSource(
  source: Source,
  partnership: Belonging,
  hint: Message | null = null,
): ResponseSource {
  const { value, findings } = decodeSource('response', source)
  const issues = findBelongingIssues(source.document.value, partnership)
  const advised = adviseOnBelonging(adviseOnEmptyResponse(findings), partnership)
  const all = [...advised, ...placeFindings(source, issues)]
  const partner = value === null ? null : identifyPartner(value.partner, partnership)
  if (value === null || partner === null || !('id' in partner) || issues.length > 0) {
    throw createUnusableFault('response', source.file, all, { hint })
  }
  return { source, file: { ...value, partner: partner.id }, findings }
}

/** What was found in a folder: responses, and files among them that are none. */
export interface FoundResponses {
  readonly responses: readonly ResponseSource[]
  readonly strays: readonly StrayFile[]
}

type FoundOrFaulty = FoundResponses & { readonly faults: readonly Fault[] }

/**
 * Every response in a folder, sorted by path. Nobody's answers may be left out unnoticed: in the partnership's `responses` every
 * file is a response, a stray, or a fault; elsewhere other files are passed over, unless they name themselves responses.
 */
export function readResponses(folder: string, partnership: Partnership): FoundResponses {
  const { faults, ...found } = readEveryResponse(folder, partnership)
  throwTogether(faults)
  return found
}

/** The same, with a fault for each file that cannot be used and each folder that cannot be looked into. */
export function readEveryResponse(folder: string, partnership: Partnership): FoundOrFaulty {
  const { files, problems, skipped } = findFiles(folder, /^/)
  const { responses, strays, faults } = readFiles(files, folder, partnership)
  const homes = [partnership.folder, folder]
  const read = new Set(responses.map(({ source }) => resolveRealPath(source.file)))
  const unread = skipped.flatMap((path) => {
    // `responses` may be a link itself.
    const isInside = homes.some((home) => isInResponses(join(path, 'one'), home))
    const isMissed = isInside && !read.has(resolveRealPath(path))
    return (isMissed ? describeSkipped(path) : null) ?? []
  })
  return { responses, strays: [...strays, ...unread], faults: [...problems, ...faults] }
}

/** The same of files that were found in `folder`; what is wrong in several of them is one fault. */
export function readFoundResponses(
  files: readonly string[],
  folder: string,
  partnership: Partnership,
): FoundResponses {
  const { faults, ...found } = readFiles(files, folder, partnership)
  throwTogether(faults)
  return found
}

function readFiles(
  files: readonly string[],
  folder: string,
  partnership: Partnership,
): FoundOrFaulty {
  const faults: Fault[] = []
  const homes = [partnership.folder, folder]
  const found = files.flatMap((file) => {
    const isInside = homes.some((home) => isInResponses(file, home))
    try {
      return readIfResponse(file, isInside, partnership) ?? []
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      faults.push(error)
      return []
    }
  })
  return {
    responses: found.flatMap((each) => ('source' in each ? each : [])),
    strays: found.flatMap((each) => ('cure' in each ? each : [])),
    faults,
  }
}

function throwTogether(faults: readonly Fault[]): void {
  const [first] = faults
  if (first === undefined) return
  const unread = faults.find(({ findings }) => findings.length === 0)
  if (unread !== undefined || faults.length === 1) throw unread ?? first
  const findings = faults.flatMap((fault) => fault.findings)
  const { hint } = first
  throw new Fault({ say: 'responses-unusable', files: faults.length }, { findings, hint })
}

/** Null where the file is none of our business. */
function readIfResponse(
  path: string,
  isInside: boolean,
  partnership: Belonging,
): ResponseSource | StrayFile | null {
  if (!isResponseName(path)) return isInside ? describeStray(path) : null
  const source = isInside ? readSource(path) : readIfOurs(path)
  if (source === null) return null
  const kind = getSourceKind(source)
  if (kind !== null && kind !== 'response') return isInside ? describeOtherKind(path, kind) : null
  if (kind === null && !isInside && !isBrokenResponse(source)) return null
  return toResponseSource(source, partnership, isInside ? { say: 'response-leave-out' } : null)
}

/** Does a file that cannot be read say that it is a response? */
function isBrokenResponse(source: Source): boolean {
  return !source.document.readable && findNamedKind(source) === 'response'
}

/** The response fitted to its questionnaire; an answer that does not fit is a fault, or left out and said in `warnings`. */
export function fitResponseOrThrow(
  { source, file }: ResponseSource,
  questionnaire: Questionnaire,
  hash: string,
  warnings: Message[],
): Response {
  if (file.questionnaire.id !== questionnaire.id) {
    // Only what cannot count comes with another questionnaire, and its answers say nothing here.
    return fitResponse(questionnaire, { ...file, answers: {} }, new Map()).response
  }
  const { response, misfits } = fitResponse(questionnaire, file, readScaleSignatures(source))
  const changed = isOtherVersion(file, questionnaire, hash)
  if (changed) {
    const { version } = file.questionnaire
    const used = questionnaire.version
    warnings.push(
      version === used
        ? { say: 'response-of-other-text', file: source.file, version }
        : { say: 'response-of-other-version', file: source.file, version, used },
    )
  }
  const gone = changed ? misfits.filter(({ finding }) => finding.id === 'reference.unknown') : []
  if (gone.length < misfits.length) {
    const findings = misfits
      .filter((misfit) => !gone.includes(misfit))
      .map(({ finding }) => finding)
    throw createUnusableFault('response', source.file, placeFindings(source, findings))
  }
  for (const { id } of gone) warnings.push({ say: 'answer-not-asked', file: source.file, id })
  return response
}

export function isOtherVersion(
  file: ResponseFile,
  questionnaire: Questionnaire,
  hash: string,
): boolean {
  const { version, hash: own } = file.questionnaire
  return version !== questionnaire.version || (own !== undefined && own !== hash)
}

/** Excluded and blank responses count nowhere. */
export function mayCount({ file }: ResponseSource): boolean {
  const isBlank = Object.values(file.answers ?? {}).every((answer) => answer === null)
  return file.excluded === undefined && !isBlank
}

/** What the questions' scales were when they were answered, as `assess` writes it under `x-scales`. */
export function readScaleSignatures(source: Source): ReadonlyMap<string, string> {
  const value = source.document.value
  const scales = isMap(value) ? value['x-scales'] : undefined
  if (!isMap(scales)) return new Map()
  return new Map(
    Object.entries(scales).flatMap(([signature, ids]) =>
      Array.isArray(ids) ? ids.map((id) => [String(id), signature] as const) : [],
    ),
  )
}
