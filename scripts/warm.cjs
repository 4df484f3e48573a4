// Runs the built program once and keeps the code V8 made of the parts it loaded. Usage: node scripts/warm.cjs ARGUMENTS
const { writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { load, loaded } = require('../bin/load.js')

const root = dirname(__dirname)
process.on('exit', () => {
  for (const [name, { script }] of loaded) {
    writeFileSync(join(root, 'dist', `${name}.cache`), script.createCachedData())
  }
})
load('start.js').start(root)
