#!/usr/bin/env node
const { argv } = process
if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`)
} else {
  require('./load.js').load('start.js').start(require('node:path').dirname(__dirname))
}
