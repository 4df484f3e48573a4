import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCommentWaivers } from '../../../src/checks/waivers/comment-waivers.ts'
import { decode } from '../../../src/model/decode.ts'
import { readMarkdownPlan } from '../../../src/reading/markdown-plan.late.ts'
import { readYaml } from '../../../src/reading/yaml.ts'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { p, styled, table, writeWord } from '../../reading/word/write-word.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What `init plan --from` makes of a document; null where it writes nothing. */
async function drafted(text: string | Uint8Array, ...options: readonly string[]) {
  const folder = aFolder({ 'contract.md': text })
  const file = join(folder, 'plan.yaml')
  const from = join(folder, 'contract.md')
  const { code, out, err } = await ran(['init', 'plan', file, '--from', from, ...options])
  return { code, out, err, file, text: existsSync(file) ? readFileSync(file, 'utf8') : null }
}

function parsed(text: string) {
  const document = readYaml(new TextEncoder().encode(text), 'plan.yaml')
  return { document, findings: [...document.findings, ...decode('plan', document.value).findings] }
}

/** The lines of a section: its comments, and its value. */
function sectionOf(text: string | null, key: string): string {
  const blocks = (text ?? '').split('\n\n')
  return blocks.find((block) => new RegExp(`^(?:# )?${key}:`, 'm').test(block)) ?? ''
}

const contract = `# Oak and Lions

## Termination

Either party may leave the partnership with ninety days' notice in writing.

## Risks

| Risk | Likelihood | Impact | Owner |
|---|---|---|---|
| The river floods | 4 | 5 | anna |
| The bus is late | often or never | 2 | anna |

## Weather

It rained on the day.
`

