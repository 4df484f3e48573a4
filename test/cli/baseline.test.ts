import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const start = process.cwd()
afterEach(() => process.chdir(start))

const settings = 'accordant: config/1\nquestionnaire: questionnaire.yaml\n'
const named = `${settings}baseline: known.json\n`

function questionnaire(owner = 'id: owner'): string {
  return aSmallQuestionnaire(`  - id: roles
    title: Roles
    questions: []
    checks:
      - ${owner}
        title: Every commitment has an owner
        for: commitments
        assert: has(item.owner)
        message: Nobody is to do "{item.what}"
        severity: error
        examples: {good: {commitments: [{what: Call, owner: p1}]}, bad: {commitments: [{what: Call}]}}
`)
}

function aPlan(...commitments: readonly string[]): string {
  const list = commitments.map((one) => `  - ${one}\n`).join('')
  return `accordant: plan/1\nstage: agreed\npeople: [{id: p1}]\ncommitments:\n${list}`
}

/** The current folder, with these files and a questionnaire in it. */
function aPartnership(files: Readonly<Record<string, string>>): void {
  process.chdir(
    aFolder({ 'accordant.yaml': settings, 'questionnaire.yaml': questionnaire(), ...files }),
  )
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(name), { recursive: true })
    writeFileSync(name, text)
  }
}

interface Told {
  readonly id: string
  readonly line: number
  readonly message: string
  readonly waived: unknown
  readonly baseline: boolean
}

/** Exit code and findings, `plan.yaml:5 roles.owner known`. */
async function check(...args: readonly string[]): Promise<readonly (number | string)[]> {
  const { code, out } = await ran(['check', ...args, '--format', 'json'])
  const { files } = JSON.parse(out) as { files: { file: string; findings: Told[] }[] }
  return [
    code,
    ...files.flatMap(({ file, findings }) =>
      findings.map(
        ({ id, line, waived, baseline }) =>
          `${file}:${line} ${id}${waived === null ? '' : ' waived'}${baseline ? ' known' : ''}`,
      ),
    ),
  ]
}

async function update(...args: readonly string[]) {
  const { code, err } = await ran(['check', ...args, '--update-baseline'])
  return { code, err }
}

/** File and place of each entry. */
function entries(file = 'known.json'): readonly string[] {
  const { findings } = JSON.parse(readFileSync(file, 'utf8')) as {
    findings: { file: string; path: string }[]
  }
  return findings.map(({ file: own, path }) => `${own} ${path}`)
}

