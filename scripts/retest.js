// How far do two runs of the same partnerships agree? For docs/validity/test-retest.md.
// Usage: npm run retest -- FIRST SECOND [--levels lowest,…,highest]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { levels: { type: 'string' } },
})
const [first, second] = positionals
if (first === undefined || second === undefined) {
  console.error('Usage: npm run retest -- FIRST SECOND [--levels lowest,…,highest]')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'accordant-retest-'))

try {
  const outfile = join(folder, 'retest.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/validity/retest.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
  })
  const { writeRetest } = await import(pathToFileURL(outfile).href)
  console.log(await writeRetest(root, first, second, values.levels?.split(',') ?? null))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
} finally {
  rmSync(folder, { recursive: true, force: true })
}
