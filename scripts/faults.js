// Plants one fault in each of many generated plans, and counts how often `accordant check` tells its line and column.
// Usage: npm run faults -- [--count 2000] [--seed 1]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: { count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const [count, seed] = [Number(values.count), Number(values.seed)]
const folder = mkdtempSync(join(tmpdir(), 'accordant-faults-'))

try {
  const { cases, judge, rightPlans, today } = await campaign()
  const found = await saidOf('right', today, numbered(rightPlans(Math.ceil(count / 10), seed)))
  const alarms = [...found.values()].filter((findings) => findings.length > 0).length
  const all = cases(count, seed)
  const said = await saidOf(
    'faulty',
    today,
    all.map(({ name, bytes }) => [name, bytes]),
  )
  const kinds = new Map()
  for (const one of all) {
    const findings = said.get(one.name) ?? []
    const { line, column, beside } = judge(one, findings)
    const kind = kinds.get(one.fault) ?? { count: 0, line: 0, column: 0, beside: 0, missed: [] }
    kinds.set(one.fault, kind)
    kind.count += 1
    kind.line += Number(line)
    kind.column += Number(column)
    kind.beside += Number(beside.length > 0)
    if (!line || !column) kind.missed.push(missed(one, findings))
  }
  process.exitCode = print(kinds, alarms)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function campaign() {
  const outfile = join(folder, 'campaign.mjs')
  const entry = join(root, 'test', 'cli', 'faults', 'campaign.ts')
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node' })
  return import(pathToFileURL(outfile).href)
}

function numbered(files) {
  return files.map((bytes, index) => [`${index}.yaml`, bytes])
}

/** What the built program says of each file, all of them in one run. */
function saidOf(name, today, files) {
  const plans = join(folder, name)
  const output = join(folder, `${name}.json`)
  mkdirSync(plans)
  for (const [file, bytes] of files) writeFileSync(join(plans, file), bytes)
  const program = join(root, 'bin', 'accordant.js')
  const args = [program, 'check', plans, '--today', today, '--format', `json=${output}`]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0 && status !== 1) throw new Error(`The program ended with ${status}: ${stderr}`)
  const checked = JSON.parse(readFileSync(output, 'utf8')).files
  return new Map(checked.map(({ file, findings }) => [file.split('/').at(-1), findings]))
}

function missed({ name, id, line, column }, findings) {
  const told = findings.slice(0, 3).map((own) => `${own.line}:${own.column} ${own.id}`)
  return `    ${name}: expected ${line}:${column} ${id}, found ${told.join(', ') || 'nothing'}`
}

/** The exit code: 0 with every line, and 99 in 100 columns. */
function print(kinds, alarms) {
  const total = { count: 0, line: 0, column: 0, beside: 0 }
  for (const [name, kind] of [...kinds].sort()) {
    const hits = [kind.count, kind.line, kind.column].map((number) => String(number).padStart(5))
    console.log(`${hits.join('')}  ${name}`)
    for (const line of kind.missed) console.log(line)
    for (const key of Object.keys(total)) total[key] += kind[key]
  }
  const percent = (part) => `${((100 * part) / total.count).toFixed(2)} %`
  console.log(`\n${total.count} faults of ${kinds.size} kinds, seed ${seed}`)
  console.log(`on the right line: ${total.line} (${percent(total.line)})`)
  console.log(`and the right column: ${total.column} (${percent(total.column)})`)
  console.log(`with something else told beside: ${total.beside} (${percent(total.beside)})`)
  console.log(`right plans in which something was found: ${alarms} of ${Math.ceil(count / 10)}`)
  return total.line === total.count && total.column >= 0.99 * total.count && alarms === 0 ? 0 : 1
}
