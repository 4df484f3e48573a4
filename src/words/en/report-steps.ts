import type { Catalogue } from '../say.ts'

export const stepsSentences = {} as const satisfies Catalogue
