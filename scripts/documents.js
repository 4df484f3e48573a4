// How well documents in prose are read: the six figures of docs/documents-read.md, over test/documents and the two example plans
// in prose, whose facts were marked by hand. `npm run documents` prints them; `-- --write` keeps the table;
// `-- 17-committee` takes one document; `-- --show missed` (or false, lines, lacking, passed) names each case.
import { parseArgs } from 'node:util'
import { root, withTypescript } from './import-typescript.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean' }, show: { type: 'string' }, set: { type: 'string' } },
})

await withTypescript('scripts/documents/measure.ts', ({ measureDocuments }) =>
  measureDocuments(root, { ...values, only: positionals[0] ?? null }),
)
