import { decode } from '../../model/decode.ts'
import type { Finding } from '../../model/finding.ts'
import { type Kind, kinds } from '../../model/kind-names.ts'
import { decodeSource, place, type Source, sourceKind } from '../source.ts'
import { type Inspected, only, type Surroundings } from './inspected.ts'

/** Everything that is wrong with a file of any kind. */
export async function inspect(source: Source, around: Surroundings): Promise<Inspected> {
  const kind = sourceKind(source) ?? kindInText(source)
  if (!source.document.readable || kind === null) return unknown(source, kind)
  switch (kind) {
    case 'plan':
      return (await import('./inspect-plan.ts')).inspectPlan(source, around)
    case 'response':
      return (await import('./inspect-response.ts')).inspectResponse(source, around)
    case 'questionnaire':
      return (await import('./inspect-questionnaire.ts')).inspectQuestionnaire(source, around)
    case 'dimension':
      return (await import('./inspect-dimension.ts')).inspectDimension(source)
    case 'config':
      return (await import('./inspect-config.ts')).inspectConfig(source, around)
    default:
      return only(kind, decodeSource(kind, source).findings)
  }
}

/** A file that cannot be read, is empty, or names a kind of file that nobody knows. */
function unknown(source: Source, kind: Kind | null): Inspected {
  const { document } = source
  if (!document.readable) return only(kind, document.findings)
  const wrong: readonly Finding[] = decode('plan', document.value).findings
  return only(kind, [...document.findings, ...place(source, wrong)])
}

function kindInText({ document: { text } }: Source): Kind | null {
  const word = /^[\s{]*["']?accordant["']?\s*:\s*["']?([a-z]+)/m.exec(text)?.[1]
  return kinds.find((kind) => kind === word) ?? null
}
