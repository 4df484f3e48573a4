import type { Element, ElementContent, Properties } from 'hast'
import type { Charts } from '../../../report/charts/charts.ts'
import type { ReportText } from '../../../words/message.ts'
import { pageElement, toVisibleText } from '../element.ts'

interface Size {
  readonly width: number
  readonly height: number
}

interface PictureSetting extends Size {
  /** Of the page's own, with a colon, so that no heading has it. */
  readonly id: string
  readonly title: ReportText
  /** What it shows, in words. */
  readonly about: ReportText
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

export function svgRect(className: readonly string[], x: number, y: number, size: Size): Element {
  const [width, height] = [size.width, size.height].map(formatCoordinate)
  const place = { x: formatCoordinate(x), y: formatCoordinate(y) }
  return pageElement('rect', { className: [...className], ...place, width, height })
}

export function svgCircle(className: string, { x, y }: SvgPoint, r: string): Element {
  const centre = { cx: formatCoordinate(x), cy: formatCoordinate(y) }
  return pageElement('circle', { className: [className], ...centre, r })
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
function formatCoordinate(value: number): string {
  return String(Math.round(value * 10) / 10)
}

export function toTranslation({ x, y }: SvgPoint): Properties {
  return { transform: `translate(${formatCoordinate(x)} ${formatCoordinate(y)})` }
}

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
  if (nextLevelMark === null) return svgGroup({}, ...marks)
  const { at, text } = nextLevelMark
  return svgGroup(
    {},
    ...marks,
    svgLine({ x: x(at), y: top - 3 }, { x: x(at), y: bottom }, 'floor'),
    svgText(text, { x: x(at), y: top - 7 }, 'soft', 'small', 'middle'),
  )
}

/** Text in as many lines as fit a width, the last one cut with an ellipsis where there is more. Widths are estimated. */
export function fitText(
  text: ReportText,
  width: number,
  { lines = 1, size = 11 } = {},
): readonly string[] {
  const most = width / size
  const made: string[] = []
  let rest = toVisibleText(text).trim()
  while (rest !== '' && made.length < lines - 1) {
    const [first, others] = breakLine(rest, most)
    made.push(first)
    rest = others
  }
  return rest === '' ? made : [...made, cutText(rest, most)]
}

/** At the last space that fits; a word that is longer than a line is broken. */
function breakLine(text: string, most: number): readonly [string, string] {
  if (measureEms(text) <= most) return [text, '']
  const characters = [...text]
  let used = 0
  let end = 0
  let space = 0
  for (const [index, character] of characters.entries()) {
    used += measureCharacterEms(character)
    if (used > most) break
    end = index + 1
    if (character === ' ') space = index
  }
  const at = characters[end] === ' ' || space === 0 ? end : space
  return [characters.slice(0, at).join('').trim(), characters.slice(at).join('').trim()]
}

function cutText(text: string, most: number): string {
  if (measureEms(text) <= most) return text
  const kept: string[] = []
  let used = measureCharacterEms('…')
  for (const character of text) {
    used += measureCharacterEms(character)
    if (used > most) break
    kept.push(character)
  }
  return `${kept.join('').trimEnd()}…`
}

/** The width of a text in sizes of its type, in an ordinary sans serif; rather too wide than too narrow. */
export function measureEms(text: string): number {
  let sum = 0
  for (const character of text) sum += measureCharacterEms(character)
  return sum
}

function measureCharacterEms(character: string): number {
  if (/[\u1100-\u{1FFFF}]/u.test(character) && !/[\u2000-\u206F]/u.test(character)) return 1.05
  if (/[iljtfr.,:;'|! I]/.test(character)) return 0.33
  if (/[mwMW@%]/.test(character)) return 0.88
  return /[A-Z]/.test(character) ? 0.68 : 0.56
}
