import { describe, expect, it } from 'vitest'
import { editPlan, writeNewPlan } from '../../src/reading/edit-plan.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { say } from '../../src/words/say-message.ts'

function readBack(text: string): unknown {
  return readYaml(new TextEncoder().encode(text), 'plan.yaml').value
}

describe('a plan that is edited', () => {
  const text = `accordant: plan/1
# Why
purpose:
risks:
  - risk: Late   # often
    owner: p1
  - risk: Frost
`

  it('keeps to the letter what is not changed', () => {
    const edits = [
      { do: 'set', path: ['purpose', 'need'], value: 'Nine days' },
      { do: 'set', path: ['risks', 0, 'response'], value: 'Book' },
      { do: 'add', path: ['risks'], value: { risk: 'Fire' } },
      { do: 'remove', path: ['risks', 1] },
      { do: 'set', path: ['scope', 'included'], value: ['Pumps'] },
    ] as const
    const edited = editPlan(text, edits, {}, say)
    expect(edited).toContain('# Why\npurpose:\n  need: Nine days\n')
    expect(edited).toMatch(/ {2}- risk: Late +# often\n {4}owner: p1\n {4}response: Book\n/)
    expect(readBack(edited)).toEqual({
      accordant: 'plan/1',
      purpose: { need: 'Nine days' },
      risks: [{ risk: 'Late', owner: 'p1', response: 'Book' }, { risk: 'Fire' }],
      scope: { included: ['Pumps'] },
    })
  })

  it('says once what the part for filled-in values is for', () => {
    const remember = (value: string) =>
      [{ do: 'set', path: ['x-filled'], value: { name: value } }] as const
    const once = editPlan(text, remember('a'), {}, say)
    expect(once).toContain('changed by hand.\nx-filled:\n  name: a\n')
    const twice = editPlan(once, remember('b'), {}, say)
    expect(twice).toBe(once.replace('name: a', 'name: b'))
  })

  it('is JSON again if it was JSON', () => {
    const plan = { accordant: 'plan/1', name: 'Pumps' }
    const edits = [{ do: 'set', path: ['name'], value: 'Pumps' }] as const
    expect(JSON.parse(editPlan('{"accordant": "plan/1"}\n', edits, plan, say))).toEqual(plan)
  })

  it('is unchanged when there are no edits', () => {
    expect(editPlan(text, [], {}, say)).toBe(text)
  })

  it('keeps its line endings', () => {
    const edits = [{ do: 'set', path: ['x-filled'], value: { name: 'a' } }] as const
    const edited = editPlan(text.replaceAll('\n', '\r\n'), edits, {}, say)
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

it('a new plan says that answers filled it in', () => {
  expect(
    writeNewPlan({ name: 'Pumps', accordant: 'plan/1', 'x-filled': { name: 'Pumps' } }, say),
  ).toMatch(
    /^# Filled in by "accordant assess".*\n# .*\naccordant: plan\/1\nname: Pumps\n# .*\nx-filled:\n {2}name: Pumps\n$/,
  )
})

describe('a section with an example in a comment', () => {
  const example = `accordant: plan/1
partners:
  - id: acme
    # name: The full name

## Why you do this together.
# purpose:
#   need: What is missing

## What could go wrong.
# risks:
#   - {risk: Frost}
`
  const edits = [
    { do: 'set', path: ['risks'], value: [{ risk: 'Late' }] },
    { do: 'set', path: ['partners', 0, 'brings'], value: ['Parts'] },
    { do: 'set', path: ['purpose', 'need'], value: 'Nine days' },
    { do: 'set', path: ['scope', 'included'], value: ['Pumps'] },
  ] as const

  it('is added below it, and the rest stays to the letter', () => {
    expect(editPlan(example, edits, {}, say)).toBe(
      `${example
        .replace('acme\n', 'acme\n    brings:\n      - Parts\n')
        .replace('missing\n', 'missing\npurpose:\n  need: Nine days\n')
        .replace(
          'Frost}\n',
          'Frost}\nrisks:\n  - risk: Late\n',
        )}scope:\n  included:\n    - Pumps\n`,
    )
  })

  it('is added at the end where the example is inside another section', () => {
    const within = example.replace('partners:\n', 'partners:\n# purpose:\n')
    const edited = editPlan(within, edits.slice(2, 3), {}, say)
    expect(edited).toBe(`${within}purpose:\n  need: Nine days\n`)
  })
})
