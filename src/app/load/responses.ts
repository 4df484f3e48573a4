import { findFiles } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import { isMap } from '../../model/value.ts'
import { fitResponse } from '../../questionnaire/fit-response.ts'
import type { Message } from '../../words/message.ts'
import {
  createUnusableFault,
  getSourceKind,
  placeFindings,
  readAs,
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

/** Reads one response file; anything wrong in it is a fault. */
export function readResponse(path: string): ResponseSource {
  return toResponseSource(readSource(path))
}

function toResponseSource(source: Source): ResponseSource {
  const { value, findings } = readAs('response', source)
  return { source, file: value, findings }
}

/**
 * Every response in a folder, sorted by path. Other files are passed over; one that cannot be read stops the run where it
 * names itself one of ours, since nobody's answers may be left out unnoticed.
 */
export function readResponses(folder: string): readonly ResponseSource[] {
  const { files, problems } = findFiles(folder)
  const [problem] = problems
  if (problem !== undefined) throw problem
  return files.filter((path) => !path.endsWith('.md')).flatMap(readResponseIfAny)
}

/** The response in a file that was found; nothing where it is another kind of file. */
export function readResponseIfAny(path: string): readonly ResponseSource[] {
  const source = readIfOurs(path)
  if (source === null) return []
  if (getSourceKind(source) === 'response') return [toResponseSource(source)]
  const { readable, text } = source.document
  if (!readable && /^\s*["']?accordant["']?\s*:\s*["']?response\b/m.test(text)) {
    throw createUnusableFault('response', source.file, source.document.findings)
  }
  return []
}

/** The response fitted to its questionnaire; an answer that does not fit is a fault, or left out and said in `warnings`. */
export function fitResponseOrThrow(
  { source, file }: ResponseSource,
  questionnaire: Questionnaire,
  hash: string,
  warnings: Message[],
): Response {
  const { response, misfits } = fitResponse(questionnaire, file, readScaleSignatures(source))
  const changed = isOtherVersion(file, questionnaire, hash)
  if (changed) {
    warnings.push({
      say: 'response-of-other-version',
      file: source.file,
      version: file.questionnaire.version,
      used: questionnaire.version,
    })
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

/** Answers of one partnership to one questionnaire; anything else stops with both files named. */
export function refuseMixed(sources: readonly ResponseSource[]): void {
  const [first] = sources
  for (const { source, file } of sources) {
    if (first === undefined) return
    const { questionnaire, partnership } = first.file
    const files = [first.source.file, source.file]
    if (file.questionnaire.id !== questionnaire.id) {
      const ids = [questionnaire.id, file.questionnaire.id]
      throw new Fault(
        { say: 'responses-differ-in-questionnaire', files, ids },
        { say: 'responses-differ-in-questionnaire-hint' },
      )
    }
    if (file.partnership !== partnership) {
      throw new Fault(
        { say: 'responses-differ-in-partnership', files, ids: [partnership, file.partnership] },
        { say: 'responses-differ-in-partnership-hint' },
      )
    }
  }
}
