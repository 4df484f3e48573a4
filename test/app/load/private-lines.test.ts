import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeSource, readSource } from '../../../src/app/load/source.ts'
import { createFinding } from '../../../src/model/finding.ts'
import { aFolder } from '../../cli/support/folder.ts'

const head = `accordant: response/1
questionnaire: {id: small, version: 1.0.0}
partnership: both
partner: north
respondent: {id: r1}
`

/** The lines that findings at these places show. */
function shown(text: string, ...paths: readonly (readonly string[])[]): readonly string[] {
  const folder = aFolder({ 'r.yaml': text })
  const { document } = readSource(join(folder, 'r.yaml'))
  const all = paths.map((path) =>
    document.place(createFinding('schema.value', path, { say: 'file-empty' })),
  )
  return all.map(({ excerpt }) => excerpt.split('\n')[0] ?? '')
}

describe('findings in a response', () => {
  it('show no line of a private note, however it is written', () => {
    const text = `${head}answers:
  trust.a: {value: 9, note: Between us, private: true}
  trust.b:
    value: 9
    note: |
      Between us
    private: true
x-set-aside:
  trust.c: {value: 9, note: Between us, private: yes}
`
    const lines = shown(
      text,
      ['answers', 'trust.a', 'value'],
      ['answers', 'trust.b', 'note'],
      ['answers', 'trust.b', 'value'],
      ['x-set-aside', 'trust.c', 'value'],
    )
    expect(lines).toEqual(['', '', '9 |     value: 9', ''])
  })

  it('show the line of any other note', () => {
    const text = `${head}answers:\n  trust.a: {value: 9, note: For all, private: false}\n`
    expect(shown(text, ['answers', 'trust.a', 'value'])).toEqual([
      '7 |   trust.a: {value: 9, note: For all, private: false}',
    ])
  })

  it('show no line where the file cannot be parsed and has a private note', () => {
    const text = `${head}answers:\n  trust.a: {value: 9, note: "Between us, private: true}\n`
    const folder = aFolder({ 'r.yaml': text })
    const { findings } = decodeSource('response', readSource(join(folder, 'r.yaml')))
    expect(new Set(findings.map(({ id, excerpt }) => `${id}${excerpt}`))).toEqual(
      new Set(['yaml.syntax']),
    )
  })

  it('show their lines in a plan that uses the word', () => {
    const text = 'accordant: plan/1\ninformation:\n  confidentiality: {private: true, note: x}\n'
    expect(shown(text, ['information', 'confidentiality'])).toEqual([
      '3 |   confidentiality: {private: true, note: x}',
    ])
  })
})
