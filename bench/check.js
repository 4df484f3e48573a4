// `check` beside its peers, interleaved: every command once a round, in rotating order; ratios to an empty Node program.
// Usage: npm run build && node bench/check.js [rounds] [--peers FOLDER] [--many N]
// The peers are not among our dependencies: npm install --prefix FOLDER ajv-cli@5.0.0 @stoplight/spectral-cli@6.16.3
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { installProgram } from '../scripts/install-program.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peers: { type: 'string' }, many: { type: 'string', default: '1000' } },
})
const rounds = Number(positionals[0] ?? 15)
const many = Number(values.many)
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'accordant-bench-'))
const program = join(installProgram(join(folder, 'installed')), 'bin', 'accordant.js')
const plan = join(root, 'bench', 'plan.yaml')
const ruleset = join(root, 'bench', 'ruleset.yaml')
const day = ['--today', '2026-11-23']

const empty = join(folder, 'empty.cjs')
writeFileSync(empty, '')
const schema = join(folder, 'plan.schema.json')
writeFileSync(schema, spawnSync(process.execPath, [program, 'schema', 'plan']).stdout)
const plans = join(folder, 'plans')
mkdirSync(plans)
const text = readFileSync(plan, 'utf8')
for (let index = 0; index < many; index++) {
  writeFileSync(join(plans, `plan-${index}.yaml`), text.replace('\nname: ', `\nname: ${index} `))
}

const ajv = ['validate', '--spec=draft2020', '--strict=false', '-s', schema, '-d']
const spectral = ['lint', '--ruleset', ruleset, '--fail-severity', 'error']
const commands = [
  { name: 'empty .cjs', argv: [empty] },
  { name: 'check, 1 plan', argv: [program, 'check', plan, ...day] },
  ...peer('ajv', 'ajv-cli, 1 plan', [...ajv, plan]),
  ...peer('spectral', 'spectral, 1 plan', [...spectral, plan]),
]
const crowds = [
  { name: `check, ${many} plans`, argv: [program, 'check', plans, '--format', 'json', ...day] },
  ...peer('ajv', `ajv-cli, ${many} plans`, [...ajv, `${plans}/*.yaml`]),
  ...peer('spectral', `spectral, ${many} plans`, [...spectral, `${plans}/*.yaml`]),
]

console.log(`Node ${process.version}; ratio: median of the rounds' ratios to the first line\n`)
table(commands, rounds)
table(crowds, Math.max(1, Math.round(rounds / 5)))
rmSync(folder, { recursive: true })

function peer(bin, name, argv) {
  const file = values.peers === undefined ? '' : join(values.peers, 'node_modules', '.bin', bin)
  return existsSync(file) ? [{ name, argv: [file, ...argv] }] : []
}

function table(list, count) {
  const times = list.map(() => [])
  for (let round = -1; round < count; round++) {
    for (let turn = 0; turn < list.length; turn++) {
      const index = (turn + round + list.length) % list.length
      const time = milliseconds(list[index].argv)
      if (round >= 0) times[index].push(time)
    }
  }
  console.log(
    `${count} rounds\n\n| command | median ms | ratio | peak MiB |\n| --- | ---: | ---: | ---: |`,
  )
  for (const [index, { name, argv }] of list.entries()) {
    const ratios = times[index].map((time, round) => time / times[0][round])
    const figures = [median(times[index]).toFixed(1), median(ratios).toFixed(2), peakMiB(argv)]
    console.log(`| ${name} | ${figures.join(' | ')} |`)
  }
  console.log('')
}

function milliseconds(argv) {
  const start = process.hrtime.bigint()
  const { error } = spawnSync(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  })
  if (error) throw error
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** Peak memory of one run, from a preloaded note at its end. */
function peakMiB(argv) {
  const note = join(folder, 'rss')
  const hook = join(folder, 'peak.cjs')
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS)))`,
  )
  spawnSync(process.execPath, ['--require', hook, ...argv], { stdio: 'ignore' })
  return Math.round(Number(readFileSync(note, 'utf8')) / 1024)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