describe('A plan that is written from a document', () => {
  it('has what was read as values, and the lines of the rest as comments', async () => {
    const { code, text } = await drafted(contract)
    expect(code).toBe(0)
    const { document, findings } = parsed(text ?? '')
    expect(findings).toEqual([])
    expect(document.value).toMatchObject({
      accordant: 'plan/1',
      stage: 'agreed',
      risks: [{ risk: 'The river floods', likelihood: 4, impact: 5 }, { risk: 'The bus is late' }],
    })
    expect(sectionOf(text, 'exit')).toMatch(
      /^# exit:\n# {3}How you would part\n# {3}Keys: triggers, noticeDays, .*\n# {3}For you to judge, from the document:\n/,
    )
    expect(sectionOf(text, 'exit')).toMatch(/The plan says how the partnership can end: line 5$/m)
    expect(sectionOf(text, 'exit')).toContain(
      '#     Line 5, "Termination": "Either party may leave the partnership with ninety days\' notice in writing."',
    )
  })

  it('points to the paragraphs of a Word file', async () => {
    const from = 'contract.docx'
    const folder = aFolder({
      [from]: writeWord([
        styled('Heading1', 'Oak and Lions'),
        styled('Heading2', 'Termination'),
        p('Either party may leave the partnership with ninety days in writing.'),
        styled('Heading2', 'Risks'),
        table(['Risk', 'Likelihood'], ['The river floods', '4']),
      ]),
    })
    const file = join(folder, 'plan.yaml')
    const { code } = await ran(['init', 'plan', file, '--from', join(folder, from)])
    const text = readFileSync(file, 'utf8')
    expect(code).toBe(0)
    expect(parsed(text).findings).toEqual([])
    expect(parsed(text).document.value).toMatchObject({
      risks: [{ risk: 'The river floods', likelihood: 4 }],
    })
    expect(sectionOf(text, 'exit')).toMatch(
      /^# {5}Paragraph 3, "Termination": "Either party may leave the partnership/m,
    )
  })

  it('says which value was not read, and where', async () => {
    const { text } = await drafted(contract)
    expect(parsed(text ?? '').document.value).not.toHaveProperty('risks.1.likelihood')
    expect(sectionOf(text, 'risks')).toMatch(
      /^# Not read:\n# {3}Line 12: .*"often or never".*\nrisks:\n/m,
    )
  })

  it('says what stands nowhere, at the end of its section', async () => {
    const { text } = await drafted(contract)
    const lines = sectionOf(text, 'governance').split('\n')
    expect(lines.at(-2)).toBe('#   Found nowhere:')
    expect(lines.at(-1)).toBe('#     The plan lists no group under "governance"')
  })

  it('points to few lines of one topic, and names the others at the end', async () => {
    const parts = [...'abcdefghijklmnop'].map(
      (letter) => `\n## Termination ${letter}\n\nIt ends.\n`,
    )
    const { text } = await drafted(`# Oak and Lions\n${parts.join('')}`)
    const [, lines = ''] = /can end: lines (.*)$/m.exec(sectionOf(text, 'exit')) ?? []
    expect(lines).toBe('5 and 9')
    expect(text).toContain('#   Line 65, "Termination p"\n')
  })

  it('names the lines of other text, so that nothing is lost', async () => {
    const { text } = await drafted(`${contract}\nThe boat was red.\n\nThe tea was hot.\n`)
    const others = [16, 18, 20].filter((line) => !text?.includes(`Line ${line}, "Weather": "`))
    expect(text).toMatch(
      new RegExp(
        `\\n# The document also has text that .*:\\n# {3}Lines? ${others.join(' and ')}, "Weather"\\n$`,
      ),
    )
  })

  it('has the stage that is asked for, or that of the document', async () => {
    const forming = contract.replace(/^/, '---\naccordant: plan/1\nstage: forming\n---\n')
    const stages = await Promise.all([
      drafted(forming),
      drafted(forming, '--stage', 'operating'),
      drafted(contract, '--stage', 'exploring'),
    ])
    expect(stages.map(({ text }) => /^stage: (\w+)$/m.exec(text ?? '')?.[1])).toEqual([
      'forming',
      'operating',
      'exploring',
    ])
  })

  it('leaves out an entry of which the id was not read, with its words in a comment', async () => {
    const people = ['name: Ann Oak', 'id: "not an id!"', 'role: Sponsor'].join(', ')
    const text = `---\naccordant: plan/1\npeople: [{${people}}, {id: leo, role: Manager}]\n---\n${contract}`
    const { text: plan } = await drafted(text)
    expect(parsed(plan ?? '').findings).toEqual([])
    expect(parsed(plan ?? '').document.value).toMatchObject({
      people: [{ id: 'leo', role: 'Manager' }],
    })
    expect(sectionOf(plan, 'people')).toContain('"Ann Oak", "Sponsor"')
  })

  it('takes the checks of the questionnaire that is asked for', async () => {
    const folder = aFolder({
      'own.yaml': `accordant: questionnaire/1
id: own
version: 1.0.0
title: Own
levels: [{id: high, title: High, score: 75}, {id: low, title: Low, score: 0}]
dimensions:
  - id: weather
    title: Weather
    questions: [{id: rain, ask: Does it rain?, type: yes-no}]
    checks:
      - {id: rainy, title: The weather is in the plan, assert: has(plan.law), message: No weather, severity: error, topic: [weather]}
`,
    })
    const { text } = await drafted(contract, '--questionnaire', join(folder, 'own.yaml'))
    expect(sectionOf(text, 'law')).toContain('#     The weather is in the plan: line 16')
    expect(text).not.toContain('how the partnership can end')
  })

  it('is the plan that check reads, of a document in the documented form', async () => {
    const bytes = readFileSync(join(root, 'examples/harbour-lights/plan.md'))
    const { text } = await drafted(bytes)
    const { document, findings } = parsed(text ?? '')
    expect(findings).toEqual([])
    expect(document.value).toEqual(readMarkdownPlan(bytes, 'plan.md').value)
  })

  const folder = join(root, 'test', 'documents')
  const documents = [
    ...readdirSync(folder).filter((name) => /^\d[05]-.*\.md$/.test(name)),
    '../../examples/two-ngos/memorandum.md',
    '../../examples/two-companies/contract.md',
  ]
  it.each(documents)('fits the schema, and check runs on it: %s', async (name) => {
    const { code, text, file } = await drafted(readFileSync(join(folder, name)))
    expect(code).toBe(0)
    expect(parsed(text ?? '').findings).toEqual([])
    expect([0, 1]).toContain((await ran(['check', file])).code)
  })
})

/** What might break out of a comment or a value, or act on a program that reads the file. */
const traps = [
  'accordant-waive contingencies.exit-owner by=p1 until=2099-01-01 -- mine',
  'yaml-language-server: $schema=https://example.com/x.json',
  '\u2028exit: {noticeDays: 1}\u2029',
  '\u0085stage: closing',
  '\u202Egnp.exe\u2066',
  '\uFEFF',
  '\u{E0041}',
  '# comment: 1',
  ' #',
  '---',
  '...',
  '%YAML 1.1',
  '&a *a !!map {',
  '"quoted" \'and\' `ticks`',
  ': ',
  '- [x',
  '<!-- accordant-waive a by=b until=2099-01-01 -- c -->',
  '::error::x',
  '@everyone #12',
  'The term of this agreement is confidential, and disputes go to exit.',
  '\t',
  '😀',
]
const aTrap = fc
  .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((some) => some.join(' '))
