import { findUpwards } from '../../files/search.ts'
import { decode } from '../../model/decode.ts'
import type { Finding } from '../../model/finding.ts'
import type { Kind } from '../../model/kind-names.ts'
import { isMap } from '../../model/value.ts'
import { adviseOnEmptyResponse } from '../load/responses-folder.ts'
import {
  decodeSource,
  decodeSourceChanges,
  findNamedKind,
  placeFindings,
  readIfOurs,
  type Source,
} from '../load/source.ts'
import { type Inspection, type InspectionContext, toInspection } from './inspection.ts'

/** Everything that is wrong with a file of any kind. */
export async function inspect(source: Source, around: InspectionContext): Promise<Inspection> {
  const kind = findNamedKind(source)
  const known = kind ?? (around.isExpected ? 'response' : null)
  if (!canBeInspected(source, kind) || kind === null) return inspectUnknown(source, known)
  switch (kind) {
    case 'plan':
      return (await import('./inspect-plan.ts')).inspectPlan(source, around)
    case 'response':
      return (await import('./inspect-response.ts')).inspectResponse(source, around)
    case 'questionnaire':
      return (await import('./inspect-questionnaire.ts')).inspectQuestionnaire(source, around)
    case 'dimension':
      return inspectDimension(source)
    case 'config':
      return (await import('./inspect-config.ts')).inspectConfig(source, around)
    default:
      return toInspection(kind, decodeSource(kind, source).findings)
  }
}

/** Of some kinds of files what can be read is looked at, whatever is wrong beside it. */
function canBeInspected({ document }: Source, kind: Kind | null): boolean {
  const isInParts = kind !== null && ['plan', 'response', 'questionnaire'].includes(kind)
  return document.readable || (isInParts && document.partial !== undefined)
}

/** A file that cannot be read, is empty, or names a kind of file that nobody knows. */
function inspectUnknown(source: Source, kind: Kind | null): Inspection {
  const { document } = source
  if (!document.readable) return toInspection(kind, document.findings)
  const wrong: readonly Finding[] = decode(kind ?? 'plan', document.value).findings
  const findings = [...document.findings, ...placeFindings(source, wrong)]
  return toInspection(kind, kind === 'response' ? adviseOnEmptyResponse(findings) : findings)
}

/**
 * A dimension's own file has to fit its schema. In the folder of a questionnaire that extends another it may change what
 * is there, and whether that is there shows when the questionnaire is read.
 */
function inspectDimension(source: Source): Inspection {
  const questionnaire = findUpwards(source.file, 'questionnaire.yaml')
  const whole = questionnaire === null ? null : readIfOurs(questionnaire)
  const value = whole?.document.value
  const extending = isMap(value) && value.extends !== undefined
  const { findings } = extending
    ? decodeSourceChanges('dimension', source)
    : decodeSource('dimension', source)
  return toInspection('dimension', findings)
}
