import type { Finding, Path, Severity } from '../model/finding.ts'
import type { DimensionFile, QuestionnaireFile } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'

/** A questionnaire may span files; a finding says which. 0 is the questionnaire's own, then the dimensions' in order. */
export interface SourcedFinding {
  readonly source: number
  readonly finding: Finding
}

/** The place of a part of the questionnaire: which file, and which path in it. */
export interface PartOrigin {
  readonly source: number
  readonly base: Path
  /** Keys that are written elsewhere: another questionnaire gave them, and this one kept them (`extends`). */
  readonly inherited?: { readonly keys: ReadonlySet<string>; readonly origin: PartOrigin }
}

/** A decoded dimension with the place it came from. */
export interface DimensionPart {
  readonly file: Omit<DimensionFile, 'accordant'>
  readonly origin: PartOrigin
  /** The places of its questions and checks, if they are not in order in the dimension. */
  readonly entries?: {
    readonly questions: readonly PartOrigin[]
    readonly checks: readonly PartOrigin[]
  }
}

/** The places of the levels and profile questions. */
export interface MainPlaces {
  readonly levels: readonly PartOrigin[]
  readonly profile: readonly PartOrigin[]
}

/** The questionnaire's own file, as a whole. */
export const ownFile: PartOrigin = { source: 0, base: [] }

/** All in the questionnaire's own file, in order. */
export function getOwnFilePlaces(
  { levels, profile }: Pick<QuestionnaireFile, keyof MainPlaces>,
  source = 0,
): MainPlaces {
  const places = (key: string, list: readonly unknown[]): readonly PartOrigin[] =>
    list.map((_, index) => ({ source, base: [key, index] }))
  return { levels: places('levels', levels), profile: places('profile', profile) }
}

/** The place of the n-th question or check of a dimension. */
export function getEntryOrigin(
  { origin, entries }: DimensionPart,
  section: 'questions' | 'checks',
  index: number,
): PartOrigin {
  const elsewhere = entries?.[section][index]
  return elsewhere ?? { source: origin.source, base: [...origin.base, section, index] }
}

/** The file and the path in it of something in a part. */
export function resolveOriginPath(
  { source, base, inherited: kept }: PartOrigin,
  path: Path,
): { readonly source: number; readonly path: Path } {
  const [key] = path
  if (kept !== undefined && typeof key === 'string' && kept.keys.has(key)) {
    return resolveOriginPath(kept.origin, path)
  }
  return { source, path: [...base, ...path] }
}

/** A finding by its path in a part. */
export function toSourcedFinding(origin: PartOrigin, finding: Finding): SourcedFinding {
  const { source, path } = resolveOriginPath(origin, finding.path)
  return { source, finding: { ...finding, path } }
}

export function createSourcedFinding(
  origin: PartOrigin,
  path: Path,
  message: Message,
  more: {
    readonly id?: string
    readonly fix?: Message | null
    readonly severity?: Severity
    readonly within?: { start: number; end: number }
  } = {},
): SourcedFinding {
  const place = resolveOriginPath(origin, path)
  return {
    source: place.source,
    finding: {
      id: more.id ?? 'schema.value',
      severity: more.severity ?? 'error',
      message,
      path: place.path,
      at: 'value',
      fix: more.fix ?? null,
      ...(more.within === undefined ? {} : { within: more.within }),
    },
  }
}

/** Ids are the keys of answers, and a free key is not read. */
export function createFreeKeyFinding(id: string, origin: PartOrigin, path: Path): SourcedFinding {
  return createSourcedFinding(
    origin,
    path,
    { say: 'free-key', key: id },
    { fix: { say: 'free-key-fix' } },
  )
}
