import type { NoticePart } from '../../model/notice.ts'
import type { InterviewText } from '../../words/message.ts'
import { sayInterview } from '../../words/say-interview.ts'
import type { Screen } from '../keys/screen-state.ts'
import { type PageLine, splitIntoPages } from './pages.ts'
import { getInnerWidth, wrapItem, wrapProse } from './screen-line.ts'

/** What those at the table are told before the first question, in pages that fit the screen. */
export function buildNoticePages({
  round: { notice },
  size,
}: Pick<Screen, 'round' | 'size'>): readonly (readonly PageLine[])[] {
  const width = getInnerWidth(size.columns)
  const lines = (notice?.parts ?? []).flatMap((part) => [
    '',
    ...wrapProse(saySentences(part), width),
    ...part.items.flatMap((item) => wrapItem('- ', sayInterview(item), width)),
  ])
  return splitIntoPages(
    lines.map((text) => ({ text, heading: false })),
    size,
  )
}

/** A part's sentences as one paragraph. */
export function saySentences({ sentences }: NoticePart): string {
  return sentences.map((sentence: InterviewText) => sayInterview(sentence)).join(' ')
}
