import { describe, expect, it } from 'vitest'
import { editPlan, writeNewPlan } from '../../src/reading/edit-plan.ts'
import { readYaml } from '../../src/reading/yaml.ts'

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

  it('keeps all that is not changed to the letter', () => {
    const edits = [
      { do: 'set', path: ['purpose', 'need'], value: 'Nine days' },
      { do: 'set', path: ['risks', 0, 'response'], value: 'Book' },
      { do: 'add', path: ['risks'], value: { risk: 'Fire' } },
      { do: 'remove', path: ['risks', 1] },
      { do: 'set', path: ['scope', 'included'], value: ['Pumps'] },
    ] as const
    const edited = editPlan(text, edits, {})
    expect(edited).toContain('# Why\npurpose:\n  need: Nine days\n')
    expect(edited).toMatch(/ {2}- risk: Late +# often\n {4}owner: p1\n {4}response: Book\n/)
    expect(readBack(edited)).toEqual({
      accordant: 'plan/1',
      purpose: { need: 'Nine days' },
      risks: [{ risk: 'Late', owner: 'p1', response: 'Book' }, { risk: 'Fire' }],
      scope: { included: ['Pumps'] },
    })
  })

  it('says once what its memory is for', () => {
    const remember = (value: string) =>
      [{ do: 'set', path: ['x-filled'], value: { name: value } }] as const
    const once = editPlan(text, remember('a'), {})
    expect(once).toContain('changed by hand.\nx-filled:\n  name: a\n')
    const twice = editPlan(once, remember('b'), {})
    expect(twice).toBe(once.replace('name: a', 'name: b'))
  })

  it('is JSON where it was', () => {
    const plan = { accordant: 'plan/1', name: 'Pumps' }
    const edits = [{ do: 'set', path: ['name'], value: 'Pumps' }] as const
    expect(JSON.parse(editPlan('{"accordant": "plan/1"}\n', edits, plan))).toEqual(plan)
  })

  it('is as it was where nothing changes', () => {
    expect(editPlan(text, [], {})).toBe(text)
  })

  it('keeps the ends of its lines', () => {
    const edits = [{ do: 'set', path: ['x-filled'], value: { name: 'a' } }] as const
    const edited = editPlan(text.replaceAll('\n', '\r\n'), edits, {})
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

it('a new plan says whose it is', () => {
  expect(
    writeNewPlan({ name: 'Pumps', accordant: 'plan/1', 'x-filled': { name: 'Pumps' } }),
  ).toMatch(
    /^# Filled in by "accordant assess".*\n# .*\naccordant: plan\/1\nname: Pumps\n# .*\nx-filled:\n {2}name: Pumps\n$/,
  )
})

describe('a section that stands as an example in a comment', () => {
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

  it('comes below it, and the rest stays to the letter', () => {
    expect(editPlan(example, edits, {})).toBe(
      `${example
        .replace('acme\n', 'acme\n    brings:\n      - Parts\n')
        .replace('missing\n', 'missing\npurpose:\n  need: Nine days\n')
        .replace(
          'Frost}\n',
          'Frost}\nrisks:\n  - risk: Late\n',
        )}scope:\n  included:\n    - Pumps\n`,
    )
  })

  it('comes at the end where the example stands within another section', () => {
    const within = example.replace('partners:\n', 'partners:\n# purpose:\n')
    const edited = editPlan(within, edits.slice(2, 3), {})
    expect(edited).toBe(`${within}purpose:\n  need: Nine days\n`)
  })
})
