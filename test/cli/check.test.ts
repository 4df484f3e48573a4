import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

/** A questionnaire of two dimensions with a check each. */
const questionnaire = aSmallQuestionnaire(`  - id: roles
    title: Roles
    questions: [{id: named, ask: Who does it?, type: yes-no}]
    checks:
      - id: commitment-owner
        title: Every commitment has an owner
        for: commitments
        assert: person(item.owner)
        message: Nobody known is to do "{item.what}"
        severity: error
        fix: Name a person from "people"
  - id: exit
    title: Exit
    questions: []
    checks:
      - id: notice
        title: Notice is agreed
        assert: plan.exit.noticeDays > 0
        message: No notice is agreed
        severity: {exploring: info, forming: warning, agreed: error}
`)

const plan = `accordant: plan/1
name: Cold chain
stage: agreed
people: [{id: p1}]
commitments:
  - {what: Drivers, owner: p1}
  - {what: Trucks, owner: nobody}
exit:
  noticeDays: 90
`

function aPartnership(files: Readonly<Record<string, string>> = {}) {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: questionnaire.yaml\n',
    'questionnaire.yaml': questionnaire,
    'plan.yaml': plan,
    ...files,
  })
}

interface Told {
  readonly verdict: { readonly pass: boolean; readonly reasons: readonly unknown[] }
  readonly files: readonly {
    readonly file: string
    readonly kind: string | null
    readonly score: { readonly value: number | null } | null
    readonly findings: readonly {
      readonly id: string
      readonly line: number
      readonly column: number
      readonly message: string
    }[]
  }[]
}

/** What `check --format json` says, with files by their names in the folder. */
async function told(folder: string, ...args: readonly string[]) {
  const { code, out, err } = await ran(['check', ...args, '--format', 'json'])
  const { verdict, files } = JSON.parse(out) as Told
  const short = (file: string) => file.replace(`${folder}/`, '')
  return {
    code,
    err,
    pass: verdict.pass,
    reasons: verdict.reasons,
    kinds: Object.fromEntries(files.map(({ file, kind }) => [short(file), kind])),
    findings: files.flatMap(({ file, findings }) =>
      findings.map(({ id, line, column }) => `${short(file)}:${line}:${column} ${id}`),
    ),
    files,
  }
}

describe('check', () => {
  it('finds every accordant file in a folder, and skips all others', async () => {
    const folder = aPartnership({
      'package.json': '{"name": "accordant"}',
      'notes.md': '# accordant: notes',
      'broken.yaml': 'a: [',
      '.hidden/plan.yaml': plan,
      'responses/r1.yaml':
        'accordant: response/1\nquestionnaire: {id: small, version: 1.0.0}\npartnership: x\npartner: a\nrespondent: {id: r1}\nrun: full\nanswers: {roles.named: maybe}\n',
    })
    const { code, kinds, findings } = await told(folder, folder)
    expect(kinds).toEqual({
      'accordant.yaml': 'config',
      'plan.yaml': 'plan',
      'questionnaire.yaml': 'questionnaire',
      'responses/r1.yaml': 'response',
    })
    expect(findings).toEqual([
      'plan.yaml:7:6 roles.commitment-owner',
      'plan.yaml:7:27 reference.unknown',
      'questionnaire.yaml:13:9 check.no-example',
      'questionnaire.yaml:24:9 check.no-example',
      'responses/r1.yaml:7:24 schema.value',
    ])
    expect(code).toBe(1)
  })

  it('says how complete the plan is, with the arithmetic of answers', async () => {
    const folder = aPartnership()
    const { files } = await told(folder, join(folder, 'plan.yaml'))
    const { findings: _, ...figures } = files[0] ?? {}
    expect(figures).toEqual({
      file: join(folder, 'plan.yaml'),
      kind: 'plan',
      score: { value: 75, low: 75, high: 75, coverage: 1 },
      dimensions: [
        { id: 'roles', score: { value: 50, low: 50, high: 50, coverage: 1 } },
        { id: 'exit', score: { value: 100, low: 100, high: 100, coverage: 1 } },
      ],
      read: 1,
      unread: [],
    })
  })

  it('fails on limits as well as on findings, and reports both', async () => {
    const folder = aPartnership()
    const file = join(folder, 'plan.yaml')
    const { code, pass, reasons } = await told(
      folder,
      file,
      '--fail-on',
      'never',
      '--min-complete',
      '80',
    )
    expect({ code, pass }).toEqual({ code: 1, pass: false })
    expect(reasons).toEqual([{ code: 'limit', file, option: 'minComplete', value: 75, needs: 80 }])
    const met = await told(folder, file, '--fail-on', 'never', '--min-complete', '75')
    expect({ code: met.code, pass: met.pass }).toEqual({ code: 0, pass: true })
  })

  it('holds each plan alone to the limit, and the flag beats the settings', async () => {
    const folder = aPartnership({
      'accordant.yaml':
        'accordant: config/1\nquestionnaire: questionnaire.yaml\nlimits: {minScore: 100, minLevel: ready, minComplete: 80, failOn: never}\n',
      'whole.yaml': plan.replace('nobody', 'p1'),
      'broken.yaml': 'accordant: plan/1\nname: [\n',
    })
    const { reasons } = await told(folder, folder)
    const limit = { code: 'limit', option: 'minComplete', needs: 80 }
    expect(reasons).toEqual([
      { ...limit, file: join(folder, 'broken.yaml'), value: null },
      { ...limit, file: join(folder, 'plan.yaml'), value: 75 },
    ])
    const lower = await told(folder, folder, '--min-complete', '70')
    expect(lower.reasons).toEqual([
      { ...limit, file: join(folder, 'broken.yaml'), value: null, needs: 70 },
    ])
  })

  it('gives the share of a plan in Markdown that was read', async () => {
    const folder = aPartnership({
      'plan.md': '---\naccordant: plan/1\n---\n\n## Exit\n\n- Notice: 3 months\n',
    })
    const { files } = await told(folder, join(folder, 'plan.md'))
    expect(files[0]).toMatchObject({ score: { value: 100 }, read: 1, unread: [] })
  })

  it('does not count a check that only informs, or that is off', async () => {
    const folder = aPartnership({
      'accordant.yaml':
        'accordant: config/1\nquestionnaire: questionnaire.yaml\nseverity: {roles.commitment-owner: info, exit.notice: off}\n',
    })
    const { files } = await told(folder, join(folder, 'plan.yaml'))
    const nothing = { value: null, low: null, high: null, coverage: null, reason: 'not-applicable' }
    expect(files[0]?.score).toEqual(nothing)
  })

  it.each(['--min-score', '--min-level', '--min-dimension'])(
    'knows no %s, which is for answers',
    async (option) => {
      const { code, err } = await ran(['check', '.', option, '50'])
      expect({ code, err: err.split('\n')[0] }).toEqual({
        code: 2,
        err: `error: unknown option '${option}'`,
      })
    },
  )

  it('takes a severity from the settings first, then from the stage', async () => {
    const folder = aPartnership({
      'plan.yaml': 'accordant: plan/1\nstage: forming\n',
      'loud/accordant.yaml':
        'accordant: config/1\nquestionnaire: ../questionnaire.yaml\nseverity: {exit.notice: error}\n',
      'loud/plan.yaml': 'accordant: plan/1\nstage: forming\n',
    })
    const quiet = await told(folder, join(folder, 'plan.yaml'))
    expect([quiet.code, quiet.findings]).toEqual([0, ['plan.yaml:1:1 exit.notice']])
    const loud = await told(folder, join(folder, 'loud'))
    expect(loud.code).toBe(1)
  })

  it('accepts file patterns', async () => {
    const folder = aPartnership({ 'more/plan.yaml': plan, 'more/deep/other.yaml': 'a: 1' })
    const { kinds } = await told(folder, `${folder}/more/**/*.yaml`)
    expect(kinds).toEqual({ 'more/plan.yaml': 'plan' })
  })

  it('checks a file once, even if it is named several times', async () => {
    const folder = aPartnership()
    symlinkSync(join(folder, 'plan.yaml'), join(folder, 'link.yaml'))
    const { kinds } = await told(folder, join(folder, 'link.yaml'), join(folder, 'plan.yaml'))
    expect(kinds).toEqual({ 'link.yaml': 'plan' })
  })
})

