import type { Catalogue } from '../say.ts'

/** Help, notes on standard error, and what a run comes to. */
export const cliMessages = {} as const satisfies Catalogue
