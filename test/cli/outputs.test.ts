import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'

const files = {
  'accordant.yaml': `accordant: config/1
questionnaire: questions/questionnaire.yaml
baseline: known.json
report: {logo: logo.svg}
`,
  'plan.yaml': `accordant: plan/1
name: Both
stage: exploring
partners: [{id: north, manager: p1}, {id: south, manager: p2}]
people: [{id: p1, partner: north}, {id: p2, partner: south}]
`,
  'questions/questionnaire.yaml': `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels:
  - {id: high, title: High, score: 60, weakest: 40}
  - {id: low, title: Low, score: 0}
dimensions: [trust.yaml]
`,
  'questions/trust.yaml': `accordant: dimension/1
id: trust
title: Trust
questions:
  - {id: news, ask: Do you tell?, type: rating, anchors: {1: Never, 5: Always}, practice: {do: Ring them}}
checks:
  - {id: why, title: Why, assert: has(plan.purpose.why), message: No reason, severity: warning}
`,
  'responses/north-r1.yaml': aResponseFile('trust.news: 4'),
  'responses/south-r1.yaml': aResponseFile('trust.news: 4', { partner: 'south' }),
  'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  'known.json': '{"accordant": "baseline/1", "findings": []}\n',
  'survey.csv': 'Company,ID,Q1\nnorth,r1,4\nsouth,r1,2\n',
  'survey.map.yaml': `accordant: map/1
questionnaire: questions/questionnaire.yaml
partnership: both
columns: {partner: Company, respondent: ID, answers: {trust.news: Q1}}
`,
}

/** A result of these answers, which takes the time of a report. */
let earlier: string | null = null

async function aPartnership(): Promise<string> {
  const folder = aFolder(files)
  earlier ??= (await ran(['report', folder, '--format', 'json'])).out
  writeFileSync(join(folder, 'before.json'), earlier)
  return folder
}

/** Every file of a folder with its bytes and its time, so that a rewrite with the same bytes shows as well. */
function listContent(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    paths
      .map((name) => [name, statSync(join(folder, name), { bigint: true })] as const)
      .filter(([, stats]) => stats.isFile())
      .map(([name, { mtimeNs, ino }]) => [
        name,
        `${ino} ${mtimeNs} ${readFileSync(join(folder, name), 'base64')}`,
      ]),
  )
}

const common = ['accordant.yaml', 'questions/questionnaire.yaml', 'questions/trust.yaml']
const answered = [
  ...common,
  'plan.yaml',
  'responses/north-r1.yaml',
  'responses/south-r1.yaml',
  'logo.svg',
]
const reportFormats = ['markdown', 'html', 'docx', 'json', 'csv', 'actions']
const findingsFormats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown']

/** A command line in a folder, the formats it can write, and the files it reads. */
const commands: readonly (readonly [
  name: string,
  argv: (at: (name: string) => string) => readonly string[],
  formats: readonly string[],
  inputs: readonly string[],
])[] = [
  ['report', (at) => ['report', at('.')], reportFormats, answered],
  [
    'report of two files',
    (at) => ['report', at('responses/north-r1.yaml'), at('responses/south-r1.yaml')],
    reportFormats,
    answered,
  ],
  [
    'report --overwrite --add-actions',
    (at) => ['report', at('.'), '--overwrite', '--add-actions'],
    reportFormats,
    answered,
  ],
  [
    'report --previous',
    (at) => ['report', at('.'), '--previous', at('before.json')],
    reportFormats,
    [...answered, 'before.json'],
  ],
  [
    'report --no-worse-than',
    (at) => ['report', at('.'), '--no-worse-than', at('before.json')],
    reportFormats,
    [...answered, 'before.json'],
  ],
  [
    'report of a table',
    (at) => ['report', at('survey.csv'), '--map', at('survey.map.yaml')],
    reportFormats,
    [...common, 'plan.yaml', 'logo.svg', 'survey.csv', 'survey.map.yaml'],
  ],
  [
    'check',
    (at) => ['check', at('.')],
    findingsFormats,
    [...answered.filter((name) => name !== 'logo.svg'), 'known.json', 'survey.map.yaml'],
  ],
  [
    'check --update-baseline',
    (at) => ['check', at('plan.yaml'), '--update-baseline'],
    findingsFormats,
    [...common, 'plan.yaml', 'known.json'],
  ],
  [
    'check --baseline',
    (at) => ['check', at('plan.yaml'), '--baseline', at('known.json')],
    findingsFormats,
    [...common, 'plan.yaml', 'known.json'],
  ],
  [
    'check of earlier results',
    (at) => ['check', at('before.json')],
    findingsFormats,
    ['before.json'],
  ],
  [
    'preview --report',
    (at) => ['preview', at('questions'), '--report', '--overwrite'],
    reportFormats,
    common.slice(1),
  ],
]

