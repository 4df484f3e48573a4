import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exists } from '../../src/files/search.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { aSmallQuestionnaire } from './support/small-questionnaire.ts'

const root = join(import.meta.dirname, '..', '..', 'questionnaires')
const files = readdirSync(root)
  .map((name) => join(root, name, 'questionnaire.yaml'))
  .filter(exists)

describe('The questionnaires that come with the program', () => {
  it('exist', () => {
    expect(files.length).toBeGreaterThan(2)
  })

  it.each(files)('pass check without findings: %s', async (file) => {
    const { code, out } = await ran(['check', file, '--today', '2026-11-23'])
    expect(out).toBe('1 file checked on 2026-11-23: nothing found\nVerdict: pass\n')
    expect(code).toBe(0)
  })
})

describe('What is advised on a questionnaire', () => {
  const questionnaire = aSmallQuestionnaire(`  - id: rules
    title: Rules
    questions:
      - {id: one, ask: How clear and fair are the rules?, type: yes-no}
`)

  it.each([
    ['off', 0, []],
    ['info', 0, ['info']],
    ['error', 1, ['error']],
  ])('has the severity %s if the settings say so', async (word, exit, severities) => {
    const folder = aFolder({
      'accordant.yaml': `accordant: config/1\nquestionnaire: questionnaire.yaml\nseverity: {question.two-ideas: ${word}}\n`,
      'questionnaire.yaml': questionnaire,
    })
    const { code, out } = await ran(['check', folder, '--format', 'json'])
    const { files } = JSON.parse(out) as {
      readonly files: readonly { readonly findings: readonly { readonly severity: string }[] }[]
    }
    const found = files.flatMap(({ findings }) => findings.map(({ severity }) => severity))
    expect({ code, found }).toEqual({ code: exit, found: severities })
  })

  it('can go into a baseline', async () => {
    const folder = aFolder({ 'questionnaire.yaml': questionnaire })
    const baseline = ['--baseline', join(folder, 'accordant.baseline.json')]
    await ran(['check', join(folder, 'questionnaire.yaml'), '--update-baseline', ...baseline])
    const argv = ['check', join(folder, 'questionnaire.yaml'), '--fail-on', 'warning', ...baseline]
    const { code, out } = await ran(argv)
    expect(out).toContain('Verdict: pass (1 in the baseline)')
    expect(code).toBe(0)
  })
})
