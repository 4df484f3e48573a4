import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { p, styled, table, writeWord } from '../reading/word/write-word.ts'
import { sarifMisses } from '../render/findings/valid.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const questionnaire = `accordant: questionnaire/1
id: mine
version: 1.0.0
title: Mine
levels:
  - {id: ready, title: Ready, score: 60}
  - {id: not-ready, title: Not ready, score: 0}
dimensions:
  - id: plan
    title: Plan
    checks:
      - id: late
        title: No promise is late
        for: commitments
        assert: date(item.due) >= today
        message: '"{item.what}" is late'
        severity: warning
        examples:
          good: {commitments: [{what: A, due: 2099-01-01}]}
          bad: {commitments: [{what: A, due: 2020-01-01}]}
      - id: exit
        title: The plan says how it ends
        assert: has(plan.exit)
        message: The plan does not say how it ends
        severity: error
        topic: [terminate, termination]
        examples: {good: {exit: {ways: [{by: any}]}}, bad: {name: A}}
      - id: law
        title: The plan says which law applies
        assert: has(plan.law)
        message: The plan does not say which law applies
        severity: warning
        topic: [governing law]
        examples: {good: {law: Dutch}, bad: {name: A}}
`

const ending = "Either partner may terminate this memorandum by 60 days' notice."
const onPeople = 'The partners work together as friends do, and help each other in all things.'

const markdown = `# Cold chain

${onPeople}

## Commitments

| What | Owner | Due |
| - | - | - |
| Open the depot | | 2026-01-01 |

## Termination

${ending}
`

const word = writeWord([
  styled('Title', 'Cold chain'),
  p(onPeople),
  styled('Heading1', 'Commitments'),
  table(['What', 'Due'], ['Open the depot', '2026-01-01']),
  styled('Heading1', 'Termination'),
  p(ending),
])

const settings = 'accordant: config/1\nquestionnaire: q.yaml\n'

async function check(
  name: string,
  argv: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
) {
  const folder = aFolder({
    'accordant.yaml': settings,
    'q.yaml': questionnaire,
    [name]: name.endsWith('.docx') ? word : markdown,
    ...files,
  })
  const { out, code } = await ran([
    ...['check', join(folder, name), '--today', '2026-11-23'],
    ...argv,
  ])
  return { out: out.replaceAll(`${folder}/`, ''), code }
}

async function resultsOf(name: string) {
  const { out } = await check(name, ['--format', 'sarif'])
  expect(sarifMisses(out)).toEqual([])
  return JSON.parse(out).runs[0].results
}

describe('check of a document', () => {
  it('tells apart what is wrong, what is left to people, and what is found nowhere', async () => {
    const { out, code } = await check('m.md')
    expect(out).toBe(`m.md
  9:3  warning  "Open the depot" is late  [plan.late]
    9 | | Open the depot | | 2026-01-01 |
      |   ^^^^^^^^^^^^^^
  For you to judge (1): the document says something about this, and accordant cannot tell whether it is so:
    - The plan says how it ends: line 13, "Termination"  [plan.exit]
  Found nowhere in the document (1): accordant saw no text about this:
    warning  The plan does not say which law applies  [plan.law]
  Written plan: no score (accordant read 29 % of what is about a plan; a score needs 80 %), no errors, at stage "agreed"
  It has no key "accordant", so it is read as a plan at the stage "agreed"

1 file checked on 2026-11-23: 2 warnings, 1 to judge
Verdict: pass (2 warnings, 1 to judge)
`)
    expect(code).toBe(0)
  })

  it('names paragraphs and titles in Word, as nobody sees lines there', async () => {
    const { out } = await check('m.docx')
    expect(out).toContain(`m.docx
  warning  paragraph 6, "Commitments": "Open the depot" is late  [plan.late]
    "Open the depot"
  For you to judge (1): the document says something about this, and accordant cannot tell whether it is so:
    - The plan says how it ends: paragraph 9, "Termination"  [plan.exit]
