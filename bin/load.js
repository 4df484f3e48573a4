const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const dist = join(__dirname, '..', 'dist')
const loaded = new Map()

/**
 * Loads a part of the built program, with the code that V8 made of it when it was built where there is some
 * (docs/adr/0007). V8 itself refuses code of another version or source; the part is then compiled anew.
 */
function load(name) {
  const known = loaded.get(name)
  if (known !== undefined) return known.module.exports
  const file = join(dist, name)
  const source = `(function(exports,require,module){${readFileSync(file, 'utf8')}\n})`
  const script = new Script(source, { filename: file, cachedData: cached(file) })
  const module = { exports: {} }
  loaded.set(name, { module, script })
  const own = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id))
  script.runInThisContext()(module.exports, own, module)
  module.exports = plain(module.exports)
  return module.exports
}

/** Parts export getters, which V8 asks anew at every use; nothing that they give changes once a part is loaded. */
function plain(exports) {
  return Object.defineProperty({ ...exports }, '__esModule', { value: true })
}

function cached(file) {
  try {
    return readFileSync(`${file}.cache`)
  } catch {
    return undefined
  }
}

module.exports = { load, loaded }
