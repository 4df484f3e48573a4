import type { Readable } from 'node:stream'
import type { KeyContext } from './keys/screen-state.ts'
import type { TerminalOutput } from './lasting-output.ts'
import type { SaveResponse } from './round-session.ts'

export interface ConductOptions extends KeyContext {
  readonly save: SaveResponse
  /** Aborting ends the interview cleanly and restores the terminal. */
  readonly signal?: AbortSignal
  readonly input: Readable
  readonly output: TerminalOutput
  /** Chalk's level, decided by the caller; 0 is none. */
  readonly colour: 0 | 1 | 2 | 3
  /** Line by line, without redrawing. */
  readonly accessible?: boolean
  /** Shown on the first screen, such as where the answers are saved. */
  readonly notice?: string
}

export type ConductOutcome = 'finished' | 'left' | 'interrupted'
