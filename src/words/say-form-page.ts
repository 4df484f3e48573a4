import { formPageTexts } from './en/form-page.ts'
import type { FormPageText } from './message.ts'
import { createSayer } from './say.ts'

export const sayFormPage: (message: FormPageText) => string = createSayer(formPageTexts)
