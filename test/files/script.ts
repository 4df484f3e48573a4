import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** A script for a process of its own, in which `import` reaches `src/files`; Node 20 cannot run TypeScript itself. */
export function script(folder: string, contents: string): string {
  const outfile = join(folder, 'script.cjs')
  const resolveDir = join(import.meta.dirname, '../../src/files')
  const stdin = { contents, resolveDir, loader: 'ts' } as const
  buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile })
  return outfile
}

export interface Run {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
}

export function start(file: string, ...args: readonly string[]): Run {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
  return { child, ended }
}
