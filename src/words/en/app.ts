import type { Catalogue } from '../say.ts'

export const appMessages = {} as const satisfies Catalogue
