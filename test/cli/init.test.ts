import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guessPartners } from '../../src/app/start/new-partners.ts'
import { fillStarter, readStarter } from '../../src/app/start/starters.ts'
import { decode } from '../../src/model/decode.ts'
import { isMap } from '../../src/model/value.ts'
import { type Stage, stages } from '../../src/model/vocabulary.ts'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { planPlaceholders as placeholders } from '../../src/words/en/placeholders.ts'
import { misses } from '../model/json-schema-check.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const root = join(import.meta.dirname, '..', '..')

const ownLevels = `accordant: questionnaire/1
id: after-school
version: 1.0.0
title: After school
levels:
  - {id: high, title: High, score: 75}
  - {id: low, title: Low, score: 0}
dimensions:
  - id: children
    title: Children
    questions:
      - {id: checked, ask: Is everybody checked?, type: yes-no}
`

function decoded(kind: 'plan' | 'config' | 'response', file: string) {
  const document = readYaml(readFileSync(file), file)
  return [...document.findings, ...decode(kind, document.value).findings]
}

describe('init', () => {
  it('makes a partnership folder whose files pass check without findings', async () => {
    const folder = join(aFolder(), 'northwind-contoso')
    const { code, err } = await ran(['init', folder])
    expect({ code, err, files: readdirSync(folder).toSorted() }).toEqual({
      code: 0,
      err: '',
      files: ['.accordant', 'accordant.yaml', 'plan.yaml', 'responses'],
    })
    expect(decoded('config', join(folder, 'accordant.yaml'))).toEqual([])
    expect(decoded('plan', join(folder, 'plan.yaml'))).toEqual([])
    expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).not.toMatch(/\{\{/)
  })

  it('writes the path of the chosen questionnaire from the folder, and the ids of its levels', async () => {
    const base = aFolder({ 'after-school/questionnaire.yaml': ownLevels })
    const folder = join(base, 'oak-lions')
    const own = relative(process.cwd(), join(base, 'after-school'))
    const { code, err } = await ran(['init', folder, '--questionnaire', own])
    const text = readFileSync(join(folder, 'accordant.yaml'), 'utf8')
    expect({ code, err, lines: text.match(/^.*(?:questionnaire: |minLevel: ).*$/gm) }).toEqual({
      code: 0,
      err: '',
      lines: [
        'questionnaire: ../after-school',
        '## minScore: the overall score, 0 to 100 · minLevel: low or high ·',
        '#   minLevel: low',
      ],
    })
    expect(decoded('config', join(folder, 'accordant.yaml'))).toEqual([])
  })

  it('makes nothing if the questionnaire does not exist', async () => {
    const folder = join(aFolder(), 'oak-lions')
    const { code } = await ran(['init', folder, '--questionnaire', 'no-such-questionnaire'])
    expect({ code, isThere: existsSync(folder) }).toEqual({ code: 2, isThere: false })
  })

  it('refuses a questionnaire for a plan', async () => {
    const folder = aFolder()
    const file = join(folder, 'plan.yaml')
    const { code, err } = await ran(['init', 'plan', file, '--questionnaire', 'partnership-health'])
    expect({ code, err, isThere: existsSync(file) }).toEqual({
      code: 2,
      err: 'accordant: "init plan" takes no "--questionnaire"\n  It works with a partnership\'s folder, "config", "response" and "plan --from"\n',
      isThere: false,
    })
  })

  it('overwrites nothing', async () => {
    const folder = aFolder({ 'a-b/plan.yaml': 'mine\n' })
    const { code, err } = await ran(['init', join(folder, 'a-b')])
    expect(code).toBe(2)
    expect(err).toMatch(/plan\.yaml" already exists and is not overwritten/)
    expect(readFileSync(join(folder, 'a-b', 'plan.yaml'), 'utf8')).toBe('mine\n')
    expect(existsSync(join(folder, 'a-b', 'accordant.yaml'))).toBe(false)
  })
})

describe('init plan', () => {
  it.each(stages)('passes check at the stage %s, where it is not begun', async (stage) => {
    const file = join(aFolder(), 'plan.yaml')
    expect((await ran(['init', 'plan', file, '--stage', stage])).code).toBe(0)
    expect(readYaml(readFileSync(file), file).value).toMatchObject({ stage })
    const { code, out } = await ran(['check', file, '--fail-on', 'info', '--format', 'json'])
    expect({ code, files: JSON.parse(out).files }).toEqual({
      code: 0,
      files: [
        { file, kind: 'plan', score: null, dimensions: [], read: null, unread: [], findings: [] },
      ],
    })
  })

  it('has no date in the past, whenever it is written', async () => {
    const filling = {
      name: 'a-b',
      partners: guessPartners('a-b'),
      stage: 'operating',
      today: '2031-02-27',
      version: '0',
      placeholders,
    } as const
    const text = fillStarter(readStarter('plan.yaml', { root }), filling)
    const dates = text.match(/20\d\d-\d\d-\d\d/g) ?? []
    expect(dates.length).toBeGreaterThan(20)
    expect(dates.filter((date) => date < filling.today)).toEqual([])
    expect(text).not.toMatch(/\{\{|##@/)
  })

  it('refuses an unknown stage', async () => {
    const { code, err } = await ran(['init', 'plan', '--stage', 'done'])
    expect(code).toBe(2)
    expect(err).toContain('Allowed choices are exploring, forming, agreed, operating, closing')
  })
})

/** A plan as it is when somebody has put the example of every blank in its place. */
function fillBlanks(document: string): string {
  return document.replaceAll(/\[([^\]\n]+)\]/g, '$1')
}

/** The starter in YAML at a stage, with every example of that stage. The document knows the names of the partners from the beginning. */
async function theSameInYaml(stage: Stage): Promise<unknown> {
  const file = join(aFolder(), 'northwind-contoso', 'plan.yaml')
  await ran(['init', 'plan', file])
  const { value } = readYaml(readFileSync(file), file)
  const today = isMap(value) ? String(value.date) : ''
  const name = 'northwind-contoso'
  const partners = guessPartners(name)
  const filling = { name, partners, stage, today, version: '0', placeholders: {} }
  const yaml = fillStarter(readStarter('plan.yaml', { root }), filling)
  const whole = readYaml(Buffer.from(yaml), file).value
  if (!isMap(whole) || !Array.isArray(whole.partners)) throw new Error('no plan')
  const [one, other] = whole.partners as readonly object[]
  return {
    ...whole,
    partners: [
      { ...one, name: 'Northwind' },
      { ...other, name: 'Contoso' },
    ],
  }
}

describe('init plan --format markdown', () => {
  const aDocument = async (stage: Stage, folder = 'northwind-contoso') => {
    const file = join(aFolder(), folder, 'plan.md')
    const { code, err } = await ran(['init', 'plan', file, '--stage', stage])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return { file, text: readFileSync(file, 'utf8') }
  }

  it.each(stages)('passes check at the stage %s, where it is not begun', async (stage) => {
    const { file, text } = await aDocument(stage, 'plan')
    expect(readMarkdownPlan(Buffer.from(text), file).value).toMatchObject({ stage })
    const { code, out } = await ran(['check', file, '--fail-on', 'info', '--format', 'json'])
    expect({ code, files: JSON.parse(out).files }).toEqual({
      code: 0,
      files: [
        { file, kind: 'plan', score: null, dimensions: [], read: null, unread: [], findings: [] },
      ],
    })
  })

  it.each(stages)('is read whole when its blanks are filled in: %s', async (stage) => {
    const { file, text } = await aDocument(stage)
    const { value, prose, findings } = readMarkdownPlan(Buffer.from(fillBlanks(text)), file)
    const passages = prose?.sections.flatMap((section) => section.passages) ?? []
    expect(passages.filter(({ words, wordsRead }) => wordsRead < words)).toEqual([])
    expect(findings).toEqual([])
    expect(value).toEqual(await theSameInYaml(stage))
  })

  it('shows what is for later in comments, which hold it when they are taken away', async () => {
    const { text } = await aDocument('exploring')
    const opened = text.replaceAll(/^(?:<!--|-->)\n/gm, '')
    const { value } = readMarkdownPlan(Buffer.from(fillBlanks(opened)), 'plan.md')
    expect(value).toMatchObject({
      partners: [
        { id: 'northwind', sponsor: 'p1' },
        { id: 'contoso', sponsor: 'p3' },
      ],
      exit: { noticeDays: 90 },
      lessons: [{}],
    })
  })

  it('is begun as soon as one blank is filled in', async () => {
    const { file, text } = await aDocument('agreed')
    writeFileSync(file, text.replace('[One of us has the trucks', 'Nobody else [has trucks'))
    expect((await ran(['check', file])).out).toContain('not begun')
    writeFileSync(
      file,
      text.replace(/\[One of us has the trucks[^\]]*\]/, 'Nobody else has trucks'),
    )
    expect((await ran(['check', file])).out).toMatch(/Written plan: \d+ % complete/)
  })

  it('is plan.md where no file is named, and goes by the ending of one that is', async () => {
    const folder = aFolder({ 'plan.md': 'mine' })
    const file = join(folder, 'plan.md')
    const own = join(folder, 'ours.md')
    expect((await ran(['init', 'plan', own, '--format', 'markdown'])).out).toContain(`wrote ${own}`)
    expect((await ran(['init', 'plan', file])).err).toContain('already exists')
    const { code, err } = await ran(['init', 'plan', own, '--format', 'yaml'])
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: "${own}" does not end like a YAML file (".yaml")\n`,
    })
  })

  it('is for plans only', async () => {
    const { code, err } = await ran(['init', 'config', '--format', 'markdown'])
    expect({ code, err }).toEqual({
      code: 2,
      err: 'accordant: "--format" works only with "init plan"\n  Run "accordant init plan --format markdown"\n',
    })
  })
})

describe('init of a single file', () => {
  const kinds = ['plan', 'config', 'questionnaire'] as const
  it.each(kinds)('%s names a schema that exists, and passes check', async (kind) => {
    const folder = aFolder()
    const file = join(folder, 'own.yaml')
    const { code, out } = await ran(['init', kind, file])
    expect(code).toBe(0)
    expect(out).toContain(`wrote ${file}\n`)
    const [modeline = ''] = readFileSync(file, 'utf8').split('\n')
    const path = modeline.replace('# yaml-language-server: $schema=', '')
    const schema = JSON.parse(readFileSync(join(folder, path), 'utf8'))
    expect(misses(schema, readYaml(readFileSync(file), file).value)).toEqual([])
    expect((await ran(['check', file])).code).toBe(0)
  })

  it('uses the schema in the partnership folder for a response', async () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n' })
    const file = join(folder, 'responses', 'contoso-r1.yaml')
    await ran(['init', 'response', file, '--partner', 'contoso'])
    const [modeline = ''] = readFileSync(file, 'utf8').split('\n')
    expect(modeline).toBe('# yaml-language-server: $schema=../.accordant/response.schema.json')
    expect(existsSync(join(folder, '.accordant', 'response.schema.json'))).toBe(true)
  })

  it('writes a questionnaire with a question and a check of its own', async () => {
    const file = join(aFolder(), 'own.yaml')
    await ran(['init', 'questionnaire', file])
    const { out } = await ran(['list', '--diff', file])
    expect(out).toMatch(/extends partnership-readiness [^:]+: 2 added, 1 changed\n/)
  })

  it('writes a workflow for GitHub, with the lines for GitLab', async () => {
    const file = join(aFolder(), '.github', 'workflows', 'plan.yml')
    const { code, out } = await ran(['init', 'ci', file])
    expect(code).toBe(0)
    expect(readFileSync(file, 'utf8')).toContain('npx accordant check --format text')
    expect(readYaml(readFileSync(file), file).findings).toEqual([])
    expect(out).toContain('npx accordant check --format text --format gitlab=')
  })

  it.each([...kinds, 'ci', 'response'])('overwrites nothing: %s', async (kind) => {
    const folder = aFolder({ 'own.yaml': 'mine\n' })
    const file = join(folder, 'own.yaml')
    const { code, err } = await ran(['init', kind, file])
    expect(code).toBe(2)
    expect(err).toContain(`"${file}" already exists and is not overwritten`)
    expect(readdirSync(folder)).toEqual(['own.yaml'])
    expect(readFileSync(file, 'utf8')).toBe('mine\n')
  })
})

describe('init response', () => {
  it('writes a paper form with every question, which passes check and counts for nobody', async () => {
    const file = join(aFolder(), 'contoso-r4.yaml')
    const { code } = await ran([
      'init',
      'response',
      file,
      '--partner',
      'contoso',
      '--role',
      'Buyer: fresh # food',
    ])
    expect(code).toBe(0)
    expect(decoded('response', file)).toEqual([])
    const value = readYaml(readFileSync(file), file).value as {
      respondent: unknown
      answers: Record<string, unknown>
    }
    expect(value.respondent).toEqual({ id: 'r4', role: 'Buyer: fresh # food' })
    expect(Object.values(value.answers).every((answer) => answer === null)).toBe(true)
    expect(await ran(['report', file, '--format', 'json'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^accordant: No response counts: \S+ has no answer yet\n/),
    })
  })

  it('says whom a question concerns, and check names answers from anybody else', async () => {
    const folder = aFolder({
      'own.yaml': `${ownLevels}      - id: when
        ask: When was that?
        type: text
        when: {question: children.checked, is: yes}
`,
    })
    const file = join(folder, 'form.yaml')
    const own = ['--questionnaire', join(folder, 'own.yaml')]
    await ran(['init', 'response', file, '--partner', 'lions', ...own])
    const form = readFileSync(file, 'utf8')
    expect(form).toContain(
      '  # When was that?\n  # Only when "children.checked" is yes; otherwise leave it empty\n  # text\n  children.when:\n',
    )
    const answered = form.replace('checked:\n', 'checked: no\n').replace('when:\n', 'when: May\n')
    writeFileSync(file, answered)
    const { code, out } = await ran(['check', file, ...own])
    expect({ code, said: out.match(/info .*$/m)?.[0], fix: out.match(/Fix: .*$/m)?.[0] }).toEqual({
      code: 0,
      said: 'info     The answer to "children.when" does not count. It is asked only when "children.checked" is yes  [answer.not-asked]',
      fix: 'Fix: Leave it unanswered, or correct the answer that it depends on',
    })
    writeFileSync(file, answered.replace('checked: no\n', 'checked: yes\n'))
    expect((await ran(['check', file, ...own])).out).toContain('nothing found')
  })

  it('has only the core questions with --quick', async () => {
    const file = join(aFolder(), 'form.yaml')
    await ran(['init', 'response', file, '--partner', 'contoso', '--quick'])
    const value = readYaml(readFileSync(file), file).value as { answers: object; run: string }
    expect({ run: value.run, places: Object.keys(value.answers).length }).toEqual({
      run: 'quick',
      places: 12,
    })
  })

  it('can be filled in with an editor, line by line', async () => {
    const file = join(aFolder(), 'form.yaml')
    await ran(['init', 'response', file, '--partner', 'contoso', '--quick'])
    const answered = readFileSync(file, 'utf8').replaceAll(/^( {2}[a-z-]+\.[a-z-]+:)$/gm, '$1 4')
    writeFileSync(file, answered)
    const { out } = await ran(['report', file, '--format', 'json'])
    expect(JSON.parse(out).score).toEqual({ value: 75, low: 75, high: 75, coverage: 1 })
  })
})
