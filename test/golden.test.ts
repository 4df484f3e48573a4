import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ran } from './cli/support/memory-io.ts'

/** Whole reports as a client gets them. When they change, read them; `npx vitest -u test/golden.test.ts` writes them anew. */
const root = fileURLToPath(new URL('golden', import.meta.url))
const before = 'trend-before'
const cases = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== before)
  .map(({ name }) => name)

describe('a whole report', () => {
  const formats = [
    ['markdown', 'report.md'],
    ['html', 'report.html'],
    ['json', 'report.json'],
  ] as const
  const all = cases.flatMap((name) => formats.map(([format, file]) => ({ name, format, file })))

  it.each(all)('is as it was read last: $name/$file', async ({ name, format, file }) => {
    const folder = relative(process.cwd(), join(root, name))
    const previous =
      name === 'trend' ? ['--previous', relative(process.cwd(), join(root, before))] : []
    const options = ['--today', '2026-11-23', '--format', format]
    const paths =
      name === 'table'
        ? [join(folder, 'survey.csv'), '--map', join(folder, 'survey.map.yaml')]
        : [folder]
    const { out } = await ran(['report', ...paths, ...previous, ...options])
    await expect(out).toMatchFileSnapshot(join(root, name, file))
  })
})
