import type { Catalogue } from '../say.ts'

/** The words of the formats that findings are written in. */
export const findingsTexts = {} as const satisfies Catalogue
