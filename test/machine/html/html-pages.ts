import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256Base64 } from '../../../src/files/hash.ts'
import { html } from '../../../src/render/html.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { htmlCases } from '../../render/html-cases.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const edges = ['eight partners', 'hidden partners', 'hostile names', 'half unknown']
const before = 'trend-before'

/** Every report that is worth a look: the example, the goldens, and small ones at the edges. */
export async function htmlPages(): Promise<
  readonly { readonly name: string; readonly html: string }[]
> {
  const goldens = readdirSync(join(root, 'test', 'golden'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== before)
    .map(({ name }) => join(root, 'test', 'golden', name))
  const folders = [join(root, 'examples', 'northwind-contoso'), ...goldens]
  const made = await Promise.all(folders.map(pageOfFolder))
  return [
    ...made,
    ...htmlCases()
      .filter(({ name }) => edges.includes(name))
      .map(({ name, report }) => ({ name, html: html(report, sha256Base64) })),
  ]
}

async function pageOfFolder(folder: string) {
  const name = folder.split('/').at(-1) ?? ''
  const previous = name === 'trend' ? ['--previous', join(root, 'test', 'golden', before)] : []
  const { out } = await ran([
    'report',
    folder,
    '--format',
    'html',
    '--today',
    '2026-11-23',
    ...previous,
  ])
  return { name, html: out }
}
