import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldFindings } from '../../src/checks/fold-findings.ts'
import { countPlanErrors } from '../../src/model/check-run.ts'
import { say } from '../../src/words/say-message.ts'
import { aFinding, asMessage } from '../render/findings/run.ts'

/** A person without a deputy, found on a line. */
function alone(line: number, over: Parameters<typeof aFinding>[0] = {}) {
  const entry = `Person ${line}`
  return aFinding({
    id: 'roles.deputy',
    line,
    path: ['people', line],
    message: `${entry} has no deputy`,
    together: { around: [asMessage('Without a deputy: '), asMessage('!')], entry },
    ...over,
  })
}

const waived = { by: 'p1', until: '2027-01-31', reason: 'Later', from: 'config' } as const

describe('Entries that fail one check with "together"', () => {
  it('are one finding, at the first, with the place and the message of each', () => {
    const [one, ...others] = foldFindings([alone(9), alone(4), alone(6)])
    expect(others).toEqual([])
    expect(one).toMatchObject({ id: 'roles.deputy', line: 4, path: ['people', 4] })
    expect(say(one?.message ?? '')).toBe('Without a deputy: Person 4, Person 6 and Person 9!')
    expect(one?.places?.map(({ line, message }) => `${line} ${say(message)}`)).toEqual([
      '4 Person 4 has no deputy',
      '6 Person 6 has no deputy',
      '9 Person 9 has no deputy',
    ])
  })

  it('are named up to five, and the rest counted', () => {
    const [one] = foldFindings([1, 2, 3, 4, 5, 6, 7, 8].map((line) => alone(line)))
    expect(say(one?.message ?? '')).toBe(
      'Without a deputy: Person 1, Person 2, Person 3, Person 4, Person 5 and 3 more!',
    )
    expect(one?.places).toHaveLength(8)
  })

  it('are told apart by semicolons where a comma or an "and" is in a name', () => {
    const around = [asMessage('No owner: '), asMessage('')]
    const risks = ['Drivers leave and stay away', 'The depot is full'].map((entry, index) =>
      alone(4 + index, { together: { around, entry } }),
    )
    const [one] = foldFindings(risks)
    expect(say(one?.message ?? '')).toBe('No owner: Drivers leave and stay away; The depot is full')
  })

  it('stay as they are where only one is left', () => {
    const found = [alone(4), alone(5, { waived }), alone(6, { baseline: true })]
    expect(foldFindings(found)).toEqual(found)
  })

  it('are apart from those of another check, of another file, and of a check without "together"', () => {
    const { together: _, ...plain } = alone(4)
    const found = [
      plain,
      { ...plain, line: 5 },
      alone(4, { file: 'other.yaml' }),
      alone(5, { id: 'roles.stand-in' }),
      alone(6),
    ]
    expect(foldFindings(found)).toEqual(found)
  })

  it('are one error, also with those in the baseline; without those that are waived', () => {
    const found = [alone(4), alone(5), alone(6, { baseline: true }), alone(7, { waived })]
    expect(countPlanErrors(found)).toBe(1)
    expect(countPlanErrors(foldFindings(found))).toBe(1)
    expect(countPlanErrors([alone(7, { waived })])).toBe(0)
    expect(countPlanErrors([aFinding(), aFinding(), alone(4)])).toBe(3)
  })

  it('lose no place and no message, and what is set aside stays itself', () => {
    const finding = fc.record({
      line: fc.integer({ min: 1, max: 50 }),
      id: fc.constantFrom('roles.deputy', 'roles.stand-in'),
      file: fc.constantFrom('plan.yaml', 'other.yaml'),
      aside: fc.constantFrom('no', 'waived', 'known'),
      plain: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), (drawn) => {
        const found = drawn.map(({ line, id, file, aside, plain }) => {
          const { together, ...rest } = alone(line, {
            id: plain ? 'roles.plain' : id,
            file,
            waived: aside === 'waived' ? waived : null,
            baseline: aside === 'known',
          })
          return together === undefined || plain ? rest : { ...rest, together }
        })
        const folded = foldFindings(found)
        const places = folded.flatMap(({ file, id, waived: by, baseline, places: all, ...own }) =>
          (all ?? [own]).map(({ line, message }) =>
            JSON.stringify([file, id, by, baseline, line, say(message)]),
          ),
        )
        const before = found.map(({ file, id, waived: by, baseline, line, message }) =>
          JSON.stringify([file, id, by, baseline, line, say(message)]),
        )
        expect(places.toSorted()).toEqual(before.toSorted())
        const reported = folded.filter((one) => one.waived === null && !one.baseline)
        const keys = reported.filter((one) => one.id !== 'roles.plain')
        expect(new Set(keys.map(({ file, id }) => `${file} ${id}`)).size).toBe(keys.length)
      }),
    )
  })
})
