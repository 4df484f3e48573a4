import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode } from '../model/fault.ts'
import { run } from './run.ts'

/** Starts the program for the process it runs in. `root` is the folder of the installed package. */
export function start(root: string): void {
  let unwritable = false
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `accordant report | head` closes the pipe early; that is the reader's right, and the verdict still counts.
      if (error.code === 'EPIPE' || unwritable) return
      unwritable = true
      process.exitCode = exitCode.wrongInput
      process.stderr.write(`accordant: Cannot write the output: ${error.message}\n`)
    })
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const { stdin, stdout, stderr, env } = process
  run(process.argv.slice(2), { stdin, stdout, stderr, env, root, version, now: () => new Date() })
    .catch(() => exitCode.ourFault)
    .then((code) => {
      if (!unwritable) process.exitCode = code
    })
}
