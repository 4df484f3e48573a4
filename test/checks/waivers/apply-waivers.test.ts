import { describe, expect, it } from 'vitest'
import { applyWaivers, type WaiverOptions } from '../../../src/checks/waivers/apply-waivers.ts'
import { resolveConfigWaivers } from '../../../src/checks/waivers/config-waivers.ts'
import type { Waiver } from '../../../src/checks/waivers/waiver.ts'
import type { Path, PlacedFinding, Severity } from '../../../src/model/finding.ts'
import { sayWithin } from '../../support/say-within.ts'

function found(id: string, severity: Severity = 'error', path: Path = []): PlacedFinding {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 2 }
  const rest = {
    message: { say: 'as-written', text: 'It is so' },
    at: 'value',
    fix: null,
    file: 'plan.yaml',
    excerpt: '',
  } as const
  return { id, severity, path, ...span, ...rest }
}

/** Reaches everything of its check. */
function waiver(check: string, more: Partial<Waiver> = {}): Waiver {
  const rest = { by: 'p1', until: '2027-03-31', reason: 'Later', from: 'comment' } as const
  return { check, ...rest, covered: (own) => own, ...more }
}

function aside(
  findings: readonly PlacedFinding[],
  waivers: readonly Waiver[],
  more: Partial<WaiverOptions<Waiver>> = {},
) {
  const given = { checks: new Map(), people: ['p1'], today: '2026-11-23', value: {}, ...more }
  const { waived, issues: standings } = applyWaivers(findings, { ...given, waivers })
  return {
    waived: findings.map((finding) => waived.get(finding)?.by ?? null),
    problems: waivers.map((own) => sayWithin(standings.get(own)?.message ?? null)),
  }
}

describe('Setting findings aside', () => {
  it('leaves the errors of a format, and takes its warnings', () => {
    const findings = [found('schema.value', 'error'), found('schema.value', 'warning')]
    expect(aside(findings, [waiver('schema.value')])).toEqual({
      waived: [null, 'p1'],
      problems: [null],
    })
  })

  it('is for the first of several waivers; the others are in use too', () => {
    const waivers = [waiver('reference.unknown'), waiver('reference.unknown', { by: 'p2' })]
    expect(aside([found('reference.unknown')], waivers, { people: ['p1', 'p2'] })).toEqual({
      waived: ['p1'],
      problems: [null, null],
    })
  })

  it('is for anybody where the plan lists no people', () => {
    expect(
      aside([found('reference.unknown')], [waiver('reference.unknown')], { people: [] }),
    ).toEqual({ waived: ['p1'], problems: [null] })
  })

  it.each(['waiver.unused', 'baseline.stale'])('is not for what is found about it: %s', (id) => {
    expect(aside([], [waiver(id)])).toEqual({
      waived: [],
      problems: [`Findings of "${id}" cannot be waived`],
    })
  })
})

describe('A path of the settings', () => {
  it('does not reach what is found on the whole plan, though nothing is written at it', () => {
    const [own] = resolveConfigWaivers(
      [{ check: 'a.b', path: 'exit.triggers', by: 'p1', until: '2027-03-31', reason: 'Later' }],
      { stage: 'agreed' },
    )
    const here = found('a.b', 'error', ['exit'])
    const there = found('a.b', 'error', [])
    expect(own?.covered([here, there])).toEqual([here])
  })
})
