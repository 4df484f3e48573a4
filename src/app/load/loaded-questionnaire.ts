import type { CompiledChecks } from '../../checks/compile-checks.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { DecodedQuestionnaire } from '../../questionnaire/decoded-questionnaire.ts'
import type { QuestionnaireExtension } from '../../questionnaire/extend.ts'
import type { SourcedFinding } from '../../questionnaire/sourced-finding.ts'
import type { Source } from './source.ts'

export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire
  /** `sha256:…` of the resolved questionnaire as JSON with sorted keys. */
  readonly hash: string
  /** The path it was read from; null for a built-in one. */
  readonly file: string | null
  /** The one it extends. */
  readonly base: QuestionnaireBase | null
  /** Its checks, compiled when it was read; null for a built-in one, whose checks were verified at the build. */
  readonly compiled: CompiledChecks | null
  /** Something wrong with a check, by path in the check, where that is written; null where it came with the program. */
  readonly placeInCheck: (check: string, finding: Finding) => PlacedFinding | null
  /** What its author should look at, though it can be used. */
  readonly warnings: readonly PlacedFinding[]
}

/** A questionnaire's parts out of all its files, and those of the ones it extends. */
export interface QuestionnaireParts {
  readonly assembled: DecodedQuestionnaire
  /** By the number that findings name: the questionnaire's own file first. */
  readonly sources: readonly Source[]
  readonly findings: readonly PlacedFinding[]
  /** What is wrong with its changes to the one it extends. */
  readonly problems: readonly SourcedFinding[]
  /** The questionnaire it extends, and how it differs from it; null where it stands for itself. */
  readonly base: QuestionnaireBase | null
  readonly layer: QuestionnaireExtension | null
}

/** What a questionnaire starts from. */
export interface QuestionnaireBase {
  /** As its author named it. */
  readonly named: string
  readonly id: string
  readonly version: string
  /** Null for one that came with the program. */
  readonly file: string | null
  readonly assembled: DecodedQuestionnaire
}
