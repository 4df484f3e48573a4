import type { Readable } from 'node:stream'
import type { Output } from './lasting-output.ts'

export interface AskOptions {
  readonly input: Readable
  readonly output: Output
  readonly signal?: AbortSignal
  readonly accessible?: boolean
}

/** One thing to choose: what is returned, and what is shown for it. */
export interface Pick {
  readonly value: string
  readonly name: string
}
