// Writes the pages under docs that come from the program's own data: `npm run docs`. A test fails while they are stale.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = join(root, 'dist', 'docs-pages.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/docs/pages.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
  },
})
const { pages } = await import(pathToFileURL(bundle))
rmSync(bundle)
rmSync(join(root, 'docs', 'checks'), { recursive: true, force: true })
for (const [name, text] of await pages(root)) {
  const file = join(root, 'docs', name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
