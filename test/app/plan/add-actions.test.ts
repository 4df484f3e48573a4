import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { aResponseFile } from '../../cli/support/response-file.ts'
import { aSmallQuestionnaire } from '../../cli/support/small-questionnaire.ts'

const example = join(import.meta.dirname, '..', '..', '..', 'examples', 'northwind-contoso')

function partnership(): string {
  const folder = aFolder()
  cpSync(example, folder, { recursive: true })
  return folder
}

const onMonday = ['--today', '2026-11-23']
const quietly = (folder: string) => ['--format', `json=${join(folder, 'result.json')}`]

function planIn(folder: string): string {
  return readFileSync(join(folder, 'plan.yaml'), 'utf8')
}

const small = aSmallQuestionnaire(`  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do you tell?
        type: rating
        anchors: {1: Never, 5: Always}
        practice: {do: Ring them., done: They heard., effort: small, day: team}
      - id: thanks
        ask: Do you thank?
        type: yes-no
`)

function withPlan(plan: Readonly<Record<string, string>>): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\n',
    'small.yaml': small,
    'r1.yaml': aResponseFile('trust.news: 2, trust.thanks: true'),
    ...plan,
  })
}

/** A finding as JSON has it, with the places of all entries that it stands for. */
interface Told {
  readonly id: string
  readonly line: number
  readonly places?: readonly { readonly line: number }[]
}

