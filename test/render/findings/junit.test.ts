import { describe, expect, it } from 'vitest'
import { renderJunit } from '../../../src/render/findings/junit.ts'
import { aFile, aFinding, aRun, manyFindings } from './run.ts'

const never = { fails: () => false }
const always = { fails: () => true }

describe('renderJunit', () => {
  it('shows what passes', () => {
    const run = aRun({ files: [aFile({ judged: ['trust.confidentiality', 'roles.owner'] })] })
    expect(renderJunit(run, always)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testsuites name="accordant" tests="3" failures="0" errors="0">',
        '  <testsuite name="plan.yaml" tests="3" failures="0" errors="0" skipped="0">',
        '    <properties>',
        '      <property name="today" value="2026-11-23"/>',
        '    </properties>',
        '    <testcase name="checked" classname="plan.yaml"/>',
        '    <testcase name="trust.confidentiality" classname="plan.yaml"/>',
        '    <testcase name="roles.owner" classname="plan.yaml"/>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('fails a check once, with all its findings that fail, and keeps the others beside them', () => {
    const findings = [
      aFinding({ line: 1 }),
      aFinding({ line: 2, severity: 'info' }),
      aFinding({ line: 3 }),
    ]
    const run = aRun({ files: [aFile({ findings, judged: ['trust.confidentiality'] })] })
    const output = renderJunit(run, { fails: ({ severity }) => severity === 'error' })
    expect(output.slice(output.indexOf('<testcase name="trust'))).toBe(
      [
        '<testcase name="trust.confidentiality" classname="plan.yaml">',
        '      <failure type="error" message="No confidentiality rule is written down">plan.yaml:1:1 error: No confidentiality rule is written down',
        '',
        'plan.yaml:3:1 error: No confidentiality rule is written down</failure>',
        '      <system-out>plan.yaml:2:1 info: No confidentiality rule is written down</system-out>',
        '    </testcase>',
        '  </testsuite>',
        '</testsuites>',
        '',
      ].join('\n'),
    )
  })

  it('never fails what is waived or known', () => {
    const waived = { by: 'p1', until: '2027-01-31', reason: 'Soon', from: 'config' as const }
    const findings = [aFinding({ waived }), aFinding({ baseline: true })]
    const output = renderJunit(aRun({ files: [aFile({ findings })] }), always)
    expect(output).toContain('tests="2" failures="0"')
    expect(output).toContain('(waived by p1 until 2027-01-31: Soon)')
    expect(output).toContain('(in the baseline)')
  })

  it('fails nothing where the fail level is never', () => {
    expect(renderJunit(manyFindings(9), never)).toContain('failures="0"')
  })

  it('limits the number of findings, so that XML readers accept the file', () => {
    const output = renderJunit(manyFindings(3_000), always)
    expect(output.match(/plan\.yaml:\d+:1/g)).toHaveLength(500)
    expect(output).toContain('and 2500 more</failure>')
  })
})
