import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '../../files/temporary-folder.ts'

/** A program whose system calls are watched. Those of the main thread are, so what it does has to be synchronous. */
export interface WatchedProgram {
  /** A folder of its own for one run, with all that the run needs. */
  readonly prepare: () => string
  /** What Node is to run in that folder. */
  readonly argv: (folder: string) => readonly string[]
  /** Of all calls of a run, those to try. */
  readonly choose: (calls: readonly SystemCall[]) => readonly SystemCall[]
}

/** One system call, and the how-manieth of its name it is in the whole run. */
export interface SystemCall {
  readonly name: string
  readonly nth: number
  readonly line: string
}

/** One run in a folder of its own, traced. */
function runTraced({ prepare, argv }: WatchedProgram, ...options: readonly string[]) {
  const folder = prepare()
  const log = join(temporaryFolder(), 'trace')
  const run = spawnSync(
    'strace',
    ['-o', log, '-s', '0', ...options, process.execPath, ...argv(folder)],
    {
      cwd: folder,
      env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
      encoding: 'utf8',
      timeout: 120_000,
      killSignal: 'SIGQUIT',
    },
  )
  if (run.error !== undefined) throw run.error
  return { folder, run, lines: readFileSync(log, 'utf8').split('\n') }
}

/**
 * The chosen calls of a usual run, as two runs made them: about once in a hundred runs, Node starts with two calls to openat
 * fewer, and every call after them has another number.
 */
export function listCalls(program: WatchedProgram): readonly SystemCall[] {
  let calls = listCallsOfOneRun(program)
  for (let run = 2; run <= 5; run += 1) {
    const again = listCallsOfOneRun(program)
    if (numbersOf(again) === numbersOf(calls)) return calls
    calls = again
  }
  throw new Error('5 runs, and no two of them one after the other made the same calls')
}

function numbersOf(calls: readonly SystemCall[]): string {
  return calls.map(({ name, nth }) => `${name} ${nth}`).join()
}

function listCallsOfOneRun(program: WatchedProgram): readonly SystemCall[] {
  const { folder, lines } = runTraced(program)
  const nth = new Map<string, number>()
  return program.choose(
    lines.map((line) => {
      const name = nameOf(line)
      nth.set(name, (nth.get(name) ?? 0) + 1)
      return { name, nth: nth.get(name) ?? 0, line: line.replaceAll(folder, 'DIR') }
    }),
  )
}

/** A run with this fault at this call. One of other numbers has the fault elsewhere, so the program is run again. */
export function runWithFault(program: WatchedProgram, call: SystemCall, fault: string) {
  const inject = `inject=${call.name}:${fault}:when=${call.nth}`
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { folder, run, lines } = runTraced(program, '-e', inject)
    const hit = lines.filter((line) => nameOf(line) === call.name)[call.nth - 1] ?? ''
    if (requestOf(hit.replaceAll(folder, 'DIR')) === requestOf(call.line)) return { folder, run }
  }
  throw new Error(`5 runs, and the fault was never at ${call.line}`)
}

function nameOf(line: string): string {
  return /^\w+/.exec(line)?.[0] ?? ''
}

/** What a call is asked to do: without its answer, and without the number of the process. */
function requestOf(line: string): string {
  return line.replace(/(?:, +(?:\{|0x|<)|\) += ).*/, '').replaceAll(/\.\d+\.tmp/g, '.PID.tmp')
}
