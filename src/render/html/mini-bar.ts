import type { Element } from 'hast'
import { pageElement } from './element.ts'

/** A bar beside a figure in a table, which says it all; so the bar is for the eye alone. `share` is 0..100. */
export function miniBar(share: number | null): Element {
  const full = share === null ? 0 : Math.round(Math.max(0, Math.min(100, share)))
  return pageElement(
    'svg',
    { className: ['bar'], viewBox: '0 0 100 8', ariaHidden: 'true', preserveAspectRatio: 'none' },
    pageElement('rect', { className: ['rail'], width: 100, height: 8 }),
    pageElement('rect', { className: ['full'], width: full, height: 8 }),
  )
}
