import type { Element, ElementContent, Root } from 'hast'
import type { ReportText } from '../../words/message.ts'
import { pageIds } from './content.ts'
import { getElementText, pageElement, toVisibleText } from './element.ts'
import type { PageLook } from './look.ts'
import { buildStyleSheet } from './style-sheet.ts'

/** The SHA-256 of a text's UTF-8 bytes, as Base64: what a content security policy names a style sheet by. */
export type Digest = (text: string) => string

interface PageSetting {
  readonly title: ReportText
  readonly digest: Digest
  readonly look: PageLook
}

/** A whole page around the report's content: head, way past the contents, landmarks, one style sheet and nothing else. */
export function buildPage(content: readonly ElementContent[], setting: PageSetting): Root {
  const page = pageElement('html', { lang: 'en' }, buildHead(setting), buildBody(content, setting))
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

function buildHead({ title, digest, look }: PageSetting): Element {
  const sheet = buildStyleSheet(look)
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${digest(sheet)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return pageElement(
    'head',
    {},
    pageElement('meta', { charSet: 'utf-8' }),
    pageElement('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    pageElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    pageElement('meta', { name: 'color-scheme', content: 'light dark' }),
    pageElement('meta', { name: 'referrer', content: 'no-referrer' }),
    pageElement('meta', { name: 'generator', content: 'accordant' }),
    pageElement('title', {}, title),
    // A browser would ask the server for an icon otherwise.
    pageElement('link', { rel: ['icon'], href: 'data:,' }),
    pageElement('style', {}, { type: 'text', value: sheet }),
  )
}

function buildBody(content: readonly ElementContent[], { look }: PageSetting): Element {
  const [title, ...rest] = content
  const { logo } = look
  return pageElement(
    'body',
    {},
    pageElement('a', { className: ['skip'], href: `#${pageIds.main}` }, { say: 'page-skip' }),
    pageElement(
      'header',
      {},
      ...(logo === null ? [] : [pageElement('img', { src: logo.source, alt: logo.alternative })]),
      ...(title === undefined ? [] : [title]),
    ),
    buildContents(content),
    pageElement('main', { id: pageIds.main, tabIndex: -1 }, ...nestSections(rest)),
    pageElement('footer', {}, pageElement('p', {}, { say: 'page-footer' })),
  )
}

function buildContents(content: readonly ElementContent[]): Element {
  const entries = content
    .filter((node) => isHeading(node, 2))
    .map(({ properties, children }) => {
      const text = children.map(getElementText).join('')
      return pageElement('li', {}, pageElement('a', { href: `#${properties.id}` }, text))
    })
  return pageElement(
    'nav',
    { ariaLabel: toVisibleText({ say: 'page-contents' }) },
    // Shown only where the open list is beside the report.
    pageElement('p', { ariaHidden: 'true' }, { say: 'page-contents' }),
    pageElement(
      'details',
      {},
      pageElement('summary', {}, { say: 'page-contents' }),
      pageElement('ol', {}, ...entries),
    ),
  )
}

/** Nests each heading and what follows it as a section, for page breaks and for screen readers. */
function nestSections(nodes: readonly ElementContent[], depth = 2): ElementContent[] {
  if (depth > maxSectionDepth) return [...nodes]
  const starts = nodes.flatMap((node, index) => (isHeading(node, depth) ? [index] : []))
  const before = nodes.slice(0, starts[0] ?? nodes.length)
  return [
    ...nestSections(before, depth + 1),
    ...starts.map((start, index) => {
      const [head, ...rest] = nodes.slice(start, starts[index + 1])
      const children = [...(head === undefined ? [] : [head]), ...nestSections(rest, depth + 1)]
      return pageElement('section', { className: [`depth-${depth}`] }, ...children)
    }),
  ]
}

const maxSectionDepth = 4

function isHeading(node: ElementContent, depth: number): node is Element {
  return node.type === 'element' && node.tagName === `h${depth}`
}
