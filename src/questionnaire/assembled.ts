import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import {
  type DimensionPart,
  entryOrigin,
  inOwnFile,
  type MainPlaces,
  type Origin,
} from './sourced.ts'

/** A questionnaire's decoded parts, with the place of each: what one that extends it starts from. */
export interface Assembled {
  readonly main: QuestionnaireFile
  readonly places: MainPlaces
  readonly parts: readonly DimensionPart[]
}

/** One that extends nothing, whose files are numbered from `source` on. */
export function assembled(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
  source = 0,
): Assembled {
  return { main, parts, places: inOwnFile(main, source) }
}

/**
 * A questionnaire that comes with the program: its places are all at the `extends` of the file that starts from it, since
 * nobody who extends it can change its files.
 */
export function assembledAt(
  { main, parts }: Pick<Assembled, 'main'> & { readonly parts: readonly DimensionPart['file'][] },
  source: number,
): Assembled {
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

/** Where every check stands, by its full id. */
export function checkOrigins(parts: readonly DimensionPart[]): ReadonlyMap<string, Origin> {
  return new Map(
    parts.flatMap((part) =>
      part.file.checks.map(
        ({ id }, index) => [`${part.file.id}.${id}`, entryOrigin(part, 'checks', index)] as const,
      ),
    ),
  )
}
