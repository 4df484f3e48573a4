import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPartnership } from '../../src/app/load/partnership.ts'
import { item, p, styled, writeWord } from '../reading/word/write-word.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aResponseFile } from './support/response-file.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const head = '---\naccordant: plan/1\nstage: exploring\n---\n'
const body = `# Cold chain

## Weather

The depots close when it snows.

## Term

- Start: 1 October 2026
`
const plan = `${head}${body}`

const inWord = writeWord([
  styled('Heading1', 'Cold chain'),
  styled('Heading2', 'Weather'),
  p('The depots close when it snows.'),
  styled('Heading2', 'Term'),
  item(1, 0, 'Start: 1 October 2026'),
])

/** A check for each of the three answers: the plan has a start, it speaks of closing, and it says nothing of law. */
const questionnaire = aSmallQuestionnaire(`  - id: plan
    title: Plan
    questions:
      - {id: known, ask: Is the plan known?, type: yes-no}
    checks:
      - id: start
        title: The plan has a start
        assert: has(plan.term.start)
        message: The plan has no start
        severity: error
        topic: [start]
        supports: [known]
        examples: {good: {term: {start: 2026-10-01}}, bad: {name: A}}
      - id: closing
        title: The plan says when depots close
        assert: has(plan.scope.assumptions)
        message: The plan does not say when depots close
        severity: error
        topic: [depot]
        examples: {good: {scope: {assumptions: [{text: Snow}]}}, bad: {name: A}}
      - id: law
        title: The plan names the law
        assert: has(plan.law)
        message: The plan names no law
        severity: error
        topic: [applicable law]
        examples: {good: {law: Dutch}, bad: {name: A}}
`)
const settings = 'accordant: config/1\nquestionnaire: q.yaml\npartnership: both\n'
const ours = { 'accordant.yaml': settings, 'q.yaml': questionnaire }
const response = aResponseFile('plan.known: yes')

interface Checked {
  readonly file: string
  readonly unread: readonly unknown[]
  readonly findings: readonly { id: string; line: number; column: number; message: string }[]
}

/** What a run of check says in JSON of the files at these paths in the folder, and its exit code. */
async function checked(folder: string, ...paths: readonly string[]) {
  const { code, out, err } = await ran([
    ...['check', ...paths.map((path) => join(folder, path)), '--format', 'json'],
  ])
  const { files } = JSON.parse(out) as { files: readonly Checked[] }
  return {
    code,
    err,
    files: files.map((one) => ({ ...one, file: one.file.slice(folder.length + 1) })),
  }
}

function listFiles(files: readonly Checked[]): readonly string[] {
  return files.map(({ file }) => file)
}

describe('check of a plan in Markdown', () => {
  it('tells on its line why a value was not read, and judges no check by it', async () => {
    const text = plan.replace('1 October 2026', 'soon\n- End: 1 October 2029')
    const { code, files } = await checked(aFolder({ ...ours, 'plan.md': text }), 'plan.md')
    const [{ unread, findings } = { unread: [], findings: [] }] = files
    const told = findings.map(({ id, line, column }) => `${line}:${column} ${id}`)
    expect({ code, unread, told }).toEqual({
      code: 1,
      unread: [
        { check: 'plan.start', lines: [13] },
        { check: 'plan.closing', lines: [9] },
      ],
      told: ['2:1 plan.law', '13:10 schema.value'],
    })
  })

  it('reads one that you name without the key as a plan at the stage agreed, and says so', async () => {
    const folder = aFolder({ ...ours, 'contract.md': body })
    const { code, out } = await ran(['check', join(folder, 'contract.md')])
    expect(code).toBe(1)
    expect(out).toContain(
      'It has no key "accordant", so it is read as a plan at the stage "agreed"\n',
    )
    expect(out).toContain('The plan names no law  [plan.law]\n')
    expect(out).not.toContain('plan.start')
  })

  it('finds it in a folder by the key alone', async () => {
    const folder = aFolder({
      ...ours,
      'a.md': plan,
      'b.md': body,
      'c.md': '---\ntitle: accordant\n---\n# accordant\n',
      'README.md': '# accordant\n\naccordant: plan/1\n',
    })
    expect(listFiles((await checked(folder, '*.md')).files)).toEqual(['a.md'])
    expect(listFiles((await checked(folder, '')).files)).toEqual([
      'a.md',
      'accordant.yaml',
      'q.yaml',
    ])
  })

  it.each([
    ['nothing', ''],
    ['blank lines', ' \n\n\t\n'],
    ['the front matter of another program', '---\nlayout: page\n---\n\n'],
  ])('says of a document that has %s only that it has no text', async (_, text) => {
    const { code, files } = await checked(aFolder({ ...ours, 'm.md': text }), 'm.md')
    const told = files.flatMap(({ findings }) => findings.map(({ message }) => message))
    expect({ code, told }).toEqual({ code: 1, told: ['There is no text in this document'] })
  })

  it('is a fault where there is another plan beside it', async () => {
    for (const other of ['plan.yaml', 'plan.docx']) {
      const text = other === 'plan.yaml' ? 'accordant: plan/1\n' : inWord
      const folder = aFolder({ ...ours, 'plan.md': plan, [other]: text })
      await expect(loadPartnership(folder, undefined)).rejects.toMatchObject({
        reason: { say: 'several-plans' },
      })
    }
  })
})

