import { statusTexts } from './en/status.ts'
import { createSayer, type MessageIn } from './say.ts'

/** What a status says. */
export type StatusText = MessageIn<typeof statusTexts>

export const sayStatus: (text: StatusText) => string = createSayer(statusTexts)
