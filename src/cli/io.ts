import type { Readable, Writable } from 'node:stream'
import type { World } from '../app/world.ts'

/** The outside world, as one value: what a command may hear, say and know. Tests bring their own. */
export interface Io extends World {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: IoOutput
  readonly stderr: IoOutput
  readonly env: Readonly<Record<string, string | undefined>>
}

export type IoOutput = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
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

/** Line by line where that is asked for, and where the terminal says that it cannot redraw. */
export function isAccessible(
  { accessible }: { readonly accessible?: boolean | undefined },
  io: Io,
): boolean {
  return accessible === true || io.env.TERM === 'dumb'
}
