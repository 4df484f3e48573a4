import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPlanKind, resolveSeverity } from '../../src/checks/severity.ts'
import { severities } from '../../src/model/finding.ts'
import { planKinds, stages } from '../../src/model/vocabulary.ts'

const order = [...severities, 'off'] as const
const id = 'roles.deputy'

describe('The kind of a plan', () => {
  it.each([
    [{}, 'agreed', 'contract'],
    [{}, 'closing', 'contract'],
    [{}, 'forming', 'memorandum'],
    [{}, 'exploring', 'memorandum'],
    [{ legalStatus: 'binding' }, 'forming', 'contract'],
    [{ legalStatus: 'mixed' }, 'agreed', 'contract'],
    [{ legalStatus: 'non-binding' }, 'agreed', 'memorandum'],
    [{ legalStatus: 'non-binding', kind: 'internal' }, 'agreed', 'internal'],
    [{ kind: 'contract' }, 'exploring', 'contract'],
    [{ legalStatus: 'binding', kind: 'memorandum' }, 'agreed', 'memorandum'],
  ] as const)('of %j at the stage %s is %s', (plan, stage, kind) => {
    expect(findPlanKind(plan, stage)).toBe(kind)
  })
})

describe('The severity of a check', () => {
  const check = {
    id,
    severity: { forming: 'warning', agreed: 'error', closing: 'info' },
    kinds: { memorandum: 'info', internal: 'off' },
  } as const

  it('is that of the last stage given, closing among them', () => {
    const own = stages.map((stage) => resolveSeverity(check, stage, 'contract'))
    expect(own).toEqual(['off', 'warning', 'error', 'error', 'info'])
  })

  it('takes for closing what operating has, where closing is left out', () => {
    expect(resolveSeverity({ id, severity: { operating: 'error' } }, 'closing', 'contract')).toBe(
      'error',
    )
  })

  it('is at most what the check allows for the kind', () => {
    const own = (kind: (typeof planKinds)[number]) =>
      stages.map((stage) => resolveSeverity(check, stage, kind))
    expect(own('memorandum')).toEqual(['off', 'info', 'info', 'info', 'info'])
    expect(own('internal')).toEqual(['off', 'off', 'off', 'off', 'off'])
  })

  it('is what a team sets, whatever the kind; also under a former id', () => {
    expect(resolveSeverity(check, 'agreed', 'internal', { [id]: 'error' })).toBe('error')
    const renamed = { ...check, id: 'roles.stand-in', formerly: [id] }
    expect(resolveSeverity(renamed, 'agreed', 'internal', { [id]: 'warning' })).toBe('warning')
  })

  it('is never graver for a kind than without kinds, nor than what the kind allows', () => {
    const word = fc.constantFrom(...order)
    const byStage = fc.dictionary(fc.constantFrom(...stages), word)
    const byKind = fc.dictionary(fc.constantFrom(...planKinds), word)
    const stage = fc.constantFrom(...stages)
    const kind = fc.constantFrom(...planKinds)
    fc.assert(
      fc.property(byStage, byKind, stage, kind, (severity, kinds, at, of) => {
        const free = order.indexOf(resolveSeverity({ id, severity }, at, of))
        const most = order.indexOf(kinds[of] ?? 'error')
        const own = order.indexOf(resolveSeverity({ id, severity, kinds }, at, of))
        expect(own).toBe(Math.max(free, most))
      }),
    )
  })
})
