#!/usr/bin/env node
const { existsSync } = require('node:fs')
const { dirname, join } = require('node:path')

const root = dirname(__dirname)
const { argv } = process
if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`)
} else if (!existsSync(join(root, 'dist', 'start.js'))) {
  process.stderr.write('accordant is not built yet; "npm run build" in its folder does that\n')
  process.exitCode = 2
} else {
  require('../dist/start.js').start(root)
}
