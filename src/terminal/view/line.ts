import { visible, visibleLine } from '../../model/visible.ts'
import { clip } from './text-width.ts'
import { hanging, wrap } from './wrap.ts'

/** One line of the screen, painted, with the column of the text cursor where it stands in it. */
export interface Line {
  readonly text: string
  readonly caret: number | null
}

export function lineOf(text: string): Line {
  return { text, caret: null }
}

export const blank: Line = lineOf('')

/** Every line starts here. */
export const margin = '  '

/** How much of the screen's width holds text: lines of a readable length, whatever the window. */
export function innerWidth(columns: number): number {
  return Math.max(Math.min(columns - 2 * margin.length, 76), 12)
}

/** Text of questionnaires and people, made harmless and wrapped. */
export function prose(text: string, width: number): readonly string[] {
  return wrap(visible(text), width)
}

/** As `prose`, hanging under a lead. */
export function item(lead: string, text: string, width: number): readonly string[] {
  return hanging(lead, visible(text), width)
}

/** Text of questionnaires and people, made harmless and held to one line. */
export function brief(text: string, width: number): string {
  return clip(visibleLine(text).trim(), width)
}
