import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Saves ever new texts, each of one letter only, and says so after each. */
const saver = `
import { writeWhole } from './write-whole.ts'
for (let n = 0; ; n++) {
  writeWhole(process.argv[2], String.fromCharCode(97 + (n % 26)).repeat(200_000))
  if (process.argv[3] === 'once') break
  if (n === 0) process.stdout.write('saved')
}`

it('writeWhole leaves a whole file whenever it is killed, and the next save cleans up', async () => {
  const scripts = temporaryFolder()
  const folder = temporaryFolder()
  const file = join(folder, 'r1.yaml')
  const program = script(scripts, saver)
  let leftOvers = 0
  for (let round = 0; round < 30; round++) {
    const { child, ended } = start(program, file)
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    await sleep(Math.random() * 10)
    child.kill('SIGKILL')
    await ended
    expect(readFileSync(file, 'utf8')).toMatch(/^([a-z])\1{199999}$/)
    const names = readdirSync(folder)
    leftOvers += names.length - 1
    expect(names.length).toBeLessThanOrEqual(2)
  }
  expect(leftOvers).toBeGreaterThan(0)
  expect((await start(program, file, 'once').ended).code).toBe(0)
  expect(readdirSync(folder)).toEqual(['r1.yaml'])
}, 120_000)
