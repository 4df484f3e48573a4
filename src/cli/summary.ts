import { visibleLine } from '../model/visible.ts'
import { bar } from '../render/bar.ts'
import type { Report } from '../report/report.ts'
import { brief, innerWidth, item, margin, prose } from '../terminal/view/line.ts'
import type { Paint } from '../terminal/view/paint.ts'
import { textWidth } from '../terminal/view/text-width.ts'

interface Look {
  readonly columns: number
  readonly paint: Paint
}

const mostPartners = 3

/**
 * The first page on the screen: the level, bars by dimension, what holds it down, the largest gap, what to do first. At
 * most as wide as the screen; reads as well without colour.
 */
export function summary(report: Report, { columns, paint }: Look): string {
  const { lead, days, gaps, nextSteps } = report
  const width = innerWidth(columns)
  const bullets = (lines: readonly string[]) => lines.flatMap((line) => item('- ', line, width))
  const blocks = [
    ...(days.length === 0 ? [prose(lead.headline, width).map((line) => paint.title(line))] : []),
    ...days.map(({ title, results }) =>
      titled(title, bullets(results.flatMap(({ items }) => items)), paint),
    ),
    lead.range === null ? [] : prose(lead.range, width),
    dimensionLines(report, { columns: width, paint }),
    titled('Limits missed', bullets(lead.missed), paint),
    titled(lead.heldTitle, bullets(lead.heldBy), paint),
    gaps
      .slice(0, 1)
      .flatMap(({ ask, gap, high, low }) =>
        titled(
          `The largest gap: ${gap} points`,
          [
            ...prose(ask, width),
            ...bullets(
              [high, low].map(({ partner, words, score }) =>
                words === null ? `${partner}: ${score}` : `${partner}: ${words} (${score})`,
              ),
            ),
          ],
          paint,
        ),
      ),
    titled(
      'Do these first',
      nextSteps.most.flatMap((step, index) => item(`${index + 1}. `, step.do, width)),
      paint,
    ),
  ]
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'))
  return `\n${indented(lines.join('\n\n'))}\n\n`
}

/** A bar for each dimension; under each other where the screen is narrow, with the partners beside it where it is wide. */
function dimensionLines({ dimensions }: Report, { columns, paint }: Look): readonly string[] {
  const scored = dimensions.map(({ title, score, partners }) => ({
    title: visibleLine(title).trim(),
    bar: painted(bar(score.value), paint),
    text: score.text,
    beside: visibleLine(partners.map(({ name, score: own }) => `${name} ${own.text}`).join(' · ')),
    partners: partners.length,
  }))
  const widest = Math.max(0, ...scored.map(({ title }) => textWidth(title)))
  const figures = Math.max(0, ...scored.map(({ text }) => text.length))
  const needed = widest + barWidth + figures + 4
  if (needed > columns) {
    return scored.flatMap(({ title, bar: blocks, text }) => [
      brief(title, columns),
      `${margin}${blocks}  ${text}`,
    ])
  }
  return scored.map(({ title, bar: blocks, text, beside, partners }) => {
    const lead = `${title}${' '.repeat(widest - textWidth(title))}  ${blocks}  ${text.padStart(figures)}`
    const room = columns - needed - 3
    const fits = partners > 1 && partners <= mostPartners && textWidth(beside) <= room
    return fits ? `${lead}   ${paint.quiet(brief(beside, room))}` : lead
  })
}

const barWidth = textWidth(bar(0))

function painted(blocks: string, paint: Paint): string {
  const full = blocks.lastIndexOf('█') + 1
  return `${paint.accent(blocks.slice(0, full))}${paint.quiet(blocks.slice(full))}`
}

function titled(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0 ? [] : [paint.strong(visibleLine(title)), ...lines]
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, margin)
}
