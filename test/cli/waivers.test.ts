import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

/** Two checks that may be waived, and one that may not. */
const questionnaire = aSmallQuestionnaire(`  - id: roles
    title: Roles
    questions: [{id: known, ask: Is it known?, type: yes-no}]
    checks:
      - id: owner
        formerly: [doer]
        title: Every commitment has an owner
        for: commitments
        assert: has(item.owner)
        message: Nobody is to do "{item.what}"
        severity: error
        examples: {good: {commitments: [{what: Call, owner: p1}]}, bad: {commitments: [{what: Call}]}}
  - id: exit
    title: Exit
    questions: []
    checks:
      - id: notice
        title: Notice is agreed
        assert: plan.exit.noticeDays > 0
        message: No notice is agreed
        severity: error
        examples: {good: {exit: {noticeDays: 90}}, bad: {exit: {cureDays: 30}}}
      - id: survives
        title: What survives is agreed
        assert: has(plan.exit.survives)
        message: Nothing is to survive
        severity: error
        protected: true
        examples: {good: {exit: {survives: [Confidentiality]}}, bad: {exit: {noticeDays: 90}}}
`)

const settled = `exit:
  noticeDays: 90
  survives: [Confidentiality]
`

function aPartnership(files: Readonly<Record<string, string>>) {
  const config = 'accordant: config/1\nquestionnaire: questionnaire.yaml\n'
  return aFolder({ 'accordant.yaml': config, 'questionnaire.yaml': questionnaire, ...files })
}

function aPlan(commitments: string, rest = settled): string {
  return `accordant: plan/1\nstage: agreed\npeople: [{id: p1}]\ncommitments:\n${commitments}${rest}`
}

function withWaivers(...waivers: readonly string[]): string {
  const list = waivers.map((waiver) => `  - ${waiver}\n`).join('')
  return `accordant: config/1\nquestionnaire: questionnaire.yaml\nwaivers:\n${list}`
}

interface Told {
  readonly id: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly severity: string
  readonly fix: string | null
  readonly waived: unknown
}

/** What a run of check finds in the files of a folder, and its exit code. */
async function checked(folder: string, ...args: readonly string[]) {
  const paths = args.length === 0 ? [join(folder, 'plan.yaml')] : args
  const { code, out } = await ran(['check', ...paths, '--format', 'json'])
  const { files } = JSON.parse(out) as {
    files: { file: string; score: { value: number } | null; findings: Told[] }[]
  }
  const found = files.flatMap(({ file, findings }) =>
    findings.map((finding) => ({ file: file.replace(`${folder}/`, ''), ...finding })),
  )
  return { code, found, score: files.find(({ score }) => score !== null)?.score?.value }
}

/** What is found in a plan and how it stands: `5 roles.owner waived`. */
async function standing(plan: string) {
  const { code, found } = await checked(aPartnership({ 'plan.yaml': plan }))
  return [
    code,
    ...found.map(({ line, id, waived }) => `${line} ${id}${waived === null ? '' : ' waived'}`),
  ]
}

const waive = (id: string) => `accordant-waive ${id} by=p1 until=2026-11-23 -- Agreed on Monday`

