import type { Catalogue } from '../say.ts'

export const expressionMessages = {} as const satisfies Catalogue