describe('A file that cannot be checked', () => {
  it.each([
    ['missing', (folder: string) => join(folder, 'plam.yaml'), 'does not exist'],
    ['none of ours', (folder: string) => join(folder, 'other.yaml'), 'is not an accordant file'],
  ])('is reported, and the other files are still checked: %s', async (_, named, message) => {
    const folder = aPartnership({ 'other.yaml': 'a: 1' })
    const wrong = named(folder)
    const { code, pass, reasons, findings, err } = await told(
      folder,
      wrong,
      join(folder, 'plan.yaml'),
    )
    expect(code).toBe(2)
    expect(pass).toBe(false)
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'unchecked', file: wrong }))
    expect(err).toContain(message)
    expect(findings).toHaveLength(2)
  })

  it('includes every file under broken settings', async () => {
    const folder = aPartnership({
      'bad/accordant.yaml': 'accordant: config/1\nlimits: {minScore: many}\n',
      'bad/plan.yaml': plan,
    })
    const { code, kinds, err } = await told(folder, folder)
    expect(code).toBe(2)
    expect(Object.keys(kinds)).toEqual([
      'accordant.yaml',
      'bad/accordant.yaml',
      'plan.yaml',
      'questionnaire.yaml',
    ])
    expect(err).toContain('bad/accordant.yaml')
  })

  it('stops the run with a fault if there is no file to check', async () => {
    const folder = aFolder({ 'other.yaml': 'a: 1' })
    mkdirSync(join(folder, 'empty'))
    const { code, err } = await ran(['check', folder])
    expect(code).toBe(2)
    expect(err).toContain('Found nothing to check')
  })
})

describe('Output', () => {
  it('is written in several formats, each to its file, and ends with the verdict', async () => {
    const folder = aPartnership()
    const file = (name: string) => join(folder, 'out', name)
    mkdirSync(join(folder, 'out'))
    const { code, out } = await ran([
      'check',
      join(folder, 'plan.yaml'),
      '--format',
      'text',
      ...['sarif', 'junit', 'gitlab', 'json', 'markdown'].flatMap((name) => [
        '--format',
        `${name}=${file(name)}`,
      ]),
    ])
    expect(code).toBe(1)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^Verdict: fail/)
  })

  it('adds annotations and a summary in GitHub Actions', async () => {
    const folder = aPartnership()
    const summary = join(folder, 'summary.md')
    writeFileSync(summary, 'before\n')
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
    const { out } = await ran(['check', join(folder, 'plan.yaml')], env)
    expect(out).toContain('::error ')
    expect(out).toContain('Verdict: fail')
  })
})
