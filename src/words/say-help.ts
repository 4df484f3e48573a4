import { helpTexts } from './en/help.ts'
import type { HelpText } from './message.ts'
import { createSayer } from './say.ts'

export const sayHelp: (message: HelpText) => string = createSayer(helpTexts)
