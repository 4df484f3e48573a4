import type { Catalogue } from '../say.ts'

export const explainSentences = {} as const satisfies Catalogue
