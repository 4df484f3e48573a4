import type { Element, ElementContent, Properties } from 'hast'
import type { ReportText } from '../../../words/message.ts'
import { pageElement } from '../element.ts'

interface PictureSetting {
  /** Of the page's own, with a colon, so that no heading has it. */
  readonly id: string
  readonly title: ReportText
  /** What it shows, in words. */
  readonly about: ReportText
  readonly width: number
  readonly height: number
}

/** A drawing with its words: a picture to who listens, and as wide as there is room. */
export function picture(
  { id, title, about, width, height }: PictureSetting,
  ...children: readonly ElementContent[]
): Element {
  const titleId = `${id}:title`
  const aboutId = `${id}:about`
  return pageElement(
    'svg',
    {
      className: ['chart'],
      viewBox: `0 0 ${formatCoordinate(width)} ${formatCoordinate(height)}`,
      role: 'img',
      ariaLabelledBy: [titleId],
      ariaDescribedBy: [aboutId],
    },
    pageElement('title', { id: titleId }, title),
    pageElement('desc', { id: aboutId }, about),
    ...children,
  )
}

export function svgGroup(properties: Properties, ...children: readonly ElementContent[]): Element {
  return pageElement('g', properties, ...children)
}

export interface SvgPoint {
  readonly x: number
  readonly y: number
}

export function svgLine(from: SvgPoint, to: SvgPoint, className: string): Element {
  return pageElement('line', {
    className: [className],
    x1: formatCoordinate(from.x),
    y1: formatCoordinate(from.y),
    x2: formatCoordinate(to.x),
    y2: formatCoordinate(to.y),
  })
}

export function svgPath(d: string, className: readonly string[]): Element {
  return pageElement('path', { className: [...className], d })
}

/** Words in a drawing. `classes` may be `soft`, `end`, `middle`, `small`, `strong`. */
export function svgText(
  text: ReportText,
  { x, y }: SvgPoint,
  ...classes: readonly string[]
): Element {
  const className = classes.length === 0 ? {} : { className: [...classes] }
  return pageElement('text', { x: formatCoordinate(x), y: formatCoordinate(y), ...className }, text)
}

/** A tenth of a point is finer than anybody sees. */
export function formatCoordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function toTranslation({ x, y }: SvgPoint): Properties {
  return { transform: `translate(${formatCoordinate(x)} ${formatCoordinate(y)})` }
}
