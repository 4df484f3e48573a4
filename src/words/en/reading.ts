import type { Catalogue } from '../say.ts'

export const readingMessages = {} as const satisfies Catalogue
