import { describe, expect, it } from 'vitest'
import type { Action } from '../../../src/model/result.ts'
import { addCommitments } from '../../../src/questionnaire/fills/add-commitments.ts'

const ring: Action = {
  day: 'team',
  question: 'trust.news',
  partners: ['north'],
  owner: 'p1',
  do: 'Ring them\nup.',
  done: 'They\n heard.',
  effort: 'small',
  takes: 'P2W',
  gain: 3,
}

const plan = { partners: [{ id: 'north', manager: 'p1' }, { id: 'south' }] }

describe('next steps in a plan', () => {
  it('have the owner of the step, begin in a week, and are due when the step can be seen', () => {
    const { added, plan: after } = addCommitments(plan, [ring], '2026-12-30')
    expect(added).toEqual([
      {
        what: 'Ring them up.',
        owner: 'p1',
        start: '2027-01-06',
        due: '2027-01-20',
        status: 'open',
        since: '2026-12-30',
        notes: 'Done when: They heard.',
        'x-action': 'trust.news',
      },
    ])
    expect(after).toEqual({ ...plan, commitments: added })
  })

  it('have no owner where the step has none', () => {
    const { added } = addCommitments(plan, [{ ...ring, owner: null }], '2026-12-01')
    expect(added[0]).not.toHaveProperty('owner')
  })

  it.each([
    { what: 'Rang', 'x-action': 'trust.news', status: 'done' },
    { what: 'Ring  them\nup. ' },
  ])('are not added if they are in the plan already: %o', (there) => {
    const { edits, existing: already } = addCommitments(
      { commitments: [there] },
      [ring],
      '2026-12-01',
    )
    expect([edits, already]).toEqual([[], ['trust.news']])
  })

  it('are added after the existing commitments', () => {
    const own = { what: 'Sign it', owner: 'p2' }
    const { edits } = addCommitments({ commitments: [own] }, [ring], '2026-12-01')
    expect(edits).toMatchObject([
      { do: 'add', path: ['commitments'], value: { 'x-action': 'trust.news' } },
    ])
  })

  it('show control characters instead of letting them act', () => {
    const { added } = addCommitments(
      plan,
      [{ ...ring, do: 'Ring \u001b[31m\u202ethem' }],
      '2026-12-01',
    )
    expect(added[0]?.what).toBe('Ring ⟨U+001B⟩[31m⟨U+202E⟩them')
  })
})
