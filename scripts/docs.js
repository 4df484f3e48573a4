// Writes the pages under docs that come from the program's own data: `npm run docs`. A test fails while they are stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, withTypescript } from './import-typescript.js'

await withTypescript('scripts/docs/pages.ts', async ({ pages }) => {
  const written = await pages(root)
  rmSync(join(root, 'docs', 'checks'), { recursive: true, force: true })
  for (const [name, text] of written) {
    const file = join(root, 'docs', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
})
