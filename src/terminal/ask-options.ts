import type { Readable } from 'node:stream'
import type { TerminalOutput } from './lasting-output.ts'

export interface AskOptions {
  readonly input: Readable
  readonly output: TerminalOutput
  readonly signal?: AbortSignal
  readonly accessible?: boolean
}

/** One thing to choose: what is returned, and what is shown for it. */
export interface PickItem {
  readonly value: string
  readonly name: string
}
