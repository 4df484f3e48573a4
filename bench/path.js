// What the path to the next level takes of a report on 60 questions: the time in `pathOf`, compiling included, of the time from the
// start of Node to its end, by the clock. The program is copied, and its `pathOf` wrapped in a stopwatch.
// Usage: node scripts/build.js --names && node bench/path.js [rounds] [--partners N] [--seeds N]
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
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
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'accordant-bench-'))
const metered = join(folder, 'times')
const signature = 'function pathOf(standing,'
const program = timedProgram()

const efforts = ['small', 'small', 'medium', 'medium', 'large']
const dimensions = ['alignment', 'communication', 'contingencies', 'future', 'roles', 'trust']

console.log(`Node ${process.version}; 60 questions, ${partners} partners of 3, ${rounds} rounds\n`)
console.log('| answers | run | path | share |\n| --- | ---: | ---: | ---: |')
const shares = []
for (let seed = 1; seed <= Number(values.seeds); seed++) {
  const answers = written(seed)
  const runs = Array.from({ length: rounds }, () => run(answers))
  const whole = median(runs.map((run) => run.whole))
  const path = median(runs.map((run) => run.path))
  const share = median(runs.map((run) => run.path / run.whole))
  shares.push(share)
  console.log(`| ${seed} | ${whole.toFixed(0)} ms | ${path.toFixed(1)} ms | ${percent(share)} |`)
}
console.log(`\nmedian ${percent(median(shares))}, most ${percent(Math.max(...shares))}`)
rmSync(folder, { recursive: true })

function written(seed) {
  const random = generator(seed)
  const path = join(folder, `answers-${seed}`)
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
    `accordant: questionnaire/1\nid: sixty\nversion: 1.0.0\ntitle: Sixty\nlevels:\n  - {id: high, title: High, score: 75, weakest: 60}\n  - {id: low, title: Low, score: 0}\ndimensions:\n${asked.join('\n')}\n`,
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

/** A copy of the program that writes how long its run and its path took. */
function timedProgram() {
  for (const part of ['bin', 'dist', 'questionnaires', 'package.json']) {
    cpSync(join(root, part), join(folder, 'program', part), { recursive: true })
  }
  const dist = join(folder, 'program', 'dist')
  const file = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(dist, name))
    .find((path) => readFileSync(path, 'utf8').includes(signature))
  if (file === undefined) throw new Error('No pathOf in dist: build with --names')
  const stopwatch = `var timeOfPath = 0
process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(metered)}, JSON.stringify([performance.now(), timeOfPath])))
function pathOf(...given) {
  const from = performance.now()
  try { return pathWithin(...given) } finally { timeOfPath += performance.now() - from }
}
function pathWithin(standing,`
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(signature, () => stopwatch),
  )
  return join(folder, 'program', 'bin', 'accordant.js')
}

/** Milliseconds: of the whole run, and of the path in it. */
function run(answers) {
  const { status, stderr } = spawnSync(process.execPath, [
    program,
    'report',
    answers,
    '--format',
    'json',
  ])
  if (status !== 0) throw new Error(String(stderr))
  const [whole, path] = JSON.parse(readFileSync(metered, 'utf8'))
  return { whole, path }
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
