import { describe, expect, it } from 'vitest'
import type { FindingPaint } from '../../../src/render/findings/finding-lines.ts'
import { renderFindingsText } from '../../../src/render/findings/text.ts'
import { aFile, aFinding, aPlanScore, aRun, manyFindings } from './run.ts'

const marks: FindingPaint = {
  error: (words) => `<e>${words}</e>`,
  warning: (words) => `<w>${words}</w>`,
  info: (words) => `<i>${words}</i>`,
  dim: (words) => `<d>${words}</d>`,
  bold: (words) => `<b>${words}</b>`,
}

const waived = { by: 'p1', until: '2027-01-31', reason: 'Soon', from: 'config' as const }

describe('renderFindingsText', () => {
  it('says so where nothing is found', () => {
    expect(renderFindingsText(aRun({ files: [aFile(), aFile({ file: 'b.yaml' })] }))).toBe(
      '2 files checked on 2026-11-23: nothing found\nVerdict: pass\n',
    )
  })

  it('passes with findings under the fail level, and counts them', () => {
    const files = [aFile({ findings: [aFinding({ severity: 'info' })] })]
    expect(renderFindingsText(aRun({ files }))).toBe(
      [
        'plan.yaml',
        '  4:1  info     No confidentiality rule is written down  [trust.confidentiality]',
        '',
        '1 file checked on 2026-11-23: 1 info',
        'Verdict: pass (1 info)',
        '',
      ].join('\n'),
    )
  })

  it('names no pass where nothing could fail', () => {
    const files = [aFile({ findings: [aFinding({ severity: 'error' })] })]
    expect(renderFindingsText(aRun({ files, isLimited: false }))).toBe(
      [
        'plan.yaml',
        '  4:1  error    No confidentiality rule is written down  [trust.confidentiality]',
        '',
        '1 file checked on 2026-11-23: 1 error',
        'Verdict: no limit is set (1 error)',
        '',
      ].join('\n'),
    )
  })

  it('does not say that nothing was found where nothing was checked', () => {
    const reasons = ['gone.yaml', 'lost.yaml'].map(
      (file) => ({ code: 'unchecked', file, message: { say: 'no-such-file' } }) as const,
    )
    expect(renderFindingsText(aRun({ verdict: { pass: false, reasons } }))).toBe(
      [
        'gone.yaml: Not checked: there is no such file or folder',
        'lost.yaml: Not checked: there is no such file or folder',
        'No file was checked',
        'Verdict: fail (2 files not checked)',
        '',
      ].join('\n'),
    )
  })

  it('highlights in colour, and is complete without it', () => {
    const findings = [aFinding({ severity: 'warning', excerpt: '4 | a\n  | ^' })]
    const run = aRun({
      files: [aFile({ findings })],
      verdict: { pass: false, reasons: [{ code: 'findings', severity: 'warning', count: 1 }] },
    })
    const painted = renderFindingsText(run, { paint: marks })
    expect(painted).toBe(
      [
        '<b>plan.yaml</b>',
        '  4:1  <w>warning</w>  No confidentiality rule is written down  <d>[trust.confidentiality]</d>',
        '    <d>4 | a</d>',
        '    <d>  | ^</d>',
        '',
        '1 file checked on 2026-11-23: 1 warning',
        '<e>Verdict: fail (1 warning)</e>',
        '',
      ].join('\n'),
    )
    expect(painted.replaceAll(/<.*?>/g, '')).toBe(renderFindingsText(run))
  })

  it('counts what is waived or known, and shows none of it', () => {
    const findings = [
      aFinding({ waived }),
      aFinding({ baseline: true }),
      aFinding({ waived, baseline: true }),
    ]
    expect(renderFindingsText(aRun({ files: [aFile({ findings })] }))).toBe(
      [
        '1 file checked on 2026-11-23: nothing found',
        'Not shown: 2 waived, 1 in the baseline',
        'Verdict: pass (2 waived, 1 in the baseline)',
        '',
      ].join('\n'),
    )
  })

  it('shows the worst where there is too much, in the order of the text', () => {
    const shown = renderFindingsText(manyFindings(30), { cap: { maxPerFile: 12, maxInAll: 100 } })
    const places = [...shown.matchAll(/^ {2}(\d+):1 +(\w+)/gm)].map(
      ([, line, word]) => `${line} ${word}`,
    )
    expect(places).toEqual([
      ...['2 warning', '3 error', '5 warning', '6 error', '9 error', '12 error', '15 error'],
      ...['18 error', '21 error', '24 error', '27 error', '30 error'],
    ])
    expect(shown).toContain('\n  and 18 more: 8 warnings, 10 info; --all shows them\n')
    expect(shown).toContain('10 errors, 10 warnings, 10 info, 12 shown\n')
  })

  it('shares what is shown in all between the files, the worst first', () => {
    const file = (name: string, severity: 'info' | 'error') =>
      aFile({ file: name, findings: [1, 2].map((line) => aFinding({ severity, line })) })
    const shown = renderFindingsText(
      aRun({ files: [file('a.yaml', 'info'), file('b.yaml', 'error')] }),
      {
        cap: { maxPerFile: 50, maxInAll: 3 },
      },
    )
    expect(shown.match(/^\S.*yaml$|^ {2}\d.*?(?= {2})|^ {2}and.*/gm)).toEqual([
      'a.yaml',
      '  1:1',
      '  and 1 more: 1 info; --all shows them',
      'b.yaml',
      '  1:1',
      '  2:1',
    ])
  })

  it('shows all of it without a cap', () => {
    expect(renderFindingsText(manyFindings(500), { cap: null }).match(/^ {2}\d/gm)).toHaveLength(
      500,
    )
  })

  it('shows how complete a plan is, even if nothing is wrong', () => {
    const plan = aPlanScore(74.5, { stage: 'forming' })
    expect(renderFindingsText(aRun({ files: [aFile({ plan })] }))).toBe(
      [
        'plan.yaml',
        '  Written plan: 75 % complete, no errors, at stage "forming"',
        '',
        '1 file checked on 2026-11-23: nothing found',
        'Verdict: pass',
        '',
      ].join('\n'),
    )
  })

  it('counts the errors that no waiver sets aside, known ones too', () => {
    const findings = [
      aFinding({ line: 1 }),
      aFinding({ line: 2, baseline: true }),
      aFinding({ line: 3, waived }),
      aFinding({ line: 4, severity: 'warning' }),
    ]
    const run = aRun({ files: [aFile({ plan: aPlanScore(94.1), findings })] })
    expect(renderFindingsText(run)).toContain(
      '\n  Written plan: 94 % complete, 2 errors, at stage "agreed"\n',
    )
  })

  it('says so where no check counts', () => {
    expect(renderFindingsText(aRun({ files: [aFile({ plan: aPlanScore(null) })] }))).toContain(
      '\n  Written plan: no check counts yet, no errors, at stage "agreed"\n',
    )
  })

  it('has one line for a plan that is not begun, with what to do', () => {
    const files = [aFile({ file: 'new/plan.yaml', notBegun: true })]
    expect(renderFindingsText(aRun({ files }), { columns: 60 })).toBe(
      [
        'new/plan.yaml: not begun: apart from names, dates and the',
        '  stage, it says no more than "accordant init" wrote. Begin',
        '  at the top, and write down what you know.',
        '',
        '1 file checked on 2026-11-23: nothing found',
        'Verdict: pass',
        '',
      ].join('\n'),
    )
  })
})
