import { PassThrough, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { run } from '../../../src/cli/run.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in this process; what it says is kept. Only standard output can be a terminal, where that is asked for. */
export async function ran(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  isTTY = false,
): Promise<Ran> {
  const out = Object.assign(new Kept(), { isTTY })
  const err = new Kept()
  const stdin = new PassThrough()
  stdin.end()
  const now = () => new Date('2026-11-23T10:00:00Z')
  const code = await run(argv, {
    stdin,
    stdout: out,
    stderr: err,
    env,
    root,
    version: '0.0.0',
    now,
  })
  return { code, out: out.text, err: err.text }
}

class Kept extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}
