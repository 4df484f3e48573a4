import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cases, judge, rightPlans, type Said, today } from './faults/campaign.ts'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

/** As many as there are kinds of faults; `npm run faults` takes 2,000. */
const count = 92
const seed = 20261123

async function saidOf(files: Readonly<Record<string, Uint8Array>>) {
  const folder = aFolder(files)
  const output = join(aFolder(), 'findings.json')
  await ran(['check', folder, '--today', today, '--format', `json=${output}`])
  const run = JSON.parse(readFileSync(output, 'utf8')) as {
    readonly files: readonly { readonly file: string; readonly findings: readonly Said[] }[]
  }
  return new Map(run.files.map(({ file, findings }) => [file.split('/').at(-1), findings]))
}

describe('Plans written in many ways', () => {
  it('have no findings if nothing is wrong', async () => {
    const plans = rightPlans(20, seed).map((bytes, index) => [`${index}.yaml`, bytes] as const)
    const said = await saidOf(Object.fromEntries(plans))
    expect(said.size).toBe(20)
    expect([...said].filter(([, findings]) => findings.length > 0)).toEqual([])
  })

  it('have a finding on the line and column of a planted fault', async () => {
    const planted = cases(count, seed)
    const said = await saidOf(Object.fromEntries(planted.map(({ name, bytes }) => [name, bytes])))
    const missed = planted.filter((one) => !judge(one, said.get(one.name) ?? []).column)
    expect(missed.map(({ fault, name, id }) => ({ fault, id, said: said.get(name) }))).toEqual([])
  })
})
