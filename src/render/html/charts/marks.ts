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
import { pageElement } from '../element.ts'
import { type SvgPoint, svgGroup, svgPath, toTranslation } from './svg.ts'

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

const partnerShapes: readonly SymbolType[] = [
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
export function getPartnerClass(partner: number): string {
  return `p${partner % partnerShapes.length}`
}

/** A partner's shape around a point. */
export function partnerMark(partner: number, at: SvgPoint, size = 44): Element {
  const type =
    partnerShapes[(partner + Math.floor(partner / partnerShapes.length)) % partnerShapes.length] ??
    symbolCircle
  const drawn = symbol().type(type).size(size)() ?? ''
  return svgGroup(
    { ...toTranslation(at), className: [getPartnerClass(partner)] },
    svgPath(drawn, ['mark']),
  )
}

/** Says which partner has which shape and colour. Empty for a single partner. */
export function legend(partners: readonly string[]): readonly Element[] {
  if (partners.length < 2) return []
  const items = partners.map((name, index) =>
    pageElement(
      'li',
      {},
      pageElement(
        'svg',
        { className: ['key'], viewBox: '-8 -8 16 16', ariaHidden: 'true' },
        partnerMark(index, { x: 0, y: 0 }, 70),
      ),
      name,
    ),
  )
  return [pageElement('ul', { className: ['legend'] }, ...items)]
}
