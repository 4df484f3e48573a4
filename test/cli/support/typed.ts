import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { run } from '../../../src/cli/run.ts'
import type { Ran } from './memory-io.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs a command line in a terminal where these lines are typed, each when it asks; after the last the input ends. */
export async function typed(argv: readonly string[], lines: readonly string[]): Promise<Ran> {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const waiting = [...lines]
  const heard = { out: '', err: '' }
  const stream = (key: 'out' | 'err') => {
    const kept = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
    kept.on('data', (chunk: Buffer) => {
      heard[key] += chunk.toString('utf8')
      if (!/:\s*$/.test(chunk.toString('utf8'))) return
      const line = waiting.shift()
      if (line === undefined) stdin.end()
      else stdin.write(`${line}\n`)
    })
    return kept
  }
  const code = await run(argv, {
    stdin,
    stdout: stream('out'),
    stderr: stream('err'),
    env: { NO_COLOR: '1' },
    root,
    version: '0.0.0',
    now: () => new Date('2026-11-23T10:00:00Z'),
  })
  return { code, ...heard }
}
