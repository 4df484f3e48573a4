import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const partners = 'partners: [{id: north, name: North <b>Ltd</b>}, {id: south, name: South Foods}]'
const settings = (more = partners) =>
  `accordant: config/1\nquestionnaire: small.yaml\npartnership: both\n${more}\n`
const dimensions = `  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do we tell </script> bad news?
        type: yes-no
        practice: {do: Tell it on the same day, effort: small}
        core: true
      - {id: minutes, ask: Do we keep minutes?, type: yes-no}
`
const files = (more?: string) => ({
  'accordant.yaml': settings(more),
  'small.yaml': aSmallQuestionnaire(dimensions),
})

const builtIn = [
  'partnership-readiness',
  'partnership-health',
  'collaboration-capability',
  'five-days-of-action',
]

describe('accordant form', () => {
  it('writes a page whose policy lets nothing run but its own script, and nothing be fetched', async () => {
    const folder = aFolder(files())
    const { code, out, err } = await ran(['form', folder, '-o', join(folder, 'form.html')])
    expect({ code, out, err: err.replaceAll(folder, 'here') }).toStrictEqual({
      code: 0,
      out: '',
      err: `Wrote here/form.html, to open in a browser and answer there, or to print
Mail it to the people who are to answer. What they send back: accordant import FILE
`,
    })
    const html = readFileSync(join(folder, 'form.html'), 'utf8')
    const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? []
    const [, sheet = ''] = /<style>([\s\S]*)<\/style>/.exec(html) ?? []
    const digest = (text: string) => createHash('sha256').update(text).digest('base64')
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? []
    expect(policy.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; script-src 'sha256-${digest(script)}'; style-src 'sha256-${digest(sheet)}'; img-src data:; base-uri 'none'; form-action 'none'`,
    )
    expect(html.match(/(?:src|href)="(?!data:)[^"]*"/g)).toBeNull()
    // What people wrote ends no element and is no markup.
    expect(html.split('</script>')).toHaveLength(3)
    expect(html).not.toContain('<b>')
    expect(html).not.toContain('Tell it on the same day')
  })

  it.each(builtIn)('fits into 400 KB: %s', async (name) => {
    const folder = aFolder({ 'accordant.yaml': `accordant: config/1\n${partners}\n` })
    const { code, out } = await ran(['form', folder, '--questionnaire', name])
    expect(code).toBe(0)
    expect(Buffer.byteLength(out)).toBeLessThan(400 * 1024)
  })

  it('asks only core questions in a quick run', async () => {
    const folder = aFolder(files())
    const { out } = await ran(['form', folder, '--quick'])
    expect(listPaperQuestions(out)).toStrictEqual(['1. Do we tell &#x3C;/script> bad news?'])
    expect(readSetup(out)).toMatchObject({ run: 'quick' })
  })

  it('asks for one partner alone, by id or name', async () => {
    const folder = aFolder(files())
    const { out } = await ran(['form', folder, '--partner', 'South Foods'])
    expect(readSetup(out).partners).toStrictEqual([{ id: 'south', name: 'South Foods' }])
  })

  it('asks for the own name where one side answers and nobody is listed', async () => {
    const folder = aFolder(files('# nobody'))
    const { out } = await ran(['form', folder])
    expect(readSetup(out).partners).toStrictEqual([])
  })

  it('writes the promise of the settings', async () => {
    const folder = aFolder(files(`${partners}\nminGroup: 3`))
    const { out } = await ran(['form', folder])
    expect(readSetup(out).notice).toMatchObject({ minGroup: 3 })
    expect(out).toContain('from fewer than 3 people, the report shows nothing by partner')
  })

  it('is the same page for the same input', async () => {
    const folder = aFolder(files())
    expect((await ran(['form', folder])).out).toBe((await ran(['form', folder])).out)
  })

  it.each([
    [
      'a terminal',
      ['form', '.'],
      true,
      'accordant: A form is a page for a browser and cannot be read in a terminal\n  Write it to a file: add -o form.html\n',
    ],
    [
      'a partner that is none',
      ['form', '.', '--partner', 'nort'],
      false,
      'accordant: Unknown partner "nort"; did you mean "north"?\n',
    ],
  ])('refuses %s', async (_, argv, isTTY, expected) => {
    const folder = aFolder(files())
    const { code, err } = await ran(
      argv.map((word) => (word === '.' ? folder : word)),
      {},
      isTTY,
    )
    expect(code).toBe(2)
    expect(err).toContain(expected.split('\n')[0])
  })

  it('refuses several partners that nobody lists', async () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
    const { code, err } = await ran(['form', folder])
    expect({ code, err }).toStrictEqual({
      code: 2,
      err: `accordant: Nothing says which partners there are, so the form cannot ask
  List them under "partners" in accordant.yaml, or make a form for each with --partner ID
`,
    })
  })

  it('replaces a form that it wrote, and one that somebody edited only if asked to', async () => {
    const folder = aFolder(files())
    const file = join(folder, 'form.html')
    expect((await ran(['form', folder, '-o', file])).code).toBe(0)
    expect((await ran(['form', folder, '-o', file])).code).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Start', 'Begin'))
    const { code, err } = await ran(['form', folder, '-o', file])
    expect(code).toBe(2)
    expect(err).toContain('Somebody edited')
    expect((await ran(['form', folder, '-o', file, '--overwrite'])).code).toBe(0)
  })
})

function readSetup(html: string): Record<string, unknown> {
  const [, json = ''] =
    /<script id="setup" type="application\/json">(.*?)<\/script>/s.exec(html) ?? []
  return JSON.parse(json)
}

function listPaperQuestions(html: string): readonly string[] {
  return [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, text = '']) => text)
}
