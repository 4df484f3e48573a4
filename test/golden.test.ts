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
  it.each(cases)('is as it was read last: %s', async (name) => {
    const folder = relative(process.cwd(), join(root, name))
    const previous =
      name === 'trend' ? ['--previous', relative(process.cwd(), join(root, before))] : []
    const { out } = await ran(['report', folder, ...previous, '--today', '2026-11-23'])
    await expect(out).toMatchFileSnapshot(join(root, name, 'report.md'))
  })
})
