import type { PlacedFinding } from '../../model/finding.ts'
import type { Assembled } from '../../questionnaire/assembled.ts'
import type { Layer } from '../../questionnaire/extend.ts'
import type { SourcedFinding } from '../../questionnaire/sourced.ts'
import type { Source } from '../source.ts'

/** A questionnaire's parts out of all its files, and those of the ones it extends. */
export interface Gathered {
  readonly assembled: Assembled
  /** By the number that findings name: the questionnaire's own file first. */
  readonly sources: readonly Source[]
  readonly findings: readonly PlacedFinding[]
  /** What is wrong with its changes to the one it extends. */
  readonly problems: readonly SourcedFinding[]
  /** The questionnaire it extends, and how it differs from it; null where it stands for itself. */
  readonly base: Base | null
  readonly layer: Layer | null
}

/** What a questionnaire starts from. */
export interface Base {
  /** As its author named it. */
  readonly named: string
  readonly id: string
  readonly version: string
  /** Null for one that came with the program. */
  readonly file: string | null
  readonly assembled: Assembled
}
