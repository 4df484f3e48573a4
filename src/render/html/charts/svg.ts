import type { Element, ElementContent, Properties } from 'hast'
import { visibleLine } from '../../../model/visible.ts'
import { element } from '../element.ts'

export interface Picture {
  /** Of the page's own, with a colon, so that no heading has it. */
  readonly id: string
  readonly title: string
  /** What it shows, in words. */
  readonly about: string
  readonly width: number
  readonly height: number
}

/** A drawing with its words: a picture to who listens, and as wide as there is room. */
export function picture(
  { id, title, about, width, height }: Picture,
  ...children: readonly ElementContent[]
): Element {
  const titleId = `${id}:title`
  const aboutId = `${id}:about`
  return element(
    'svg',
    {
      className: ['chart'],
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      role: 'img',
      ariaLabelledBy: [titleId],
      ariaDescribedBy: [aboutId],
    },
    element('title', { id: titleId }, visibleLine(title)),
    element('desc', { id: aboutId }, visibleLine(about)),
    ...children,
  )
}

export function group(properties: Properties, ...children: readonly ElementContent[]): Element {
  return element('g', properties, ...children)
}

export interface Point {
  readonly x: number
  readonly y: number
}

export function line(from: Point, to: Point, className: string): Element {
  return element('line', {
    className: [className],
    x1: rounded(from.x),
    y1: rounded(from.y),
    x2: rounded(to.x),
    y2: rounded(to.y),
  })
}

export function path(d: string, className: readonly string[]): Element {
  return element('path', { className: [...className], d })
}

/** Words in a drawing. `classes` may be `soft`, `end`, `middle`, `small`, `strong`. */
export function words(text: string, { x, y }: Point, ...classes: readonly string[]): Element {
  const className = classes.length === 0 ? {} : { className: [...classes] }
  return element('text', { x: rounded(x), y: rounded(y), ...className }, visibleLine(text))
}

/** A tenth of a point is finer than anybody sees. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function shifted({ x, y }: Point): Properties {
  return { transform: `translate(${rounded(x)} ${rounded(y)})` }
}
