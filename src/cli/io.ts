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

/**
 * 0 for no colour, 1 for sixteen. `NO_COLOR` (not empty) wins, then `--color` and `--no-color`, then `FORCE_COLOR`, then
 * whether there is a terminal. Decided once, here, because the libraries disagree on these.
 */
export function chooseColourLevel(flag: boolean | undefined, io: Io, output: IoOutput): 0 | 1 {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = io.env
  if (NO_COLOR !== '') return 0
  if (flag !== undefined) return flag ? 1 : 0
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? 0 : 1
  return output.isTTY === true && TERM !== 'dumb' ? 1 : 0
}

/** Inquirer asks the environment by itself; this makes it agree. */
export function setLibraryColour(level: 0 | 1): void {
  if (level === 0) process.env.NO_COLOR = '1'
  else delete process.env.NO_COLOR
}
