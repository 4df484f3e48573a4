import {
  AlignmentType,
  BorderStyle,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
} from 'docx'
import { toHex } from './tables.ts'

const ink = '1C2126'
const soft = '555E68'
const shade = 'F3F5F7'
const font = 'Calibri'

/** Word's own styles, in the house's colour: whoever edits a style changes the whole document. */
export function buildStyles(accent: string): IStylesOptions {
  const colour = toHex(accent)
  const heading = (size: number, before: number, after: number) => ({
    run: { font, size, bold: true, color: colour },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  const bar = { style: BorderStyle.SINGLE, size: 24, space: 8, color: colour }
  const verdict = {
    border: { left: bar },
    shading: { type: 'clear' as const, color: 'auto', fill: shade },
    indent: { left: 200, right: 100 },
    keepLines: true,
  }
  return {
    default: {
      document: {
        run: { font, size: 20, color: ink, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 90, line: 259 } },
      },
      title: heading(36, 0, 160),
      heading1: heading(26, 260, 80),
      heading2: heading(22, 180, 60),
      heading3: heading(20, 120, 40),
    },
    paragraphStyles: [
      {
        id: 'Verdict',
        name: 'Verdict',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { ...verdict, spacing: { before: 0, after: 0, line: 269 } },
      },
      {
        id: 'VerdictTitle',
        name: 'Verdict title',
        basedOn: 'Verdict',
        next: 'Verdict',
        quickFormat: true,
        run: { size: 28, bold: true },
        paragraph: { ...verdict, keepNext: true, spacing: { before: 60, after: 0, line: 269 } },
      },
      {
        id: 'Comment',
        name: 'Comment',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          border: { left: { ...bar, size: 18, color: 'B9C0C7' } },
          indent: { left: 200 },
          spacing: { after: 60, line: 259 },
        },
      },
      {
        id: 'Item',
        name: 'List Item',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { after: 50, line: 259 } },
      },
      {
        id: 'Table',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 18 },
        paragraph: { spacing: { before: 0, after: 0, line: 240 } },
      },
      {
        id: 'Gap',
        name: 'After Table',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: { before: 0, after: 60, line: 120 } },
      },
      {
        id: 'Foot',
        name: 'Foot',
        basedOn: 'Normal',
        run: { size: 16, color: soft },
        paragraph: { alignment: AlignmentType.RIGHT, spacing: { before: 0, after: 0 } },
      },
    ],
    characterStyles: [
      { id: 'Code', name: 'Code', run: { font: 'Consolas', size: 18, color: soft } },
    ],
  }
}

/** Four levels of bullets, or of numbers. */
export function buildLevels(isNumbered: boolean): ILevelsOptions[] {
  return [0, 1, 2, 3].map((level) => ({
    level,
    format: isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isNumbered ? `%${level + 1}.` : level % 2 === 0 ? '•' : '–',
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 280 } } },
  }))
}
