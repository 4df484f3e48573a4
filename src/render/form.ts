import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { FormSetup } from '../model/form-setup.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { sayFormPage } from '../words/say-form-page.ts'
import { buildPaperForm } from './form/paper.ts'
import { buildFormStyles } from './form/style-sheet.ts'
import { pageElement } from './html/element.ts'
import type { PageLook } from './html/look.ts'
import type { Digest } from './html/page.ts'

/**
 * The form as one page that needs nothing beside it: the paper form, and the program that asks the questions in its place where scripts
 * run. The page can load nothing and send nothing, and runs no other script.
 */
export function renderFormPage(
  setup: FormSetup,
  {
    script,
    digest,
    look,
  }: { readonly script: string; readonly digest: Digest; readonly look: PageLook },
): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      pageElement(
        'html',
        { lang: 'en' },
        buildHead(setup, script, digest, look),
        pageElement(
          'body',
          {},
          pageElement('div', { id: 'form', hidden: true }),
          buildPaperForm(setup),
          buildRaw('script', { id: 'setup', type: 'application/json' }, writeData(setup)),
          buildRaw('script', {}, script),
        ),
      ),
    ],
  }
  return `${toHtml(root)}\n`
}

function buildHead(setup: FormSetup, script: string, digest: Digest, look: PageLook): Element {
  const sheet = buildFormStyles(look)
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(script)}'`,
    `style-src 'sha256-${digest(sheet)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const { title } = setup.questionnaire
  const named = sayFormPage({ say: 'page-title', title, partnership: setup.partnership.name })
  return pageElement(
    'head',
    {},
    pageElement('meta', { charSet: 'utf-8' }),
    pageElement('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    pageElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    pageElement('meta', { name: 'color-scheme', content: 'light dark' }),
    pageElement('meta', { name: 'referrer', content: 'no-referrer' }),
    pageElement('meta', { name: 'generator', content: 'accordant' }),
    pageElement('title', {}, makeVisibleLine(named)),
    pageElement('link', { rel: ['icon'], href: 'data:,' }),
    buildRaw('style', {}, sheet),
  )
}

/** An element whose text is no HTML. */
function buildRaw(tagName: string, properties: Element['properties'], value: string): Element {
  return { type: 'element', tagName, properties, children: [{ type: 'text', value }] }
}

/** JSON in which nothing can end the element it is in. */
function writeData(setup: FormSetup): string {
  return JSON.stringify(setup).replaceAll('<', '\\u003c')
}
