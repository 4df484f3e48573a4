import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'render', 'findings')

/** Start-up is most of a short run. */
it.each(['text.ts', 'json.ts', 'junit.ts', 'github.ts', 'gitlab.ts'])(
  '%s loads no library',
  async (name) => {
    const { metafile } = await build({
      entryPoints: [join(folder, name)],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
  },
)
