import { statusTexts } from './en/status.ts'
import type { StatusText } from './message.ts'
import { createSayer } from './say.ts'

export const sayStatus: (text: StatusText) => string = createSayer(statusTexts)
