// What the path to the next level costs a report on 60 questions: the same answers once under levels with one above, and once
// under levels whose highest they reach, so that there is no path. Interleaved; the median of the rounds' differences.
// Usage: npm run build && node bench/path.js [rounds] [--partners N] [--seeds N]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    partners: { type: 'string', default: '2' },
    seeds: { type: 'string', default: '5' },
  },
})
const rounds = Number(positionals[0] ?? 11)
const partners = Number(values.partners)
const program = join(fileURLToPath(new URL('..', import.meta.url)), 'bin', 'accordant.js')
const folder = mkdtempSync(join(tmpdir(), 'accordant-bench-'))

const meter = join(folder, 'meter.cjs')
const metered = join(folder, 'time')
writeFileSync(
  meter,
  `process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  require('node:fs').writeFileSync(${JSON.stringify(metered)}, String((user + system) / 1000))
})`,
)

const efforts = ['small', 'small', 'medium', 'medium', 'large']
const dimensions = ['alignment', 'communication', 'contingencies', 'future', 'roles', 'trust']
const levels = {
  'with a path': '{id: high, title: High, score: 75, weakest: 60}',
  'without one': '{id: high, title: High, score: 1, weakest: 0}',
}

console.log(`Node ${process.version}; 60 questions, ${partners} partners of 3, ${rounds} rounds\n`)
console.log('| answers | run | path | share |\n| --- | ---: | ---: | ---: |')
const shares = []
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const cases = Object.entries(levels).map(([name, level]) => written(name, level, seed))
  for (const path of cases) run(path)
  const times = cases.map(() => [])
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [0, 1] : [1, 0]
    for (const index of order) times[index].push(run(cases[index]))
  }
  const [whole, without] = times
  const all = Math.min(...whole)
  const path = all - Math.min(...without)
  shares.push(path / all)
  console.log(`| ${seed} | ${all.toFixed(0)} ms | ${path.toFixed(1)} ms | ${percent(path / all)} |`)
}
console.log(`\nmedian ${percent(median(shares))}, most ${percent(Math.max(...shares))}`)
rmSync(folder, { recursive: true })

function written(name, level, seed) {
  const random = generator(seed)
  const path = join(folder, `${seed}-${name.replaceAll(' ', '-')}`)
  mkdirSync(path)
  const ids = dimensions.flatMap((id) => Array.from({ length: 10 }, (_, at) => `${id}.q${at}`))
  const asked = dimensions.map((id) =>
    [
      `  - id: ${id}`,
      `    title: ${id}`,
      '    questions:',
      ...Array.from({ length: 10 }, (_, at) => {
        const effort = efforts[Math.floor(random() * efforts.length)]
        return `      - {id: q${at}, ask: Question ${at}?, type: rating, anchors: {1: a, 2: b, 3: c, 4: d, 5: e}, weight: ${1 + Math.floor(random() * 3)}, practice: {do: Do it., effort: ${effort}}}`
      }),
    ].join('\n'),
  )
  writeFileSync(
    join(path, 'sixty.yaml'),
    `accordant: questionnaire/1\nid: sixty\nversion: 1.0.0\ntitle: Sixty\nlevels:\n  - ${level}\n  - {id: low, title: Low, score: 0}\ndimensions:\n${asked.join('\n')}\n`,
  )
  writeFileSync(join(path, 'accordant.yaml'), 'accordant: config/1\nquestionnaire: sixty.yaml\n')
  for (let partner = 0; partner < partners; partner++) {
    const middle = 2 + random() * 1.5
    for (let person = 0; person < 3; person++) {
      const answers = ids.map((id) => {
        const value = Math.round(middle + (random() - 0.5) * 3)
        return `  ${id}: ${Math.min(5, Math.max(1, value))}`
      })
      writeFileSync(
        join(path, `p${partner}-r${person}.yaml`),
        `accordant: response/1\nquestionnaire: {id: sixty, version: 1.0.0}\npartnership: bench\npartner: p${partner}\nrespondent: {id: r${person}}\ncompleted: 2026-11-20T09:00:00Z\nanswers:\n${answers.join('\n')}\n`,
      )
    }
  }
  return path
}

/** Milliseconds of processor time. */
function run(path) {
  const argv = ['--require', meter, program, 'report', path, '--format', 'json']
  const { status, stderr } = spawnSync(process.execPath, argv)
  if (status !== 0) throw new Error(String(stderr))
  return Number(readFileSync(metered, 'utf8'))
}

/** The same numbers on every machine. */
function generator(seed) {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

function percent(share) {
  return `${(100 * share).toFixed(0)} %`
}
