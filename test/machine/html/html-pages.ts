import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashSha256Base64 } from '../../../src/files/hash.ts'
import { renderReportHtml } from '../../../src/render/html.ts'
import { ran } from '../../cli/support/memory-io.ts'
import { htmlCases } from '../../render/html-cases.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const edges = ['eight partners', 'hidden partners', 'hostile names', 'half unknown', 'long names']
const before = 'trend-before'

export interface HtmlPage {
  readonly name: string
  readonly html: string
}

/** Every report that is worth a look: the examples, the goldens, and small ones at the edges. */
export async function htmlPages(): Promise<readonly HtmlPage[]> {
  return [
    ...(await examplePages()),
    ...goldenPages(),
    ...htmlCases()
      .filter(({ name }) => edges.includes(name))
      .map(({ name, report }) => ({ name, html: renderReportHtml(report, hashSha256Base64) })),
  ]
}

export function goldenPages(): readonly HtmlPage[] {
  const folder = join(root, 'test', 'golden')
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== before)
    .map(({ name }) => ({ name, html: readFileSync(join(folder, name, 'report.html'), 'utf8') }))
}

export async function examplePages(): Promise<readonly HtmlPage[]> {
  const [first, later] = ['northwind-contoso', 'northwind-contoso-2027'].map((name) =>
    join(root, 'examples', name),
  )
  if (first === undefined || later === undefined) return []
  return [
    { name: 'northwind-contoso', html: await pageOf(first, '--today', '2026-11-23') },
    {
      name: 'northwind-contoso-2027',
      html: await pageOf(later, '--today', '2027-05-14', '--previous', first),
    },
  ]
}

async function pageOf(folder: string, ...options: readonly string[]): Promise<string> {
  return (await ran(['report', folder, '--format', 'html', ...options])).out
}
