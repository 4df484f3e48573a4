import { describe, expect, it } from 'vitest'
import { renderFindingsMarkdown } from '../../../src/render/findings/markdown.ts'
import { aFile, aFinding, aPlanScore, aRun, aScore, manyFindings } from './run.ts'

describe('renderFindingsMarkdown', () => {
  it('says so where nothing is found', () => {
    expect(renderFindingsMarkdown(aRun({ files: [aFile()] }))).toBe(
      '## Partnership check: pass\n\n1 file checked on 2026-11-23.\n',
    )
  })

  it('names no pass where nothing could fail', () => {
    expect(renderFindingsMarkdown(aRun({ files: [aFile()], isLimited: false }))).toBe(
      '## Partnership check: no limit is set\n\n1 file checked on 2026-11-23.\n',
    )
  })

  it('shows the worst rows of many, and counts the rest', () => {
    const output = renderFindingsMarkdown(manyFindings(900))
    expect(output.match(/^\| error \|/gm)).toHaveLength(200)
    expect(output).toContain('\nAnd 700 more findings: 100 errors, 300 warnings, 300 info.\n')
  })

  it('shows as many topics as there is room for, and counts the rest', () => {
    const plan = aPlanScore(1, {
      unread: Array.from({ length: 150 }, (_, index) => ({
        check: `a.b${index}`,
        lines: [index],
        fingerprint: `${index}`,
      })),
    })
    const files = ['a.yaml', 'b.yaml'].map((file) => aFile({ file, plan }))
    const output = renderFindingsMarkdown(aRun({ files }))
    expect(output.match(/^\| a\.b/gm)).toHaveLength(200)
    expect(output.match(/^And 50 more checks\.$/gm)).toHaveLength(2)
  })

  it('stays under a mebibyte with the longest texts that escape worst', () => {
    const long = '*\u0000\u202E漢|<'.repeat(10_000)
    const waived = { by: long, until: '2027-01-31', reason: long, from: 'config' as const }
    const plan = aPlanScore(1, { dimensions: [{ id: long, score: aScore(1) }] })
    const findings = Array.from({ length: 600 }, (_, index) =>
      aFinding({
        ...{ file: long, id: long, message: long, waived: index % 2 === 0 ? waived : null },
        ...(index % 3 === 0 ? { absent: true as const } : {}),
      }),
    )
    const lines = Array.from({ length: 50 }, (_, index) => index + 1)
    const document = aPlanScore(1, {
      unread: lines.map((line) => ({ check: long, lines, fingerprint: `${line}` })),
      document: { isAssumed: true, titles: lines.map((line) => ({ line, title: long })) },
    })
    const files = Array.from({ length: 30 }, (_, index) =>
      aFile({ file: `${index}${long}`, plan: index % 2 === 0 ? document : plan, findings }),
    )
    const reasons = Array.from({ length: 300 }, () => ({
      code: 'unchecked' as const,
      file: long,
      message: { say: 'as-written' as const, text: long },
    }))
    const output = renderFindingsMarkdown(aRun({ files, verdict: { pass: false, reasons } }))
    expect(Buffer.byteLength(output)).toBeLessThan(1024 * 1024)
  })
})
