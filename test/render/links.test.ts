import { describe, expect, it } from 'vitest'
import { addLinks } from '../../src/render/document.ts'
import { renderMarkdownTree } from '../../src/render/markdown-text.ts'
import { code, heading, list, paragraph } from '../../src/render/nodes.ts'
import { shape } from './markdown-tree.ts'

const trust = code('trust.bad-news')
const written = renderMarkdownTree(
  addLinks(
    {
      type: 'root',
      children: [
        list([[paragraph('Say it ', trust), paragraph('Or ', code('plan.yaml:12'))]]),
        heading(4, trust),
      ],
    },
    new Set(['trust.bad-news', 'roles.unused']),
  ),
)

describe('a mention of a question', () => {
  it('leads to the heading of its answers, and plain text stays as it was', () => {
    expect(written).toBe(
      [
        '- Say it [`trust.bad-news`]',
        '',
        '  Or `plan.yaml:12`',
        '',
        '#### `trust.bad-news`',
        '',
        '[`trust.bad-news`]: #trustbad-news',
        '',
      ].join('\n'),
    )
  })

  it('is read as a link by a code host', () => {
    expect(shape(written)).toContain('linkReference')
    expect(shape(written)).toContain('definition')
  })

  it('links to nothing where its answers are not shown', () => {
    const tree = addLinks({ type: 'root', children: [paragraph(code('trust.a'))] }, new Set())
    expect(renderMarkdownTree(tree)).toBe('`trust.a`\n')
  })
})
