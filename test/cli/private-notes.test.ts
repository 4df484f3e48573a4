import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingsFormats } from '../../src/cli/check-formats.ts'
import { listFormats } from '../../src/cli/outputs.ts'
import { reportFormats } from '../../src/cli/report-formats.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'
import { typed } from './support/typed.ts'

const questionnaire = `accordant: questionnaire/1
id: small
version: 1.0.0
title: Small
coverage: 0.5
levels: [{id: high, title: High, score: 70}, {id: low, title: Low, score: 0}]
dimensions:
  - id: trust
    title: Trust
    questions:
      - id: news
        ask: Do they tell you?
        type: rating
        anchors: {1: Never, 2: Rarely, 3: When asked, 4: Often, 5: Always}
        must: 2
        practice: {do: Tell them., done: They know., effort: small, day: team}
      - {id: signed, ask: Is it signed?, type: yes-no}
      - {id: need, ask: What do you need?, type: text, fills: purpose.need}
      - {id: later, ask: And later?, type: yes-no, when: {question: trust.signed, is: yes}}
    checks:
      - {id: written, title: The need is written, assert: has(plan.purpose.need), message: No need, supports: [news]}
`

const secret = 'QQ-between-us'

function aResponse(partner: string, news: number): string {
  return `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: ${partner}
respondent: {id: r1}
completed: 2026-11-20T09:00:00Z
answers:
  trust.news:
    value: ${news}
    note: |
      ${secret} one
      ${secret} two
    private: true
  trust.signed: {state: not-applicable, reason: Not ours, note: ${secret}, private: true}
  trust.need: {value: Vans, note: ${secret}, private: true}
inactive:
  trust.later: {value: yes, note: ${secret}, private: true}
`
}

function aPartnership(more: Readonly<Record<string, string>> = {}): string {
  return aFolder({
    'accordant.yaml': 'accordant: config/1\nquestionnaire: small.yaml\n',
    'small.yaml': questionnaire,
    'responses/north-r1.yaml': aResponse('north', 2),
    'responses/south-r1.yaml': aResponse('south', 5),
    ...more,
  })
}

describe('a private note', () => {
  it.each(listFormats(reportFormats))('is in no report: %s', async (format) => {
    const folder = aPartnership()
    for (const more of [
      [],
      ['--what-if', 'trust.news=4'],
      ['--previous', aPartnership()],
      ['--min-group', '2'],
      ['--min-score', '99'],
    ]) {
      const file = join(folder, 'report.out')
      const { out, err } = await ran(['report', folder, '--format', `${format}=${file}`, ...more])
      const written = readFileSync(file, 'utf8')
      expect(written.length).toBeGreaterThan(10)
      expect(out + err + written).not.toContain(secret)
    }
  })

  it('is in no explanation', async () => {
    const folder = aPartnership()
    for (const id of ['trust', 'trust.news', 'trust.signed', 'trust.need', 'trust.later', 'high']) {
      const { out, err } = await ran(['explain', id, folder])
      expect(`${id}: ${out}`.length).toBeGreaterThan(50)
      expect(out + err).not.toContain(secret)
    }
  })

  it.each(listFormats(findingsFormats))('is in no finding: %s', async (format) => {
    const wrong = aResponse('north', 9).replace('value: Vans', 'value: [1, 2]')
    const folder = aPartnership({ 'responses/north-r1.yaml': wrong })
    const checked = await ran(['check', folder, '--format', format])
    expect(checked.out + checked.err).toContain('schema.')
    expect(checked.out + checked.err).not.toContain(secret)
    const refused = await ran(['report', folder])
    expect(refused.code).toBe(2)
    expect(refused.out + refused.err).not.toContain(secret)
  })

  it('is neither in the plan nor in what assess says and writes, and stays in its file', async () => {
    const folder = aPartnership()
    const file = join(folder, 'responses', 'north-r1.yaml')
    const before = readFileSync(file, 'utf8')
    const { code, out, err } = await ran(['assess', folder, '--response', file])
    expect({ code, err }).toMatchObject({ code: 0 })
    const written = ['report.md', 'plan.yaml'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    )
    expect(written[1]).toContain('need: Vans')
    expect(out + err + written.join('')).not.toContain(secret)
    expect(readFileSync(file, 'utf8')).toBe(before)
  })

  it('stays in its file when the interview goes on, also beside an answer that comes back', async () => {
    const open = aResponse('north', 2).replace(/(?:completed| {2}trust.need).*\n/g, '')
    const folder = aPartnership({ 'responses/north-r1.yaml': open })
    const file = join(folder, 'responses', 'north-r1.yaml')
    const lines = ['', '/j', 'trust.signed', 'yes', '/j', 'trust.news', '4', '/q']
    await typed(['assess', folder, '--response', file, '--accessible'], lines)
    const text = readFileSync(file, 'utf8')
    expect(text).toContain(`  trust.news:
    value: 4
    note: |
      ${secret} one
      ${secret} two
    private: true
`)
    for (const id of ['trust.signed', 'trust.later']) {
      expect(text.replaceAll(/\s+/g, ' ')).toMatch(
        new RegExp(`${id}: ?\\{? ?value: \\w+,? note: ${secret},? private: true`),
      )
    }
    expect(text).not.toContain('inactive:\n')
  })
})
