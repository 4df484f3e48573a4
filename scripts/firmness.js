// How often would other people of the same partners have given the same level? Prints the tables of docs/scoring.md.
// Usage: npm run firmness -- [--draws 4000]
import { parseArgs } from 'node:util'
import { root, withTypescript } from './import-typescript.js'

const { values } = parseArgs({ options: { draws: { type: 'string', default: '4000' } } })
await withTypescript('scripts/firmness/tables.ts', async ({ writeFirmnessTables }) => {
  console.log(await writeFirmnessTables(root, Number(values.draws)))
})
