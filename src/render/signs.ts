import type { RootContent } from 'mdast'
import type { Report } from '../report/report.ts'
import { code, list, paragraph, section, strong } from './nodes.ts'

/** Early signs of fading, each under what it is a sign of. */
export function buildSignBlocks({
  warningSigns: { fading, burden, overdue },
}: Report): RootContent[] {
  const about = (title: string, intro: string, items: ReturnType<typeof paragraph>[][]) =>
    section(3, title, items.length === 0 ? [] : [paragraph(intro), list(items)])
  return [
    ...section(
      3,
      'Interest that fades',
      fading.flatMap(({ lead, shown }) => [
        paragraph(strong(lead), ':'),
        list(shown.map((sign) => [paragraph(sign)])),
      ]),
    ),
    ...about(
      'A side that feels it does more',
      'Both may be right about what they see. Ask for the last two times, not for the reason.',
      burden.map(({ question, sentence }) => [paragraph(`${sentence} `, code(question))]),
    ),
    ...about(
      'Past its day',
      'The plan still has these open.',
      overdue.map(({ sentence, place }) => [
        paragraph(sentence, ...(place === null ? [] : [', ', code(place)])),
      ]),
    ),
  ]
}