describe('A waiver in a comment', () => {
  it('waives a finding on its own line, with who, until when and why', async () => {
    const folder = aPartnership({
      'plan.yaml': aPlan(`  - what: Drivers # ${waive('roles.owner')}\n`),
    })
    const { code, found } = await checked(folder)
    expect({ code, waived: found.map(({ waived }) => waived) }).toEqual({
      code: 0,
      waived: [{ by: 'p1', until: '2026-11-23', reason: 'Agreed on Monday' }],
    })
  })

  it.each([
    ['on the line above', `  # ${waive('roles.owner')}\n  - what: Drivers\n`, 6],
    ['above, over other comments', `  # ${waive('roles.owner')}\n  # and so\n\n  - what: A\n`, 8],
    ['above, over a dash alone', `  # ${waive('roles.owner')}\n  -\n    what: Drivers\n`, 7],
    ['at a former id of the check', `  - what: A # ${waive('roles.doer')}\n`, 5],
    ['behind another check', `  - what: A # ${waive('exit.notice, roles.owner')}\n`, 5],
  ])('waives the finding, written %s', async (_name, commitments, line) => {
    const found = await standing(aPlan(commitments))
    expect(found).toContain(`${line} roles.owner waived`)
  })

  it('covers everything inside what begins on its line', async () => {
    const plan = aPlan('  - what: A\n  - what: B\n').replace(
      'commitments:',
      `commitments: # ${waive('roles.owner')}`,
    )
    expect(await standing(plan)).toEqual([0, '5 roles.owner waived', '6 roles.owner waived'])
  })

  it('covers something missing, at the place where the finding is', async () => {
    const plan = aPlan('  - {what: A, owner: p1}\n', 'exit:\n  survives: [All]\n').replace(
      'exit:',
      `# ${waive('exit.notice')}\nexit:`,
    )
    expect(await standing(plan)).toEqual([0, '7 exit.notice waived'])
  })

  it('does not cover the item next to it', async () => {
    const plan = aPlan(`  - what: A # ${waive('roles.owner')}\n  - what: B\n`)
    expect(await standing(plan)).toEqual([1, '5 roles.owner waived', '6 roles.owner'])
  })

  it('does not count as a waiver inside a text', async () => {
    const plan = aPlan(
      `  - what: "A # ${waive('roles.owner')}"\n  - what: |\n      # ${waive('roles.owner')}\n`,
    )
    expect(await standing(plan)).toEqual([1, '5 roles.owner', '6 roles.owner'])
  })

  it('works with other line ends', async () => {
    const plan = aPlan(`  # ${waive('roles.owner')}\n  - what: A\n`).replaceAll('\n', '\r\n')
    expect(await standing(plan)).toEqual([0, '6 roles.owner waived'])
  })

  it('works in a plan in Markdown', async () => {
    const plan = `---
accordant: plan/1
stage: agreed # ${waive('exit.notice')}
---
## People

| id |
| --- |
| p1 |

## Exit

- Survives: All

<!-- ${waive('roles.owner')} -->

## Commitments

| What | Owner | Due |
| --- | --- | --- |
| Drivers | | 1 December 2026 |
| Trucks <!-- ${waive('exit.notice')} --> | | 1 December 2026 |
`
    const folder = aPartnership({
      'plan.md': plan.replace('## Exit', `<!-- ${waive('exit.notice')} -->\n## Exit`),
    })
    const { code, found } = await checked(folder, join(folder, 'plan.md'))
    const told = found.map(({ line, id, waived }) => `${line} ${id}${waived ? ' waived' : ''}`)
    expect([code, ...told]).toEqual([
      0,
      '3 waiver.unused',
      '12 exit.notice waived',
      '22 roles.owner waived',
      '23 roles.owner waived',
      '23 waiver.unused',
    ])
  })

  it('changes no score', async () => {
    const bare = aPartnership({ 'plan.yaml': aPlan('  - what: A\n  - {what: B, owner: p1}\n') })
    const waived = aPartnership({
      'plan.yaml': aPlan(`  - what: A # ${waive('roles.owner')}\n  - {what: B, owner: p1}\n`),
    })
    expect([(await checked(waived)).score, (await checked(bare)).score]).toEqual([75, 75])
  })

  it.each([
    [
      'has expired',
      'roles.owner by=p1 until=2026-11-22 -- Then',
      'warning waiver.expired 5:49 The waiver of "roles.owner" by "p1" ended on 2026-11-22, so what it set aside counts again',
    ],
    [
      'names an unknown check',
      'roles.ownr by=p1 until=2027-01-01 -- Then',
      'error waiver.unknown 5:31 Unknown check "roles.ownr"; did you mean "roles.owner"?',
    ],
    [
      'names a person who is not in the plan',
      'roles.owner by=p2 until=2027-01-01 -- Then',
      'error waiver.unknown 5:43 Unknown person "p2"; did you mean "p1"?',
    ],
    [
      'has no reason',
      'roles.owner by=p1 until=2027-01-01',
      'error waiver.unknown 5:13 The waiver has no reason (after "--")',
    ],
    [
      'has no last day',
      'roles.owner by=p1 -- Then',
      'error waiver.unknown 5:13 The waiver has no last day ("until=")',
    ],
    [
      'has an invalid last day',
      'roles.owner by=p1 until=2027-02-29 -- Then',
      'error waiver.unknown 5:13 "2027-02-29" is not a real date; expected one like "2027-03-31"',
    ],
  ])('that %s is reported and waives nothing', async (_name, text, told) => {
    const folder = aPartnership({ 'plan.yaml': aPlan(`  - what: A # accordant-waive ${text}\n`) })
    const { code, found } = await checked(folder)
    const [finding, problem] = found.map(
      ({ severity, id, line, column, message }) => `${severity} ${id} ${line}:${column} ${message}`,
    )
    expect({ code, finding, problem }).toEqual({
      code: 1,
      finding: 'error roles.owner 5:5 Nobody is to do "A"',
      problem: told,
    })
  })

  it('that waives nothing is reported, with the place where the check fails', async () => {
    const plan = aPlan(`  # ${waive('roles.owner')}\n  - {what: A, owner: p1}\n  - what: B\n`)
    const { found } = await checked(aPartnership({ 'plan.yaml': plan }))
    expect(found.map(({ line, id, message }) => `${line} ${id} ${message}`)).toEqual([
      '5 waiver.unused The waiver of "roles.owner" sets nothing aside; "roles.owner" is found at "commitments[B]"',
      '7 roles.owner Nobody is to do "B"',
    ])
  })

  it('of a protected check is reported and waives nothing', async () => {
    const plan = aPlan(
      '  - {what: A, owner: p1}\n',
      `# ${waive('exit.survives')}\nexit: {noticeDays: 9}\n`,
    )
    const { code, found } = await checked(aPartnership({ 'plan.yaml': plan }))
    expect({
      code,
      found: found.map(({ id, waived, message }) => ({ id, waived, message })),
    }).toEqual({
      code: 1,
      found: [
        {
          id: 'waiver.unused',
          waived: null,
          message: '"exit.survives" is protected, so it cannot be waived',
        },
        { id: 'exit.survives', waived: null, message: 'Nothing is to survive' },
      ],
    })
  })

  it('cannot waive an error that keeps the file from being read', async () => {
    const plan = aPlan(`  - what: [A] # ${waive('schema.type')}\n`)
    const { code, found } = await checked(aPartnership({ 'plan.yaml': plan }))
    expect({
      code,
      found: found.map(({ id, waived, message }) => ({ id, waived, message })),
    }).toEqual({
      code: 1,
      found: [
        { id: 'roles.owner', waived: null, message: 'Nobody is to do "(not understood)"' },
        { id: 'schema.type', waived: null, message: 'Expected text, found a list' },
        { id: 'waiver.unused', waived: null, message: 'Errors of "schema.type" cannot be waived' },
      ],
    })
  })

  it('is not called unused if something in the plan is refused, or all of it', async () => {
    const plan = aPlan(`  - owner: [p1] # ${waive('roles.owner')}\n`)
    expect(await standing(plan)).toEqual([1, '5 schema.type'])
    const cut = `${aPlan(`  - what: A # ${waive('roles.owner')}\n    owner: p1\n`)}date: [\n`
    expect((await standing(cut)).join()).not.toContain('unused')
  })

  it('holds beside a refused value', async () => {
    const plan = aPlan(`  - what: [A] # ${waive('roles.owner')}\n`)
    expect(await standing(plan)).toEqual([1, '5 roles.owner waived', '5 schema.type'])
  })

  it('does nothing in a file that is not a plan, and is reported there', async () => {
    const config = `accordant: config/1\nquestionnaire: questionnaire.yaml\n# ${waive('roles.owner')}\n`
    const folder = aPartnership({ 'accordant.yaml': config })
    const { found } = await checked(folder, join(folder, 'accordant.yaml'))
    expect(found.map(({ line, id }) => `${line} ${id}`)).toEqual(['3 waiver.unused'])
  })
})

