// `report` of a table beside DuckDB and R's psych, interleaved: every command once a round, in rotating order; ratios to the first.
// Usage: npm run build && node bench/table.js [rounds] [--rows N] [--peers FOLDER] [--psych]
// The peers are not among our dependencies: npm install --prefix FOLDER @duckdb/node-api@1.5.6-r.1, and apt-get install r-cran-psych
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    peers: { type: 'string' },
    psych: { type: 'boolean', default: false },
    rows: { type: 'string', default: '100000' },
  },
})
const rounds = Number(positionals[0] ?? 7)
const rows = Number(values.rows)
const folder = mkdtempSync(join(tmpdir(), 'accordant-bench-'))
const program = join(installProgram(join(folder, 'installed')), 'bin', 'accordant.js')
const dimensions = ['a', 'b', 'c', 'd', 'e', 'f']
const questions = dimensions.flatMap((dimension) =>
  [1, 2, 3, 4, 5, 6].map((number) => `${dimension}${number}`),
)
const table = join(folder, 'table.csv')
writeTable(table)
const map = join(folder, 'map.yaml')
writeQuestionnaire(map)
const duck = join(folder, 'duck.mjs')
writeFileSync(duck, duckDb())
const psych = join(folder, 'psych.R')
writeFileSync(psych, inR())

const report = ['report', table, '--map', map, '--format', 'json']
const duckModule =
  values.peers === undefined
    ? null
    : join(values.peers, 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js')
const commands = [
  { name: 'report --map, JSON', file: process.execPath, argv: [program, ...report] },
  ...(duckModule !== null && existsSync(duckModule)
    ? [
        {
          name: 'DuckDB, the same in SQL',
          file: process.execPath,
          argv: [duck, table, pathToFileURL(duckModule).href],
        },
      ]
    : []),
  ...(values.psych
    ? [{ name: 'R, psych', file: 'Rscript', argv: ['--vanilla', psych, table] }]
    : []),
]

console.log(`Node ${process.version}, ${rows} rows of ${questions.length} questions\n`)
sayWhetherAlike()
print()
rmSync(folder, { recursive: true })

/** Answers that hang together within a dimension, the same in every run; one in fifty is open. */
function writeTable(path) {
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return seed / 2 ** 32
  }
  const file = openSync(path, 'w')
  let lines = [['partner', 'respondent', ...questions].join()]
  for (let row = 0; row < rows; row++) {
    const cells = [row % 3 === 0 ? 'northwind' : 'contoso', `p${row}`]
    for (let dimension = 0; dimension < dimensions.length; dimension++) {
      const mood = random() * 3
      for (let number = 0; number < 6; number++) {
        const answer = 1 + Math.floor(mood + random() * 2)
        cells.push(random() < 0.02 ? '' : String(answer))
      }
    }
    lines.push(cells.join())
    if (lines.length === 10_000 || row === rows - 1) {
      writeSync(file, `${lines.join('\n')}\n`)
      lines = []
    }
  }
  closeSync(file)
}

function writeQuestionnaire(path) {
  const asked = dimensions.map((id) => {
    const own = questions.filter((question) => question.startsWith(id))
    const rated = own.map(
      (question) => `      - {id: ${question}, ask: ${question}?, type: rating, scale: five}`,
    )
    return `  - id: ${id}\n    title: ${id}\n    questions:\n${rated.join('\n')}`
  })
  writeFileSync(
    join(folder, 'questionnaire.yaml'),
    `accordant: questionnaire/1
id: bench
version: 1.0.0
title: Bench
levels:
  - {id: high, title: High, score: 60}
  - {id: low, title: Low, score: 0}
scales:
  five: [Strongly disagree, Disagree, Neither, Agree, Strongly agree]
dimensions:
${asked.join('\n')}
`,
  )
  const columns = questions.map((question) => `    ${question[0]}.${question}: ${question}`)
  writeFileSync(
    path,
    `accordant: map/1
questionnaire: questionnaire.yaml
partnership: bench
delimiter: ","
columns:
  partner: partner
  respondent: respondent
  answers:
${columns.join('\n')}
`,
  )
}

