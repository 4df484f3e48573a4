// How often would other people of the same partners have given the same level? Prints the tables of docs/scoring.md.
// Usage: npm run firmness -- [--draws 4000]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({ options: { draws: { type: 'string', default: '4000' } } })
const folder = mkdtempSync(join(tmpdir(), 'accordant-firmness-'))

try {
  const outfile = join(folder, 'firmness.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/firmness/tables.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  const { writeFirmnessTables } = await import(pathToFileURL(outfile).href)
  console.log(await writeFirmnessTables(root, Number(values.draws)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
