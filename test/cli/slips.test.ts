import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const response = `accordant: response/1
questionnaire: {id: partnership-readiness, version: 1.0.0}
partnership: northwind-contoso
partner: northwind
respondent: {id: r1}
answers: {trust.bad-news: 4}
`

/** What a command line says in a folder with these files, where it stops; the folder's name is left out. */
async function said(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = aFolder(files)
  const before = process.cwd()
  process.chdir(folder)
  try {
    const { code, err } = await ran(argv)
    expect(code).toBe(2)
    return err.trimEnd()
  } finally {
    process.chdir(before)
  }
}

describe('a name for a partnership', () => {
  it.each([
    ['!!!', '!!!'],
    ['', ''],
    ['our clients/日本', '日本'],
  ])('without a letter is answered with an example: %s', async (name, own) => {
    expect(await said(['init', name])).toBe(
      `accordant: "${own}" cannot be a partnership's name
  Choose a name that has letters from a to z or digits, like: accordant init northwind-contoso`,
    )
  })

  it.each([
    ['Plan', 'accordant init plan'],
    ['CI', 'accordant init ci'],
    ['plan.yaml', 'accordant init plan plan.yaml'],
    ['ours.md', 'accordant init plan ours.md'],
    ['the $contract.docx', "accordant init plan --from 'the $contract.docx'"],
  ])('that means something else is answered with the line to type: %s', async (name, line) => {
    expect(await said(['init', name])).toBe(
      `accordant: "${name}" cannot be a partnership's name
  Did you mean: ${line}`,
    )
  })

  it.each([
    [
      'notes',
      'Choose a name that has letters from a to z or digits, like: accordant init northwind-contoso',
    ],
    ['charter.md', 'Did you mean: accordant init plan --from charter.md'],
  ])('that a file has is refused: %s', async (name, hint) => {
    expect(await said(['init', name], { [name]: 'Ours' })).toBe(
      `accordant: "${name}" is not a folder\n  ${hint}`,
    )
  })

  it('in two words is answered with one', async () => {
    expect(await said(['init', 'Northwind', 'Contoso'])).toBe(
      `accordant: "init Northwind" takes no second name
  One name is for all partners together: accordant init northwind-contoso`,
    )
  })
})

describe('init where there is something already', () => {
  const exists = 'already exists and is not overwritten'

  it.each<[string, readonly string[], string, string]>([
    [
      'a partnership',
      ['init', 'dup'],
      'dup/accordant.yaml',
      'The partnership is there already. Go on with: cd dup, then accordant assess',
    ],
    [
      'a partnership here',
      ['init', '.'],
      'accordant.yaml',
      'The partnership is there already. Go on with: accordant assess',
    ],
    [
      'a plan',
      ['init', 'plan'],
      'plan.yaml',
      'Edit it, or write another file: accordant init plan FILE',
    ],
    ['settings', ['init', 'config'], 'accordant.yaml', 'Edit it: a partnership has one such file'],
    [
      'a workflow',
      ['init', 'ci'],
      '.github/workflows/accordant.yml',
      'Edit it, or write another file: accordant init ci FILE',
    ],
    [
      'a response',
      ['init', 'response', 'r.yaml'],
      'r.yaml',
      'Edit it, or write another file: accordant init response FILE',
    ],
  ])('says how to go on: %s', async (_, argv, file, hint) => {
    expect(await said(argv, { [file]: 'accordant: config/1\n' })).toBe(
      `accordant: "${file}" ${exists}\n  ${hint}`,
    )
  })

  it('says how to write only the settings where there is a plan', async () => {
    const folder = { 'northwind-contoso/plan.yaml': 'accordant: plan/1\n' }
    expect(await said(['init', 'northwind-contoso'], folder)).toBe(
      `accordant: "northwind-contoso/plan.yaml" ${exists}\n  To write the settings beside it: accordant init config northwind-contoso/accordant.yaml`,
    )
  })
})