/** Other names for a file of a folder. */
const spellings: Readonly<Record<string, (folder: string, name: string) => string>> = {
  'its name': (folder, name) => join(folder, name),
  'a path with dots': (folder, name) => `${folder}/./responses/../${name}`,
  'a link': (folder, name) => {
    symlinkSync(join(folder, name), join(folder, 'out.link'))
    return join(folder, 'out.link')
  },
  'a link to its folder': (folder, name) => {
    const link = join(aFolder(), 'link')
    symlinkSync(folder, link)
    return join(link, name)
  },
  'a hard link': (folder, name) => {
    linkSync(join(folder, name), join(folder, 'out.hard'))
    return join(folder, 'out.hard')
  },
}

describe('an output that is an input', () => {
  it('changes nothing in any command, by whatever name, and the run ends with 2', async () => {
    const cases = fc.constantFrom(...commands).chain(([name, argv, formats, inputs]) =>
      fc.record({
        name: fc.constant(name),
        argv: fc.constant(argv),
        format: fc.constantFrom(...formats),
        input: fc.constantFrom(...inputs),
        spelling: fc.constantFrom(...Object.keys(spellings)),
        more: fc.boolean(),
      }),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ({ name, argv, format, input, spelling, more }) => {
        const folder = await aPartnership()
        const output = spellings[spelling]?.(folder, input) ?? ''
        const before = listContent(folder)
        const { code, out, err } = await ran([
          ...argv((name) => join(folder, name)),
          ...(more ? ['--format', `json=${join(folder, 'new.json')}`] : []),
          ...['--format', `${format}=${output}`],
        ])
        expect({ code, out, content: listContent(folder) }).toEqual({
          code: 2,
          out: '',
          content: before,
        })
        const [fault, hint] = err.slice(err.indexOf('accordant: ')).split('\n')
        expect(fault).toContain(`"${output}"`)
        const isOutputToo = name === 'check --update-baseline' && input === 'known.json'
        const [why, cure] = isOutputToo
          ? [/two outputs would be written to/i, 'Give each output a file of its own']
          : [/, so no output may replace it$/, `Choose another file: --format ${format}=FILE`]
        expect(fault).toMatch(why)
        expect(hint).toBe(`  Nothing was written. ${cure}`)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    ['plan.yaml', ', the plan,'],
    ['responses/north-r1.yaml', ', a response,'],
    ['accordant.yaml', ', the settings,'],
    ['questions/questionnaire.yaml', ', a questionnaire,'],
    ['questions/trust.yaml', ', a part of a questionnaire,'],
    ['before.json', ', an earlier result,'],
    ['known.json', ', the baseline,'],
    ['survey.map.yaml', ', the map of a table,'],
    ['logo.svg', ''],
  ])('is named with what it is: %s', async (name, what) => {
    const folder = await aPartnership()
    const file = join(folder, name)
    const { code, out, err } = await ran([
      ...['report', folder, '--previous', join(folder, 'before.json')],
      ...['--format', `html=${file}`],
    ])
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `accordant: This run reads "${file}"${what} so no output may replace it
  Nothing was written. Choose another file: --format html=FILE
`.replace('" so', '", so'),
    })
  })

  it.each([
    ['report', 'json', 'responses/south-r1.yaml', 'a response'],
    ['report', 'csv', 'survey.map.yaml', 'the map of a table'],
    ['check', 'json', 'responses/south-r1.yaml', 'a response'],
    ['check', 'junit', 'survey.map.yaml', 'the map of a table'],
  ])(
    'is also what people wrote for other runs: %s --format %s=%s',
    async (command, format, name, what) => {
      const folder = await aPartnership()
      const file = join(folder, name)
      const before = listContent(folder)
      const read = join(folder, 'responses/north-r1.yaml')
      expect(await ran([command, read, '--format', `${format}=${file}`])).toEqual({
        code: 2,
        out: '',
        err: `accordant: No output may replace "${file}": it is ${what}
  Nothing was written. Choose another file: --format ${format}=FILE
`,
      })
      expect(listContent(folder)).toEqual(before)
    },
  )

  it('is named by both names if the output is a link to it', async () => {
    const folder = await aPartnership()
    const [file, link] = [join(folder, 'survey.csv'), join(folder, 'link.csv')]
    symlinkSync(file, link)
    const argv = ['report', file, '--map', join(folder, 'survey.map.yaml')]
    const { code, err } = await ran([...argv, '--format', `csv=${link}`])
    expect({ code, err: err.split('\n').slice(1) }).toEqual({
      code: 2,
      err: [
        `accordant: "${link}" is the same file as "${file}", a table, which this run reads, so no output may replace it`,
        '  Nothing was written. Choose another file: --format csv=FILE',
        '',
      ],
    })
  })

  it('is refused even if it is a broken plan, or one of unknown format', async () => {
    for (const text of ['accordant: plan/1\nname: [\n', 'accordant: plam/1\n']) {
      const folder = await aPartnership()
      writeFileSync(join(folder, 'plan.yaml'), text)
      const argv = ['check', folder, '--format', `json=${join(folder, 'plan.yaml')}`]
      expect((await ran(argv)).code).toBe(2)
      expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).toBe(text)
    }
  })

  it.each(['plan', 'config', 'response', 'questionnaire', 'ci'])(
    'is left as it is by init %s',
    async (what) => {
      const folder = await aPartnership()
      for (const name of Object.keys(files)) {
        const before = listContent(folder)
        const { code, err } = await ran(['init', what, join(folder, name)])
        expect({ code, first: err.split('\n')[0] }).toEqual({
          code: 2,
          first: `accordant: "${join(folder, name)}" already exists and is not overwritten`,
        })
        expect(listContent(folder)).toEqual(before)
      }
    },
  )

  it('is left as it is by import', async () => {
    const folder = await aPartnership()
    const argv = ['import', join(folder, 'survey.csv'), '--map', join(folder, 'survey.map.yaml')]
    const before = listContent(folder)
    expect((await ran([...argv, '-o', folder])).code).toBe(2)
    expect((await ran(['import', join(folder, 'survey.csv')])).code).toBe(2)
    expect(listContent(folder)).toEqual(before)
  })
})

