// Measures the house: files, lines, exported names, sentences outside words/. Usage: npm run house [-- FOLDER] [--list sentences|doubles]
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'string' } },
})
const [folder = root] = positionals
const { isExemptFromWords, listDoubles, measureHouse } = await measures()
const { files, lines, linesWithoutWords, exports, sentences } = measureHouse(join(folder, 'src'))
const doubles = listDoubles(exports)
const outside = sentences.filter(({ file }) => !isExemptFromWords(file))
const exempt = sentences.filter(({ file }) => isExemptFromWords(file) && !file.startsWith('words/'))
const biome = readFileSync(join(folder, 'biome.json'), 'utf8').split('\n').length - 1
const rows = [
  ['files in src', files],
  ['lines in src', lines],
  ['lines in src without words/', linesWithoutWords],
  ['exported names', exports.length],
  ['exported names per 1,000 lines', ((1000 * exports.length) / lines).toFixed(1)],
  ['names exported twice or more', doubles.length],
  ['sentences outside words/: literals of three words or more', outside.length],
  ['the same in files of data about English, CSS and the like', exempt.length],
  ['lines of biome.json', biome],
]
for (const [what, count] of rows) console.log(`${String(count).padStart(8)}  ${what}`)
if (values.list === 'doubles') for (const [name, all] of doubles) console.log(name, all.join(' '))
if (values.list === 'sentences') {
  for (const { file, line, text } of outside) console.log(`${file}:${line} ${JSON.stringify(text)}`)
}

async function measures() {
  const outfile = join(root, 'dist', 'house.mjs')
  const entry = join(root, 'scripts', 'house', 'measure.ts')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const loaded = await import(pathToFileURL(outfile).href)
  rmSync(outfile)
  return loaded
}
