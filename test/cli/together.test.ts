import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const start = process.cwd()
afterEach(() => process.chdir(start))

const settings = 'accordant: config/1\nquestionnaire: questionnaire.yaml\n'

const check = `      - id: deputy
        title: Everybody has a deputy
        for: people
        assert: has(item.deputy)
        message: '{item} has no deputy'
        together: 'In {plan.name}, these people have no deputy: {items}'
        severity: {exploring: warning, agreed: error, closing: info}
        kinds: {memorandum: info, internal: 'off'}
        fix: Name one of the others.
        examples:
          good: {people: [{id: p1, deputy: p2}, {id: p2, deputy: p1}]}
          bad: {people: [{id: p1}]}
`

function questionnaire(checks = check): string {
  return aSmallQuestionnaire(`  - id: roles
    title: Roles
    questions:
      - {id: clear, ask: Is it clear?, type: yes-no}
    checks:
${checks}`)
}

const sara = '  - {id: p1, name: Sara Lind}'
const omar = '  - {id: p2, name: Omar Diaz}'
const kim = '  - {id: p3, name: Kim Berg}'
const fay = '  - {id: p4, name: Fay Roy, deputy: p1}'

function aPlan(people: readonly string[], top = 'stage: agreed'): string {
  return `accordant: plan/1\nname: Harbour\n${top}\npeople:\n${people.join('\n')}\n`
}

/** The current folder, with these files and a questionnaire in it. */
function aPartnership(files: Readonly<Record<string, string>>): string {
  const all = { 'accordant.yaml': settings, 'questionnaire.yaml': questionnaire(), ...files }
  const folder = aFolder(all)
  process.chdir(folder)
  return folder
}

interface Told {
  readonly id: string
  readonly line: number
  readonly severity: string
  readonly message: string
  readonly places?: readonly { readonly line: number }[]
  readonly waived: unknown
  readonly baseline: boolean
}

/** Exit code and findings in the plan, `5+6 roles.deputy waived`. */
async function found(...args: readonly string[]): Promise<readonly (number | string)[]> {
  const { code, out } = await ran(['check', 'plan.yaml', ...args, '--format', 'json'])
  const { files } = JSON.parse(out) as { files: { findings: Told[] }[] }
  const told = files.flatMap(({ findings }) => findings)
  return [
    code,
    ...told.map(({ id, severity, waived, baseline, ...own }) => {
      const lines = (own.places ?? [own]).map(({ line }) => line).join('+')
      return `${lines} ${severity} ${id}${waived === null ? '' : ' waived'}${baseline ? ' known' : ''}`
    }),
  ]
}