describe('an output that may be overwritten', () => {
  it.each([
    ['report', 'json'],
    ['report', 'csv'],
    ['report', 'actions'],
    ['report', 'markdown'],
    ['report', 'html'],
    ['check', 'json'],
    ['check', 'sarif'],
    ['check', 'junit'],
    ['check', 'gitlab'],
    ['check', 'markdown'],
  ])('may lie in the folder that is searched: %s --format %s', async (command, format) => {
    const folder = await aPartnership()
    const argv = [command, folder, '--format', `${format}=${join(folder, 'out.json')}`]
    const codes = [(await ran(argv)).code, (await ran(argv)).code]
    expect(codes).toEqual([0, 0])
  })

  it('may be the baseline that check updates', async () => {
    const folder = await aPartnership()
    writeFileSync(join(folder, 'plan.yaml'), 'accordant: plan/1\nname: Ours\nbudgte: 4\n')
    const argv = ['check', join(folder, 'plan.yaml'), join(folder, 'known.json')]
    expect((await ran([...argv, '--update-baseline'])).code).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')).findings).toHaveLength(2)
  })
})

describe('two outputs', () => {
  it('must not be one file', async () => {
    const folder = await aPartnership()
    const link = join(aFolder(), 'link')
    symlinkSync(folder, link)
    const [file, other] = [join(folder, 'a.out'), join(link, 'a.out')]
    const before = listContent(folder)
    const argv = ['report', folder, '--format', `html=${file}`, '--format', `json=${other}`]
    expect(await ran(argv)).toEqual({
      code: 2,
      out: '',
      err: `accordant: "${file}" and "${other}" are the same file, and two outputs would be written to it
  Nothing was written. Give each output a file of its own
`,
    })
    expect(listContent(folder)).toEqual(before)
  })

  it('must not be one file, even if one of them is the baseline', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'new.json')
    const argv = ['check', folder, '--baseline', file, '--update-baseline']
    const before = listContent(folder)
    expect(await ran([...argv, '--format', `json=${file}`])).toEqual({
      code: 2,
      out: '',
      err: `accordant: Two outputs would be written to "${file}"
  Nothing was written. Give each output a file of its own
`,
    })
    expect(listContent(folder)).toEqual(before)
  })
})

