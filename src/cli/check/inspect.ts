import type { PlanStanding, Rule } from '../../model/check-run.ts'
import { decode } from '../../model/decode.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import type { Kind } from '../../model/kind-names.ts'
import { kinds } from '../../model/kind-names.ts'
import type { Plan } from '../../model/plan.ts'
import type { Missed } from '../../scoring/limits.ts'
import type { Io } from '../io.ts'
import { decodeSource, place, type Source, sourceKind } from '../source.ts'
import type { Settings } from './settings.ts'

/** What one file shows, before anything in it is set aside. */
export interface Inspected {
  readonly kind: Kind | null
  /** Null where it is none, or cannot be read. */
  readonly plan: Plan | null
  readonly standing: PlanStanding | null
  /** Limits that the plan's score misses. */
  readonly missed: readonly Missed[]
  readonly judged: readonly string[]
  readonly rules: readonly Rule[]
  /** Most stand in the file itself; those of a questionnaire may stand in its other files. */
  readonly findings: readonly PlacedFinding[]
}

export interface Surroundings {
  readonly settings: Settings
  readonly today: string
  readonly io: Io
}

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
      return (await import('./inspect-questionnaire.ts')).inspectQuestionnaire(source)
    case 'config':
      return (await import('./inspect-config.ts')).inspectConfig(source, around)
    default:
      return only(kind, decodeSource(kind, source).findings)
  }
}

/** A file of which nothing but its findings is known. */
export function only(kind: Kind | null, findings: readonly PlacedFinding[]): Inspected {
  return { kind, plan: null, standing: null, missed: [], judged: [], rules: [], findings }
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
