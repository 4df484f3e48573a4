import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import { group, line, words } from './svg.ts'

/** Where a score of 0..100 stands between two places. */
export function scaled(from: number, to: number): (score: number) => number {
  return (score) => from + ((to - from) * Math.max(0, Math.min(100, score))) / 100
}

/** Fine lines from top to bottom with their figures under them, and the floor of the next level with its words above. */
export function ruler(
  { axis, floor }: Pick<Charts, 'axis' | 'floor'>,
  x: (score: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Element {
  const marks = axis.flatMap(({ at, text }) => [
    line({ x: x(at), y: top }, { x: x(at), y: bottom }, 'grid'),
    words(text, { x: x(at), y: bottom + 13 }, 'soft', 'small', 'middle'),
  ])
  const limit =
    floor === null
      ? []
      : [
          line({ x: x(floor.at), y: top - 3 }, { x: x(floor.at), y: bottom }, 'floor'),
          words(floor.text, { x: x(floor.at), y: top - 7 }, 'soft', 'small', 'middle'),
        ]
  return group({}, ...marks, ...limit)
}
