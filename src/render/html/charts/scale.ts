import type { Element } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import { svgGroup, svgLine, svgText } from './svg.ts'

/** Maps a score of 0..100 to a coordinate between two ends. */
export function createScoreScale(from: number, to: number): (score: number) => number {
  return (score) => from + ((to - from) * Math.max(0, Math.min(100, score))) / 100
}

/** Fine lines from top to bottom with their figures under them, and the mark of the next level with its words above. */
export function ruler(
  { axis, nextLevelMark }: Pick<Charts, 'axis' | 'nextLevelMark'>,
  x: (score: number) => number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Element {
  const marks = axis.flatMap(({ at, text }) => [
    svgLine({ x: x(at), y: top }, { x: x(at), y: bottom }, 'grid'),
    svgText(text, { x: x(at), y: bottom + 13 }, 'soft', 'small', 'middle'),
  ])
  const limit =
    nextLevelMark === null
      ? []
      : [
          svgLine(
            { x: x(nextLevelMark.at), y: top - 3 },
            { x: x(nextLevelMark.at), y: bottom },
            'floor',
          ),
          svgText(
            nextLevelMark.text,
            { x: x(nextLevelMark.at), y: top - 7 },
            'soft',
            'small',
            'middle',
          ),
        ]
  return svgGroup({}, ...marks, ...limit)
}