describe('an existing report file', () => {
  const formats = [
    ['markdown', 'report.md'],
    ['html', 'report.html'],
  ] as const

  it.each(formats)(
    'is replaced only with --overwrite if somebody edited it: %s',
    async (format, name) => {
      const folder = await aPartnership()
      const file = join(folder, name)
      const argv = ['report', folder, '--format', `${format}=${file}`]
      await ran(argv)
      const written = readFileSync(file, 'utf8')
      const edited = written.replace('Small', 'Ours')
      writeFileSync(file, edited)
      const before = listContent(folder)
      const others = ['--format', `json=${join(folder, 'new.json')}`]
      expect(await ran([...argv, ...others])).toEqual({
        code: 2,
        out: '',
        err: `accordant: Somebody edited "${file}" after accordant wrote it
  Nothing was written. Choose another file, or add --overwrite to replace this one
`,
      })
      expect(listContent(folder)).toEqual(before)
      expect((await ran([...argv, '--overwrite'])).code).toBe(0)
      expect(readFileSync(file, 'utf8')).toBe(written)
    },
  )

  it.each(formats)(
    'is replaced only with --overwrite if accordant did not write it: %s',
    async (format, name) => {
      const folder = await aPartnership()
      const file = join(folder, name)
      writeFileSync(file, 'Mine\n')
      const argv = ['report', folder, '--format', `${format}=${file}`]
      expect(await ran(argv)).toEqual({
        code: 2,
        out: '',
        err: `accordant: "${file}" may be somebody's own work: it has no mark of an unedited report
  Nothing was written. Choose another file, or add --overwrite to replace this one
`,
      })
      expect(readFileSync(file, 'utf8')).toBe('Mine\n')
      expect((await ran([...argv, '--overwrite'])).code).toBe(0)
    },
  )

  it.each(formats)(
    'is replaced without --overwrite if nobody edited it: %s',
    async (format, name) => {
      const folder = await aPartnership()
      const file = join(folder, name)
      const argv = ['report', folder, '--format', `${format}=${file}`]
      writeFileSync(file, '')
      expect((await ran(argv)).code).toBe(0)
      const written = readFileSync(file, 'utf8')
      for (const text of [written, written.replaceAll('\n', '\r\n'), written.trimEnd()]) {
        writeFileSync(file, text)
        expect((await ran(argv)).code).toBe(0)
        expect(readFileSync(file, 'utf8')).toBe(written)
      }
    },
  )

  it('counts as unedited if a shell wrote the output of accordant to it', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'report.md')
    writeFileSync(file, (await ran(['report', folder])).out)
    expect((await ran(['report', folder, '--format', `markdown=${file}`])).code).toBe(0)
  })

  it('is replaced by a preview only with --overwrite', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'preview.html')
    writeFileSync(file, 'Mine\n')
    const argv = ['preview', join(folder, 'questions'), '--report', '--format', `html=${file}`]
    expect((await ran(argv)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('Mine\n')
    expect((await ran([...argv, '--overwrite'])).code).toBe(0)
  })

  it.each(['json', 'csv', 'actions'])(
    'is not replaced by data if somebody edited it: %s',
    async (format) => {
      const folder = await aPartnership()
      const file = join(folder, 'report.md')
      const edited = `${(await ran(['report', folder])).out}Our own line.\n`
      writeFileSync(file, edited)
      const argv = ['report', folder, '--format', `${format}=${file}`]
      expect(await ran(argv)).toEqual({
        code: 2,
        out: '',
        err: `accordant: Somebody edited "${file}" after accordant wrote it
  Nothing was written. Choose another file, or add --overwrite to replace this one
`,
      })
      expect(readFileSync(file, 'utf8')).toBe(edited)
      expect((await ran([...argv, '--overwrite'])).code).toBe(0)
    },
  )

  it('is not replaced by findings if somebody edited it', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'report.md')
    const edited = `${(await ran(['report', folder])).out}Our own line.\n`
    writeFileSync(file, edited)
    expect(await ran(['check', folder, '--format', `markdown=${file}`])).toEqual({
      code: 2,
      out: '',
      err: `accordant: Somebody edited "${file}" after accordant wrote it
  Nothing was written. Choose another file: --format markdown=FILE
`,
    })
    expect(readFileSync(file, 'utf8')).toBe(edited)
  })

  it.each(['json', 'csv', 'actions'])(
    'is replaced without --overwrite if it holds data: %s',
    async (format) => {
      const folder = await aPartnership()
      const file = join(folder, 'data')
      writeFileSync(file, 'Mine\n')
      expect((await ran(['report', folder, '--format', `${format}=${file}`])).code).toBe(0)
    },
  )
})

