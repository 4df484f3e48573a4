import { reportSentences } from './en/report.ts'
import type { ReportSentence, ReportText } from './message.ts'
import { createSayer } from './say.ts'

const saySentence: (sentence: ReportSentence) => string = createSayer(reportSentences)

export function sayReport(text: ReportText): string {
  return typeof text === 'string' ? text : saySentence(text)
}
