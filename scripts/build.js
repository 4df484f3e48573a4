// Bundles src into dist: CommonJS, split where the program loads late, with a list of what is inside.
// esbuild splits only ES modules, so each chunk is turned into CommonJS in a second step (docs/adr/0002).
// With --names functions keep theirs, for reading profiles.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import { parseSync } from 'oxc-parser'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = join(root, 'dist')

const minified = {
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: !process.argv.includes('--names'),
}

const xmlEntities = '{amp:"&",apos:"\'",gt:">",lt:"<",quot:"\\""}'

/**
 * What our libraries load and we never call. commander loads `node:child_process`, which is slow to load, for subcommands in
 * programs of their own. mammoth unpacks with jszip, but we unpack ourselves; it writes XML, and reads maps of styles, but we have
 * none. Its parser knows the 2,000 names of signs that HTML has; XML has five.
 */
const neverCalled = [
  { by: '/commander/', name: /^(node:)?child_process$/ },
  { by: '/mammoth/', name: /^(jszip|base64-js|xmlbuilder)$/ },
  { by: '/mammoth/', name: /^\.\/style-reader$/, contents: 'exports.readStyle=String' },
  { by: '/xmldom/', name: /^\.\/entities$/, contents: `exports.XML_ENTITIES=${xmlEntities}` },
]

const withoutNeverCalled = {
  name: 'without-never-called',
  setup(bundler) {
    bundler.onResolve({ filter: /^[\w:./-]+$/ }, ({ path, importer }) => {
      const found = neverCalled.find(({ by, name }) => importer.includes(by) && name.test(path))
      if (found === undefined) return undefined
      return { path, namespace: 'never', pluginData: found.contents ?? 'module.exports={}' }
    })
    bundler.onLoad({ filter: /.*/, namespace: 'never' }, ({ pluginData }) => ({
      contents: pluginData,
    }))
  },
}

/**
 * The program has all that it needs inside. What would be looked up beside it when it runs is there in the tests and missing (or somebody
 * else's) where it is installed, and CommonJS has no `import.meta`: either stops the build.
 */
const refused = {
  'empty-import-meta': 'error',
  'indirect-require': 'error',
  'require-resolve-not-external': 'error',
  'unsupported-dynamic-import': 'error',
  'unsupported-require-call': 'error',
}

/** So does a `require` that a library makes for itself. fdir looks for picomatch by one, for calls that tinyglobby never makes. */
const withoutLookups = {
  name: 'without-lookups',
  setup(bundler) {
    bundler.onResolve({ filter: /^(node:)?module$/ }, ({ importer }) => ({
      errors: [{ text: `${importer} may load what is not in the bundle` }],
    }))
    bundler.onLoad({ filter: /[\\/]fdir[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace('import { createRequire } from "module";', '')
        .replace('createRequire(import.meta.url)', 'undefined'),
    }))
  },
}

