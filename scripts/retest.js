// How far do two runs of the same partnerships agree? For docs/validity/test-retest.md.
// Usage: npm run retest -- FIRST SECOND [--levels lowest,…,highest]
import { parseArgs } from 'node:util'
import { root, withTypescript } from './import-typescript.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { levels: { type: 'string' } },
})
const [first, second] = positionals
if (first === undefined || second === undefined) {
  console.error('Usage: npm run retest -- FIRST SECOND [--levels lowest,…,highest]')
  process.exit(2)
}
try {
  await withTypescript('scripts/validity/retest.ts', async ({ writeRetest }) => {
    console.log(await writeRetest(root, first, second, values.levels?.split(',') ?? null))
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}