/** Number, mean and spread of every question by partner; alpha of every dimension over those who answered all of it. */
function duckDb() {
  const byPartner = questions.map((id) => `count(${id}), avg(${id}), stddev_samp(${id})`)
  const alphas = dimensions.map((dimension) => {
    const own = questions.filter((id) => id.startsWith(dimension))
    const whole = own.map((id) => `${id} is not null`).join(' and ')
    const within = own.map((id) => `var_samp(${id}) filter (where ${whole})`).join(' + ')
    const total = `var_samp(${own.join(' + ')}) filter (where ${whole})`
    return `6.0 / 5.0 * (1 - (${within}) / ${total})`
  })
  const columns = ['partner', 'respondent', ...questions].map(
    (name, index) => `'${name}': '${index < 2 ? 'VARCHAR' : 'TINYINT'}'`,
  )
  return `const { DuckDBInstance } = await import(process.argv[3])
const connection = await (await DuckDBInstance.create(':memory:')).connect()
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows()
await connection.run(\`create table t as select * from read_csv('\${process.argv[2]}', header = true, columns = {${columns.join(', ')}})\`)
const partners = await rows(\`select partner, count(*), ${byPartner.join(', ')} from t group by partner order by partner\`)
const [twice] = await rows('select count(*) - count(distinct partner || respondent) from t')
const [alphas] = await rows(\`select ${alphas.join(', ')} from t\`)
const plain = (value) => (typeof value === 'bigint' ? Number(value) : value)
console.log(JSON.stringify({ partners: partners.map((row) => row.map(plain)), twice: plain(twice[0]), alphas }))
`
}

function inR() {
  const keys = dimensions.map((dimension) => {
    const own = questions.filter((id) => id.startsWith(dimension)).map((id) => `"${id}"`)
    return `${dimension} = c(${own.join(', ')})`
  })
  return `suppressMessages(library(psych))
t <- read.csv(commandArgs(TRUE)[1])
keys <- list(${keys.join(', ')})
s <- scoreItems(keys, t[, -(1:2)], impute = "none")
b <- describeBy(t[, -(1:2)], t$partner, fast = TRUE)
for (k in names(keys)) a <- alpha(t[, keys[[k]]], warnings = FALSE)
cat(s$alpha)
`
}

function sayWhetherAlike() {
  const [own, peer] = commands.map(({ file, argv }) => ({ file, argv }))
  if (peer === undefined || !commands[1].name.startsWith('DuckDB')) return
  const ours = JSON.parse(outputOf(own))
  const theirs = JSON.parse(outputOf(peer))
  const byId = new Map(theirs.partners.map((row) => [row[0], row.slice(2)]))
  let widest = 0
  for (const [index, { partners }] of ours.questions.entries()) {
    for (const { id, answered, mean, sd } of partners) {
      const there = byId.get(id).slice(index * 3, index * 3 + 3)
      for (const [at, value] of [answered, mean, sd].entries()) {
        widest = Math.max(widest, Math.abs(value - there[at]))
      }
    }
  }
  for (const [index, { alpha }] of ours.dimensions.entries()) {
    widest = Math.max(widest, Math.abs(alpha.value - theirs.alphas[index]))
  }
  console.log(`Widest difference to DuckDB in any count, mean, spread or alpha: ${widest}\n`)
  if (widest > 1e-9) throw new Error('The figures differ')
}

function outputOf({ file, argv }) {
  return spawnSync(file, argv, { maxBuffer: 2 ** 30, encoding: 'utf8' }).stdout
}

function print() {
  const times = commands.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (let turn = 0; turn < commands.length; turn++) {
      const index = (turn + round + commands.length) % commands.length
      const time = milliseconds(commands[index])
      if (round >= 0) times[index].push(time)
    }
  }
  console.log(
    `${rounds} rounds\n\n| command | median ms | ours to it | peak MiB |\n| --- | ---: | ---: | ---: |`,
  )
  for (const [index, command] of commands.entries()) {
    const ratios = times[index].map((time, round) => times[0][round] / time)
    const figures = [median(times[index]).toFixed(0), median(ratios).toFixed(2), peakMiB(command)]
    console.log(`| ${command.name} | ${figures.join(' | ')} |`)
  }
}

function milliseconds({ file, argv }) {
  const start = process.hrtime.bigint()
  const { error, status } = spawnSync(file, argv, { stdio: ['ignore', 'pipe', 'pipe'] })
  if (error) throw error
  if (status !== 0) throw new Error(`${file} ${argv[0]} ended with ${status}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

/** Peak memory of one run in Node, from a preloaded note at its end. */
function peakMiB({ file, argv }) {
  if (file !== process.execPath) return ''
  const note = join(folder, 'peak')
  const hook = join(folder, 'peak.cjs')
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(note)}, String(process.resourceUsage().maxRSS)))`,
  )
  spawnSync(file, ['--require', hook, ...argv], { stdio: 'ignore' })
  return Math.round(Number(readFileSync(note, 'utf8')) / 1024)
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
