import type { Catalogue } from '../say.ts'

/** What the screen of an interview says. */
export const interviewTexts = {} as const satisfies Catalogue
