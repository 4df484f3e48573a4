import { Fault } from '../../model/fault.ts'
import { createUnknownReference, type Finding } from '../../model/finding.ts'
import type { ResponseFile } from '../../model/response-file.ts'
import { clip } from '../../model/value.ts'
import { createOtherPartnershipFinding } from './belonging.ts'
import { findMostFrequent } from './partnership-id.ts'
import { mayCount, type ResponseSource } from './responses.ts'
import { placeFindings } from './source.ts'

/**
 * Answers of one partnership to one questionnaire; anything else stops with both files named, and the line to correct. What cannot
 * count, whatever its questionnaire is, stops nothing.
 */
export function refuseMixed(all: readonly ResponseSource[]): void {
  const [mixed] = listMixed(all)
  if (mixed !== undefined) throw mixed.fault
}

interface MixedResponses {
  readonly fault: Fault
  /** Those that do not belong to the rest. */
  readonly others: readonly ResponseSource[]
}

/** The same, without stopping. */
export function listMixed(all: readonly ResponseSource[]): readonly MixedResponses[] {
  const sources = all.filter(mayCount)
  const byPartnership = findOthers(sources, {
    say: 'responses-differ-in-partnership',
    getId: ({ partnership }) => partnership,
    describe: createOtherPartnershipFinding,
  })
  const byQuestionnaire = findOthers(sources, {
    say: 'responses-differ-in-questionnaire',
    getId: ({ questionnaire }) => questionnaire.id,
    describe: createOtherQuestionnaireFinding,
  })
  return [byPartnership ?? [], byQuestionnaire ?? []].flat()
}

interface CommonId {
  readonly say: 'responses-differ-in-partnership' | 'responses-differ-in-questionnaire'
  readonly getId: (file: ResponseFile) => string
  /** A response that has an id of its own, where `file` has `id`. */
  readonly describe: (named: string, id: string, file: string) => Finding
}

/** What most of them say is right. */
function findOthers(
  sources: readonly ResponseSource[],
  { say, getId, describe }: CommonId,
): MixedResponses | null {
  const id = findMostFrequent(sources.map(({ file }) => getId(file)))
  const own = sources.find(({ file }) => getId(file) === id)
  const others = sources.filter(({ file }) => getId(file) !== id)
  const [other] = others
  if (id === null || own === undefined || other === undefined) return null
  const files = [own.source.file, other.source.file]
  const ids = [id, getId(other.file)]
  const findings = others.flatMap(({ source, file }) =>
    placeFindings(source, [describe(getId(file), id, own.source.file)]),
  )
  return { fault: new Fault({ say, files, ids }, { findings }), others }
}

function createOtherQuestionnaireFinding(named: string, id: string, file: string): Finding {
  return createUnknownReference(
    ['questionnaire', 'id'],
    { say: 'response-to-other-questionnaire', named: clip(named), id, file },
    { say: 'write-questionnaire', id, file },
  )
}
