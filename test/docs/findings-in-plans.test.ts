import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ran } from '../cli/support/memory-io.ts'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'findings-in-plans.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

async function countFindings(file: string, today: string): Promise<readonly number[]> {
  const { out } = await ran([
    'check',
    join(root, 'examples', file),
    '--today',
    today,
    '--format',
    'json',
  ])
  const { files } = JSON.parse(out) as {
    readonly files: readonly { findings: { severity: string }[] }[]
  }
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity))
  return ['error', 'warning', 'info'].map(
    (severity) => severities.filter((each) => each === severity).length,
  )
}

describe('docs/findings-in-plans.md', () => {
  it.each([
    ['two NGOs', 'two-ngos/plan.yaml'],
    ['two companies', 'two-companies/plan.yaml'],
  ])('says how many findings there are now in the plan of %s', async (name, file) => {
    const now = rows.find(([plan]) => plan === name)?.[2] ?? ''
    const counts = await countFindings(file, '2026-11-30')
    expect(now.match(/\d+/g)?.map(Number)).toEqual([
      counts.reduce((sum, count) => sum + count, 0),
      ...counts,
    ])
  })

  it.each(rows.filter(([plan]) => plan?.startsWith('`')))(
    'says how many findings there are now in %s',
    async (plan, _before, now) => {
      const file = plan?.replaceAll('`', '') ?? ''
      const today = file.includes('2027') ? '2027-05-14' : '2026-11-23'
      expect((await countFindings(file, today)).join(', ')).toBe(now)
    },
  )
})
