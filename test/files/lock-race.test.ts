import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Run, script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * Does what it is told on its input. Whoever has the lock looks whether anybody else believes so too
 * (a file made exclusively), and adds one to a counter in two steps that only a lock can hold together.
 */
const contender = `
import { takeLock } from './lock.ts'
import fs from 'node:fs'
const file = process.argv[2]
let lock, count
const orders = {
  enter() {
    lock = takeLock(file)
    fs.writeFileSync(file + '.inside', '', { flag: 'wx' })
    count = Number(fs.readFileSync(file, 'utf8'))
    return 'won'
  },
  leave() {
    fs.writeFileSync(file, String(count + 1))
    fs.unlinkSync(file + '.inside')
    lock.release()
    return 'left'
  },
  pass() {
    orders.enter()
    orders.leave()
    return 'won'
  },
  end() {
    process.exit()
  },
}
process.stdin.on('data', (text) => {
  const [order, moment] = String(text).split(' ')
  let answer
  try {
    while (Date.now() < Number(moment ?? 0));
    answer = orders[order]()
  } catch (error) {
    answer = error.name === 'Fault' && error.exit === 2 ? 'told' : String(error.stack)
  }
  process.stdout.write(answer)
})
process.stdout.write('ready')`

function heard({ child }: Run): Promise<string> {
  return new Promise((resolve) => child.stdout?.once('data', (text) => resolve(String(text))))
}

function tell(run: Run, order: string): Promise<string> {
  const answer = heard(run)
  run.child.stdin?.write(order)
  return answer
}

/** Twenty rounds in which eight processes are let loose at the same moment; what they answered. */
async function race(
  order: 'enter' | 'pass',
  beforeRound: (folder: string) => void = () => undefined,
) {
  const folder = temporaryFolder()
  const file = join(folder, 'r1.yaml')
  writeFileSync(file, '0')
  const program = script(temporaryFolder(), contender)
  const runs = Array.from({ length: 8 }, () => start(program, file))
  await Promise.all(runs.map(heard))
  const rounds: string[][] = []
  for (let round = 0; round < 20; round++) {
    beforeRound(folder)
    const moment = Date.now() + 20
    const answers = await Promise.all(runs.map((run) => tell(run, `${order} ${moment}`)))
    rounds.push(answers.toSorted())
    const winners = runs.filter((_, index) => order === 'enter' && answers[index] === 'won')
    expect(await Promise.all(winners.map((run) => tell(run, 'leave')))).not.toContain('told')
    expect(readdirSync(folder)).toEqual(['r1.yaml'])
  }
  for (const { child } of runs) child.stdin?.write('end')
  await Promise.all(runs.map(({ ended }) => ended))
  const won = rounds.flat().filter((answer) => answer === 'won')
  expect(Number(readFileSync(file, 'utf8'))).toBe(won.length)
  return rounds
}

const oneWinner = [...Array(7).fill('told'), 'won']

describe('takeLock, by eight processes at once', () => {
  it('gives one process the lock, and tells the others', async () => {
    for (const answers of await race('enter')) expect(answers).toEqual(oneWinner)
  }, 120_000)

  it('lets one process at a time have a lock that is passed on quickly', async () => {
    for (const answers of await race('pass')) {
      expect(answers).toContain('won')
      expect(answers.filter((answer) => answer !== 'won' && answer !== 'told')).toEqual([])
    }
  }, 120_000)

  it('lets exactly one process take over from a dead one, at once', async () => {
    const since = new Date().toISOString()
    const dead = { pid: process.pid, started: 'another-boot:17', host: hostname(), since }
    const before = performance.now()
    const rounds = await race('enter', (folder) =>
      writeFileSync(join(folder, '.r1.yaml.lock'), JSON.stringify(dead)),
    )
    expect(performance.now() - before).toBeLessThan(20_000)
    for (const answers of rounds) expect(answers).toEqual(oneWinner)
  }, 120_000)
})
