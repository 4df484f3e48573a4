import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do you tell?
        type: rating
        anchors: {1: Never, 5: Always}
        practice: {do: Ring them. Then write., effort: small, day: substance}
`)
const response = (partner: string, value: number) =>
  aResponseFile(`trust.news: ${value}`).replace(/^partner: .*$/m, `partner: ${partner}`)

function partnership(settings = ''): string {
  return aFolder({
    'accordant.yaml': `accordant: config/1\npartners: [{id: north, name: North Ltd}, {id: south, name: South Ltd}]\n${settings}`,
    'small.yaml': questionnaire,
    'responses/n.yaml': response('north', 4),
    'responses/s.yaml': response('south', 2),
  })
}

describe('report -o FILE', () => {
  it('writes the format that the ending says, and says what each file is for', async () => {
    const folder = partnership()
    const at = (name: string) => join(folder, name)
    const names = ['a.md', 'a.html', 'a.docx', 'a.json', 'a.csv']
    const { code, out, err } = await ran([
      ...['report', folder],
      ...names.flatMap((name) => ['-o', at(name)]),
    ])
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err.split('\n').filter((line) => line.startsWith('Wrote'))).toEqual([
      `Wrote ${at('a.md')}, to read as plain text or on a code host`,
      `Wrote ${at('a.html')}, to read in a browser, or to print`,
      `Wrote ${at('a.docx')}, to edit in Word`,
      `Wrote ${at('a.json')}, for other programs`,
      `Wrote ${at('a.csv')}, to open as a table`,
    ])
    const starts = names.map((name) => readFileSync(at(name), 'latin1').slice(0, 2))
    expect(starts).toEqual(['<!', '<!', 'PK', '{\n', 'ï»'])
  })

  it('is the file of the one format that has none', async () => {
    const file = join(partnership(), 'steps.txt')
    const { code } = await ran(['report', join(file, '..'), '--format', 'actions', '-o', file])
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('Ring them.')
  })

  it.each([
    [['-o', 'a.txt'], 'The ending of "a.txt" names no format'],
    [
      ['--format', 'html', '-o', 'a.docx'],
      '"a.docx" does not end like a file of the format "html"',
    ],
    [['--summary', '--full'], '"--summary" and "--full" ask for different reports'],
    [['--full', '--for', 'north'], '"--for" writes one page, and "--full" asks for all there is'],
  ])('refuses what does not go together: %j', async (options, message) => {
    const { code, err } = await ran(['report', partnership(), ...options])
    expect({ code, first: err.split('\n')[0] }).toEqual({ code: 2, first: `accordant: ${message}` })
  })

  it.each(['html', 'docx'])('writes no %s to a terminal', async (format) => {
    const { code, out, err } = await ran(['report', partnership(), '--format', format], {}, true)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(`Write it to a file: add -o report.${format}`)
  })
})

describe('a report in Word', () => {
  it('is the same bytes for the same answers', async () => {
    const folder = partnership()
    const [one, other] = ['one.docx', 'other.docx'].map((name) => join(folder, name))
    for (const file of [one, other]) await ran(['report', folder, '-o', String(file)])
    expect(readFileSync(String(one)).equals(readFileSync(String(other)))).toBe(true)
  })

  it('is replaced as long as nobody edited it, and then only if that is asked for', async () => {
    const folder = partnership()
    const file = join(folder, 'a.docx')
    const write = async (...more: readonly string[]) =>
      (await ran(['report', folder, '-o', file, ...more])).code
    expect([await write(), await write()]).toEqual([0, 0])
    const parts = unzipSync(readFileSync(file))
    const main = Buffer.from(parts['word/document.xml'] ?? []).toString()
    const edited = zipSync({
      ...parts,
      'word/document.xml': Buffer.from(main.replace('Do you tell?', 'Do you tell us?')),
    })
    writeFileSync(file, edited)
    expect(await write()).toBe(2)
    expect(readFileSync(file).equals(Buffer.from(edited))).toBe(true)
    expect(await write('--overwrite')).toBe(0)
  })

  it('replaces no Word file of somebody else', async () => {
    const folder = partnership()
    const file = join(folder, 'a.docx')
    const theirs = zipSync({ 'word/document.xml': Buffer.from('<x/>') })
    writeFileSync(file, theirs)
    const { code, err } = await ran(['report', folder, '-o', file])
    expect(code).toBe(2)
    expect(err).toContain("may be somebody's own work")
    writeFileSync(file, 'PK but no Word file')
    expect((await ran(['report', folder, '-o', file])).code).toBe(2)
  })
})

describe('how much of the report', () => {
  const headings = async (...options: readonly string[]) =>
    (await ran(['report', partnership('report: {sections: [method]}\n'), ...options])).out
      .split('\n')
      .filter((line) => line.startsWith('## '))

  it('is the first page, or all there is, whatever the settings say', async () => {
    expect((await headings()).at(-1)).toBe('## How this was made')
    expect((await headings('--summary')).at(-1)).toBe('## To decide at this meeting')
    expect((await headings('--full')).at(-1)).toBe('## Where the figures come from')
  })

  it('is one page for one partner, by its id or its name', async () => {
    const page = await headings('--for', 'South Ltd')
    expect(page).toEqual(['## For South Ltd'])
    expect(await headings('--for', 'south')).toEqual(page)
  })

  it('names the partners where there is no such one, and says where one has not answered', async () => {
    const unknown = await ran(['report', partnership(), '--for', 'soth'])
    expect(unknown.code).toBe(2)
    expect(unknown.err).toContain('south')
    const folder = aFolder({
      'accordant.yaml':
        'accordant: config/1\npartners: [{id: north, name: North}, {id: west, name: West}]\n',
      'small.yaml': questionnaire,
      'responses/n.yaml': response('north', 4),
    })
    const silent = await ran(['report', folder, '--for', 'west'])
    expect(silent.code).toBe(2)
    expect(silent.err).toContain('No response from "west" counts')
  })

  it('is no page for one partner where nothing is shown by partner', async () => {
    const file = join(partnership(), 'p.md')
    const options = ['--for', 'south', '--min-group', '2', '-o', file]
    const { code, err } = await ran(['report', join(file, '..'), ...options])
    expect(code).toBe(2)
    expect(err).toContain('No page is written for one partner')
    expect(existsSync(file)).toBe(false)
  })
})
