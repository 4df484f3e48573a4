import { findingsTexts } from './en/findings.ts'
import type { FindingsText } from './message.ts'
import { createSayer } from './say.ts'

export const sayFindings: (message: FindingsText) => string = createSayer(findingsTexts)
