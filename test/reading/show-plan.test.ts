import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { renderPlanAsRead } from '../../src/reading/show-plan.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { plain, read } from './read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('What was understood', () => {
  it('is YAML with the line of each value behind it, and what was left over below', () => {
    const source = readMarkdownPlan(
      bytes(
        '---\naccordant: plan/1\n---\n# Cold chain\n\n## Term\n- Start: 1 October 2026\n\n## Values\n- Say it first # always\n',
      ),
      'plan.md',
    )
    expect(
      renderPlanAsRead(source, [{ line: 9, message: 'Nobody knows "Wetter"' }]),
    ).toBe(`# What was understood of plan.md

accordant: plan/1                                                   # line 2
name: Cold chain                                                    # line 4
term:
  start: 2026-10-01                                                 # line 7
purpose:
  values:
    - "Say it first # always"                                       # line 10

# Left over:
#   line 9: Nobody knows "Wetter"
`)
  })

  it('fits a terminal: prose is folded, its line beside its key', () => {
    const prose = 'word '.repeat(40).trim()
    const shown = renderPlanAsRead(read(`purpose:\n  need: "${prose}"\n`), [])
    expect(shown.split('\n').slice(2, 5)).toEqual([
      'purpose:',
      `  need: >-${' '.repeat(56)}  # line 2`,
      `    ${'word '.repeat(15).trim()}`,
    ])
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('of a file that cannot be read is only what is wrong', () => {
    expect(renderPlanAsRead(read('a: b: c'), [{ line: 1, message: 'No' }])).toBe(
      '# What was understood of file.yaml\n\n# Left over:\n#   line 1: No\n',
    )
  })

  it('reads back equal, with nothing to warn of', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 90 }),
      fc.constantFrom('a # b', '# c', 'x: y # line 3', 'one\ntwo # three\n', 'long '.repeat(30)),
    )
    const value = fc.dictionary(
      fc.stringMatching(/^[a-z]{1,8}$/),
      fc.oneof(
        text,
        fc.integer(),
        fc.array(text),
        fc.array(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), text)),
      ),
    )
    fc.assert(
      fc.property(value, (given) => {
        const source = readYaml(bytes(JSON.stringify(given)), 'plan.json')
        if (source.value === undefined) return
        const shown = readYaml(bytes(renderPlanAsRead(source, [])), 'shown.yaml')
        expect(shown.findings).toEqual([])
        expect(plain(shown.value)).toEqual(plain(source.value))
      }),
      { numRuns: 300 },
    )
  })
})
