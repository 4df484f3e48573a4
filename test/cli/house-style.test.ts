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
const response = aResponseFile('trust.news: {value: 4, note: Mostly.}')

function reportWith(settings: string, more: readonly string[] = [], files = {}) {
  const folder = aFolder({
    ...files,
    'accordant.yaml': `accordant: config/1\nreport: ${settings}\n`,
    'small.yaml': questionnaire,
    'r1.yaml': response,
  })
  return ran(['report', folder, ...more])
}

async function headings(settings: string): Promise<readonly string[]> {
  const { out } = await reportWith(settings)
  return out.split('\n').filter((line) => /^##? /.test(line))
}

describe('the house style of a report (report: in accordant.yaml)', () => {
  it('sets the title, and the sections after the first page in their order', async () => {
    expect(await headings('{title: Together, sections: [answers, open]}')).toEqual([
      '# Together',
      '## To bear in mind',
      '## The dimensions',
      '## To decide at this meeting',
      '## Question by question',
    ])
  })

  it('can reduce the report to its first page', async () => {
    expect(await headings('{sections: []}')).toEqual([
      '# Small: both',
      '## To bear in mind',
      '## The dimensions',
      '## To decide at this meeting',
    ])
  })

  it('writes no links to the answers if it leaves that section out', async () => {
    expect((await reportWith('{sections: [answers]}')).out).not.toContain('](#')
  })

  it.each([
    ['{sections: [gap]}', 'did you mean "gaps"?'],
    ['{accent: green}', 'a colour like "#0a6" or "#00aa66"'],
    ['{dates: DD.MM.YY}', '"iso"'],
  ])('refuses %s and says which values are possible', async (settings, hint) => {
    const { code, err } = await reportWith(settings)
    expect(code).toBe(2)
    expect(err).toContain(hint)
  })
})

describe('the look of the HTML page', () => {
  const html = ['--format', 'html']
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

  it('uses the accent colour, or a readable shade of it, and says so', async () => {
    const dark = await reportWith('{accent: "#063"}', html)
    expect(dark.out).toContain('--accent:#006633;')
    expect(dark.err).not.toContain('accent')
    const light = await reportWith('{accent: "#ff0"}', html)
    expect(light.err).toContain('The accent "#ff0" is too light to be read on paper; the page uses')
    expect(light.out).toContain('--accent:#737300;')
  })

  it('embeds the logo', async () => {
    const { out, code } = await reportWith('{logo: our.png}', html, { 'our.png': png })
    expect(code).toBe(0)
    expect(out).toContain(`src="data:image/png;base64,${Buffer.from(png).toString('base64')}"`)
  })

  it.each([
    ['{logo: gone.png}', {}, 'gone.png'],
    ['{logo: a.png}', { 'a.png': '<html>' }, 'is not a picture that a browser can show'],
    ['{logo: big.svg}', { 'big.svg': `<svg>${' '.repeat(600_000)}` }, 'at most 500'],
  ])('refuses the logo %s and says why', async (settings, files, reason) => {
    const { code, err } = await reportWith(settings, html, files)
    expect(code).toBe(2)
    expect(err).toContain(reason)
  })
})
