import {
  type SymbolType,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape'
import type { Element } from 'hast'
import { visibleLine } from '../../../model/visible.ts'
import { element } from '../element.ts'
import { group, type Point, path, shifted } from './svg.ts'

/** A triangle on its point. */
const symbolFunnel: SymbolType = {
  draw: (context, size) => {
    const side = Math.sqrt(size / Math.sqrt(3))
    context.moveTo(0, side * 1.15)
    context.lineTo(side, -side * 0.58)
    context.lineTo(-side, -side * 0.58)
    context.closePath()
  },
}

const shapes: readonly SymbolType[] = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolCross,
  symbolStar,
  symbolWye,
  symbolFunnel,
]
/** The class that gives a partner its colour. The ninth takes the first's, with another shape. */
export function colourOf(partner: number): string {
  return `p${partner % shapes.length}`
}

/** A partner's shape around a point. */
export function mark(partner: number, at: Point, size = 44): Element {
  const type =
    shapes[(partner + Math.floor(partner / shapes.length)) % shapes.length] ?? symbolCircle
  const drawn = symbol().type(type).size(size)() ?? ''
  return group({ ...shifted(at), className: [colourOf(partner)] }, path(drawn, ['mark']))
}

/** Whose the shapes and colours are. Nothing to tell apart, nothing to explain. */
export function legend(partners: readonly string[]): readonly Element[] {
  if (partners.length < 2) return []
  const items = partners.map((name, index) =>
    element(
      'li',
      {},
      element(
        'svg',
        { className: ['key'], viewBox: '-8 -8 16 16', ariaHidden: 'true' },
        mark(index, { x: 0, y: 0 }, 70),
      ),
      visibleLine(name),
    ),
  )
  return [element('ul', { className: ['legend'] }, ...items)]
}
