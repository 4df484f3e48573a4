import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsFormats } from '../../src/cli/check-formats.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const questionnaire = aSmallQuestionnaire(`  - id: exit
    title: Exit
    questions: []
    checks:
      - {id: notice, title: Notice, assert: plan.exit.noticeDays > 0, message: No notice is agreed, severity: error}
      - {id: owner, title: Owner, assert: has(plan.exit.owner), message: Nobody leads the exit, severity: warning}
      - {id: reason, title: Reason, assert: has(plan.purpose.why), message: No reason is written down, severity: info}
`)

function aPartnership(plan = 'accordant: plan/1\nname: Cold chain\nstage: agreed\n') {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: questionnaire.yaml\n',
    'questionnaire.yaml': questionnaire,
    'plan.yaml': plan,
  })
}

const names = Object.keys(findingsFormats)

describe('check --format', () => {
  it('writes several formats in one run, each the same as alone', async () => {
    const folder = aPartnership()
    const plan = join(folder, 'plan.yaml')
    const file = (name: string) => join(folder, `${name}.out`)
    const all = names.flatMap((name) => ['--format', `${name}=${file(name)}`])
    const together = await ran(['check', plan, ...all])
    expect(together).toEqual({ code: 1, out: '', err: 'Verdict: fail (1 error)\n' })
    for (const name of names) {
      const { out } = await ran(['check', plan, '--format', name])
      expect(readFileSync(file(name), 'utf8'), name).toBe(out)
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('writes the other formats if one file cannot be written', async () => {
    const folder = aPartnership()
    const gone = join(folder, 'none', 'run.json')
    const there = join(folder, 'run.sarif')
    const { code, out, err } = await ran([
      ...['check', join(folder, 'plan.yaml'), '--format', `json=${gone}`],
      ...['--format', `sarif=${there}`, '--format', 'text'],
    ])
    expect(code).toBe(2)
    expect(err).toContain(`The folder "${join(folder, 'none')}" does not exist`)
    expect(existsSync(there)).toBe(true)
    expect(out).toMatch(/\nVerdict: fail \(1 error\)\n$/)
  })

  it.each([
    [['text', 'json'], 'Only one format can go to standard output'],
    [['json', 'json'], 'Only one format can go to standard output'],
    [['text', 'text'], 'The format "text" appears twice'],
    [['json=same', 'sarif=same'], 'Two outputs would be written to "same"'],
    [
      ['json=same', 'sarif=./same'],
      '"same" and "./same" are the same file, and two outputs would be written to it',
    ],
    [['sarfi'], 'Unknown format "sarfi"; did you mean "sarif"?'],
    [['yaml'], 'Unknown format "yaml"; expected one of "text", "json", "sarif"'],
    [['json='], '"--format json=" needs a file after the "="'],
  ])('refuses the formats %j before writing anything', async (formats, message) => {
    const plan = join(aPartnership(), 'plan.yaml')
    const flags = formats.flatMap((format) => ['--format', format])
    const { code, out, err } = await ran(['check', plan, ...flags])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
    expect(existsSync('same')).toBe(false)
  })

  it('adds annotations and the summary of the job in GitHub Actions', async () => {
    const folder = aPartnership()
    const summary = join(aFolder({ 'summary.md': 'Before\n' }), 'summary.md')
    const { code, out } = await ran(['check', join(folder, 'plan.yaml')], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    })
    expect(code).toBe(1)
    expect(out).toContain('::error ')
    expect(out).toContain('Verdict: fail (1 error)\n')
    expect(readFileSync(summary, 'utf8')).toMatch(
      /^Before\n## Partnership check: fail \(1 error\)\n/,
    )
  })

  it('reports a summary that cannot be written, and writes everything else', async () => {
    const folder = aPartnership()
    const summary = join(folder, 'none', 'summary.md')
    const { code, out, err } = await ran(['check', join(folder, 'plan.yaml')], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    })
    expect(code).toBe(2)
    expect(err).toContain(`Cannot write to "${summary}"`)
    expect(out).toContain('::error ')
  })

  it('agrees in its verdict, its last line and its exit code', async () => {
    const plans = fc.record({
      notice: fc.boolean(),
      owner: fc.boolean(),
      why: fc.boolean(),
      minComplete: fc.option(fc.integer({ min: 0, max: 100 })),
      failOn: fc.constantFrom('error', 'warning', 'info', 'never'),
    })
    await fc.assert(
      fc.asyncProperty(plans, async ({ notice, owner, why, minComplete, failOn }) => {
        const folder = aPartnership(
          [
            'accordant: plan/1\nname: Cold chain\nstage: agreed\nexit:\n  cureDays: 1\n',
            notice ? '  noticeDays: 90\n' : '',
            owner ? '  owner: p1\npeople: [{id: p1}]\n' : '',
            why ? 'purpose: {why: Empty return trips}\n' : '',
          ].join(''),
        )
        const limits = minComplete === null ? [] : ['--min-complete', `${minComplete}`]
        const args = ['check', join(folder, 'plan.yaml'), '--fail-on', failOn, ...limits]
        const data = await ran([...args, '--format', 'json'])
        const told = await ran(args)
        const { pass } = (JSON.parse(data.out) as { verdict: { pass: boolean } }).verdict
        expect({ code: data.code, again: told.code }).toEqual(
          pass ? { code: 0, again: 0 } : { code: 1, again: 1 },
        )
        const last = told.out.trimEnd().split('\n').at(-1) ?? ''
        const isLimited = failOn !== 'never' || minComplete !== null
        const word = pass ? (isLimited ? 'pass' : 'no limit is set') : 'fail'
        expect(last.replace(/ \(.*/, '')).toBe(`Verdict: ${word}`)
        expect(data.err).toBe(`${last}\n`)
      }),
      { numRuns: 40 },
    )
  })
})
