import { describe, expect, it } from 'vitest'
import type { CheckRun } from '../../../src/model/check-run.ts'
import { aDocumentRun, aRun, aWholeRun, manyFindings } from './run.ts'
import { findingsMisses, formats, gitlabMisses, junitMisses, sarifMisses } from './valid.ts'

const runs: readonly (readonly [string, CheckRun])[] = [
  ['no file', aRun()],
  ['no finding', manyFindings(0)],
  ['one finding', manyFindings(1)],
  ['30,000 findings', manyFindings(30_000)],
  ['something of everything', aWholeRun()],
  ['documents in Markdown', aDocumentRun('line')],
  ['documents in Word', aDocumentRun('paragraph')],
]

describe.each(runs)('with %s', (_, run) => {
  it('the SARIF file is valid, and GitHub can take it', () => {
    const output = formats.sarif(run)
    expect(sarifMisses(output)).toEqual([])
    expect(JSON.parse(output).runs[0].results.length).toBeLessThanOrEqual(25_000)
  })

  it('the JUnit file is valid', async () => {
    expect(await junitMisses(formats.junit(run))).toEqual([])
  })

  it('the GitLab report is valid', () => {
    expect(gitlabMisses(formats.gitlab(run))).toEqual([])
  })

  it('the JSON file is valid', () => {
    expect(findingsMisses(formats.json(run))).toEqual([])
  })

  it('GitHub shows every annotation', () => {
    const lines = formats.github(run).split('\n')
    for (const command of ['error', 'warning', 'notice']) {
      const shown = lines.filter((line) => line.startsWith(`::${command} `))
      expect(shown.length).toBeLessThanOrEqual(10)
    }
  })

  it('the Markdown summary is under a mebibyte', () => {
    expect(Buffer.byteLength(formats.markdown(run))).toBeLessThan(1024 * 1024)
  })

  it('the text is as long as a person can bear', () => {
    expect(formats.text(run).split('\n').length).toBeLessThan(1_000)
  })

  it.each(Object.entries(formats))('%s is the same when it is written again', (_, render) => {
    expect(render(structuredClone(run))).toBe(render(run))
  })
})

describe('the validators of these tests', () => {
  it('see what is wrong', async () => {
    const run = aWholeRun()
    expect(
      sarifMisses(formats.sarif(run).replace('"level": "error"', '"level": "bad"')),
    ).toHaveLength(1)
    expect(sarifMisses(formats.sarif(run).replace('draft%20plan', 'draft plan'))).toHaveLength(1)
    expect(await junitMisses(formats.junit(run).replace(' name=', ' nome='))).not.toEqual([])
    expect(await junitMisses(formats.junit(run).replace('&quot;', '&#0;'))).not.toEqual([])
    expect(gitlabMisses(formats.gitlab(run).replaceAll('major', 'error'))).toHaveLength(1)
    expect(findingsMisses(formats.json(run).replace('"pass"', '"passed"'))).not.toEqual([])
  })
})
