import { createFinding, createUnknownReference, type Finding, type Path } from '../model/finding.ts'
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

/** An error in a value, by its path in a part, unless `more` says otherwise. */
export function placeFinding(
  origin: PartOrigin,
  path: Path,
  message: Message,
  { id = 'schema.value', ...more }: Partial<Omit<Finding, 'path' | 'message'>> = {},
): SourcedFinding {
  return toSourcedFinding(origin, createFinding(id, path, message, more))
}

/** An id or a name in a part that leads to nothing. */
export function placeUnknownReference(
  origin: PartOrigin,
  path: Path,
  message: Message,
  fix: Message | null = null,
): SourcedFinding {
  return toSourcedFinding(origin, createUnknownReference(path, message, fix))
}