describe('A waiver in the settings', () => {
  const rest = 'by: p1, until: 2026-11-23, reason: Agreed on Monday'
  const commitments = '  - what: Drivers\n  - what: Trucks\n'

  it.each([
    ['by its name', '"commitments[Drivers]"', ['5 roles.owner waived', '6 roles.owner']],
    ['without brackets', 'commitments.Drivers', ['5 roles.owner waived', '6 roles.owner']],
    ['by its index', '"commitments[1]"', ['5 roles.owner', '6 roles.owner waived']],
    [
      'by a key that it lacks',
      '"commitments[Trucks].owner"',
      ['5 roles.owner', '6 roles.owner waived'],
    ],
    ['only if it lacks that key', '"commitments[Trucks].what"', ['5 roles.owner', '6 roles.owner']],
    ['with its list', 'commitments', ['5 roles.owner waived', '6 roles.owner waived']],
    ['with the whole plan', '.', ['5 roles.owner waived', '6 roles.owner waived']],
  ])('covers an item %s', async (_name, path, standings) => {
    const folder = aPartnership({
      'accordant.yaml': withWaivers(`{check: roles.owner, path: ${path}, ${rest}}`),
      'plan.yaml': aPlan(commitments),
    })
    const { found } = await checked(folder)
    const told = found
      .filter(({ file }) => file === 'plan.yaml')
      .map(({ line, id, waived }) => `${line} ${id}${waived === null ? '' : ' waived'}`)
    expect(told).toEqual(standings)
  })

  it.each([
    [
      '"commitments[Boats]"',
      'The path "commitments[Boats]" leads nowhere: "commitments" has no "Boats"; expected one of "Drivers", "Trucks"',
    ],
    [
      'commitment',
      'The path "commitment" leads nowhere: a plan has no "commitment"; did you mean "commitments"?',
    ],
    [
      'commitments.owner',
      'The path "commitments.owner" leads nowhere: "commitments" has no "owner"; expected one of "Drivers", "Trucks"',
    ],
    [
      '"commitments["',
      'The path "commitments[" leads nowhere: expected one like "risks[r1].owner"',
    ],
  ])('whose path %s does not exist is reported at the path', async (path, message) => {
    const folder = aPartnership({
      'accordant.yaml': withWaivers(`{path: ${path}, check: roles.owner, ${rest}}`),
      'plan.yaml': aPlan(commitments),
    })
    const { found } = await checked(folder)
    expect(
      found
        .filter(({ file }) => file === 'accordant.yaml')
        .map(({ id, line, column, message: own }) => ({ id, line, column, message: own })),
    ).toEqual([{ id: 'waiver.unknown', line: 4, column: 12, message }])
  })

  it('is not called unused if its plan was not checked', async () => {
    const folder = aPartnership({
      'accordant.yaml': withWaivers(`{check: roles.owner, path: commitments, ${rest}}`),
      'plan.yaml': aPlan('  - what: Drivers\n'),
      'other.yaml': aPlan('  - {what: Drivers, owner: p1}\n'),
    })
    const other = await checked(folder, join(folder, 'other.yaml'))
    const both = await checked(folder, folder)
    expect([other.found, both.found.map(({ id }) => id)]).toEqual([[], ['roles.owner']])
  })

  it('that is unused is reported once, if all its plans were checked', async () => {
    const folder = aPartnership({
      'accordant.yaml': withWaivers(`{check: exit.notice, path: exit, ${rest}}`),
      'plan.yaml': aPlan('  - {what: Drivers, owner: p1}\n'),
      'other.yaml': aPlan('  - {what: Drivers, owner: p1}\n'),
    })
    const { code, found } = await checked(folder, folder)
    expect({ code, found: found.map(({ file, id }) => `${file} ${id}`) }).toEqual({
      code: 0,
      found: ['accordant.yaml waiver.unused'],
    })
  })

  it('of an unknown check is reported even if no plan is checked', async () => {
    const folder = aPartnership({
      'accordant.yaml': withWaivers(`{check: exit.notise, path: exit, ${rest}}`),
    })
    const { code, found } = await checked(folder, join(folder, 'accordant.yaml'))
    expect({ code, found: found.map(({ id, message }) => ({ id, message })) }).toEqual({
      code: 1,
      found: [
        {
          id: 'waiver.unknown',
          message: 'Unknown check "exit.notise"; did you mean "exit.notice"?',
        },
      ],
    })
  })
})

