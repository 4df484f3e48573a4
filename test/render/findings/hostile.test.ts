import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedFile, CheckRun } from '../../../src/model/check-run.ts'
import { controlCharacters } from '../../../src/model/visible.ts'
import { shape } from '../markdown-tree.ts'
import { aFile, aFinding, aPlanScore, aRule, aRun, aScore, asMessage } from './run.ts'
import { findingsMisses, formats, gitlabMisses, junitMisses, sarifMisses } from './valid.ts'

/** A run with this text in every place where people's text can stand. */
function runWith(text: string): CheckRun {
  const file = text
  const waived = { by: text, until: '2027-03-31', reason: text, from: 'config' as const }
  const finding = aFinding({
    file,
    id: text,
    message: text,
    fix: text,
    path: [text, 0],
    excerpt: text,
  })
  const plan = aPlanScore(50, {
    dimensions: [{ id: text, score: aScore(50) }],
    unread: [{ check: text, lines: [1], fingerprint: 'e' }],
  })
  const limit = { code: 'limit', option: 'minComplete', needs: 60 } as const
  return aRun({
    verdict: {
      pass: false,
      reasons: [
        { ...limit, file, value: 50 },
        { ...limit, file: `${text}.yml`, value: null },
        { code: 'unchecked', file: `${text}.yaml`, message: asMessage(text) },
      ],
    },
    files: [
      aFile({
        file,
        plan,
        judged: [text],
        findings: [
          finding,
          { ...finding, severity: 'warning', fingerprint: 'b' },
          { ...finding, severity: 'info', waived, fingerprint: 'c' },
          { ...finding, baseline: true, fingerprint: 'd' },
        ],
      }),
      aFile({ file: `${text}.yml`, notBegun: true }),
      aDocumentWith(text, 'line', 1),
      aDocumentWith(text, 'paragraph', 4),
    ],
    rules: [aRule({ id: text, title: text, why: text, fix: text })],
  })
}

/** A document with this text as its titles, and with so many topics that are left to people. */
function aDocumentWith(text: string, unit: CheckedFile['unit'], topics: number): CheckedFile {
  const lines = Array.from({ length: topics }, (_, index) => index + 1)
  return aFile({
    file: `${text}.${unit === 'line' ? 'md' : 'docx'}`,
    unit,
    plan: aPlanScore(50, {
      read: 0.9,
      unread: lines.map((line) => ({
        check: text,
        lines: [line, 9],
        fingerprint: `${unit} ${line}`,
      })),
      document: {
        isAssumed: true,
        titles: [
          { line: 1, title: text },
          { line: 7, title: `${text}.` },
        ],
      },
    }),
    findings: [
      aFinding({ id: text, message: text, excerpt: text, line: 2, fingerprint: `${unit} a` }),
      aFinding({ id: text, message: text, absent: true, fix: text, fingerprint: `${unit} b` }),
    ],
  })
}

const signs = [
  ...'*_~`#>+-=|\\[]()<>!&;:/.,@$^"\'{}%0a ',
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '  ',
    '::',
    '##[',
    '##vso[',
    ']]>',
    '](',
    '{0}',
    '%0A',
    '1.',
    'www.',
  ],
  ...['\u0000', '\u001b[31m', '\u0085', '\u009b', '\u202E', '\u2028', '\u2066', '\uFEFF', '\uFFFE'],
  ...['\uD800', '\uDC00', '\u{E0041}', '漢', '👩‍👩‍👧', '&#35;', '@a', '#1', 'http://'],
]

const texts = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((all) => all.join('')),
  )
  .filter((text) => /\S/.test(text))

/** An address never begins like this: it is made anew from where the file lies. */
const paths = texts.filter((text) => !text.startsWith('./'))

const commands = [
  '::set-output name=a::b',
  '::error::forged',
  ' ::error::forged',
  '\n::error::forged',
  '\r::add-mask::a',
  '\r\n\t::stop-commands::x',
  ':',
  '::',
  '##[error]forged',
  '##[command]rm',
  '##vso[task.setvariable variable=a]b',
  "##teamcity[buildStatus text='x']",
  '%0A::error::forged',
  'a,line=1::forged',
  '\u0085::error::forged',
  '\u2028::error::forged',
]

const acting = new RegExp(`(?![\\t\\n])[${controlCharacters}]`, 'u')

/** What a runner of workflows would carry out: GitHub, Azure Pipelines and TeamCity trim a line and look for these. */
function carriedOut(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^::/.test(line.trim()) || /##[a-z]*\[/i.test(line))
}