describe('report --add-actions', () => {
  it('closes the loop: assess, agree, and be reminded on the line of what is overdue', async () => {
    const folder = partnership()
    const assessed = await ran([
      'assess',
      folder,
      '--response',
      join(folder, 'responses/contoso-r1.yaml'),
    ])
    expect(assessed.code).toBe(0)
    const before = planIn(folder)
    const { code, err } = await ran([
      'report',
      folder,
      ...quietly(folder),
      '--add-actions=2',
      ...onMonday,
    ])
    expect(code).toBe(0)
    expect(err).toContain(`Added 2 commitments to ${join(folder, 'plan.yaml')}
  2026-12-30  p6  contingencies.exit
  2026-12-14  p6  communication.their-listening
`)
    const after = planIn(folder)
    const line = after
      .slice(0, after.indexOf('  - what: >-\n      Ask each other:'))
      .split('\n').length
    const overdueLines = async (today: string) => {
      const plan = join(folder, 'plan.yaml')
      const { out } = await ran(['check', plan, '--today', today, '--format', 'json'])
      const { files } = JSON.parse(out) as {
        readonly files: readonly [{ findings: readonly Told[] }]
      }
      return files[0].findings
        .filter(({ id }) => id === 'trust.commitment-overdue')
        .flatMap(({ places, ...own }) => places ?? [own])
        .map((place) => place.line)
    }
    expect(await overdueLines('2026-12-30')).not.toContain(line)
    expect(await overdueLines('2026-12-31')).toContain(line)
    expect(after).toContain(`\n${before.slice(before.indexOf('\nlessons:') + 1)}`)
  })

  it('changes nothing but the end of the commitments, and nothing at all a second time', async () => {
    const folder = partnership()
    const file = join(folder, 'plan.yaml')
    writeFileSync(
      file,
      planIn(folder).replace('commitments:\n', 'commitments: # as agreed\n  # the oldest first\n'),
    )
    const before = planIn(folder).split('\n')
    const argv = ['report', folder, ...quietly(folder), '--add-actions', ...onMonday]
    await ran(argv)
    const after = planIn(folder).split('\n')
    const start = after.findIndex((each, index) => each !== before[index])
    const count = after.length - before.length
    expect(after.toSpliced(start, count)).toEqual(before)
    const added = after.slice(start, start + count).join('\n')
    expect(added.match(/x-action: \S+/g)).toHaveLength(10)
    const again = await ran([...argv, '--today', '2026-12-01'])
    expect(again.err).toContain(`All 10 next steps are already in ${file}, so nothing is added`)
    expect(planIn(folder).split('\n')).toEqual(after)
  })

  it('brings no finding of its own, whichever step is taken', async () => {
    const folder = partnership()
    await ran(['report', folder, ...quietly(folder), '--add-actions=999', ...onMonday])
    expect(planIn(folder).match(/x-action: /g)?.length).toBeGreaterThan(40)
    const { out } = await ran(['check', join(folder, 'plan.yaml'), ...onMonday])
    expect(out).not.toContain('warning')
  })

  it('takes the steps that are named, in the order of their worth', async () => {
    const folder = partnership()
    const ids = '--add-actions=trust.openness,contingencies.exit'
    await ran(['report', folder, ...quietly(folder), ids, ...onMonday])
    expect(planIn(folder).match(/x-action: \S+/g)).toEqual([
      'x-action: contingencies.exit',
      'x-action: trust.openness',
    ])
  })

  it('takes a folder that follows it for the folder to report on', async () => {
    const folder = partnership()
    const { code } = await ran(['report', '--add-actions', folder, ...quietly(folder), ...onMonday])
    expect([code, planIn(folder).match(/x-action: /g)?.length]).toEqual([0, 10])
  })

  it('writes in a plan as JSON, and begins the section where there is none', async () => {
    const plan = { accordant: 'plan/1', partners: [{ id: 'north', manager: 'p1' }] }
    const folder = withPlan({ 'p.json': JSON.stringify(plan) })
    const file = join(folder, 'p.json')
    await ran(['report', folder, '--plan', file, ...quietly(folder), '--add-actions', ...onMonday])
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      ...plan,
      commitments: [
        {
          what: 'Ring them.',
          owner: 'p1',
          start: '2026-11-30',
          due: '2026-12-07',
          status: 'open',
          since: '2026-11-23',
          notes: 'Done when: They heard.',
          'x-action': 'trust.news',
        },
      ],
    })
  })

  it('never edits a plan in Markdown: it tells what to paste, which then is there already', async () => {
    const plan = '---\naccordant: plan/1\npartners: [{id: north, manager: p1}]\n---\n\n# Ours\n'
    const folder = withPlan({ 'plan.md': plan })
    const argv = ['report', folder, ...quietly(folder), '--add-actions', ...onMonday]
    const { code, err } = await ran(argv)
    expect(code).toBe(2)
    const paste = err.slice(err.indexOf('## Commitments'))
    expect(paste).toContain('| Ring them. | p1 | 2026-11-30 | 2026-12-07 | open | 2026-11-23 |')
    const file = join(folder, 'plan.md')
    expect(readFileSync(file, 'utf8')).toBe(plan)
    writeFileSync(file, `${plan}\n${paste}`)
    const again = await ran(argv)
    expect([again.code, again.err]).toEqual([0, expect.stringContaining('nothing is added')])
  })

  it('says who has no owner yet', async () => {
    const folder = withPlan({ 'plan.yaml': 'accordant: plan/1\n' })
    const { err } = await ran(['report', folder, ...quietly(folder), '--add-actions', ...onMonday])
    expect(err).toContain('  2026-12-07  nobody yet  trust.news\nName an owner for 1 commitment')
  })

  it.each([
    ['trust.new', 'Unknown question "trust.new"; did you mean "trust.news"?'],
    ['trust.thanks', 'The question "trust.thanks" leads to no next step'],
    ['0', 'Unknown question "0"'],
  ])('refuses %s before anything is written', async (choice, message) => {
    const folder = withPlan({ 'plan.yaml': 'accordant: plan/1\n' })
    const { code, out, err } = await ran(['report', folder, `--add-actions=${choice}`])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(`accordant: --add-actions: ${message}`)
    expect(planIn(folder)).toBe('accordant: plan/1\n')
  })

  it('refuses where there is no plan, where the figures are hypothetical, and where nothing is shown', async () => {
    const none = await ran(['report', withPlan({}), '--add-actions'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('There is no plan')])
    const folder = withPlan({ 'plan.yaml': 'accordant: plan/1\n' })
    const argv = ['report', folder, '--add-actions']
    const hypothetical = await ran([...argv, '--what-if', 'trust.news=4'])
    expect([hypothetical.code, hypothetical.out]).toEqual([2, ''])
    const few = await ran([...argv, '--min-group', '2'])
    expect([few.code, few.err]).toEqual([2, expect.stringContaining('Too few people')])
  })
})
