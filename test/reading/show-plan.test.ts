import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdownPlan } from '../../src/reading/markdown-plan.late.ts'
import { renderPlanAsRead } from '../../src/reading/show-plan.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { sayDraft } from '../../src/words/say-draft.ts'
import { plain, read } from './read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('A plan as it was read', () => {
  it('is YAML with the line of each value behind it, and below what was not read', () => {
    const source = readMarkdownPlan(
      bytes(
        '---\naccordant: plan/1\n---\n# Cold chain\n\n## Term\n- Start: 1 October 2026\n\n## Values\n- Say it first # always\n',
      ),
      'plan.md',
    )
    expect(
      renderPlanAsRead(source, [{ line: 9, text: 'Nobody knows "Wetter"' }], sayDraft),
    ).toBe(`# What accordant read in plan.md

accordant: plan/1                                                   # line 2
name: Cold chain                                                    # line 4
term:
  start: 2026-10-01                                                 # line 7
purpose:
  values:
    - "Say it first # always"                                       # line 10

# Not read:
#   line 9: Nobody knows "Wetter"
`)
  })

  it('fits a terminal: prose is folded, its line beside its key', () => {
    const prose = 'word '.repeat(40).trim()
    const shown = renderPlanAsRead(read(`purpose:\n  need: "${prose}"\n`), [], sayDraft)
    expect(shown.split('\n').slice(2, 5)).toEqual([
      'purpose:',
      `  need: >-${' '.repeat(56)}  # line 2`,
      `    ${'word '.repeat(15).trim()}`,
    ])
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('is only what is wrong for a file that cannot be read', () => {
    expect(renderPlanAsRead(read('a: b: c'), [{ line: 1, text: 'No' }], sayDraft)).toBe(
      '# What accordant read in file.yaml\n\n# Not read:\n#   line 1: No\n',
    )
  })

  it('reads back equal, without a finding', () => {
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
        const shown = readYaml(bytes(renderPlanAsRead(source, [], sayDraft)), 'shown.yaml')
        expect(shown.findings).toEqual([])
        expect(plain(shown.value)).toEqual(plain(source.value))
      }),
      { numRuns: 300 },
    )
  })
})
