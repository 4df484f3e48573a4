import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/model/response.ts'
import { formatBar } from '../../src/render/bar.ts'
import { buildReportDocument } from '../../src/render/document.ts'
import { renderResultJson } from '../../src/render/json.ts'
import { renderReportMarkdown } from '../../src/render/markdown.ts'
import { buildReport, type Report } from '../../src/report/report.ts'
import { toTell } from '../report/support.ts'
import { aQuestion, aQuestionnaire, aResponse } from '../scoring/support/builders.ts'
import { parsed, shape } from './markdown-tree.ts'

/** A report with this text in every place where people's text can stand. */
function written(text: string): string {
  return renderReportMarkdown(reportWith(text))
}

function reportWith(text: string): Report {
  const practice = {
    do: text,
    done: text,
    effort: 'small' as const,
    day: 'team' as const,
    takes: 'P1W',
    by: 'us' as const,
  }
  const questionnaire = {
    ...aQuestionnaire([
      aQuestion('trust.news', { ask: text, practice }),
      aQuestion('trust.kept', { ask: text }),
    ]),
    title: text,
  }
  const titled = {
    ...questionnaire,
    dimensions: questionnaire.dimensions.map((dimension) => ({ ...dimension, title: text })),
  }
  const answered: Answer = { state: 'answered', value: 2, note: text }
  const exempt: Answer = { state: 'not-applicable', reason: text, note: null }
  const north = aResponse('north', { 'trust.kept': exempt })
  const people = [
    { ...north, answers: new Map([['trust.news', answered], ...north.answers]) },
    aResponse('south', { 'trust.news': 5, 'trust.kept': 1 }),
  ]
  return buildReport(
    toTell(titled, people, { partners: new Map([['north', text]]), warnings: [text] }),
  )
}

/** The tree with its texts, neighbours as one, and without what only a parser knows (places, spread). */
function plain(node: Nodes): unknown {
  if ('value' in node) return [node.type, node.value.replaceAll(/\s+/g, ' ').trim()]
  if (!('children' in node)) return [node.type]
  const children: unknown[] = []
  let text = ''
  for (const child of node.children as readonly Nodes[]) {
    if (child.type === 'text') text += child.value
    else {
      if (text.trim() !== '') children.push(['text', text.replaceAll(/\s+/g, ' ').trim()])
      text = ''
      children.push(plain(child))
    }
  }
  if (text.trim() !== '') children.push(['text', text.replaceAll(/\s+/g, ' ').trim()])
  return [node.type, ...children]
}

const signs = [
  ...'*_~`#>+-=|\\[]()<>!&;:/.@$^"\'{}%0a ',
  '\n',
  '  ',
  '\t',
  '1.',
  'www.',
  'http://',
  '&#35;',
]

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '**bold** _em_ `code`',
  '[link](https://example.org) ![image](x.png)',
  '# Heading',
  '- item',
  '> quote',
  '1. one',
  '```sh',
  '---',
  '***',
  'a | b | c',
  '&lt;b&gt; &#60;',
  '<!-- comment -->',
  '~~gone~~ ==mark==',
  '\\*escaped\\*',
  '[^1]: note',
  '$x$ :smile:',
  '=1+1',
  '::error::text',
  'https://example.org www.example.org me@example.org',
]

describe('renderReportMarkdown', () => {
  it.each(hostile)('shows %j as text and adds no node', (text) => {
    expect(shape(written(text))).toEqual(shape(written('harmless')))
  })

  it('reads back as the very tree it was written from, whatever the texts', () => {
    const texts = fc
      .oneof(
        fc.string(),
        fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join('')),
      )
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(texts, (text) => {
        const report = reportWith(text)
        const tree = parsed(renderReportMarkdown(report))
        const nodes = 'children' in tree ? tree.children : []
        expect(nodes.map((node) => plain(node))).toEqual(
          buildReportDocument(report).children.map((node) => plain(node)),
        )
      }),
      { numRuns: 120 },
    )
  })

  it('loses nothing of a text', () => {
    const texts: string[] = []
    const visit = (node: Nodes) => {
      if (node.type === 'text') texts.push(node.value)
      if ('children' in node) for (const child of node.children) visit(child)
    }
    visit(parsed(written('<b>1 & 2</b> *x* | y')))
    expect(texts.join(' ')).toContain('<b>1 & 2</b> *x* | y')
  })

  it('notifies nobody on a code host', () => {
    const text = written('@octocat and @_all fix #12 and GH-12, see !7')
    expect(text).not.toMatch(/@octocat|@_all|#12|GH-12|!7/)
    expect(text).toContain('@\u2060octocat')
  })

  it('makes visible what would act in a terminal or turn the line around', () => {
    const text = written('a\u001b]0;x\u0007b\u202Ec')
    for (const sign of ['\u001b', '\u0007', '\u202E']) expect(text).not.toContain(sign)
    expect(text).toContain('a⟨U+001B⟩')
  })

  it('lines its tables up, wide letters too', () => {
    const rows = written('漢字')
      .split('\n')
      .filter((line) => line.startsWith('| '))
    expect(rows[0]).toMatch(/^\| Dimension \|/)
    expect(rows[2]).toMatch(/^\| 漢字 {6}\|/)
  })
})

describe('bar', () => {
  it.each([
    [null, '░░░░░░░░░░'],
    [0, '░░░░░░░░░░'],
    [54, '█████░░░░░'],
    [55, '██████░░░░'],
    [100, '██████████'],
  ])('of %s is %s', (value, blocks) => {
    expect(formatBar(value)).toBe(blocks)
  })
})

describe('json', () => {
  it('is the result, two spaces deep, ending in a line feed', () => {
    const { result } = toTell(aQuestionnaire([aQuestion('trust.news')]), [
      aResponse('north', { 'trust.news': 5 }),
    ])
    const text = renderResultJson(result)
    expect(JSON.parse(text)).toEqual(result)
    expect(text).toMatch(/^\{\n {2}"accordant": "result\/2",\n/)
    expect(text.endsWith('}\n')).toBe(true)
  })
})
