import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from './support/folder.ts'
import { ran } from './support/memory-io.ts'

const example = join(import.meta.dirname, '..', '..', 'examples', 'northwind-contoso')

/** The worked example, with what two killed runs left in it, and what a running one has there now. */
function aPartnershipWithLeftOvers() {
  const { pid: dead } = spawnSync(process.execPath, ['--version'])
  const folder = aFolder()
  cpSync(example, folder, { recursive: true })
  const since = '2026-11-20T09:00:00.000Z'
  const lock = JSON.stringify({ pid: dead, started: null, host: hostname(), since })
  const leftOvers = [
    `.report.md.${dead}.tmp`,
    join('responses', '.northwind-r7.yaml.lock'),
    join('responses', `.northwind-r7.yaml.${dead}.tmp`),
  ]
  for (const name of leftOvers) writeFileSync(join(folder, name), name.endsWith('lock') ? lock : '')
  const inUse = join('responses', `.contoso-r7.yaml.${process.ppid}.tmp`)
  writeFileSync(join(folder, inUse), 'half')
  const hidden = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:^|[/\\])\..*\.(?:tmp|lock)$/.test(name))
      .toSorted()
  return { folder, hidden, inUse, all: [...leftOvers, inUse].toSorted() }
}

const table = 'Company,Who,Q1\nnorthwind,x1,4\n'
const map = `accordant: map/1
questionnaire: partnership-readiness
columns: {partner: Company, respondent: Who, answers: {trust.bad-news: Q1}}
`

describe('what killed runs left', () => {
  it.each([
    ['report', (folder: string) => ['report', folder]],
    ['report of the responses', (folder: string) => ['report', join(folder, 'responses')]],
    ['import', (folder: string) => ['import', 'TABLE', '--map', 'MAP', '-o', folder]],
    ['assess', (folder: string) => ['assess', folder, '--partner', 'northwind']],
  ])('is removed by %s', async (name, argv) => {
    const { folder, hidden, inUse, all } = aPartnershipWithLeftOvers()
    const other = aFolder({ 'table.csv': table, 'map.yaml': map })
    const given = argv(folder).map((arg) =>
      arg === 'TABLE' ? join(other, 'table.csv') : arg === 'MAP' ? join(other, 'map.yaml') : arg,
    )
    expect(hidden()).toEqual(all)
    const { code, err } = await ran(given)
    expect(code, err).toBe(name === 'assess' ? 3 : 0)
    const kept = name === 'report of the responses' ? [all[0], inUse] : [inUse]
    expect(hidden()).toEqual(kept)
  })

  it('is left where it is by check, which writes nothing', async () => {
    const { folder, hidden, all } = aPartnershipWithLeftOvers()
    expect((await ran(['check', folder])).code).not.toBe(2)
    expect(hidden()).toEqual(all)
  })
})
