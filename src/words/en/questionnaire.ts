import type { Catalogue } from '../say.ts'

export const questionnaireMessages = {} as const satisfies Catalogue