describe('assess', () => {
  const assessed = (folder: string) =>
    ran(['assess', '--response', join(folder, 'responses/north-r1.yaml')])

  it('replaces the report that it wrote', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'report.md')
    const runs = [await assessed(folder), await assessed(folder)]
    for (const { code, err } of runs) {
      expect({ code, err: err.split('\n').slice(1, 2) }).toEqual({
        code: 0,
        err: [`The report is in ${file}. For Word: accordant report -o report.docx`],
      })
    }
  })

  it('leaves a report that somebody edited, and writes the new one beside it', async () => {
    const folder = await aPartnership()
    const file = join(folder, 'report.md')
    await assessed(folder)
    const edited = `${readFileSync(file, 'utf8')}\nWe talked on Monday.\n`
    writeFileSync(file, edited)
    const other = join(folder, 'report.new.md')
    for (const { code, err } of [await assessed(folder), await assessed(folder)]) {
      expect({ code, err: err.split('\n').slice(1, 2) }).toEqual({
        code: 0,
        err: [
          `Somebody edited ${file} after accordant wrote it, so it was left as it is. The new report is in ${other}`,
        ],
      })
    }
    expect(readFileSync(file, 'utf8')).toBe(edited)
    expect(readFileSync(other, 'utf8')).toBe((await ran(['report', folder])).out)
  })

  it('leaves files it did not write, and picks a free name', async () => {
    const folder = await aPartnership()
    const mine = ['report.md', 'report.new.md', 'report.new-2.md'].map((name) => join(folder, name))
    for (const file of mine) writeFileSync(file, '# Mine\n')
    const { code, err } = await assessed(folder)
    expect({ code, err: err.split('\n').slice(1, 2) }).toEqual({
      code: 0,
      err: [
        `${mine[0]} may be somebody's own work, since it has no mark of an unedited report, so it was left as it is. The new report is in ${join(folder, 'report.new-3.md')}`,
      ],
    })
    for (const file of mine) expect(readFileSync(file, 'utf8')).toBe('# Mine\n')
  })
})

describe('a page', () => {
  it.each([
    ['report', '.'],
    ['preview', 'questions', '--report'],
  ])('is not written to a terminal: %s', async (command, name, ...options) => {
    const folder = await aPartnership()
    const argv = [command, join(folder, name), ...options, '--format', 'html']
    expect(await ran(argv, {}, true)).toEqual({
      code: 2,
      out: '',
      err: 'accordant: A page in HTML cannot be read in a terminal\n  Write it to a file: add -o report.html\n',
    })
  })

  it('goes into a pipe, and from a terminal into its file', async () => {
    const folder = await aPartnership()
    const piped = await ran(['report', folder, '--format', 'html'])
    expect(piped.out).toMatch(
      /^<!doctype html>\n<!-- written by accordant sha256:[0-9a-f]{64} -->\n/,
    )
    mkdirSync(join(folder, 'out'))
    const file = join(folder, 'out', 'report.html')
    const { code } = await ran(['report', folder, '--format', `html=${file}`], {}, true)
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe(piped.out)
  })
})
