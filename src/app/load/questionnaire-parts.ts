import type { PlacedFinding } from '../../model/finding.ts'
import type { DecodedQuestionnaire } from '../../questionnaire/decoded-questionnaire.ts'
import type { QuestionnaireExtension } from '../../questionnaire/extend.ts'
import type { SourcedFinding } from '../../questionnaire/sourced-finding.ts'
import type { Source } from './source.ts'

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
