import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IPropertiesOptions,
  LevelFormat,
  LineRuleType,
  ShadingType,
} from 'docx'
import { lightColours } from '../html/look.ts'

/** Lengths in Word are twentieths of a point; sizes of letters are halves of one, and rules are eighths. */
const point = 20

/** A4 with margins that leave room for a first page of all that a meeting needs. */
export const wordPage = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 850, bottom: 880, left: 1020, right: 1020, header: 454, footer: 454 },
} as const
/** What is left between the margins. */
export const textWidth = wordPage.size.width - wordPage.margin.left - wordPage.margin.right

/** Of plain text, in halves of a point. */
export const textSize = 20

/** `#1f4e79` as Word writes it. */
export function toWordColour(colour: string): string {
  return colour.slice(1).toUpperCase()
}

/** Word's own styles, by the names that it shows in every language, with our sizes and the house's colour. */
export function buildStyles(accent: string): NonNullable<IPropertiesOptions['styles']> {
  const colour = toWordColour(accent)
  const heading = (size: number, before: number, after: number) => ({
    run: { size, bold: true, color: colour },
    paragraph: { keepNext: true, keepLines: true, spacing: spaced(before, after) },
  })
  const first = heading(26, 9, 3)
  const rule = { style: BorderStyle.SINGLE, size: 6, space: 2, color: colour }
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: textSize, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 4 * point, ...single } },
      },
      title: heading(40, 0, 6),
      heading1: { ...first, paragraph: { ...first.paragraph, border: { bottom: rule } } },
      heading2: heading(22, 8, 2),
      heading3: heading(20, 6, 2),
      heading4: heading(20, 6, 2),
      listParagraph: { paragraph: { spacing: { after: 1.5 * point } } },
      caption: {
        run: { size: 19, italics: true, color: toWordColour(lightColours.soft) },
        paragraph: { keepNext: true, spacing: spaced(4, 3) },
      },
    },
    paragraphStyles: [
      { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: 17 } },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', paragraph: { spacing: tight } },
      {
        id: verdictStyle,
        name: 'Intense Quote',
        basedOn: 'Normal',
        paragraph: { ...shadedBox(colour), keepLines: true, spacing: { after: 0 } },
      },
      { id: 'Comment', name: 'Comment', basedOn: 'Normal' },
    ],
    characterStyles: [
      { id: 'Code', name: 'Code', run: { font: 'Consolas', size: 18 } },
      { id: 'Verdict', name: 'Verdict', run: { size: 28, bold: true, color: colour } },
    ],
  }
}

/** Of the box with the verdict. */
export const verdictStyle = 'IntenseQuote'

const single = { line: 240, lineRule: LineRuleType.AUTO } as const
const tight = { before: 0, after: 0, ...single } as const

function spaced(before: number, after: number) {
  return { before: before * point, after: after * point, ...single }
}

function shadedBox(colour: string): Pick<IParagraphOptions, 'border' | 'shading' | 'indent'> {
  const fill = toWordColour(lightColours.shade)
  const edge = { style: BorderStyle.SINGLE, size: 4, space: 6, color: fill }
  return {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
    border: { top: edge, bottom: edge, right: edge, left: { ...edge, size: 36, color: colour } },
    indent: { left: 180, right: 140 },
  }
}

/** Lists as deep as reports nest them; what is deeper has the last level. */
export const maxListLevel = 3

/** How far the text of a list stands from the margin. */
export function getListIndent(level: number): number {
  return 340 + level * 340
}

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'bullets',
      levels: buildLevels(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–')),
    },
    { reference: 'numbers', levels: buildLevels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
}

function buildLevels(
  format: (typeof LevelFormat)['BULLET' | 'DECIMAL'],
  sign: (level: number) => string,
) {
  return Array.from({ length: maxListLevel + 1 }, (_, level) => ({
    level,
    format,
    text: sign(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: getListIndent(level), hanging: 300 } } },
  }))
}
