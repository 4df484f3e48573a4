import { describe, expect, it } from 'vitest'
import type { CheckRun } from '../../../src/model/check-run.ts'
import { renderSarif } from '../../../src/render/findings/sarif.ts'
import { aFile, aFinding, aRun, manyFindings } from './run.ts'

function written(run: CheckRun) {
  return JSON.parse(renderSarif(run, { version: '1.2.3' })).runs[0]
}

const waived = { by: 'p1', until: '2027-01-31', reason: 'Soon', from: 'config' as const }

describe('renderSarif', () => {
  it.each([
    ['alliance/plan.yaml', { uri: 'alliance/plan.yaml', uriBaseId: '%SRCROOT%' }],
    ['./plan.yaml', { uri: 'plan.yaml', uriBaseId: '%SRCROOT%' }],
    ['../a b/plan.yaml', { uri: '../a%20b/plan.yaml', uriBaseId: '%SRCROOT%' }],
    ['50 %#?/Ü:漢.yaml', { uri: '50%20%25%23%3F/%C3%9C%3A%E6%BC%A2.yaml', uriBaseId: '%SRCROOT%' }],
    ['-', { uri: '-', uriBaseId: '%SRCROOT%' }],
    ['/home/a b/plan.yaml', { uri: 'file:///home/a%20b/plan.yaml' }],
    ['C:/a/plan.yaml', { uri: 'file:///C:/a/plan.yaml' }],
  ])('addresses %s as a URI', (address, location) => {
    const { results } = written(aRun({ files: [aFile({ address, findings: [aFinding()] })] }))
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual(location)
  })

  it('speaks of suppressions and a baseline only where there are any', () => {
    const { results } = written(aRun({ files: [aFile({ findings: [aFinding()] })] }))
    expect(Object.keys(results[0])).toEqual([
      'ruleId',
      'ruleIndex',
      'level',
      'message',
      'locations',
      'partialFingerprints',
    ])
  })

  it('keeps what is waived, with who, until when and why', () => {
    const findings = [
      aFinding({ waived }),
      aFinding({ waived: { ...waived, from: 'comment' } }),
      aFinding(),
    ]
    const { results } = written(aRun({ files: [aFile({ findings })] }))
    const justification = 'Soon (by p1, until 2027-01-31)'
    expect(results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification }],
      [{ kind: 'inSource', status: 'accepted', justification }],
      [],
    ])
  })

  it('separates known findings from new ones', () => {
    const findings = [aFinding({ baseline: true }), aFinding()]
    const { results } = written(aRun({ files: [aFile({ findings })] }))
    expect(results.map(({ baselineState }: { baselineState: unknown }) => baselineState)).toEqual([
      'unchanged',
      'new',
    ])
  })

  it('keeps the worst of too many, what is set aside last, and says how many are left out', () => {
    const run = manyFindings(30_000)
    const files = run.files.map((file) => ({
      ...file,
      findings: file.findings.map((finding) =>
        finding.severity === 'error' ? { ...finding, waived } : finding,
      ),
    }))
    const { results, properties, invocations } = written({ ...run, files })
    const count = (level: string) =>
      results.filter((result: { level: string }) => result.level === level).length
    expect([count('error'), count('warning'), count('note')]).toEqual([5_000, 10_000, 10_000])
    expect(properties.omitted).toBe(5_000)
    expect(invocations).toEqual([
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          { level: 'warning', message: { text: '5000 more findings left out' } },
        ],
      },
    ])
  })

  it('points every result at its rule', () => {
    const findings = [aFinding({ id: 'a.b' }), aFinding({ id: 'c.d' }), aFinding({ id: 'a.b' })]
    const run = written(aRun({ files: [aFile({ findings })] }))
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
    }
  })
})