/** `x.late.ts` is loaded when one of its functions is called first: in the source by its name, in the product by this. */
const late = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.late.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`)

/** Each is an entry point of its own. `require` is there for them, since every part is turned into CommonJS. */
const loadedLate = {
  name: 'loaded-late',
  setup(bundler) {
    bundler.onResolve({ filter: /\.late\.ts$/ }, ({ path, kind, resolveDir }) =>
      kind === 'entry-point' ? undefined : { path: join(resolveDir, path), namespace: 'late' },
    )
    bundler.onResolve({ filter: /.*/, namespace: 'late' }, ({ path }) => ({ path, external: true }))
    bundler.onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: listFunctions(path)
        .map(
          (name) =>
            `export const ${name} = (...given) => require('./${basename(path, '.ts')}.js').${name}(...given)`,
        )
        .join('\n'),
    }))
  },
}

/** What a late module exports: functions alone, since a value cannot wait. */
function listFunctions(path) {
  const { program } = parseSync(path, readFileSync(path, 'utf8'))
  const exported = program.body.filter(({ type }) => /^Export/.test(type))
  const names = exported.map(({ exportKind, declaration }) =>
    exportKind === 'type'
      ? null
      : declaration?.type === 'FunctionDeclaration'
        ? declaration.id.name
        : undefined,
  )
  if (names.includes(undefined)) throw new Error(`${path} may export functions and types only`)
  return names.filter((name) => name !== null)
}

/** The schemas that files are held to first are made here, so that no run loads the schema library for them (docs/adr/0009). */
async function madeShapes() {
  const { fastPathKinds, findFastPathSchema } = await imported('src/model/fast-path-schemas.ts')
  const shapes = fastPathKinds.map((kind) => [kind, JSON.stringify(findFastPathSchema(kind))])
  return inPlaceOf(
    'src/model/fast-path-schemas.ts',
    `const shapes = new Map(${JSON.stringify(shapes)})
    export const findFastPathSchema = (kind) => shapes.has(kind) ? JSON.parse(shapes.get(kind)) : null`,
  )
}

/** Built-in questionnaires are resolved, hashed and their expressions read once, here, so that no run pays for it. */
async function compiledQuestionnaires() {
  const { compileQuestionnaires } = await imported('src/app/load/compile-questionnaires.ts')
  const from = join(root, 'questionnaires')
  const { trees, stems } = await compileQuestionnaires(from, join(dist, 'questionnaires')).catch(
    rethrowSaid,
  )
  return [
    inPlaceOf(
      'src/expression/language/stored-trees.ts',
      `export const storedTrees = new Map(${JSON.stringify([...trees])})`,
    ),
    inPlaceOf(
      'src/checks/stored-stems.ts',
      `export const storedStems = new Map(${JSON.stringify([...stems])})`,
    ),
  ]
}

/** What `init` writes into a plan is read here, so that `check` tells a plan that is not begun without reading a second one. */
async function compilePlanExamples() {
  const { compilePlanExamples: compile } = await imported('src/app/start/compile-plan-examples.ts')
  compile(root, join(dist, 'plan-examples.json'))
}

/** A fault in a questionnaire, in the words that `check` has for it. */
async function rethrowSaid(error) {
  if (error.name !== 'Fault') throw error
  const { formatFault } = await imported('src/cli/notes.ts')
  throw new Error(formatFault(error))
}

/** Something made by the build in place of what a module says in development. */
function inPlaceOf(module, contents) {
  return {
    name: module,
    setup(bundler) {
      const file = join(root, module).replaceAll(/[^\w/-]/g, '\\$&')
      bundler.onLoad({ filter: new RegExp(`^${file}$`) }, () => ({ contents }))
    },
  }
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(join(dist, 'questionnaires'), { recursive: true })
writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n')
const made = [await madeShapes(), ...(await compiledQuestionnaires())]
await compilePlanExamples()
const contents = await bundle(['src/cli/start.ts', ...late], made)
writeFileSync(join(dist, 'third-party.txt'), thirdParty(contents))
writeFileSync(join(dist, 'form-page.js'), await bundleFormPage())

/** A module of the program, to be used while it is built. */
async function imported(module) {
  const outfile = join(dist, `building-${basename(module, '.ts')}.js`)
  await build({
    absWorkingDir: root,
    entryPoints: [module],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
  })
  const loaded = await import(pathToFileURL(outfile))
  rmSync(outfile)
  return loaded
}

/** Returns the files of every package that went in. */
async function bundle(entryPoints, made) {
  const result = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: dist,
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    ...minified,
    legalComments: 'none',
    metafile: true,
    plugins: [withoutNeverCalled, withoutLookups, loadedLate, ...made],
    write: false,
    logLevel: 'warning',
    logOverride: refused,
  })
  for (const file of result.outputFiles) {
    const { code } = await transform(file.text, {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      supported: { 'dynamic-import': false },
      ...minified,
      logOverride: refused,
    })
    writeFileSync(join(dist, relative(dist, file.path)), code)
  }
  return Object.keys(result.metafile.inputs).filter((file) => file.includes('node_modules/'))
}

/** The program inside a form: one script for browsers of the last years, without any package. */
async function bundleFormPage() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/page/start.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    ...minified,
    legalComments: 'none',
    metafile: true,
    plugins: [withoutLateModules()],
    write: false,
    logLevel: 'warning',
    logOverride: refused,
  })
  const packages = Object.keys(metafile.inputs).filter((file) => file.includes('node_modules/'))
  if (packages.length > 0) throw new Error(`the form has ${packages.join(', ')} inside`)
  return outputFiles[0].text
}

/** A page loads nothing later. What the program would load then is never called there. */
function withoutLateModules() {
  return {
    name: 'without-late-modules',
    setup(bundler) {
      bundler.onResolve({ filter: /\.late\.ts$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path),
        namespace: 'absent',
      }))
      bundler.onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
        contents: listFunctions(path)
          .map(
            (name) =>
              `export const ${name} = () => { throw new Error('${name} is not in a page') }`,
          )
          .join('\n'),
      }))
    },
  }
}

/** Name, version and licence of every bundled package: what a user installs without seeing it. */
function thirdParty(files) {
  const folders = new Set(
    files.map((file) => file.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean),
  )
  const entries = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim()
    return { title: `${name} ${version} (${license})`, text }
  })
  entries.sort((a, b) => (a.title < b.title ? -1 : 1))
  const list = entries.map(({ title }) => title).join('\n')
  const texts = entries.map(({ title, text }) => `${title}\n\n${text}`).join('\n\n---\n\n')
  return `Packages inside this bundle: ${entries.length}\n\n${list}\n\n---\n\n${texts}\n`
}
