import { Chalk } from 'chalk'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { clipToWidth, wrapText, wrapUnderLead } from './text-width.ts'

/** One line of the screen, painted, with the column of the text cursor if it is in this line. */
export interface ScreenLine {
  readonly text: string
  readonly caret: number | null
}

/** What a screen is drawn on: the columns there are for text, and the ways in which text stands out. */
export interface Canvas {
  readonly width: number
  readonly paint: ScreenPaint
}

export function toLine(text: string): ScreenLine {
  return { text: `${leftMargin}${text}`, caret: null }
}

export function toLines(
  lines: readonly string[],
  paint: (text: string) => string = (text) => text,
): readonly ScreenLine[] {
  return lines.map((line) => toLine(paint(line)))
}

export const blankLine: ScreenLine = { text: '', caret: null }

/** Every line of text starts here. */
export const leftMargin = '  '

/** How many columns are for text: lines keep a readable length in a wide window. */
export function getInnerWidth(columns: number): number {
  return Math.max(Math.min(columns - 2 * leftMargin.length, 76), 12)
}

/** Text of questionnaires and people, made harmless and wrapped. */
export function wrapProse(text: string, width: number): readonly string[] {
  return wrapText(makeVisible(text), width)
}

/** Like `wrapProse`, with further lines indented under the first. */
export function wrapItem(lead: string, text: string, width: number): readonly string[] {
  return wrapUnderLead(lead, makeVisible(text), width)
}

/** Text of questionnaires and people, made harmless and cut to one line. */
export function shorten(text: string, width: number): string {
  return clipToWidth(makeVisibleLine(text).trim(), width)
}

/** The few ways in which text stands out. Everything can be read without them. */
export interface ScreenPaint {
  readonly title: (text: string) => string
  readonly strong: (text: string) => string
  readonly accent: (text: string) => string
  readonly quiet: (text: string) => string
  readonly good: (text: string) => string
  readonly warning: (text: string) => string
}

/** `level` is chalk's; 0 paints nothing. The caller decides it, since chalk itself ignores NO_COLOR. */
export function createScreenPaint(level: 0 | 1 | 2 | 3): ScreenPaint {
  const chalk = new Chalk({ level })
  return {
    title: chalk.bold.cyan,
    strong: chalk.bold,
    accent: chalk.cyan,
    quiet: chalk.dim,
    good: chalk.green,
    warning: chalk.yellow,
  }
}
