import type { Element, ElementContent, Root } from 'hast'
import { visibleLine } from '../../model/visible.ts'
import { pageIds } from './content.ts'
import { element, textOf } from './element.ts'
import type { Look } from './look.ts'
import { isHeading, sectioned } from './sections.ts'
import { sheetOf } from './sheet.ts'

/** The SHA-256 of a text's UTF-8 bytes, as Base64: what a content security policy names a style sheet by. */
export type Digest = (text: string) => string

export interface PageSetting {
  readonly title: string
  readonly digest: Digest
  readonly look: Look
}

/** A whole page around the report's content: head, way past the contents, landmarks, one style sheet and nothing else. */
export function pageOf(content: readonly ElementContent[], setting: PageSetting): Root {
  const page = element('html', { lang: 'en' }, headOf(setting), bodyOf(content, setting))
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

function headOf({ title, digest, look }: PageSetting): Element {
  const sheet = sheetOf(look)
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${digest(sheet)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'generator', content: 'accordant' }),
    element('title', {}, visibleLine(title)),
    // A browser would ask the server for an icon otherwise.
    element('link', { rel: ['icon'], href: 'data:,' }),
    element('style', {}, sheet),
  )
}

function bodyOf(content: readonly ElementContent[], { look }: PageSetting): Element {
  const [title, ...rest] = content
  const { logo } = look
  return element(
    'body',
    {},
    element('a', { className: ['skip'], href: `#${pageIds.main}` }, 'Skip to the report'),
    element(
      'header',
      {},
      ...(logo === null ? [] : [element('img', { src: logo.source, alt: logo.alternative })]),
      ...(title === undefined ? [] : [title]),
    ),
    contentsOf(content),
    element('main', { id: pageIds.main, tabIndex: -1 }, ...sectioned(rest)),
    element('footer', {}, element('p', {}, 'Written by accordant')),
  )
}

function contentsOf(content: readonly ElementContent[]): Element {
  const entries = content
    .filter((node) => isHeading(node, 2))
    .map(({ properties, children }) =>
      element('li', {}, element('a', { href: `#${properties.id}` }, children.map(textOf).join(''))),
    )
  return element(
    'nav',
    { ariaLabel: 'Contents' },
    // Only where the list stands open beside the report.
    element('p', { ariaHidden: 'true' }, 'Contents'),
    element('details', {}, element('summary', {}, 'Contents'), element('ol', {}, ...entries)),
  )
}
