import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ran } from './support/memory-io.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'northwind-contoso')

describe('the example partnership', () => {
  it('has an up-to-date report; `npm run example` writes it again', async () => {
    const { code, out } = await ran(['report', example])
    expect(code).toBe(0)
    expect(out).toBe(readFileSync(join(example, 'report.md'), 'utf8'))
  })

  it('shows one essential question below its minimum, at one partner', async () => {
    const { out } = await ran(['report', example, '--format', 'json'])
    const { verdict } = JSON.parse(out)
    const musts = verdict.reasons.filter(({ code }: { code: string }) => code === 'must')
    expect(verdict.level).toBe('conditional')
    expect(musts).toEqual([
      {
        code: 'must',
        question: 'contingencies.exit',
        partner: 'contoso',
        below: 1,
        of: 2,
        value: 2,
        needs: 2,
      },
    ])
  })
})

describe('the example six months later', () => {
  const later = join(example, '..', 'northwind-contoso-2027')
  const asked = ['report', later, '--previous', example, '--today', '2027-05-14']

  it('has an up-to-date report; `npm run example` writes it again', async () => {
    const cwd = relative(process.cwd(), example)
    const { out } = await ran(['report', later, '--previous', cwd, ...asked.slice(4)])
    expect(out).toBe(readFileSync(join(later, 'report.md'), 'utf8'))
  })

  it('shows one partner drifting away, and the essential question now above its minimum', async () => {
    const { out } = await ran([...asked, '--format', 'json'])
    const { verdict, trend } = JSON.parse(out)
    expect(verdict.level).toBe('emerging')
    expect(verdict.reasons.map(({ code }: { code: string }) => code)).toEqual(['score', 'weakest'])
    const lower = (partner: string) =>
      trend[0].questions.filter(
        (each: { partner: string; change: number }) => each.partner === partner && each.change < 0,
      ).length
    expect([lower('contoso'), lower('northwind')]).toEqual([29, 12])
  })

  it('has overdue promises, which check finds on their lines', async () => {
    const { code, out } = await ran(['check', join(later, 'plan.yaml'), '--today', '2027-05-14'])
    expect(code).toBe(1)
    expect(out).toMatch(/\d+:\d+ +error +These commitments are past their due date/)
    expect(out).toMatch(/Also on lines \d+ and \d+/)
    expect(out).toMatch(/\d+:\d+ +warning +The review of 2027-04-15 is overdue/)
  })
})

describe('the plans shown as correct', () => {
  it.each(['northwind-contoso/plan.yaml', 'harbour-lights/plan.md'])(
    'have no errors or warnings, and are complete: %s',
    async (name) => {
      const file = join(example, '..', name)
      const { code, out } = await ran([
        'check',
        file,
        ...['--fail-on', 'warning', '--min-complete', '100', '--today', '2026-11-23'],
      ])
      expect(out).toContain('Verdict: pass')
      expect(code).toBe(0)
    },
  )
})
