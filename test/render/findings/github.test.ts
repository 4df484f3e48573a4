import { describe, expect, it } from 'vitest'
import { renderGithubAnnotations } from '../../../src/render/findings/github.ts'
import { aFile, aFinding, aRun, manyFindings } from './run.ts'

describe('renderGithubAnnotations', () => {
  it('is empty where nothing is found', () => {
    expect(renderGithubAnnotations(aRun({ files: [aFile()] }))).toBe('')
  })

  it('writes the worst first, ten of each, and how many are left', () => {
    const lines = renderGithubAnnotations(manyFindings(36)).trimEnd().split('\n')
    const commands = lines.map((line) => line.split(' ')[0])
    expect(commands).toEqual([
      ...Array.from({ length: 10 }, () => '::error'),
      ...Array.from({ length: 10 }, () => '::warning'),
      ...Array.from({ length: 10 }, () => '::notice'),
    ])
    expect(lines.at(-1)).toBe(
      '::notice title=accordant::7 more without an annotation: 2 errors, 2 warnings, 3 info',
    )
  })

  it('leaves nothing out that GitHub would show', () => {
    const lines = renderGithubAnnotations(manyFindings(30)).trimEnd().split('\n')
    expect(lines).toHaveLength(30)
    expect(lines.at(-1)).toMatch(/^::notice file=plan.yaml,line=28,/)
  })

  it('puts the limits missed before the findings, and both within ten errors', () => {
    const run = manyFindings(3)
    const reasons = Array.from({ length: 12 }, (_, index) => ({
      code: 'unchecked' as const,
      file: `${index}.yaml`,
      message: { say: 'as-written' as const, text: 'No such file' },
    }))
    const lines = renderGithubAnnotations({ ...run, verdict: { pass: false, reasons } })
      .trimEnd()
      .split('\n')
    expect(lines.slice(9)).toEqual([
      '::error file=9.yaml,title=accordant::9.yaml: Not checked: No such file',
      expect.stringMatching(/^::warning file=plan.yaml,line=2,/),
      expect.stringMatching(/^::notice file=plan.yaml,line=1,/),
      '::notice title=accordant::3 more without an annotation: 1 error',
    ])
  })

  it('gives no columns over several lines, which GitHub refuses', () => {
    const findings = [aFinding({ line: 4, endLine: 6 })]
    expect(renderGithubAnnotations(aRun({ files: [aFile({ findings })] }))).toBe(
      '::error file=plan.yaml,line=4,endLine=6,title=trust.confidentiality::No confidentiality rule is written down\n',
    )
  })

  it('names a file as the code host does, with both escapes', () => {
    const findings = [aFinding({ message: '100 % sure:\nyes, now' })]
    const files = [aFile({ file: '../a/b.yaml', address: './a, b:c%.yaml', findings })]
    expect(renderGithubAnnotations(aRun({ files }))).toBe(
      '::error file=a%2C b%3Ac%25.yaml,line=4,col=1,endLine=4,endColumn=12,title=trust.confidentiality::100 %25 sure:%0Ayes, now\n',
    )
  })
})