`)
    expect(out).not.toMatch(/\bline\b|\d:\d/)
  })

  it('keeps what is found nowhere, and what is unread, in JSON', async () => {
    const { out } = await check('m.md', ['--format', 'json'])
    const [file] = JSON.parse(out).files
    const found = file.findings.map(({ id, absent }: { id: string; absent?: true }) => [id, absent])
    expect(found).toEqual([
      ['plan.law', true],
      ['plan.late', undefined],
    ])
    expect(file.unread).toEqual([{ check: 'plan.exit', lines: [13] }])
  })

  it('asks for a review in SARIF, with the lines in Markdown, and none in Word', async () => {
    const at = (uri: RegExp, region?: unknown) => ({
      physicalLocation: {
        artifactLocation: { uri: expect.stringMatching(uri) },
        ...(region === undefined ? {} : { region }),
      },
    })
    const results = async (name: string) => {
      const all = await resultsOf(name)
      const text = ({ message }: { message: { text: string } }) => message.text
      return all.map((one: { message: { text: string } }) => ({ ...one, message: text(one) }))
    }
    const review = { ruleId: 'plan.exit', kind: 'review', level: 'none' }
    const says =
      'The plan says how it ends: the document says something about this, and accordant cannot tell whether it is so. Look at'
    const absent = {
      ruleId: 'plan.law',
      level: 'warning',
      properties: { absent: true },
      message:
        'The plan does not say which law applies. accordant saw no text about this in the document',
    }
    expect(await results('m.md')).toMatchObject([
      { ...absent, locations: [at(/m\.md$/)] },
      { ruleId: 'plan.late', message: '"Open the depot" is late' },
      {
        ...review,
        message: `${says} line 13, "Termination"`,
        locations: [at(/m\.md$/, { startLine: 13 })],
      },
    ])
    const inWord = await results('m.docx')
    expect(inWord).toMatchObject([
      absent,
      { message: 'paragraph 6, "Commitments": "Open the depot" is late' },
      { ...review, message: `${says} paragraph 9, "Termination"` },
    ])
    expect(JSON.stringify(inWord)).not.toContain('region')
  })

  it('gives reviews the same marks as other results where some are waived or known', async () => {
    const waiver = `${settings}waivers:
  - {check: plan.late, path: 'commitments[Open the depot]', by: p1, until: 2027-01-31, reason: Soon}
`
    const folder = aFolder({
      'accordant.yaml': settings,
      'q.yaml': questionnaire,
      'm.md': markdown,
    })
    const baseline = ['--baseline', join(folder, 'known.json')]
    const argv = ['check', join(folder, 'm.md'), '--today', '2026-11-23', ...baseline]
    await ran([...argv, '--update-baseline'])
    writeFileSync(join(folder, 'accordant.yaml'), waiver)
    const { out } = await ran([...argv, '--format', 'sarif'])
    expect(sarifMisses(out)).toEqual([])
    const { results } = JSON.parse(out).runs[0]
    expect(results).toHaveLength(3)
    for (const result of results) {
      expect(Object.keys(result)).toEqual(expect.arrayContaining(['suppressions', 'baselineState']))
    }
    expect(results.at(-1)).toMatchObject({
      kind: 'review',
      suppressions: [],
      baselineState: 'new',
      partialFingerprints: { 'accordant/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('is a notice, a skipped test, or an info where other formats have such', async () => {
    expect((await check('m.md', ['--format', 'github'])).out).toContain(
      '::notice file=m.md,line=13,title=plan.exit::The plan says how it ends: the document',
    )
    expect((await check('m.docx', ['--format', 'github'])).out).toContain(
      '::notice file=m.docx,title=plan.exit::The plan says how it ends: the document',
    )
    expect((await check('m.md', ['--format', 'junit'])).out).toContain(
      '<skipped>The plan says how it ends: the document says something about this',
    )
    const { out } = await check('m.docx', ['--format', 'gitlab'])
    expect(JSON.parse(out).at(-1)).toMatchObject({
      severity: 'info',
      check_name: 'plan.exit',
      location: { lines: { begin: 1 } },
    })
  })

  it('has no place in a Word file that cannot be read', async () => {
    const { out, code } = await check('m.docx', [], { 'm.docx': 'no zip' })
    expect(out).not.toMatch(/\bparagraph|\d:\d/)
    expect(code).toBe(1)
  })
})

describe('check --show-plan of a document', () => {
  const unread = (unit: string, lines: readonly number[]) => `
# Text that was not read:
#   Under "Cold chain":
#     ${unit} ${lines[0]}: The partners work together as friends do, and help each oth…
#   Under "Termination":
#     ${unit} ${lines[1]}: Either partner may terminate this memorandum by 60 days' no…
`

  it('lists all text that was not read, section by section', async () => {
    const { out } = await check('m.md', ['--show-plan'])
    expect(out).toMatch(/due: 2026-01-01 +# line 9\n/)
    expect(out.endsWith(unread('line', [3, 13]))).toBe(true)
  })

  it('counts paragraphs in Word', async () => {
    const { out } = await check('m.docx', ['--show-plan'])
    expect(out).toMatch(/due: 2026-01-01 +# paragraph \d\n/)
    expect(out.endsWith(unread('paragraph', [2, 9]))).toBe(true)
  })

  it('names what was not filled in', async () => {
    const blank = markdown.replace(ending, `${ending}\n\n## Term\n\n- Start: ____\n`)
    const { out } = await check('m.md', ['--show-plan'], { 'm.md': blank })
    expect(out).toContain('# Not read:\n#   line 17: Not filled in')
  })
})