describe('a format', () => {
  const pdf =
    'Write -o report.html and print the page from a browser as a PDF, or write -o report.docx and save it from Word as a PDF'

  it.each<[readonly string[], string, string]>([
    [['report', '--format', 'pdf'], 'Unknown format "pdf"', pdf],
    [
      ['report', '--format', 'odt=a.odt'],
      'Unknown format "odt"',
      'Write -o report.docx; your program can open it',
    ],
    [
      ['report', '--format', 'xlsx'],
      'Unknown format "xlsx"',
      'Write -o report.csv; Excel can open it',
    ],
    [
      ['report', '--format', 'report.html'],
      'Unknown format "report.html"',
      'To write to that file: --format html=report.html',
    ],
    [
      ['report', '--format', 'html', 'report.html'],
      '"report.html" is not a file that this command can read',
      'To write to that file: --format html=report.html',
    ],
    [
      ['check', '--format', 'sarif', 'found.sarif'],
      '"found.sarif" is not a file that this command can read',
      'To write to that file: --format sarif=found.sarif',
    ],
    [
      ['report', '-o', 'report.txt'],
      'The ending of "report.txt" names no format',
      'End the file with .md, .html, .docx, .json or .csv, or write --format NAME=FILE',
    ],
    [
      ['check', '--output', 'found.xml'],
      'This command has no option "-o"',
      'To write to that file: --format junit=found.xml',
    ],
    [
      ['preview', 'partnership-readiness', '--report', '-o', 'a.pdf'],
      'The ending of "a.pdf" names no format',
      pdf,
    ],
  ])('is answered with what to write instead: %j', async (argv, message, hint) => {
    expect(await said(argv, { 'r.yaml': response })).toBe(`accordant: ${message}\n  ${hint}`)
  })

  it('and the name of a file that can be read are both taken', async () => {
    const folder = aFolder({ 'r.json': JSON.stringify({ accordant: 'baseline/1', findings: [] }) })
    const { code } = await ran(['check', '--format', 'json', `${folder}/r.json`])
    expect(code).toBe(0)
  })

  it.each([
    ['--html', "error: unknown option '--html'\n(Did you mean --format html?)"],
    ['--sarif', "error: unknown option '--sarif'\n(Did you mean --format sarif?)"],
  ])('is not an option: %s', async (option, message) => {
    expect(await said(['report', option])).toBe(`${message}\n(--help shows commands and options)`)
  })
})

describe('a value on the command line', () => {
  const expected = 'is invalid. Expected'

  it.each<[readonly string[], string]>([
    [['--min-score', '60,5'], `'60,5' ${expected} a number from 0 to 100. Write 60.5.`],
    [['--min-score', '60 %'], `'60 %' ${expected} a number from 0 to 100. Write 60.`],
    [['--min-score', 'high'], `'high' ${expected} a number from 0 to 100.`],
    [
      ['--today', '30.11.2026'],
      `'30.11.2026' ${expected} a real date like 2026-11-23. Write 2026-11-30.`,
    ],
    [
      ['--today', '3/11/2026'],
      `'3/11/2026' ${expected} a real date like 2026-11-23. Write 2026-11-03 or 2026-03-11.`,
    ],
    [['--today', 'today'], `'today' ${expected} a real date like 2026-11-23.`],
  ])('is answered with the one to write: %j', async (argv, message) => {
    const [option = ''] = argv
    const name = option === '--today' ? '<date>' : '<n>'
    expect(await said(['report', ...argv])).toBe(
      `error: option '${option} ${name}' argument ${message}\n(--help shows commands and options)`,
    )
  })

  it('that is a level in capitals is answered with the level', async () => {
    expect(await said(['report', 'r.yaml', '--min-level', 'Ready'], { 'r.yaml': response })).toBe(
      'accordant: Unknown level "Ready"; did you mean "ready"?',
    )
  })

  it('that is an id in words is answered with the id', async () => {
    expect(await said(['explain', 'Bad news'])).toBe(
      'accordant: "Bad news" is not a question, check, dimension or level of "partnership-readiness"; did you mean "trust.bad-news"?',
    )
  })
})