async function fingerprints(): Promise<readonly string[]> {
  const { out } = await ran(['check', 'plan.yaml', '--format', 'gitlab'])
  return (JSON.parse(out) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
}

describe('People who fail a check with "together"', () => {
  it('are one finding with their names, and count as one error', async () => {
    aPartnership({ 'plan.yaml': aPlan([sara, omar, fay, kim]) })
    const { code, out } = await ran(['check', 'plan.yaml', '--today', '2026-11-23'])
    expect(code).toBe(1)
    expect(out).toBe(`plan.yaml
  5:6  error    In Harbour, these people have no deputy: Sara Lind, Omar Diaz and Kim Berg  [roles.deputy]
    5 |   - {id: p1, name: Sara Lind}
      |      ^^
      Also on lines 6 and 8
      Fix: Name one of the others.
  Written plan: 25 % complete, 1 error, at stage "agreed"
    By dimension: roles 25 %

1 file checked on 2026-11-23: 1 error
Verdict: fail (1 error)
`)
  })

  it('have their lines in a plan in Markdown, too', async () => {
    aPartnership({
      'plan.md':
        '---\naccordant: plan/1\nname: Harbour\nstage: agreed\n---\n\n## People\n\n- Sara Lind (p1)\n- Omar Diaz (p2)\n',
    })
    const { out } = await ran(['check', 'plan.md'])
    expect(out).toContain('In Harbour, these people have no deputy: Sara Lind and Omar Diaz')
    expect(out).toContain('  9:')
    expect(out).toContain('Also on line 10\n')
  })

  it('are told by the message of the check where one is alone', async () => {
    aPartnership({ 'plan.yaml': aPlan([sara, fay]) })
    const { out } = await ran(['check', 'plan.yaml'])
    expect(out).toContain('Sara Lind has no deputy  [roles.deputy]')
    expect(out).not.toContain('Also on')
  })

  it('are waived one by one', async () => {
    const waiver = `waivers:
  - check: roles.deputy
    path: people[p1]
    by: p2
    until: 2099-03-31
    reason: Leaves in May
`
    aPartnership({ 'plan.yaml': aPlan([sara, omar, kim]), 'accordant.yaml': settings + waiver })
    expect(await found()).toEqual([1, '5 error roles.deputy waived', '6+7 error roles.deputy'])
    const comment = '  # accordant-waive roles.deputy by=p2 until=2099-03-31 -- Away until May'
    writeFileSync('plan.yaml', aPlan([sara, comment, omar, kim]))
    expect(await found()).toEqual([
      1,
      '5 error roles.deputy waived',
      '7 error roles.deputy waived',
      '8 error roles.deputy',
    ])
  })

  it('are written to a baseline one by one, and somebody new still fails the check', async () => {
    aPartnership({ 'plan.yaml': aPlan([sara, omar]) })
    await ran(['check', 'plan.yaml', '--update-baseline'])
    const { findings } = JSON.parse(readFileSync('accordant.baseline.json', 'utf8'))
    expect(findings.map(({ path }: { path: string }) => path)).toEqual(['people[p1]', 'people[p2]'])
    const known = ['--baseline', 'accordant.baseline.json']
    expect(await found(...known)).toEqual([
      0,
      '5 error roles.deputy known',
      '6 error roles.deputy known',
    ])
    writeFileSync('plan.yaml', aPlan([kim, omar, sara]))
    expect(await found(...known)).toEqual([
      1,
      '5 error roles.deputy',
      '6 error roles.deputy known',
      '7 error roles.deputy known',
    ])
  })

  it('are in a baseline as they are without "together"', async () => {
    const plan = aPlan([sara, omar, fay, kim])
    const baselines: string[] = []
    for (const own of [check, check.replace(/\n *together: .*/, '')]) {
      aPartnership({ 'plan.yaml': plan, 'questionnaire.yaml': questionnaire(own) })
      await ran(['check', 'plan.yaml', '--update-baseline'])
      baselines.push(readFileSync('accordant.baseline.json', 'utf8'))
      expect((await found()).length).toBe(own === check ? 2 : 4)
    }
    expect(baselines[0]).toBe(baselines[1])
  })

  it('have one fingerprint, whoever is among them and wherever they are', async () => {
    aPartnership({ 'plan.yaml': aPlan([sara, omar]) })
    const before = await fingerprints()
    expect(before).toHaveLength(1)
    for (const people of [['  # moved', '', omar, sara], [kim, sara, omar], [omar]]) {
      writeFileSync('plan.yaml', aPlan(people))
      expect(await fingerprints()).toEqual(before)
    }
  })

  it('are one finding of the result and of the report, with all lines', async () => {
    const response = (partner: string) => `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: harbour
partner: ${partner}
respondent: {id: r-${partner}, role: Lead}
completed: 2026-11-20T09:14:00Z
answers: {roles.clear: yes}
`
    aPartnership({
      'accordant.yaml': `${settings}partnership: harbour\npartners: [{id: north, name: North}, {id: south, name: South}]\n`,
      'plan.yaml': aPlan([sara, omar, fay, kim]),
      'responses/north.yaml': response('north'),
      'responses/south.yaml': response('south'),
    })
    const { out } = await ran(['report', '--format', 'json', '--today', '2026-11-23'])
    const { plan } = JSON.parse(out) as { plan: { errors: number; findings: Told[] } }
    expect(plan.errors).toBe(1)
    const own = plan.findings.filter(({ id }) => id === 'roles.deputy')
    expect(own.map(({ places = [] }) => places.map(({ line }) => line))).toEqual([[5, 6, 8]])
    const page = await ran(['report', '--full', '--format', 'markdown', '--today', '2026-11-23'])
    expect(page.out).toContain(
      'In Harbour, these people have no deputy: Sara Lind, Omar Diaz and Kim Berg, `plan.yaml:5, 6, 8` `roles.deputy`',
    )
    expect(page.out.match(/no deputy/g)).toHaveLength(1)
  })
})

describe('The kind of a plan', () => {
  it.each([
    ['stage: agreed', [1, '5+6 error roles.deputy']],
    ['stage: closing', [0, '5+6 info roles.deputy']],
    ['{stage: agreed, kind: memorandum}', [0, '5+6 info roles.deputy']],
    ['{stage: agreed, legalStatus: non-binding}', [0, '5+6 info roles.deputy']],
    ['{stage: agreed, kind: internal}', [0]],
    [
      '{stage: exploring, kind: contract, legalStatus: non-binding}',
      [0, '5+6 warning roles.deputy'],
    ],
  ])('decides with the stage how serious a check is: %s', async (keys, expected) => {
    const top = keys.replaceAll(/[{}]/g, '').split(', ')
    const own = aPlan([sara, omar], top.join('\n'))
    aPartnership({ 'plan.yaml': own })
    const shift = top.length - 1
    const lines = expected.map((one) => String(one).replace('5+6', `${5 + shift}+${6 + shift}`))
    expect((await found()).map(String)).toEqual(lines)
  })

  it('counts for nothing where a team sets the severity', async () => {
    const severity = 'severity: {roles.deputy: warning}\n'
    const plan = aPlan([sara, omar], 'stage: agreed\nkind: internal')
    aPartnership({ 'plan.yaml': plan, 'accordant.yaml': settings + severity })
    expect(await found()).toEqual([0, '6+7 warning roles.deputy'])
  })

  it('is explained in plain words', async () => {
    aPartnership({})
    const { out } = await ran(['explain', 'roles.deputy'])
    expect(
      out,
    ).toContain(`  Severity: warning from exploring on, error from agreed on and info from closing on
  For a memorandum: information only
  For an internal plan: off
`)
  })

  it('is changed in a questionnaire that extends another', async () => {
    aPartnership({
      'base.yaml': questionnaire(),
      'questionnaire.yaml': `accordant: questionnaire/1
id: ours
version: 1.0.0
extends: base.yaml
checks:
  - {id: roles.deputy, kinds: {internal: warning}, together: null}
`,
      'plan.yaml': aPlan([sara, omar], 'stage: agreed\nkind: internal'),
    })
    expect(await found()).toEqual([0, '6 warning roles.deputy', '7 warning roles.deputy'])
  })
})

describe('A check', () => {
  it.each([
    [
      "for: people\n        together: 'These people have none'",
      '"together" does not name the items that fail',
    ],
    ["together: 'None: {items}'", '"together" can only be used in a check with "for"'],
    ["for: people\n        together: '{item.name}: {items}'", 'Unknown name "item" in the message'],
    ["for: people\n        together: '{plan.nam}: {items}'", 'A plan has no "nam"'],
    ["for: people\n        together: '{items} {items.name}'", 'Unknown name "items.name"'],
    ["for: people\n        together: '{plan}: {items}'", 'Unknown name "plan"'],
    ['kinds: {memo: info}', 'memorandum'],
    ['kinds: {internal: mild}', 'warning'],
  ])('is refused with %s', async (keys, told) => {
    const own = `      - id: deputy
        title: Everybody has a deputy
        ${keys}
        assert: has(plan.people)
        message: Nobody
`
    process.chdir(aFolder({ 'ours.yaml': questionnaire(own) }))
    const { code, out } = await ran(['check', 'ours.yaml'])
    expect(code).toBe(1)
    expect(out).toContain(told)
  })

  it('knows the kinds that a plan can have', async () => {
    const own = check.replace('has(item.deputy)', 'plan.kind == "treaty"')
    process.chdir(aFolder({ 'ours.yaml': questionnaire(own) }))
    const { code, out } = await ran(['check', 'ours.yaml'])
    expect(code).toBe(1)
    expect(out).toContain('[expression.error]')
    expect(out).toContain('treaty')
  })
})
