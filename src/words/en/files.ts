import type { Catalogue } from '../say.ts'

export const filesMessages = {} as const satisfies Catalogue
