import { describe, expect, it } from 'vitest'
import { renderGithubAnnotations } from '../../../src/render/findings/github.ts'
import { renderFindingsText } from '../../../src/render/findings/text.ts'
import { aFile, aFinding, aPlanScore, aRun, asMessage } from './run.ts'
import { findingsMisses, formats, gitlabMisses, junitMisses, sarifMisses } from './valid.ts'

function placesOn(...lines: readonly number[]) {
  return lines.map((line, index) => ({
    path: ['people', index],
    line,
    column: 5,
    endLine: line,
    endColumn: 7,
    message: asMessage(`Person ${index + 1} has no deputy`),
  }))
}

function aFolded(...lines: readonly number[]) {
  return aFinding({
    id: 'roles.deputy',
    message: 'These people have no deputy: Sara Lind and Omar Diaz',
    line: lines[0] ?? 1,
    column: 5,
    endColumn: 7,
    path: ['people', 0],
    places: placesOn(...lines),
    fix: 'Name one of the others',
  })
}

const run = aRun({
  verdict: { pass: false, reasons: [{ code: 'findings', severity: 'error', count: 1 }] },
  files: [aFile({ plan: aPlanScore(40), findings: [aFolded(4, 9, 12)] })],
})

describe('A finding that stands for several entries', () => {
  it('is one in text, with the other lines under it, and counts once', () => {
    const text = renderFindingsText(run)
    expect(text.match(/roles\.deputy/g)).toHaveLength(1)
    expect(text).toContain('      Also on lines 9 and 12\n      Fix: Name one of the others\n')
    expect(text).toContain('40 % complete, 1 error,')
    expect(text).toMatch(/Verdict: fail \(1 error\)\n$/)
  })

  it.each([
    [[4, 9], 'Also on line 9'],
    [[4, 4, 9, 9], 'Also on line 9'],
    [[4, ...Array.from({ length: 23 }, (_, index) => 10 + index)], '28, 29 and 3 more\n'],
  ])('names each other line once, up to twenty: %j', (lines, told) => {
    const own = renderFindingsText(aRun({ files: [aFile({ findings: [aFolded(...lines)] })] }))
    expect(own).toContain(told)
  })

  it('names no line where all entries are on the same one', () => {
    const own = renderFindingsText(aRun({ files: [aFile({ findings: [aFolded(4, 4)] })] }))
    expect(own).not.toContain('Also on')
  })

  it('is one annotation, with the other lines in its message', () => {
    expect(renderGithubAnnotations(run)).toBe(
      '::error file=plan.yaml,line=4,col=5,endLine=4,endColumn=7,title=roles.deputy::These people have no deputy: Sara Lind and Omar Diaz%0AAlso on lines 9 and 12%0AFix: Name one of the others\n',
    )
  })

  it('has every place in JSON, its own first', () => {
    const { findings } = JSON.parse(formats.json(run)).files[0]
    expect(findings).toHaveLength(1)
    expect(findings[0].places).toEqual([
      expect.objectContaining({ path: ['people', 0], line: 4, message: 'Person 1 has no deputy' }),
      expect.objectContaining({ path: ['people', 1], line: 9, message: 'Person 2 has no deputy' }),
      expect.objectContaining({ path: ['people', 2], line: 12, message: 'Person 3 has no deputy' }),
    ])
    expect(findingsMisses(formats.json(run))).toEqual([])
  })

  it('has the other places as related locations in SARIF', () => {
    const [result, ...others] = JSON.parse(formats.sarif(run)).runs[0].results
    expect(others).toEqual([])
    expect(result.locations).toHaveLength(1)
    const related = result.relatedLocations as {
      readonly message: { readonly text: string }
      readonly physicalLocation: { readonly region: { readonly startLine: number } }
    }[]
    expect(
      related.map((one) => `${one.physicalLocation.region.startLine} ${one.message.text}`),
    ).toEqual(['9 Person 2 has no deputy', '12 Person 3 has no deputy'])
    expect(sarifMisses(formats.sarif(run))).toEqual([])
  })

  it('is one issue for GitLab, one case for JUnit and one row in Markdown, with the other lines', async () => {
    const told = 'These people have no deputy: Sara Lind and Omar Diaz'
    const [issue, ...others] = JSON.parse(formats.gitlab(run))
    expect(others).toEqual([])
    expect(issue.description).toBe(`${told}. Also on lines 9 and 12`)
    expect(gitlabMisses(formats.gitlab(run))).toEqual([])
    expect(formats.junit(run)).toContain('Also on lines 9 and 12\nFix')
    expect(await junitMisses(formats.junit(run))).toEqual([])
    expect(formats.markdown(run)).toContain(`| ${told}. Also on lines 9 and 12 |`)
  })
})
