import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/model/decode.ts'
import { readYaml } from '../../src/reading/yaml.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

function decoded(kind: 'plan' | 'config' | 'response', file: string) {
  const document = readYaml(readFileSync(file), file)
  return [...document.findings, ...decode(kind, document.value).findings]
}

describe('init', () => {
  it('makes a partnership folder whose files read without a finding', async () => {
    const folder = join(aFolder(), 'northwind-contoso')
    const { code, err } = await ran(['init', folder])
    expect({ code, err, files: readdirSync(folder).toSorted() }).toEqual({
      code: 0,
      err: '',
      files: ['accordant.yaml', 'plan.yaml', 'responses'],
    })
    expect(decoded('config', join(folder, 'accordant.yaml'))).toEqual([])
    expect(decoded('plan', join(folder, 'plan.yaml'))).toEqual([])
    expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).not.toMatch(/\{\{/)
  })

  it('overwrites nothing', async () => {
    const folder = aFolder({ 'a-b/plan.yaml': 'mine\n' })
    const { code, err } = await ran(['init', join(folder, 'a-b')])
    expect(code).toBe(2)
    expect(err).toMatch(/plan\.yaml" exists already and is not overwritten/)
    expect(readFileSync(join(folder, 'a-b', 'plan.yaml'), 'utf8')).toBe('mine\n')
    expect(existsSync(join(folder, 'a-b', 'accordant.yaml'))).toBe(false)
  })

  it('refuses a name that is no id', async () => {
    const { code, err } = await ran(['init', join(aFolder(), 'North Wind')])
    expect({ code, err }).toEqual({
      code: 2,
      err: `accordant: "North Wind" cannot be a partnership's name\n  Use small letters, digits and single hyphens, like "northwind-contoso"\n`,
    })
  })
})

describe('init response', () => {
  it('writes a paper form with every question, that reads without a finding and can be reported', async () => {
    const file = join(aFolder(), 'contoso-r4.yaml')
    const { code } = await ran([
      'init',
      'response',
      file,
      '--partner',
      'contoso',
      '--role',
      'Buyer: fresh # food',
    ])
    expect(code).toBe(0)
    expect(decoded('response', file)).toEqual([])
    const value = readYaml(readFileSync(file), file).value as {
      respondent: unknown
      answers: Record<string, unknown>
    }
    expect(value.respondent).toEqual({ id: 'r4', role: 'Buyer: fresh # food' })
    expect(Object.values(value.answers).every((answer) => answer === null)).toBe(true)
    const report = await ran(['report', file, '--format', 'json'])
    expect(JSON.parse(report.out).score).toEqual({
      value: null,
      low: 0,
      high: 100,
      coverage: 0,
      reason: 'coverage',
    })
  })

  it('asks only the core in a quick run', async () => {
    const file = join(aFolder(), 'form.yaml')
    await ran(['init', 'response', file, '--partner', 'contoso', '--quick'])
    const value = readYaml(readFileSync(file), file).value as { answers: object; run: string }
    expect({ run: value.run, places: Object.keys(value.answers).length }).toEqual({
      run: 'quick',
      places: 12,
    })
  })

  it('can be answered with an editor, line by line', async () => {
    const file = join(aFolder(), 'form.yaml')
    await ran(['init', 'response', file, '--partner', 'contoso', '--quick'])
    const answered = readFileSync(file, 'utf8').replaceAll(/^( {2}[a-z-]+\.[a-z-]+:)$/gm, '$1 4')
    writeFileSync(file, answered)
    const { out } = await ran(['report', file, '--format', 'json'])
    expect(JSON.parse(out).score).toEqual({ value: 75, low: 75, high: 75, coverage: 1 })
  })
})
