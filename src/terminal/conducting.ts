import type { Readable } from 'node:stream'
import type { World } from './keys/desk.ts'
import type { Output } from './lasting-output.ts'
import type { Save } from './saving.ts'

export interface ConductOptions extends World {
  readonly save: Save
  /** Aborting ends the interview in good order, with the terminal as it was. */
  readonly signal?: AbortSignal
  readonly input: Readable
  readonly output: Output
  /** Chalk's level, decided by the caller; 0 is none. */
  readonly colour: 0 | 1 | 2 | 3
  /** Line by line, without redrawing. */
  readonly accessible?: boolean
  /** Said on the first screen, such as where the answers are saved. */
  readonly notice?: string
}

export type Outcome = 'finished' | 'left' | 'interrupted'
