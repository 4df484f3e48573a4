import type { Io, IoOutput } from './io.ts'

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
