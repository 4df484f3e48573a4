import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { clipToWidth } from './text-width.ts'
import { wrapText, wrapUnderLead } from './wrap.ts'

/** One line of the screen, painted, with the column of the text cursor where it stands in it. */
export interface ScreenLine {
  readonly text: string
  readonly caret: number | null
}

export function toScreenLine(text: string): ScreenLine {
  return { text, caret: null }
}

export const blankLine: ScreenLine = toScreenLine('')

/** Every line starts here. */
export const leftMargin = '  '

/** How much of the screen's width holds text: lines of a readable length, whatever the window. */
export function getInnerWidth(columns: number): number {
  return Math.max(Math.min(columns - 2 * leftMargin.length, 76), 12)
}

/** Text of questionnaires and people, made harmless and wrapped. */
export function wrapProse(text: string, width: number): readonly string[] {
  return wrapText(makeVisible(text), width)
}

/** As `prose`, hanging under a lead. */
export function wrapItem(lead: string, text: string, width: number): readonly string[] {
  return wrapUnderLead(lead, makeVisible(text), width)
}

/** Text of questionnaires and people, made harmless and held to one line. */
export function shortenToLine(text: string, width: number): string {
  return clipToWidth(makeVisibleLine(text).trim(), width)
}
