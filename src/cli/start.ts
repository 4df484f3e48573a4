import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCodes } from '../model/fault.ts'
import { sayHelp } from '../words/say-help.ts'
import type { Io } from './io.ts'
import { run } from './run.ts'

/** Starts the program for the process it runs in. `root` is the folder of the installed package. */
export function start(root: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const output = guardOutput(process)
  // Node makes each stream when it is first asked for, and takes its time: most runs never ask for two of them.
  const io: Io = {
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return output.guarded(process.stdout)
    },
    get stderr() {
      return output.guarded(process.stderr)
    },
    env: process.env,
    root,
    version,
    now: () => new Date(),
  }
  run(process.argv.slice(2), io)
    .catch(() => exitCodes.ourFault)
    .then((code) => {
      if (!output.isBroken()) process.exitCode = code
    })
}

/** What cannot be written ends in an exit code, said once. */
function guardOutput(process: NodeJS.Process) {
  const known = new Set<NodeJS.WriteStream>()
  let broken = false
  const onError = (error: NodeJS.ErrnoException) => {
    // `accordant report | head` closes the pipe early; that is the reader's right, and the verdict still counts.
    if (error.code === 'EPIPE' || broken) return
    broken = true
    process.exitCode = exitCodes.wrongInput
    process.stderr.write(`${sayHelp({ say: 'output-unwritable', reason: error.message })}\n`)
  }
  return {
    guarded(stream: NodeJS.WriteStream): NodeJS.WriteStream {
      if (!known.has(stream)) stream.on('error', onError)
      known.add(stream)
      return stream
    },
    isBroken: () => broken,
  }
}
