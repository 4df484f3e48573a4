import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadQuestionnaireFile } from '../../../src/app/load/questionnaire.ts'
import { Fault } from '../../../src/model/fault.ts'
import { say } from '../../../src/words/say-message.ts'
import { aFolder } from '../../cli/support/folder.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

const head = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
levels:
  - {id: ready, title: Ready, score: 75}
  - {id: not-ready, title: Not ready, score: 0}
dimensions: [roles.yaml]
`

const dimension = `accordant: dimension/1
id: roles
title: Roles
questions: [{id: named, ask: Who does it?, type: yes-no}]
checks:
`

function aQuestionnaire(checks: string): string {
  return join(
    aFolder({ 'questionnaire.yaml': head, 'roles.yaml': dimension + checks }),
    'questionnaire.yaml',
  )
}

/** What is wrong with it: line and column in the dimension's file, what is marked there, and the message. */
async function told(checks: string): Promise<readonly string[]> {
  const lines = (dimension + checks).split('\n')
  try {
    const { warnings } = await loadQuestionnaireFile(aQuestionnaire(checks), { root })
    return warnings.map(({ message }) => `warning: ${say(message)}`)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return error.findings.map(({ file, id, line, column, endColumn, message }) => {
      expect(file).toMatch(/roles\.yaml$/)
      const marked = lines[line - 1]?.slice(column - 1, endColumn - 1)
      return `${line} ${marked} [${id}] ${say(message)}`
    })
  }
}

const check = (more: string) => `  - id: one
    title: One
    message: One
${more}`

describe('A broken expression of a check', () => {
  it.each([
    ['plain', 'assert: plan.exti.noticeDays > 0', '9 exti'],
    ['in double quotes', 'assert: "plan.exti.noticeDays > 0"', '9 exti'],
    ['in single quotes', "assert: 'plan.exti.noticeDays > 0'", '9 exti'],
    ['folded', 'assert: >-\n      plan.name != ""\n      && plan.exti.noticeDays > 0', '11 exti'],
    ['kept as it is', 'assert: |\n      plan.name != ""\n      && has(plan.exti)', '11 exti'],
  ])('is marked in its text, %s', async (_, assert, marked) => {
    expect(await told(check(`    ${assert}\n`))).toEqual([
      `${marked} [expression.error] Unknown field "exti"; did you mean "exit"?`,
    ])
  })

  it('is reported with all the others, from the top down', async () => {
    const checks = `${check('    when: plan.stage == "agred"\n    assert: plan.exit.noticeDays > today\n')}  - id: two
    title: Two
    for: risks
    assert: foo(item.ownr)
    message: Two
`
    expect(await told(checks)).toEqual([
      '9 "agred" [expression.error] Unknown choice "agred"; did you mean "agreed"?',
      '10 plan.exit.noticeDays > today [expression.error] Cannot compare a number with a date',
      '14 foo [expression.error] Unknown function "foo"',
    ])
  })

  it('of 10,000 characters is refused for its length', async () => {
    const long = `plan.name == "${'x'.repeat(10_000)}"`
    expect(await told(check(`    assert: ${long}\n`))).toEqual([
      expect.stringMatching(/^9 x+" \[expression.error] The expression is too long; at most 2000/),
    ])
  })

  it('nested deep is refused', async () => {
    const deep = `${'('.repeat(200)}true${')'.repeat(200)}`
    expect(await told(check(`    assert: ${deep}\n`))).toEqual([
      expect.stringContaining('The expression is nested too deep; at most 40 levels'),
    ])
  })
})

describe('A check that could never do what it says', () => {
  it('visits no list of a plan', async () => {
    const visiting = (dotted: string) =>
      told(check(`    for: ${dotted}\n    assert: has(item.owner)\n`))
    expect(await visiting('risk')).toEqual([
      '9 risk [reference.unknown] A plan has no "risk"; did you mean "risks"?',
    ])
    expect(await visiting('partners.objectivs')).toEqual([
      '9 objectivs [reference.unknown] A plan has no "objectivs"; did you mean "objectives"?',
    ])
    expect(await visiting('exit')).toEqual([
      '9 exit [reference.unknown] "exit" is not a list in a plan; "for" visits the items of a list',
    ])
    expect(await visiting('communication.meetings')).toEqual([])
  })

  it('tells what is not there', async () => {
    const saying = (message: string, more = '') =>
      told(`  - id: one
    title: One
    assert: has(plan.name)
    message: ${message}
${more}`)
    expect(await saying('None of {item.owner}')).toEqual([
      '9 item.owner [reference.unknown] "{item.owner}" can only be used in a check with "for"',
    ])
    expect(await saying('None of {plan.nmae}')).toEqual([
      '9 nmae [reference.unknown] A plan has no "nmae"; did you mean "name"?',
    ])
    expect(await saying('None of {item.ownr} in {who}', '    for: risks\n')).toEqual([
      '9 ownr [reference.unknown] The item has no "ownr"; did you mean "owner"?',
      '9 who [reference.unknown] Unknown name "who" in the message; expected one of "item", "plan", "index"',
    ])
    expect(await saying('"{item.risk} in {plan.name} {index} {}"', '    for: risks\n')).toEqual([])
  })

  it('is off at every stage, which is a warning', async () => {
    const off = (severity: string) =>
      told(check(`    assert: has(plan.name)\n    severity: ${severity}\n`))
    const warning = ['warning: The check is off at every stage, so it never finds anything']
    expect(await off('off')).toEqual(warning)
    expect(await off('{exploring: off, agreed: off}')).toEqual(warning)
    expect(await off('{exploring: off, agreed: info}')).toEqual([])
    const kinds = (contract: string) =>
      off(`error\n    kinds: {contract: ${contract}, memorandum: off, internal: off}`)
    expect(await kinds('off')).toEqual(warning)
    expect(await kinds('info')).toEqual([])
  })
})

describe('A check that cannot be judged', () => {
  it('has a place for what is wrong with it', async () => {
    const { placeInCheck } = await loadQuestionnaireFile(
      aQuestionnaire(check('    assert: has(plan.name)\n')),
      { root },
    )
    const finding = {
      id: 'expression.error',
      severity: 'error',
      message: { say: 'as-written', text: 'Too much' },
      path: ['assert'],
      at: 'value',
      fix: null,
    } as const
    expect(placeInCheck('roles.one', finding)).toMatchObject({ line: 9, column: 13 })
    expect(placeInCheck('roles.two', finding)).toBeNull()
  })
})
