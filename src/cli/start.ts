import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exitCode } from '../model/fault.ts'
import { run } from './run.ts'

/** Starts the program for the process it runs in. `root` is the folder of the installed package. */
export function start(root: string): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', leaveOnClosedPipe)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  const { stdin, stdout, stderr, env } = process
  run(process.argv.slice(2), { stdin, stdout, stderr, env, root, version, now: () => new Date() })
    .then((code) => {
      process.exitCode = code
    })
    .catch(() => {
      process.exitCode = exitCode.ourFault
    })
}

/** `accordant report | head` closes the pipe early; that is the reader's right and no fault. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCode.fine)
}
