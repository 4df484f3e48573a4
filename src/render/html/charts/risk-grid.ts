import type { Element } from 'hast'
import type { RiskMark, RisksChart } from '../../../report/charts/risks.ts'
import { pageElement } from '../element.ts'
import { picture, type SvgPoint, svgCircle, svgGroup, svgRect, svgText } from './svg.ts'

const cell = 56
const left = 30
const top = 6
const steps = [1, 2, 3, 4, 5]
const side = cell * steps.length

/** Likelihood upwards, impact to the right; a risk is its number in the table below. */
export function riskGrid(chart: RisksChart): Element {
  const cells = steps.flatMap((likelihood) =>
    steps.map((impact) => buildCell(likelihood, impact, chart.rows)),
  )
  const bottom = top + side
  return picture(
    {
      id: 'chart:risks',
      title: { say: 'chart-risks-title' },
      about: chart.about,
      width: 360,
      height: bottom + 34,
    },
    ...cells,
    ...steps.flatMap((step) => [
      svgText(String(step), { x: left - 8, y: bottom - (step - 0.5) * cell + 4 }, 'soft', 'middle'),
      svgText(String(step), { x: left + (step - 0.5) * cell, y: bottom + 14 }, 'soft', 'middle'),
    ]),
    svgText({ say: 'chart-impact' }, { x: left + side / 2, y: bottom + 29 }, 'soft', 'middle'),
    pageElement(
      'text',
      { className: ['soft', 'middle'], transform: `translate(10 ${top + side / 2}) rotate(-90)` },
      { say: 'chart-likelihood' },
    ),
  )
}

function buildCell(likelihood: number, impact: number, rows: readonly RiskMark[]): Element {
  const x = left + (impact - 1) * cell
  const y = top + (steps.length - likelihood) * cell
  const numbers = rows.flatMap((row, index) =>
    row.likelihood === likelihood && row.impact === impact ? [index + 1] : [],
  )
  const shown = numbers.slice(0, maxRisksInCell)
  const rest = numbers.length - shown.length
  const grave = Math.ceil((likelihood * impact) / 5)
  return svgGroup(
    {},
    svgRect(['cell', `grave-${grave}`], x, y, { width: cell, height: cell }),
    ...shown.map((number, index) => riskDot(number, getDotPosition(x, y, index, shown.length))),
    ...(rest > 0
      ? [svgText(`+${rest}`, { x: x + cell / 2, y: y + cell - 3 }, 'tiny', 'middle')]
      : []),
  )
}

const maxRisksInCell = 4

/** One in the middle, two beside each other, more in two rows. */
function getDotPosition(x: number, y: number, index: number, count: number) {
  const inRow = count === 1 || (count === 3 && index === 2) ? 1 : 2
  const row = count > 2 ? Math.floor(index / 2) - 0.5 : 0
  return {
    x: x + cell / 2 + (inRow === 1 ? 0 : ((index % 2) - 0.5) * 24),
    y: y + cell / 2 + row * 23,
  }
}

function riskDot(number: number, { x, y }: SvgPoint): Element {
  return svgGroup(
    {},
    svgCircle('risk', { x, y }, '10'),
    svgText(String(number), { x, y: y + 4 }, 'ondot', 'middle'),
  )
}
