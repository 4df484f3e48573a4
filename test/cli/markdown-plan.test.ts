import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPartnership } from '../../src/app/load/partnership.ts'
import { faultOf } from '../support/fault-of.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const plan = `---
accordant: plan/1
stage: exploring
---
# Cold chain

## Weather

Rain.

## Term

- Start: 1 October 2026
`

const files = (out: string): readonly string[] =>
  (JSON.parse(out) as { files: readonly { file: string }[] }).files.map(({ file }) => file)

describe('check of a plan in Markdown', () => {
  it('reports what is wrong on its lines', async () => {
    const folder = aFolder({ 'plan.md': plan.replace('1 October 2026', 'soon') })
    const { code, out } = await ran(['check', join(folder, 'plan.md'), '--format', 'github'])
    expect(code).toBe(1)
    expect(out).toContain('plan.md,line=13,col=10,endLine=13,endColumn=14')
  })

  it('finds the plan in a folder, and skips other Markdown', async () => {
    const folder = aFolder({
      'plan.md': plan,
      'README.md': '# accordant\n\naccordant: plan/1\n',
      'notes.md': '---\ntitle: accordant\n---\n',
    })
    const { out } = await ran(['check', folder, '--format', 'json'])
    expect(files(out)).toEqual([`${folder}/plan.md`])
  })

  it('refuses other Markdown that you name', async () => {
    const folder = aFolder({ 'README.md': '# Read me\n' })
    const { code, err } = await ran(['check', join(folder, 'README.md')])
    expect(code).toBe(2)
    expect(err).toContain('README.md" is not an accordant plan')
  })

  it('is a fault where there is another plan beside it', () => {
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\n',
      'plan.md': plan,
      'plan.yaml': 'accordant: plan/1\n',
    })
    expect(faultOf(() => loadPartnership(folder, undefined)).message).toContain(
      'There are two plans',
    )
  })
})

describe('check --show-plan', () => {
  it('prints the plan as read in place of the findings, and the verdict on standard error', async () => {
    const folder = aFolder({ 'plan.md': plan })
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
#     line 9: Rain.
`)
    expect(err).toBe('Verdict: fail (1 error)\n')
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
    expect(files(readFileSync(json, 'utf8'))).toEqual([`${folder}/plan.md`])
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