/** As the runner of GitHub Actions reads a command. */
function readCommand(line: string) {
  const [, name, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  const read = (text: string) =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  const keys = properties.split(',').map((pair) => pair.split('=')[0])
  const title = properties.split(',').find((pair) => pair.startsWith('title='))
  return { name, keys, title: read(title ?? ''), message: read(message) }
}

const { github, ...others } = formats

describe('text from files', () => {
  it.each(Object.entries(formats))('does not act in a terminal, in %s', (_, render) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(render(runWith(text))).not.toMatch(acting)
      }),
      { numRuns: 60 },
    )
  })

  it.each(Object.entries(others))('is no command of a workflow, in %s', (_, render) => {
    for (const text of commands) expect(carriedOut(render(runWith(text)))).toEqual([])
    fc.assert(
      fc.property(texts, (text) => {
        expect(carriedOut(render(runWith(text)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('makes no more commands for GitHub, and no other ones', () => {
    const plain = github(runWith('harmless')).split('\n').map(readCommand)
    const property = (text: string) => {
      const lines = github(runWith(text)).split('\n').map(readCommand)
      expect(lines.map(({ name, keys }) => ({ name, keys }))).toEqual(
        plain.map(({ name, keys }) => ({ name, keys })),
      )
    }
    for (const text of commands) property(text)
    fc.assert(fc.property(texts, property), { numRuns: 120 })
  })

  it('comes through to GitHub whole', () => {
    const said = 'a % b, c: d %0A e'
    const annotations = github(runWith(said)).split('\n').map(readCommand)
    expect(annotations.find(({ name, keys }) => name === 'error' && keys.includes('col'))).toEqual({
      name: 'error',
      keys: ['file', 'line', 'col', 'endLine', 'endColumn', 'title'],
      title: `title=${said}`,
      message: `${said}\nFix: ${said}`,
    })
  })

  it('begins no line of the text', () => {
    const lines = formats.text(runWith('zzz')).split('\n')
    const ours = lines.filter((line) => !/^zzz(\.ya?ml|\.md|\.docx)?(: |$)/.test(line))
    expect(lines.length - ours.length).toBe(7)
    // What `reading` hands over as an excerpt has a gutter; here it has none.
    expect(ours.filter((line) => /^\s*zzz/.test(line) && line.trim() !== 'zzz')).toEqual([])
  })

  it('adds no node to the Markdown', () => {
    const plain = shape(formats.markdown(runWith('harmless')))
    fc.assert(
      fc.property(texts, (text) => {
        expect(shape(formats.markdown(runWith(text)))).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it('notifies nobody on a code host', () => {
    const run = runWith('@octocat and @_all fix #12 and GH-12, see !7')
    const { results, tool } = JSON.parse(formats.sarif(run)).runs[0]
    const shown = [
      formats.markdown(run).replaceAll(/`[^`]*`/g, ''),
      ...results.map(({ message }: { message: { text: string } }) => message.text),
      tool.driver.rules[0].help.text,
    ]
    for (const words of shown) expect(words).not.toMatch(/@octocat|@_all|#12|GH-12|!7/)
  })

  it('leaves XML well formed and valid, with the same elements', async () => {
    const tags = (xml: string) => xml.match(/<\/?[\w-]+|\/>|\?>/g)
    const plain = tags(formats.junit(runWith('harmless')))
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 20, maxLength: 20 }), async (all) => {
        const outputs = all.map((text) => formats.junit(runWith(text)))
        expect(await junitMisses(...outputs)).toEqual([])
        for (const output of outputs) expect(tags(output)).toEqual(plain)
      }),
      { numRuns: 6 },
    )
  })

  it('leaves SARIF valid, without links or places to fill in', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const output = formats.sarif(runWith(text))
        expect(sarifMisses(output)).toEqual([])
        for (const { message, locations, relatedLocations = [] } of JSON.parse(output).runs[0]
          .results) {
          const places = [...locations, ...relatedLocations].map((one) => one.message?.text ?? '')
          for (const own of [message.text, ...places]) expect(own).not.toMatch(/\]\(|\{\d/)
        }
      }),
      { numRuns: 120 },
    )
  })

  it('leaves GitLab’s report valid', () => {
    fc.assert(
      fc.property(paths, (text) => {
        expect(gitlabMisses(formats.gitlab(runWith(text)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('is unchanged in JSON', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { files } = JSON.parse(formats.json(runWith(text)))
        const [{ message, fix, path, id, waived }] = [files[0].findings[2]]
        expect({ message, fix, path, id, waived, file: files[0].file }).toEqual({
          message: text,
          fix: text,
          path: [text, 0],
          id: text,
          waived: { by: text, until: '2027-03-31', reason: text },
          file: text,
        })
      }),
      { numRuns: 120 },
    )
  })

  it('leaves JSON valid, where ids are ids', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { files, ...run } = runWith(text)
        const plain = { ...run, verdict: { pass: false, reasons: [] } }
        const output = formats.json({
          ...plain,
          files: files.map((file) => ({ ...file, plan: null })),
        })
        expect(findingsMisses(output)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