describe('a Word document or a workbook', () => {
  const zip = (name: string) => Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${name}`, 'latin1')
  const files = {
    'r.yaml': response,
    'a.docx': zip('word/document.xml'),
    'a.xlsx': zip('xl/workbook.xml'),
    't.csv': 'a,b\n1,2\n',
  }
  const asText =
    'Open it, save it as plain text in UTF-8, and give the new file a name that ends in .yaml'
  const asCsv =
    'If it holds answers, save it as CSV, and turn that file into responses with "accordant import"'
  const word = (kind: string, file: string) =>
    `accordant: The ${kind} "${file}" has a problem\n${file}:1:1 error: This is a Word document, which accordant cannot read [yaml.encoding]\n  ${asText}`
  const workbook = (kind: string) =>
    `accordant: The ${kind} "a.xlsx" has a problem\na.xlsx:1:1 error: This is an Excel workbook, which accordant cannot read [yaml.encoding]\n  ${asCsv}`

  const damaged = 'This Word document is damaged; nothing of it can be read'
  const repair =
    'Open it in Word or LibreOffice, which may repair it, save it again as .docx, and name that file'

  it.each<[readonly string[], string]>([
    [['report', 'a.docx'], word('response', 'a.docx')],
    [
      ['report', 'r.yaml', '--plan', 'a.docx'],
      `accordant: The plan "a.docx" has a problem\na.docx:1:1 error: ${damaged} [word.file]\n  ${repair}`,
    ],
    [['report', 'a.xlsx'], workbook('response')],
    [['report', 't.csv', '--map', 'a.xlsx'], workbook('map')],
    [
      ['import', 'a.xlsx'],
      'accordant: "a.xlsx" is an Excel workbook, not a table in CSV\n  Open it, save the table in it as CSV, and name that file',
    ],
  ])('is named for what it is by %j', async (argv, message) => {
    expect(await said(argv, files)).toBe(message)
  })

  it('is named by report where it has the name of the plan', async () => {
    const plan = { ...files, 'plan.yaml': files['a.docx'] }
    expect(await said(['report', 'r.yaml'], plan)).toBe(word('plan', 'plan.yaml'))
  })

  it('is found by check, where it is named and where it has the name of the plan', async () => {
    const folder = aFolder({ ...files, 'plan.yaml': files['a.docx'] })
    const { code, out } = await ran(['check', `${folder}/a.docx`, folder])
    const found = out.replaceAll(`${folder}/`, '')
    expect([code, found]).toEqual([
      1,
      `a.docx
  error    ${damaged}  [word.file]
      Fix: ${repair}

plan.yaml
  1:1  error    This is a Word document, which accordant cannot read  [yaml.encoding]
      Fix: ${asText}

3 files checked on 2026-11-23: 2 errors
Verdict: fail (2 errors)
`,
    ])
  })
})

describe('a file in the wrong place', () => {
  const reportFile = '<!-- written by accordant sha256:0 -->\n\n# Readiness\n'
  const files = { 'r.yaml': response, 'report.md': reportFile, 's.csv': 'a,b\n1,2\n' }

  it.each<[readonly string[], string]>([
    [
      ['report', 'report.md'],
      `The response "report.md" has a problem
report.md:1:1 error: This is a report that accordant wrote, and nothing can be read from it [yaml.encoding]
  Name the folder of the partnership, or the response files in it`,
    ],
    [
      ['report', 'r.yaml', '--map', 's.csv'],
      '"s.csv" is a table, not a map\n  Name the table first, and its map with --map: TABLE.csv --map TABLE.map.yaml',
    ],
    [
      ['report', 'r.yaml', '--questionnaire', 'health'],
      'Unknown questionnaire "health"; did you mean "partnership-health"?\n  "accordant list" shows the questionnaires; you can also give the path of a file or folder',
    ],
  ])('is answered with its place: %j', async (argv, message) => {
    expect(await said(argv, files)).toBe(`accordant: ${message}`)
  })
})

describe('a file without its first key', () => {
  it.each([
    ['Accordant: response/1\npartner: a\n', 'response/1'],
    ['# accordant: config/1\nminGroup: 3\n', 'config/1'],
    ['partner: a\nanswers:\n  trust.bad-news: 4\n', 'response/1'],
    ['id: trust\nquestions: []\n', 'dimension/1'],
    ['limits:\n  minScore: 60\n', 'config/1'],
    ['name: Ours\n', 'plan/1'],
  ])('is answered with the one that it needs: %j', async (text, mark) => {
    expect(await said(['check', 'a.yaml'], { 'a.yaml': text })).toBe(
      `accordant: "a.yaml" is not an accordant file: the key "accordant" is missing
  Begin it with "accordant: ${mark}", or name another file`,
    )
  })
})

describe('a questionnaire that is nearly built in', () => {
  it('is answered with the one that was meant', async () => {
    const text = response.replace('partnership-readiness', 'partnership-readines')
    expect(await said(['report', 'r.yaml'], { 'r.yaml': text })).toBe(
      `accordant: There is no questionnaire "partnership-readines", built in or in "."
  Did you mean "partnership-readiness"?`,
    )
  })
})

describe('a logo', () => {
  const settings = 'accordant: config/1\nreport:\n  logo: logo.svg\n'
  const asks = 'accordant.yaml asks for a logo, but it cannot be used:'
  const report = ['report', 'r.yaml', '--format', 'html=report.html']

  it.each<[string, Readonly<Record<string, string | Uint8Array>>, string]>([
    ['missing', {}, `${asks} "logo.svg" does not exist\n  Check the path`],
    [
      'there with another ending',
      { 'logo.png': '' },
      `${asks} "logo.svg" does not exist\n  Did you mean "logo.png"?`,
    ],
    [
      'no picture',
      { 'logo.svg': 'our logo' },
      `${asks} "logo.svg" is not a picture that a browser can show\n  Give a PNG, JPEG, GIF, WebP or SVG file under "report", "logo"`,
    ],
    [
      'large',
      { 'logo.svg': `<svg>${' '.repeat(600 * 1024)}` },
      `${asks} "logo.svg" has 601 KiB; a logo may have at most 500`,
    ],
  ])('that is %s stops the report, which says who asks for it', async (_, logo, message) => {
    const done = `${response}completed: 2026-11-20T09:00:00Z\n`
    const files = { 'r.yaml': done, 'accordant.yaml': settings, ...logo }
    const notes = /^r\.yaml is marked as completed, .*\n/
    expect((await said(report, files)).replace(notes, '')).toBe(`accordant: ${message}`)
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['missing', {}, '"logo.svg" does not exist  [reference.unknown]'],
    [
      'no picture',
      { 'logo.svg': 'our logo' },
      '"logo.svg" is not a picture that a browser can show  [schema.value]',
    ],
  ])('that is %s is found by check on the line that asks for it', async (_, logo, message) => {
    const folder = aFolder({ 'accordant.yaml': settings, ...logo })
    const { code, out } = await ran(['check', folder])
    const lines = out.replaceAll(`${folder}/`, '').split('\n')
    expect([code, lines[1]]).toEqual([1, `  3:9  error    ${message}`])
  })
})
