import { reportSentences } from './en/report.ts'
import type { ReportSentence } from './message.ts'
import { createSayer } from './say.ts'

export const sayReport: (message: ReportSentence) => string = createSayer(reportSentences)
