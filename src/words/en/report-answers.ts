import type { Catalogue } from '../say.ts'

export const answersSentences = {} as const satisfies Catalogue
