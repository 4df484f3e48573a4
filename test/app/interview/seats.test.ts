import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../cli/support/folder.ts'
import { typed } from '../../cli/support/typed.ts'

const questionnaire = `accordant: questionnaire/1
id: two-days
version: 1.0.0
title: Two days
levels: [{id: done, title: Done, score: 100}, {id: begun, title: Begun, score: 0}]
dimensions:
  - id: first
    title: First
    day: {result: need}
    questions:
      - {id: need, ask: What is missing?, type: text, fills: purpose.need}
      - {id: brings, ask: What do we bring?, type: list, fills: 'partners.{partner}.brings'}
  - id: second
    title: Second
    day: {result: vision}
    questions:
      - {id: vision, ask: What will it be like?, type: text, fills: purpose.vision}
`

/** An interview by these lines. */
function interviewed(folder: string, ...lines: readonly string[]) {
  const own = ['--questionnaire', join(folder, 'q.yaml'), '--partner', 'acme', '--role', 'Lead']
  return typed(['assess', folder, ...own, '--accessible'], lines)
}

describe('a questionnaire that is done in days', () => {
  it('asks one day at a time, tells its result, and goes on the next day', async () => {
    const folder = aFolder({ 'accordant.yaml': 'accordant: config/1\n', 'q.yaml': questionnaire })
    const plan = () => readFileSync(join(folder, 'plan.yaml'), 'utf8')
    const response = () => readFileSync(join(folder, 'responses', 'acme-r1.yaml'), 'utf8')

    const first = await interviewed(folder, '', 'Nine days', 'Parts', '', 'f')
    expect(first.code).toBe(0)
    expect(first.err).toContain('This is day 1 of 2: First.')
    expect(first.err).toContain('Some of your answers also go into your plan.')
    expect(first.out + first.err).toContain('Day 1 of 2: First, question 1 of 2')
    expect(first.out + first.err).toContain('  Day 1: First\n  - Nine days')
    expect(first.err).toContain(
      'Next: Day 2 of 2, Second. Continue with: accordant assess --response',
    )
    expect(plan()).toContain('purpose:\n  need: Nine days\n')
    expect(response()).not.toContain('completed')

    const second = await interviewed(folder, '1', '', 'Two days', 'f')
    expect(second.code).toBe(0)
    expect(second.out + second.err).toContain('Day 2 of 2: Second, question 3 of 3')
    expect(second.err).not.toContain('comes next')
    expect(plan()).toContain('  vision: Two days\n')
    expect(response()).toContain('completed')

    const again = await interviewed(folder, '1', '', '3', 'One day', 'f')
    expect(again.code).toBe(0)
    expect(again.err).toContain('Filled in "purpose.vision" in the plan')
    expect(plan()).toContain('  vision: One day\n')
  })
})
