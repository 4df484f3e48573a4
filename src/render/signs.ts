import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import type { ReportSentence } from '../words/message.ts'
import { code, list, paragraph, section, strong } from './nodes.ts'

/** Early signs of fading, each under what it is a sign of. */
export function buildSignBlocks({
  warningSigns: { fading, burden, overdue },
}: Report): RootContent[] {
  const about = (
    title: ReportSentence,
    intro: ReportSentence,
    items: ReturnType<typeof paragraph>[][],
  ) => section(3, title, items.length === 0 ? [] : [paragraph(intro), list(items)])
  return [
    ...section(
      3,
      { say: 'signs-fading' },
      fading.flatMap(({ lead, shown }) => [
        paragraph(strong(lead), ':'),
        list(shown.map((sign) => [paragraph(sign)])),
      ]),
    ),
    ...about(
      { say: 'signs-burden' },
      { say: 'signs-burden-about' },
      burden.map(({ question, sentence }) => [paragraph(sentence, ' ', code(question))]),
    ),
    ...about(
      { say: 'signs-overdue' },
      { say: 'signs-overdue-about' },
      overdue.map(({ sentence, place }) => [
        paragraph(sentence, ...(place === null ? [] : [', ', code(place)])),
      ]),
    ),
  ]
}