describe('A report', () => {
  const response = `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: a-b
partner: a
respondent: {id: r1}
started: 2026-11-20T09:00:00Z
completed: 2026-11-20T09:10:00Z
answers: {roles.known: yes}
`

  it('lists waived findings with who waived them, and scores as if they were not waived', async () => {
    const config = withWaivers(
      '{check: exit.notice, path: exit, by: p1, until: 2026-11-23, reason: With the lawyers}',
    )
    const folder = aPartnership({
      'accordant.yaml': config,
      'plan.yaml': aPlan(
        `  - what: A # ${waive('roles.owner')}\n`,
        'exit: {survives: [All]}\n',
      ).replace('{id: p1}', '{id: p1, name: Ann}'),
      'responses/a-r1.yaml': response,
    })
    const { out } = await ran(['report', folder, '--full'])
    expect(out.split('\n').filter((line) => /^ *- (?:\*\*error|Set aside)/.test(line))).toEqual([
      '- **error** Nobody is to do "A", `plan.yaml:5` `roles.owner`',
      '  - Set aside by Ann until 2026-11-23: Agreed on Monday',
      '- **error** No notice is agreed, `plan.yaml:6` `exit.notice`',
      '  - Set aside by Ann until 2026-11-23: With the lawyers',
    ])
    expect(out).toContain('The written plan: 25 % complete, no errors, at the stage “agreed”.')
  })
})
