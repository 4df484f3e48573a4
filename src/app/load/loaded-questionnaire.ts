import type { CompiledChecks } from '../../checks/compile-checks.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnaireBase } from './questionnaire-parts.ts'

export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire
  /** `sha256:…` of the resolved questionnaire as JSON with sorted keys. */
  readonly hash: string
  /** The path it was read from; null for a built-in one. */
  readonly file: string | null
  /** The one it extends. */
  readonly base: QuestionnaireBase | null
  /** Its checks, compiled when it was read; null for a built-in one, whose checks were held against plans at the build. */
  readonly compiled: CompiledChecks | null
  /** Something wrong with a check, by path in the check, where that is written; null where it came with the program. */
  readonly placeInCheck: (check: string, finding: Finding) => PlacedFinding | null
  /** What its author should look at, though it can be used. */
  readonly warnings: readonly PlacedFinding[]
}
