// Everything that has to hold before a change goes in, in order of how fast it says no.
import { spawnSync } from 'node:child_process'

const steps = [
  ['lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', []],
  ['types of the page', 'tsc', ['-p', 'src/page']],
  ['dead code', 'knip', []],
  ['build', 'node', ['scripts/build.js']],
  ['package', 'publint', []],
  ['tests, with coverage', 'vitest', ['run', '--project', 'node', '--coverage']],
]

const withoutTests = process.argv.includes('--without-tests')
for (const [name, command, args] of steps) {
  if (withoutTests && command === 'vitest') continue
  console.log(`\n== ${name}`)
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${name}: failed${error ? ` (${error.message}; run it as npm run check)` : ''}`)
    process.exit(1)
  }
}