const aDocument = fc
  .array(
    fc.oneof(
      aTrap.map((text) => `\n## ${text}\n`),
      fc.constantFrom('\n## Exit\n', '\n## Purpose\n', '\n## Confidentiality\n', '\n## Partners\n'),
      aTrap.map((text) => `\n${text}\n`),
      aTrap.map((text) => `- Need: ${text}\n`),
      aTrap.map((text) => `- ${text}\n`),
      fc
        .tuple(aTrap, aTrap)
        .map(([one, two]) => `\n| Risk | Owner |\n|---|---|\n| ${one} | ${two} |\n`),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((some) => some.join(''))

describe('A hostile document', () => {
  it('breaks out of no comment and no value', async () => {
    await fc.assert(
      fc.asyncProperty(aDocument, async (source) => {
        const { code, text } = await drafted(`---\naccordant: plan/1\n---\n${source}`)
        expect([0, 2]).toContain(code)
        expect(text === null).toBe(code === 2)
        if (text === null) return
        const { document, findings } = parsed(text)
        expect(findings).toEqual([])
        const waivers = parseCommentWaivers(document)
        expect([...waivers.waivers, ...waivers.problems]).toEqual([])
        expect(text.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u,
        )
        const bare = text.replaceAll(/^#.*\n/gm, '')
        expect(parsed(bare).document.value).toEqual(document.value)
        expect(document.value).toMatchObject({ accordant: 'plan/1', stage: 'agreed' })
      }),
      { numRuns: 60 },
    )
  })

  it('gives the plan that check reads, where all its values are in order', async () => {
    const aValue = fc.array(fc.constantFrom('#', 'a: b', '"', "'", '- x', '[y', '{z', 'Oak'), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(aValue, aValue, async (need, why) => {
        const body = `## Purpose\n\n- Need: We ${need.join(' ')}\n- Why: They ${why.join(' ')}\n`
        const source = `---\naccordant: plan/1\nname: ${JSON.stringify(need.join(' '))}\n---\n${body}`
        const { value } = readMarkdownPlan(new TextEncoder().encode(source), 'plan.md')
        const { text } = await drafted(source)
        expect(parsed(text ?? '').document.value).toEqual({
          ...(value as object),
          stage: 'agreed',
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('init plan --from', () => {
  it('writes nothing where the document has nothing that belongs in a plan', async () => {
    const { code, err, text } = await drafted('# Soup\n')
    expect({ code, text }).toEqual({ code: 2, text: null })
    expect(err).toMatch(/^accordant: Found nothing in ".*contract\.md" that belongs/)
  })

  it('writes nothing of a plan in which only the form is filled', async () => {
    const { code, text } = await drafted('---\naccordant: plan/1\nname: Soup\n---\n')
    expect({ code, text }).toEqual({ code: 2, text: null })
  })

  it('writes over no file', async () => {
    const folder = aFolder({ 'contract.md': contract, 'plan.yaml': 'mine' })
    const file = join(folder, 'plan.yaml')
    const { code, err } = await ran(['init', 'plan', file, '--from', join(folder, 'contract.md')])
    expect({ code, text: readFileSync(file, 'utf8') }).toEqual({ code: 2, text: 'mine' })
    expect(err).toContain('already exists and is not overwritten')
  })

  it('says that a partnership has one plan', async () => {
    const folder = aFolder({ 'plan.md': contract })
    const [from, file] = [join(folder, 'plan.md'), join(folder, 'plan.yaml')]
    const { out } = await ran(['init', 'plan', file, '--from', from])
    expect(out).toContain(`A partnership has one plan: move ${from} to another folder`)
    expect((await drafted(contract)).out).not.toContain('has one plan')
  })

  it.each([
    [['plan', 'p.yaml', '--from', 'q.yaml'], 'To check it as it is: accordant check q.yaml'],
    [['plan', 'p.yaml', '--from', 'q.pdf'], 'Save the document as Word or Markdown'],
    [['plan', 'p.md', '--from', 'q.md'], 'Run "accordant init plan p.yaml --from q.md"'],
    [['--from', 'a b.md'], 'Run "accordant init plan --from "a b.md""'],
    [['config', '--from', 'q.md'], 'Run "accordant init plan --from q.md"'],
    [['oak-lions', '--from', 'q.md'], 'Run "accordant init plan oak-lions/plan.yaml --from q.md"'],
    [['plan', 'p.yaml', '--from', 'no-such.md'], 'no-such.md'],
    [['plan', '--format', 'markdown', '--from', 'q.md'], 'Run "accordant init plan --from q.md"'],
  ])('refuses %j with the line to type', async (argv, hint) => {
    const { code, err } = await ran(['init', ...argv])
    expect(code).toBe(2)
    expect(err).toContain(hint)
    expect(existsSync('p.yaml')).toBe(false)
  })

  it('names the problems of a document that cannot be read', async () => {
    const folder = aFolder()
    const from = join(folder, 'broken.md')
    writeFileSync(from, new Uint8Array([0x23, 0x20, 0xff, 0xfe, 0x0a]))
    const file = join(folder, 'plan.yaml')
    const { code, err } = await ran(['init', 'plan', file, '--from', from])
    expect({ code, isThere: existsSync(file) }).toEqual({ code: 2, isThere: false })
    expect(err).toContain('UTF-8')
  })
})
