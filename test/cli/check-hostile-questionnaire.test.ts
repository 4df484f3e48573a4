import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

/** A large plan, so that what takes too much work does so. */
const plan = `accordant: plan/1
name: Cold chain
stage: agreed
risks:
${'  - {risk: A warm load, owner: p1, likelihood: 2, impact: 1}\n'.repeat(5_000)}people: [{id: p1}]
decisions: [{topic: Prices, days: 0}]
`

/** A questionnaire of three checks, of which a stranger wrote the one in the middle, on line 16. */
function questionnaire(keys: string): string {
  return `accordant: questionnaire/1
id: strange
version: 1.0.0
title: Strange
levels:
  - {id: ready, title: Ready, score: 75, weakest: 60}
  - {id: not-ready, title: Not ready, score: 0}
dimensions:
  - id: roles
    title: Roles
    questions: []
    checks:
      - {id: before, title: It has a date, assert: has(plan.date), message: There is no date, severity: error}
      - id: strange
        title: Strange
        ${keys}
        message: Strange
        severity: error
      - {id: after, title: It has a version, assert: has(plan.version), message: There is no version, severity: error}
`
}

async function told(keys: string) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: questionnaire.yaml\n',
    'questionnaire.yaml': questionnaire(keys),
    'plan.yaml': plan,
  })
  const { code, out, err } = await ran([
    'check',
    join(folder, 'plan.yaml'),
    ...['--today', '2026-11-23', '--format', 'json'],
  ])
  const { files } = JSON.parse(out) as {
    readonly files: readonly {
      readonly file: string
      readonly findings: readonly {
        readonly id: string
        readonly line: number
        readonly message: string
      }[]
    }[]
  }
  const findings = files.flatMap(({ file, findings: own }) =>
    own.map(({ id, line }) => `${file.replace(`${folder}/`, '')}:${line} ${id}`),
  )
  return { code, err, findings }
}

const others = ['plan.yaml:1 roles.before', 'plan.yaml:1 roles.after']

describe('A check that takes too much work', () => {
  it.each([
    ['loops in loops', 'assert: plan.risks.all(a, plan.risks.all(b, a.owner + b.owner != ""))'],
    [
      'a search for each item',
      'assert: plan.risks.all(a, a in plan.risks.filter(b, b.risk != a.risk) || true)',
    ],
    ['text that doubles', `assert: '["ab"]${'.map(x, x + x)'.repeat(33)}.exists(x, x == "")'`],
    [
      'a loop for each visit',
      `for: risks\n        assert: plan.risks.all(b, plan.risks.size() > 0 && b.owner == item.owner)`,
    ],
  ])('ends, is named with its line, and does not stop the other checks: %s', async (_, keys) => {
    const { code, findings } = await told(keys)
    const line = keys.startsWith('for') ? 17 : 16
    expect(findings.toSorted()).toEqual(
      [...others, `questionnaire.yaml:${line} expression.error`].toSorted(),
    )
    expect(code).toBe(1)
  })
})

describe('A check that goes wrong on a plan', () => {
  it.each([
    ['division by nothing', 'for: decisions\n        assert: 10 / int(item.days) > 1'],
    ['an index off the list', 'assert: plan.risks[99999].owner == "p1"'],
    ['an invalid date', 'assert: date(plan.name) < today'],
  ])(
    'is named with its line once, or fails, and does not stop the other checks: %s',
    async (_, keys) => {
      const { code, findings } = await told(keys)
      const own = findings.filter((finding) => !others.includes(finding))
      expect(findings).toEqual(expect.arrayContaining([...others]))
      expect(new Set(own.map((finding) => finding.replace(/:\d+ /, ' '))).size).toBe(1)
      expect(code).toBe(1)
    },
  )
})

describe('A check that can never run', () => {
  const deep = (opening: string, closing: string) =>
    `${opening.repeat(900)}true${closing.repeat(900)}`

  it.each([
    ['loops three deep', 'assert: plan.risks.all(a, plan.risks.all(b, plan.risks.all(c, true)))'],
    ['brackets 900 deep', `assert: ${deep('(', ')')}`],
    ['lists 900 deep', `assert: '${deep('[', ']')} == []'`],
    ['a hundred thousand characters', `assert: true${' || true'.repeat(12_500)}`],
    ['no expression', 'assert: "plan.risks.all("'],
    ['a type other than true or false', 'assert: plan.risks.size() + 1'],
    ['a sum of text and number', 'assert: plan.name + 1 == 2'],
    ['a field that no plan has', 'assert: has(plan.risk)'],
    ['the program', 'assert: process.env.HOME != ""'],
    ['what every value has', 'assert: plan.constructor.constructor("return process")() != null'],
    ['what every map has', 'assert: has(plan.__proto__)'],
    ['a pattern', 'assert: plan.name.matches("(a+)+$")'],
    ['an unknown function', 'assert: read("/etc/passwd") != ""'],
    ['a list that is not a list', 'for: name\n        assert: has(item.x)'],
    ['a list of nothing', 'for: constructor\n        assert: has(item.x)'],
    ['a value that is not an expression', 'assert: [1, 2]'],
  ])('stops the run at its line without being run: %s', async (_, keys) => {
    const { code, findings, err } = await told(keys)
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatch(
      /^questionnaire\.yaml:(?:16|17) (?:expression|schema|reference|yaml)\./,
    )
    expect(err).toContain('questionnaire.yaml')
    expect(code).toBe(2)
  })
})

describe('A questionnaire with too much in it', () => {
  it('comes to an end: a thousand checks that each take much work', async () => {
    const check = (at: number) =>
      `      - {id: c${at}, title: C, assert: 'plan.risks.all(a, plan.risks.exists(b, b.owner == a.owner && b.impact > 1))', message: M, severity: error}\n`
    const folder = aFolder({
      'accordant.yaml': 'accordant: config/1\nquestionnaire: questionnaire.yaml\n',
      'questionnaire.yaml':
        questionnaire('assert: has(plan.date)') +
        Array.from({ length: 1_000 }, (_, at) => check(at)).join(''),
      'plan.yaml': plan,
    })
    const { code, out } = await ran(['check', join(folder, 'plan.yaml'), '--today', '2026-11-23'])
    expect(code).toBe(1)
    expect(out).toContain('expression.error')
  })
})
