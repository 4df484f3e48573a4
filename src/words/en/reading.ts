import type { Catalogue } from '../say.ts'

/** The texts in the files that accordant writes: plans, and response forms to fill in by hand. */
export const readingMessages = {} as const satisfies Catalogue
