// Whole commands as ratios to an empty Node program, interleaved: every command once a round, in rotating order.
// Usage: npm run build && node bench/start-up.js [rounds]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
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
const plan = join(example, 'plan.yaml')
/** A contract in prose, cut to 300 lines, and the same words as a Word file of 40 pages. */
const contract = readFileSync(join(root, 'examples', 'two-companies', 'contract.md'), 'utf8')
const prose = join(folder, 'contract.md')
writeFileSync(prose, `${contract.split('\n').slice(0, 300).join('\n')}\n`)
const word = join(folder, 'contract.docx')
writeFileSync(word, writeWord(contract, 12_000))

const commands = [
  { name: 'empty .cjs', argv: [empty] },
  { name: '--version', argv: [program, '--version'] },
  { name: '--help', argv: [program, '--help'] },
  { name: 'check, 1 plan', argv: [program, 'check', plan] },
  { name: 'check, prose of 300 lines', argv: [program, 'check', prose, '--fail-on', 'never'] },
  { name: 'check, Word of 40 pages', argv: [program, 'check', word, '--fail-on', 'never'] },
  { name: 'report, 1 response, JSON', argv: [program, 'report', response, '--format', 'json'] },
  { name: 'report, 1 response, Markdown', argv: [program, 'report', response] },
  { name: 'report, 1 response, HTML', argv: [program, 'report', response, '--format', 'html'] },
  { name: 'report, example, JSON', argv: [program, 'report', example, '--format', 'json'] },
  { name: 'report, example, Markdown', argv: [program, 'report', example] },
  { name: 'report, example, HTML', argv: [program, 'report', example, '--format', 'html'] },
  { name: 'report, example, Word', argv: [program, 'report', example, '--format', 'docx'] },
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

/** A Word file that holds the paragraphs of a text as often as it takes for so many words; `#` marks a heading. */
function writeWord(text, words) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('|'))
  const paragraphs = []
  for (let count = 0; count < words; ) {
    const line = lines[paragraphs.length % lines.length]
    count += line.split(/\s+/).length
    const heading = /^(#+) (.*)/.exec(line)
    const style =
      heading === null ? '' : `<w:pPr><w:pStyle w:val="Heading${heading[1].length}"/></w:pPr>`
    const written = (heading?.[2] ?? line).replaceAll(/[<&]/g, ' ')
    paragraphs.push(`<w:p>${style}<w:r><w:t xml:space="preserve">${written}</w:t></w:r></w:p>`)
  }
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const parts = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, own]) => [name, strToU8(own)])),
  )
}
