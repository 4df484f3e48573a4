import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}}
`)

function partnership(settings: string, files: Readonly<Record<string, string>> = {}): string {
  return aFolder({
    ...files,
    'accordant.yaml': `accordant: config/1\nreport: ${settings}\n`,
    'small.yaml': questionnaire,
    'r1.yaml': aResponseFile('trust.news: 4'),
  })
}

const mark = '> **Comment, added by whoever prepared this report:**'

describe("a consultant's own words (report: commentary in accordant.yaml)", () => {
  const words = 'Read this first.\n\n## How this was made\n\nBy two of us.\n'

  it('stand in every new report, marked, under the titles of its sections', async () => {
    const folder = partnership('{commentary: own.md}', { 'own.md': words })
    const first = await ran(['report', folder])
    expect(first.out).toContain(`${mark}\n>\n> Read this first.\n`)
    expect(first.out).toContain(`## How this was made\n\n${mark}\n>\n> By two of us.\n`)
    writeFileSync(join(folder, 'r1.yaml'), aResponseFile('trust.news: 2'))
    const again = await ran(['report', folder])
    expect(again.out).not.toBe(first.out)
    expect(again.out).toContain(`${mark}\n>\n> Read this first.\n`)
  })

  it('are shown in a section that has nothing else', async () => {
    const folder = partnership('{commentary: own.md, sections: [plan]}', {
      'own.md': '## The plan in writing\n\nNone yet.\n',
    })
    expect((await ran(['report', folder])).out).toContain(
      `## The plan in writing\n\n${mark}\n>\n> None yet.\n`,
    )
  })

  it('act in no format', async () => {
    const folder = partnership('{commentary: own.md}', {
      'own.md': '<script>alert(1)</script>\n\n@team #12 [x](javascript:1)\n',
    })
    const page = await ran(['report', folder, '--format', 'html'])
    expect(page.out).not.toMatch(/<script|javascript:/)
    expect(page.out).toContain('class="comment"')
    expect((await ran(['report', folder])).out).toContain('@\u2060team')
  })

  it('are named with their line where no section has that title', async () => {
    const folder = partnership('{commentary: own.md}', { 'own.md': '## The tolk\n\nLost.\n' })
    const { err, out } = await ran(['report', folder])
    expect(err).toContain(
      'own.md:1 Nothing in a report has the title "The tolk"; did you mean "The talk"? What is under it is not in the report',
    )
    expect(out).not.toContain('Lost.')
  })

  it('must be there, and are replaced by no report', async () => {
    const missing = await ran(['report', partnership('{commentary: own.md}')])
    expect(missing.code).toBe(2)
    expect(missing.err).toContain('accordant.yaml asks for a commentary, but it cannot be used')
    const folder = partnership('{commentary: own.md}', { 'own.md': words })
    const file = join(folder, 'own.md')
    expect((await ran(['report', folder, '-o', file, '--overwrite'])).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(words)
    expect((await ran(['check', partnership('{commentary: own.md}')])).out).toContain('own.md')
  })
})

it('the example in docs/house-style.md changes the text of a level and a step, and they are in the report', async () => {
  const page = readFileSync(new URL('../../docs/house-style.md', import.meta.url), 'utf8')
  const [, own = ''] = /```yaml\n(accordant: questionnaire\/1\n[\s\S]*?)```/.exec(page) ?? []
  const example = new URL('../../examples/northwind-contoso/', import.meta.url)
  const files = [
    'contoso-r1',
    'contoso-r2',
    'contoso-r3',
    'northwind-r1',
    'northwind-r2',
    'northwind-r3',
  ]
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: ours.yaml\n',
    'ours.yaml': own,
    ...Object.fromEntries(
      files.map((name) => [
        `${name}.yaml`,
        readFileSync(new URL(`responses/${name}.yaml`, example), 'utf8')
          .replaceAll('id: partnership-readiness', 'id: our-readiness')
          .replaceAll(/hash: sha256:\w+/g, ''),
      ]),
    ),
  })
  const { out, err } = await ran(['report', folder])
  expect(err).not.toContain('error')
  expect(out).toContain('We would start with one pilot, and meet again after three months.')
  expect(out).toContain('Ask our lawyers for the one-page exit template, and fill it in together.')
})
