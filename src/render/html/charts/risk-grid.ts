import type { Element } from 'hast'
import type { RiskMark, RisksChart } from '../../../report/charts/risks.ts'
import { element } from '../element.ts'
import { group, picture, rounded, words } from './svg.ts'

const cell = 56
const left = 30
const top = 6
const steps = [1, 2, 3, 4, 5]
const side = cell * steps.length

/** Likelihood upwards, impact to the right; a risk is its number in the table below. */
export function riskGrid(chart: RisksChart): Element {
  const cells = steps.flatMap((likelihood) =>
    steps.map((impact) => cellOf(likelihood, impact, chart.rows)),
  )
  const bottom = top + side
  return picture(
    {
      id: 'chart:risks',
      title: 'The risks in the plan by likelihood and impact',
      about: chart.about,
      width: 360,
      height: bottom + 34,
    },
    ...cells,
    ...steps.flatMap((step) => [
      words(String(step), { x: left - 8, y: bottom - (step - 0.5) * cell + 4 }, 'soft', 'middle'),
      words(String(step), { x: left + (step - 0.5) * cell, y: bottom + 14 }, 'soft', 'middle'),
    ]),
    words('impact', { x: left + side / 2, y: bottom + 29 }, 'soft', 'middle'),
    element(
      'text',
      { className: ['soft', 'middle'], transform: `translate(10 ${top + side / 2}) rotate(-90)` },
      'likelihood',
    ),
  )
}

function cellOf(likelihood: number, impact: number, rows: readonly RiskMark[]): Element {
  const x = left + (impact - 1) * cell
  const y = top + (steps.length - likelihood) * cell
  const numbers = rows.flatMap((row, index) =>
    row.likelihood === likelihood && row.impact === impact ? [index + 1] : [],
  )
  const grave = Math.ceil((likelihood * impact) / 5)
  return group(
    {},
    element('rect', {
      className: ['cell', `grave-${grave}`],
      x: rounded(x),
      y: rounded(y),
      width: cell,
      height: cell,
    }),
    ...numbers
      .slice(0, mostInCell)
      .map((number, index) => dot(number, spot(x, y, index, Math.min(numbers.length, mostInCell)))),
    ...(numbers.length > mostInCell
      ? [
          words(
            `+${numbers.length - mostInCell}`,
            { x: x + cell / 2, y: y + cell - 3 },
            'tiny',
            'middle',
          ),
        ]
      : []),
  )
}

const mostInCell = 4

/** One in the middle, two beside each other, more in two rows. */
function spot(x: number, y: number, index: number, count: number) {
  const inRow = count === 1 || (count === 3 && index === 2) ? 1 : 2
  const row = count > 2 ? Math.floor(index / 2) - 0.5 : 0
  return {
    x: x + cell / 2 + (inRow === 1 ? 0 : ((index % 2) - 0.5) * 24),
    y: y + cell / 2 + row * 23,
  }
}

function dot(number: number, { x, y }: { readonly x: number; readonly y: number }): Element {
  return group(
    {},
    element('circle', { className: ['risk'], cx: rounded(x), cy: rounded(y), r: '10' }),
    words(String(number), { x, y: y + 4 }, 'ondot', 'middle'),
  )
}
