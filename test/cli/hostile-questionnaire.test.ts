import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const head = `accordant: questionnaire/1
id: hostile
version: 1.0.0
title: Hostile
levels:
  - {id: ready, title: Ready, score: 75}
  - {id: not-ready, title: Not ready, score: 0}
dimensions:
  - id: roles
    title: Roles
    questions: [{id: named, ask: Who?, type: yes-no}]
    checks:
`

const plan = `accordant: plan/1
name: Cold chain
stage: agreed
version: "two"
risks:
${Array.from({ length: 1_500 }, (_, index) => `  - {id: r${index}, risk: ${'late '.repeat(40)}${index}}\n`).join('')}`

const loop = (name: string) => `plan.risks.all(a, plan.risks.all(b, a.risk + b.risk != "${name}"))`

interface Told {
  readonly files: readonly {
    readonly file: string
    readonly findings: readonly {
      readonly id: string
      readonly line: number
      readonly column: number
      readonly message: string
    }[]
  }[]
}

/** What check says of a plan held against these checks, by file. */
async function checked(checks: string) {
  const folder = aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: own/questionnaire.yaml\n',
    'own/questionnaire.yaml': head + checks,
    'plan.yaml': plan,
  })
  const { code, out, err } = await ran(['check', join(folder, 'plan.yaml'), '--format', 'json'])
  const { files } = JSON.parse(out) as Told
  const found = (file: string) =>
    files.find((one) => one.file === join(folder, file))?.findings ?? []
  return {
    code,
    err,
    plan: found('plan.yaml'),
    questionnaire: found('own/questionnaire.yaml').map((finding) => ({
      ...finding,
      message: finding.message.replaceAll(`${folder}/`, ''),
    })),
  }
}

describe('A check that cannot be judged', () => {
  it('is reported where it is written, once for all its items, and does not stop the others', async () => {
    const { code, plan, questionnaire } = await checked(`
      - id: endless
        title: T
        when: has(plan.name)
        assert: |
          true
          && ${loop('x')}
        message: M
      - {id: dated, title: T, for: risks, assert: date(item.risk) < today, message: M}
      - {id: exit, title: T, assert: has(plan.exit), message: No exit, severity: error}
`)
    expect(code).toBe(1)
    expect(plan.map(({ id, message }) => [id, message])).toEqual([['roles.exit', 'No exit']])
    expect(questionnaire.map(({ line, column, message }) => ({ line, column, message }))).toEqual([
      {
        line: 17,
        column: 17,
        message:
          'The check "roles.endless" cannot be judged at plan.yaml:6: This takes too much work on a file of this size',
      },
      {
        line: 21,
        column: 51,
        message: expect.stringMatching(
          /^The check "roles.dated" cannot be judged at plan.yaml:6 and in 1499 more places: /,
        ),
      },
    ])
  })
})

describe('A questionnaire of thousands', () => {
  const many = (check: (index: number) => string) =>
    checked(Array.from({ length: 3_000 }, (_, index) => `      - ${check(index)}\n`).join(''))

  it('loops comes to an end, and each loop is reported', async () => {
    const { code, questionnaire } = await many(
      (index) => `{id: c${index}, title: T, assert: '${loop(`x${index}`)}', message: M}`,
    )
    expect(code).toBe(1)
    expect(questionnaire).toHaveLength(3_000)
    expect(questionnaire[0]).toMatchObject({ id: 'expression.error', line: 13 })
  })

  it('mistakes comes to an end, and the first thousand are reported', async () => {
    const { code, err, questionnaire } = await many(
      (index) =>
        `{id: c${index}, title: T, assert: plan.rsks, message: '{plan.nme}', supports: [z]}`,
    )
    expect(code).toBe(2)
    expect(err).toContain('has 9000 problems')
    expect(questionnaire).toHaveLength(1_000)
  })
})