describe('check of a plan in Word', () => {
  it('reads the one of a partnership in its folder, and others where they are named', async () => {
    const folder = aFolder({ ...ours, 'plan.docx': inWord, 'contract.docx': inWord })
    const found = await checked(folder, '')
    expect(listFiles(found.files)).toEqual(['accordant.yaml', 'plan.docx', 'q.yaml'])
    const { files } = await checked(folder, 'contract.docx')
    expect(files).toEqual([{ ...found.files[1], file: 'contract.docx' }])
    expect(files[0]).toMatchObject({
      unread: [{ check: 'plan.closing', lines: [3] }],
      findings: [{ id: 'plan.law', line: 1, column: 1 }],
    })
  })

  it('passes over one of the name of a plan that lies beside nothing of ours', async () => {
    const folder = aFolder({ 'a.yaml': 'accordant: plan/1\n', 'other/plan.docx': inWord })
    expect(listFiles((await checked(folder, '')).files)).toEqual(['a.yaml'])
  })

  it('says of a document without text only that', async () => {
    const { code, files } = await checked(
      aFolder({ ...ours, 'm.docx': writeWord([p('')]) }),
      'm.docx',
    )
    const told = files.flatMap(({ findings }) => findings.map(({ message }) => message))
    expect({ code, told }).toEqual({ code: 1, told: ['There is no text in this document'] })
  })
})

describe('report with a document as the plan', () => {
  it.each([
    ['plan.md', plan.replace('exploring', 'agreed')],
    ['plan.md', body],
    ['plan.docx', inWord],
  ])('uses the %s in the folder', async (name, content) => {
    const folder = aFolder({ ...ours, [name]: content, 'responses/north-r1.yaml': response })
    const { code, out } = await ran(['report', folder, '--format', 'json'])
    const { plan: told } = JSON.parse(out) as { plan: Record<string, unknown> }
    expect({ code, told }).toEqual({
      code: 0,
      told: expect.objectContaining({
        stage: 'agreed',
        score: expect.objectContaining({ value: null, reason: 'unread' }),
        unread: [
          { check: 'plan.closing', lines: [name === 'plan.docx' ? 3 : content === body ? 5 : 9] },
        ],
      }),
    })
  })

  it('takes the one that is named, and says what of it was not understood', async () => {
    const folder = aFolder({ ...ours, 'c.docx': inWord, 'responses/north-r1.yaml': response })
    const { code, out } = await ran(['report', folder, '--full', '--plan', join(folder, 'c.docx')])
    expect(code).toBe(0)
    expect(out).toContain('The plan names no law. accordant saw no text about this in the document')
    expect(out).toContain(
      'accordant could not judge 1 check, because it did not understand what the plan says about it:',
    )
  })

  it('says what is wrong with one that cannot be read', async () => {
    const folder = aFolder({ ...ours, 'plan.docx': 'no zip', 'responses/north-r1.yaml': response })
    const { code, err } = await ran(['report', folder])
    expect(code).toBe(2)
    expect(err).toContain('plan.docx')
    expect(err).toContain('[word.file]')
  })
})

describe('check --show-plan', () => {
  it('prints the plan as read in place of the findings, and the verdict on standard error', async () => {
    const folder = aFolder({ ...ours, 'plan.md': plan })
    const file = `${folder}/plan.md`
    const { code, out, err } = await ran(['check', file, '--show-plan'])
    expect(out).toBe(`# What accordant read in ${file}

accordant: plan/1                                                   # line 2
stage: exploring                                                    # line 3
name: Cold chain                                                    # line 5
term:
  start: 2026-10-01                                                 # line 13

# Text that was not read:
#   Under "Weather":
#     line 9: The depots close when it snows.
`)
    expect(err).toBe('Verdict: fail (1 error, 1 to judge)\n')
    expect(code).toBe(1)
  })

  it('works for plans in YAML, and keeps the exit code', async () => {
    const folder = aFolder({ 'plan.yaml': 'accordant: plan/1\nstage: agreed\nwether: fine\n' })
    const { code, out } = await ran(['check', join(folder, 'plan.yaml'), '--show-plan'])
    expect(out.split('\n').slice(-3)).toEqual([
      '# Not read:',
      '#   line 3: Unknown key "wether"',
      '',
    ])
    expect(code).toBe(1)
  })

  it('still writes the formats that have a file', async () => {
    const folder = aFolder({ 'plan.md': plan })
    const json = join(folder, 'found.json')
    const { out } = await ran([
      ...['check', join(folder, 'plan.md'), '--show-plan', '--format', `json=${json}`],
    ])
    expect(out).toMatch(/^# What accordant read in /)
    const { files } = JSON.parse(readFileSync(json, 'utf8')) as { files: readonly Checked[] }
    expect(listFiles(files)).toEqual([`${folder}/plan.md`])
  })

  it('refuses another format on standard output', async () => {
    const folder = aFolder({ 'plan.md': plan })
    const { code, err } = await ran([
      ...['check', join(folder, 'plan.md'), '--show-plan', '--format', 'json'],
    ])
    expect(code).toBe(2)
    expect(err).toContain('"--show-plan" and "--format json" both write to standard output')
  })

  it('says so if no file is a plan', async () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
    const { out, err } = await ran(['check', join(folder, 'accordant.yaml'), '--show-plan'])
    expect(out).toBe('')
    expect(err).toContain('None of the files is a plan\n')
  })
})