describe('A baseline', () => {
  it('has a line for each finding, in a fixed order, and check says how many', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks', 'what: Drivers') })
    expect(await update()).toEqual({ code: 0, err: 'Wrote 2 findings to "known.json"\n' })
    const line = (item: string) =>
      `    {"file":"plan.yaml","id":"roles.owner","path":"commitments[${item}]","fingerprint":"HASH"}`
    expect(readFileSync('known.json', 'utf8').replaceAll(/[0-9a-f]{64}/g, 'HASH')).toBe(
      `{\n  "accordant": "baseline/1",\n  "findings": [\n${line('Drivers')},\n${line('Trucks')}\n  ]\n}\n`,
    )
  })

  it('recognises findings that have moved', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks', 'what: Drivers') })
    await update()
    write({
      'plan.yaml': `\n# New\n${aPlan('{what: New, owner: p1}', 'what: Drivers', 'what: Trucks')}`,
    })
    expect(await check()).toEqual([
      0,
      'plan.yaml:8 roles.owner known',
      'plan.yaml:9 roles.owner known',
    ])
  })

  it('does not let a new finding replace one that is gone', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks', 'what: Drivers') })
    await update()
    write({ 'plan.yaml': aPlan('what: Ships', 'what: Drivers') })
    expect(await check()).toEqual([
      1,
      'known.json:5 baseline.stale',
      'plan.yaml:5 roles.owner',
      'plan.yaml:6 roles.owner known',
    ])
  })

  it('covers as many equal findings as it lists', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks') })
    await update()
    write({ 'plan.yaml': aPlan('what: Trucks', 'what: Trucks') })
    expect(await check()).toEqual([1, 'plan.yaml:5 roles.owner known', 'plan.yaml:6 roles.owner'])
  })

  it('says where an entry was found that is no longer found', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks') })
    await update()
    write({ 'plan.yaml': aPlan('{what: Trucks, owner: p1}') })
    const { code, out } = await ran(['check', 'plan.yaml'])
    expect({ code, out }).toEqual({ code: 0, out: expect.any(String) })
    expect(out).toContain(
      'warning  "roles.owner" at "commitments[Trucks]" in "plan.yaml" is no longer found  [baseline.stale]',
    )
  })

  it('loses entries that are no longer found when it is updated, and check says so', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks', 'what: Drivers') })
    await update()
    write({ 'plan.yaml': aPlan('what: Trucks') })
    expect(await update()).toEqual({
      code: 0,
      err: 'Wrote 1 finding to "known.json"; removed 1 that is no longer found\n',
    })
    expect(entries()).toEqual(['plan.yaml commitments[Trucks]'])
  })

  it('is not rewritten if nothing has changed', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks') })
    await update()
    const before = statSync('known.json').ino
    await update()
    expect(statSync('known.json').ino).toBe(before)
  })

  it('keeps the entries of files that were not checked or could not be read', async () => {
    aPartnership({
      'accordant.yaml': named,
      'a.yaml': aPlan('what: A'),
      'b.yaml': aPlan('what: B'),
      'c.yaml': aPlan('what: C'),
      'd.yaml': aPlan('what: D'),
    })
    await update()
    write({ 'a.yaml': aPlan('what: A', 'what: New'), 'c.yaml': 'accordant: plan/1\nstage: [' })
    rmSync('d.yaml')
    expect((await check('a.yaml', 'c.yaml')).filter((told) => `${told}`.includes('stale'))).toEqual(
      ['known.json:7 baseline.stale'],
    )
    expect((await update('a.yaml', 'c.yaml')).code).toBe(1)
    expect(entries()).toEqual([
      'a.yaml commitments[A]',
      'a.yaml commitments[New]',
      'b.yaml commitments[B]',
      'c.yaml commitments[C]',
    ])
  })

  it('keeps the entries of settings that were used but not checked', async () => {
    const lost = `${named}severity: {roles.gone: error}
waivers:
  - {check: roles.owner, path: commitments, by: p1, until: 2026-11-22, reason: Then}
`
    aPartnership({ 'accordant.yaml': lost, 'plan.yaml': aPlan('what: A') })
    await update()
    expect(await check('plan.yaml')).toEqual([
      0,
      'plan.yaml:5 roles.owner known',
      'accordant.yaml:6 waiver.expired',
    ])
  })

  it('contains no waived finding, and no error that keeps a file from being read', async () => {
    aPartnership({
      'accordant.yaml': named,
      'a.yaml': aPlan('what: A # accordant-waive roles.owner by=p1 until=2027-01-01 -- Soon'),
      'b.yaml': aPlan('what: [B]'),
    })
    expect((await update()).code).toBe(1)
    expect(entries()).toEqual(['b.yaml commitments[…]'])
    expect(await check()).toEqual([
      1,
      'a.yaml:5 roles.owner waived',
      'b.yaml:5 roles.owner known',
      'b.yaml:5 schema.type',
    ])
  })

  it('does not call an entry stale whose check needs a value that was refused', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: A', 'what: B') })
    await update()
    write({ 'plan.yaml': aPlan('what: A\n    owner: [p1]', 'what: B') })
    expect(await check('plan.yaml')).toEqual([
      1,
      'plan.yaml:6 schema.type',
      'plan.yaml:7 roles.owner known',
    ])
  })

  it('does not call an entry stale whose finding is now known by another name', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: A') })
    await update()
    write({ 'plan.yaml': aPlan('what: [A]') })
    expect(await check('plan.yaml')).toEqual([
      1,
      'plan.yaml:5 roles.owner',
      'plan.yaml:5 schema.type',
    ])
  })

  it('calls an entry stale whose check was judged beside a refused value', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: A') })
    await update()
    write({ 'plan.yaml': `${aPlan('what: A\n    owner: p1')}date: soon\n` })
    expect(await check('plan.yaml')).toEqual([
      1,
      'plan.yaml:7 schema.value',
      'known.json:4 baseline.stale',
    ])
  })

  it('works from any folder', async () => {
    aPartnership({ 'accordant.yaml': named, 'plans/plan.yaml': aPlan('what: Trucks') })
    await update()
    const folder = process.cwd()
    process.chdir('plans')
    const paths = ['.', '../plans', `${folder}/plans`]
    const told = await Promise.all(paths.map((path) => check(path)))
    const names = ['plan.yaml', '../plans/plan.yaml', `${folder}/plans/plan.yaml`]
    expect(told).toEqual(names.map((name) => [0, `${name}:5 roles.owner known`]))
  })

  it('recognises the findings of a check by its former ids', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: Trucks') })
    await update()
    const told: unknown[] = []
    for (const names of [
      'id: doer\n        formerly: [owner]',
      'id: who\n        formerly: [owner, doer]',
      'id: who\n        formerly: [doer, owner]',
    ]) {
      write({ 'questionnaire.yaml': questionnaire(names) })
      told.push((await check('plan.yaml'))[0])
    }
    expect(told).toEqual([0, 0, 0])
  })

  it('belongs to the settings that name it', async () => {
    aPartnership({
      'one/accordant.yaml': named.replace('questionnaire.yaml', '../questionnaire.yaml'),
      'one/plan.yaml': aPlan('what: A'),
      'two/accordant.yaml': settings.replace('questionnaire.yaml', '../questionnaire.yaml'),
      'two/plan.yaml': aPlan('what: A'),
    })
    await update('one')
    expect(await check()).toEqual([
      1,
      'one/plan.yaml:5 roles.owner known',
      'two/plan.yaml:5 roles.owner',
    ])
    expect(entries('one/known.json')).toEqual(['plan.yaml commitments[A]'])
  })

  it('is written beside the settings under its usual name if no name is given', async () => {
    aPartnership({ 'plans/plan.yaml': aPlan('what: A') })
    expect((await update('plans')).err).toContain('"accordant.baseline.json"')
    expect(entries('accordant.baseline.json')).toEqual(['plans/plan.yaml commitments[A]'])
  })

  it('named with the option wins over the one in the settings', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: A') })
    await update('--baseline', 'other.json')
    expect([await check('--baseline', 'other.json'), (await check())[0]]).toEqual([
      [0, 'plan.yaml:5 roles.owner known'],
      1,
    ])
  })

  it('named with the option must exist', async () => {
    aPartnership({ 'plan.yaml': aPlan('what: A') })
    const { code, out, err } = await ran(['check', '--baseline', 'none.json'])
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('There is no baseline "none.json"'),
    })
  })

  it('named in the settings is reported there if it does not exist', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('{what: A, owner: p1}') })
    expect([await check('plan.yaml'), await check()]).toEqual([
      [1, 'accordant.yaml:3 reference.unknown'],
      [1, 'accordant.yaml:3 reference.unknown'],
    ])
  })

  it.each([
    ['broken', '{"accordant": "baseline/1", "findings": [\n<<<<<<< HEAD\n]}'],
    ['a plan', aPlan('what: B')],
    ['something else', '{"name": "package"}'],
    ['empty', ''],
  ])(
    'that is %s is neither used nor overwritten, and everything else is checked',
    async (_name, text) => {
      aPartnership({ 'known.json': text, 'plan.yaml': aPlan('what: A') })
      const flags = ['plan.yaml', '--baseline', 'known.json']
      const told = await check(...flags)
      const { code } = await update(...flags)
      expect({
        told: told.slice(0, 1),
        plan: told.includes('plan.yaml:5 roles.owner'),
        code,
      }).toEqual({
        told: [2],
        plan: true,
        code: 2,
      })
      expect(readFileSync('known.json', 'utf8')).toBe(text)
    },
  )

  it('changes neither the completeness nor the limit on it', async () => {
    aPartnership({ 'accordant.yaml': named, 'plan.yaml': aPlan('what: A', '{what: B, owner: p1}') })
    await update()
    const { code, out } = await ran(['check', 'plan.yaml', '--min-complete', '60'])
    expect(code).toBe(1)
    expect(out).toContain('Written plan: 50 % complete, 1 error, at stage "agreed"')
    expect(out.split('\n').at(-2)).toBe('Verdict: fail (1 limit missed, 1 in the baseline)')
  })
})
