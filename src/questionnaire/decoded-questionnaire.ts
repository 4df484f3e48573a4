import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  getOwnFilePlaces,
  type MainPlaces,
  type PartOrigin,
} from './sourced-finding.ts'

/** A questionnaire's decoded parts, with the place of each: what one that extends it starts from. */
export interface DecodedQuestionnaire {
  readonly main: QuestionnaireFile
  readonly places: MainPlaces
  readonly parts: readonly DimensionPart[]
}

/** One that extends nothing, whose files are numbered from `source` on. */
export function createDecodedQuestionnaire(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
  source = 0,
): DecodedQuestionnaire {
  return { main, parts, places: getOwnFilePlaces(main, source) }
}

/**
 * A questionnaire that comes with the program: its places are all at the `extends` of the file that starts from it, since
 * nobody who extends it can change its files.
 */
export function createBuiltInQuestionnaire(
  {
    main,
    parts,
  }: Pick<DecodedQuestionnaire, 'main'> & { readonly parts: readonly DimensionPart['file'][] },
  source: number,
): DecodedQuestionnaire {
  const at = (id: string) => ({ source, base: ['extends', id] })
  return {
    main,
    places: {
      levels: main.levels.map(({ id }) => at(id)),
      profile: main.profile.map(({ id }) => at(id)),
    },
    parts: parts.map((file) => ({
      file,
      origin: at(file.id),
      entries: {
        questions: file.questions.map(({ id }) => at(`${file.id}.${id}`)),
        checks: file.checks.map(({ id }) => at(`${file.id}.${id}`)),
      },
    })),
  }
}

/** The place of every check, by its full id. */
export function getCheckOrigins(parts: readonly DimensionPart[]): ReadonlyMap<string, PartOrigin> {
  return new Map(
    parts.flatMap((part) =>
      part.file.checks.map(
        ({ id }, index) =>
          [`${part.file.id}.${id}`, getEntryOrigin(part, 'checks', index)] as const,
      ),
    ),
  )
}
