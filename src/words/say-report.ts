import { conditionPhrases } from './en/conditions.ts'
import { reportSentences } from './en/report.ts'
import type { ReportSentence, ReportText } from './message.ts'
import { createSayer } from './say.ts'

const saySentence: (sentence: ReportSentence) => string = createSayer({
  ...conditionPhrases,
  ...reportSentences,
})

export function sayReport(text: ReportText): string {
  return typeof text === 'string' ? text : saySentence(text)
}
