import type { Readable, Writable } from 'node:stream'

/** The outside world, as one value: what a command may hear, say and know. Tests bring their own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: IoOutput
  readonly stderr: IoOutput
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder of the installed package: built questionnaires and starters are under it. */
  readonly root: string
  readonly version: string
  readonly now: () => Date
}

export type IoOutput = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

/** The machine's UTC date, `2026-11-23`. */
export function getToday(io: Io): string {
  return io.now().toISOString().slice(0, 10)
}

/** In continuous integration nobody answers, whatever the streams look like. */
export function canAsk(io: Io): boolean {
  const inCi = (io.env.CI ?? '') !== ''
  return !inCi && io.stdin.isTTY === true && (io.stderr.isTTY === true || io.stdout.isTTY === true)
}

/** Questions go where a person looks, and never into a report that is piped on. */
export function getScreen(io: Io): IoOutput {
  return io.stderr.isTTY === true ? io.stderr : io.stdout
}
