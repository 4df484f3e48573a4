import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { RoomChart, RoomMarks } from '../../../report/charts/room.ts'
import { element } from '../element.ts'
import { fitted } from './fitted.ts'
import { ruler, scaled } from './scale.ts'
import { group, line, picture, rounded, words } from './svg.ts'

const width = 360
const left = 106
const right = 306
const top = 20
const pitch = 26

/** From the lowest score that is still possible to the highest, with the score as it stands between them. */
export function room(charts: Charts, chart: RoomChart): Element {
  const x = scaled(left, right)
  const bottom = top + chart.rows.length * pitch
  return picture(
    {
      id: 'chart:room',
      title: 'What the open answers leave possible, as intervals',
      about: chart.about,
      width,
      height: bottom + 20,
    },
    ruler(charts, x, { top, bottom }),
    words('answered', { x: width, y: top - 7 }, 'soft', 'small', 'end'),
    ...chart.rows.map((row, index) => rowOf(row, x, top + (index + 0.5) * pitch)),
  )
}

function rowOf(
  { title, low, high, value, coverage }: RoomMarks,
  x: (score: number) => number,
  y: number,
): Element {
  const lines = fitted(title, left - 14, { lines: 2, size: 10.5 })
  const first = y + 4 - (lines.length - 1) * 6
  const interval = element('rect', {
    className: ['interval'],
    x: rounded(x(low)),
    y: rounded(y - 4),
    width: rounded(Math.max(1.5, x(high) - x(low))),
    height: 8,
  })
  return group(
    {},
    ...lines.map((text, index) => words(text, { x: 0, y: first + index * 12 })),
    interval,
    line({ x: x(low), y: y - 7 }, { x: x(low), y: y + 7 }, 'bound'),
    line({ x: x(high), y: y - 7 }, { x: x(high), y: y + 7 }, 'bound'),
    ...(value === null
      ? []
      : [
          element('circle', {
            className: ['stands'],
            cx: rounded(x(value)),
            cy: rounded(y),
            r: '3',
          }),
        ]),
    words(coverage, { x: width, y: y + 4 }, 'soft', 'end'),
  )
}
