import type { Catalogue } from '../say.ts'

export const chartsSentences = {} as const satisfies Catalogue
