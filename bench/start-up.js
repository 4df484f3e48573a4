// Whole commands as ratios to an empty Node program, interleaved: every command once a round, in rotating order.
// Usage: npm run build && node bench/start-up.js [rounds]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installProgram } from '../scripts/install-program.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = Number(process.argv[2] ?? 15)
const folder = mkdtempSync(join(tmpdir(), 'accordant-bench-'))
const program = join(installProgram(join(folder, 'installed')), 'bin', 'accordant.js')
const empty = join(folder, 'empty.cjs')
const peak = join(folder, 'peak.cjs')
writeFileSync(empty, '')
writeFileSync(
  peak,
  `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'rss'))}, String(process.resourceUsage().maxRSS)))`,
)

const example = join(root, 'examples', 'northwind-contoso')
const response = join(example, 'responses', 'northwind-r1.yaml')
const commands = [
  { name: 'empty .cjs', argv: [empty] },
  { name: '--version', argv: [program, '--version'] },
  { name: '--help', argv: [program, '--help'] },
  { name: 'report, 1 response, JSON', argv: [program, 'report', response, '--format', 'json'] },
  { name: 'report, 1 response, Markdown', argv: [program, 'report', response] },
  { name: 'report, 1 response, HTML', argv: [program, 'report', response, '--format', 'html'] },
  { name: 'report, example, JSON', argv: [program, 'report', example, '--format', 'json'] },
  { name: 'report, example, Markdown', argv: [program, 'report', example] },
  { name: 'report, example, HTML', argv: [program, 'report', example, '--format', 'html'] },
]

const times = commands.map(() => [])
for (let round = -1; round < rounds; round++) {
  const taken = commands.map(() => 0)
  for (let turn = 0; turn < commands.length; turn++) {
    const index = (turn + round + commands.length) % commands.length
    taken[index] = milliseconds(commands[index].argv)
  }
  if (round >= 0) for (const [index, time] of taken.entries()) times[index].push(time)
}

console.log(
  `${rounds} rounds, Node ${process.version}; ratio: median of the rounds' ratios to an empty .cjs\n`,
)
console.log('| command | median ms | ratio | peak MiB |\n| --- | ---: | ---: | ---: |')
for (const [index, { name, argv }] of commands.entries()) {
  const ratios = times[index].map((time, round) => time / times[0][round])
  console.log(
    `| ${name} | ${median(times[index]).toFixed(1)} | ${median(ratios).toFixed(2)} | ${peakMiB(argv)} |`,
  )
}
rmSync(folder, { recursive: true })

function milliseconds(argv) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, argv, {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`${argv.join(' ')} exited with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function peakMiB(argv) {
  spawnSync(process.execPath, ['--require', peak, ...argv], { stdio: 'ignore' })
  return Math.round(Number(readFileSync(join(folder, 'rss'), 'utf8')) / 1024)
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
