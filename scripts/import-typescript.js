import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Runs `use` with what a TypeScript file exports, by its path from the root. The bundle is in a temporary folder that is gone
 * afterwards.
 */
export async function withTypescript(entry, use) {
  const folder = mkdtempSync(join(tmpdir(), 'accordant-script-'))
  try {
    const outfile = join(folder, 'script.mjs')
    await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
      },
    })
    await use(await import(pathToFileURL(outfile).href))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
