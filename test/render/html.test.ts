import type { Root } from 'hast'
import { describe, expect, it } from 'vitest'
import { hashSha256Base64 } from '../../src/files/hash.ts'
import { makeVisibleLine } from '../../src/model/visible.ts'
import { buildHtmlTree } from '../../src/render/html.ts'
import { htmlCases } from './html-cases.ts'
import { elementsOf, textIn } from './html-tree.ts'

const pages = htmlCases().map(({ name, report }) => ({
  name,
  report,
  tree: buildHtmlTree(report, hashSha256Base64),
}))

function all(tree: Root, ...names: readonly string[]) {
  return elementsOf(tree).filter(({ tagName }) => names.includes(tagName))
}

describe.each(pages)('the page of $name', ({ report, tree }) => {
  it('lets its one style sheet act, and nothing else', () => {
    const [policy] = all(tree, 'meta').filter(({ properties }) => 'httpEquiv' in properties)
    const sheets = all(tree, 'style').map((sheet) => `'sha256-${hashSha256Base64(textIn(sheet))}'`)
    expect(policy?.properties.content).toBe(
      `default-src 'none'; style-src ${sheets.join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(sheets).toHaveLength(1)
  })

  it('has nothing that acts or asks for anything', () => {
    const elements = elementsOf(tree)
    expect(
      all(tree, 'script', 'iframe', 'object', 'embed', 'form', 'base', 'use', 'image'),
    ).toEqual([])
    const names = elements.flatMap(({ properties }) => Object.keys(properties))
    expect(names.filter((name) => /^on|^style$/i.test(name))).toEqual([])
    const addresses = elements.flatMap(({ properties: { href, src } }) => [href, src])
    expect(addresses.filter((address) => address && !/^(#|data:)/.test(String(address)))).toEqual(
      [],
    )
  })

  it('has ids that are its own, and links that lead to them', () => {
    const ids = elementsOf(tree).flatMap(({ properties: { id } }) => id ?? [])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const links = all(tree, 'a').map(({ properties: { href } }) => String(href).slice(1))
    expect(links.filter((link) => !ids.includes(link))).toEqual([])
    const named = elementsOf(tree).flatMap(
      ({ properties: { ariaLabelledBy } }) => ariaLabelledBy ?? [],
    )
    expect(([] as unknown[]).concat(...named).filter((id) => !ids.includes(String(id)))).toEqual([])
  })

  it('has one title, and headings without a step left out', () => {
    const depths = all(tree, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ tagName }) => Number(tagName[1]))
    expect(depths.filter((depth) => depth === 1)).toEqual([1])
    expect(depths[0]).toBe(1)
    expect(depths.filter((depth, index) => depth > (depths[index - 1] ?? 0) + 1)).toEqual([])
  })

  it('heads every table, column and row', () => {
    for (const table of all(tree, 'table')) {
      const [caption] = elementsOf(table)
      expect(caption?.tagName).toBe('caption')
      expect(caption && textIn(caption)).not.toBe('')
      const heads = elementsOf(table).filter(({ tagName }) => tagName === 'th')
      expect(
        heads.filter(({ properties }) => !/^(col|row)$/.test(String(properties.scope))),
      ).toEqual([])
      expect(heads.filter((head) => textIn(head) === '')).toEqual([])
    }
  })

  it('describes every picture in words, unless the text beside it does', () => {
    for (const { properties, children } of all(tree, 'svg')) {
      if (properties.ariaHidden === 'true') continue
      expect(properties.role).toBe('img')
      const [title, about] = children
      expect([title, about].map((node) => node?.type === 'element' && node.tagName)).toEqual([
        'title',
        'desc',
      ])
      expect([title, about].map((node) => node && textIn(node as never))).not.toContain('')
    }
  })

  it('names every partner whose split may be shown', () => {
    const words = textIn(tree)
    const names = report.dimensions[0]?.partners.map(({ name }) => makeVisibleLine(name)) ?? []
    expect(names.filter((name) => !words.includes(name))).toEqual([])
  })
})
