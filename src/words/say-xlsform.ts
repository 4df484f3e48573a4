import { xlsFormTexts } from './en/xlsform.ts'
import { createSayer, type MessageIn } from './say.ts'

export const sayXlsForm: (text: MessageIn<typeof xlsFormTexts>) => string =
  createSayer(xlsFormTexts)
