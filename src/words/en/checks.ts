import type { Catalogue } from '../say.ts'

export const checksMessages = {} as const satisfies Catalogue
