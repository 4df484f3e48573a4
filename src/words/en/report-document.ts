import type { Catalogue } from '../say.ts'

export const documentSentences = {} as const satisfies Catalogue
