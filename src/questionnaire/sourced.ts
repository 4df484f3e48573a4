import type { Finding, Path } from '../model/finding.ts'
import type { DimensionFile } from '../model/questionnaire-file.ts'

/** A questionnaire may span files; a finding says which. 0 is the questionnaire's own, then the dimensions' in order. */
export interface SourcedFinding {
  readonly source: number
  readonly finding: Finding
}

/** Where a part of the questionnaire stands: which file, and under which path in it. */
export interface Origin {
  readonly source: number
  readonly base: Path
}

/** A decoded dimension with the place it came from. */
export interface DimensionPart {
  readonly file: Omit<DimensionFile, 'accordant'>
  readonly origin: Origin
}

export function problem(
  origin: Origin,
  path: Path,
  message: string,
  more: {
    readonly id?: string
    readonly fix?: string
    readonly within?: { start: number; end: number }
  } = {},
): SourcedFinding {
  return {
    source: origin.source,
    finding: {
      id: more.id ?? 'schema.value',
      severity: 'error',
      message,
      path: [...origin.base, ...path],
      at: 'value',
      fix: more.fix ?? null,
      ...(more.within === undefined ? {} : { within: more.within }),
    },
  }
}

/** Answers stand under ids as keys, and a key that is free to everybody is not read. */
export function freeKeyProblem(id: string, origin: Origin, path: Path): SourcedFinding {
  return problem(
    origin,
    path,
    `"${id}" is a free key in every file; answers under it are not read`,
    {
      fix: 'Choose another id',
    },
  )
}
