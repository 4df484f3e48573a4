import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.ts'
import { saver } from './saver.ts'

const oldText = 'old\n'
const count = 5_000
const newText = 'new\n'.repeat(count)

/** One system call of a save, and the how-manieth of its name it is in the whole run. */
interface SystemCall {
  readonly name: string
  readonly nth: number
  readonly line: string
}

/** A save into a folder of its own, traced; a save is synchronous, so all its calls are the main thread's. */
function tracedSave(program: string, ...options: readonly string[]) {
  const folder = temporaryFolder()
  const file = join(folder, 'plan.yaml')
  const log = join(temporaryFolder(), 'trace')
  writeFileSync(file, oldText, { mode: 0o644 })
  const run = spawnSync(
    'strace',
    ['-o', log, '-s', '0', ...options, process.execPath, program, file, String(count)],
    { env: { ...process.env, UV_THREADPOOL_SIZE: '1' }, encoding: 'utf8' },
  )
  return { folder, file, run, lines: readFileSync(log, 'utf8').split('\n') }
}

/**
 * The calls of a usual save, as two runs made them: about once in a hundred runs, Node starts with two calls to openat fewer,
 * and every call after them has another number.
 */
function callsOfSave(program: string): readonly SystemCall[] {
  let calls = callsOfOneSave(program)
  for (let run = 2; run <= 5; run += 1) {
    const again = callsOfOneSave(program)
    if (numbersOf(again) === numbersOf(calls)) return calls
    calls = again
  }
  throw new Error('5 saves, and no two of them one after the other made the same calls')
}

function numbersOf(calls: readonly SystemCall[]): string {
  return calls.map(({ name, nth }) => `${name} ${nth}`).join()
}

/** From the first look at the file to the end of the folder's sync. */
function callsOfOneSave(program: string): readonly SystemCall[] {
  const { file, lines } = tracedSave(program)
  const nth = new Map<string, number>()
  const calls = lines.map((line) => {
    const name = nameOf(line)
    nth.set(name, (nth.get(name) ?? 0) + 1)
    return { name, nth: nth.get(name) ?? 0, line: line.replaceAll(join(file, '..'), 'DIR') }
  })
  const first = calls.findIndex(
    ({ line }) => line.startsWith('statx') && line.includes('plan.yaml'),
  )
  const rename = calls.findIndex(({ name }) => name === 'rename')
  return calls.slice(first, rename + 4)
}

/** A save with this fault at this call. A run of other numbers has the fault elsewhere, so the save is made again. */
function saveWithFault(program: string, call: SystemCall, fault: string) {
  const inject = `inject=${call.name}:${fault}:when=${call.nth}`
  for (let run = 1; run <= 5; run += 1) {
    const save = tracedSave(program, '-e', inject)
    const hit = save.lines.filter((line) => nameOf(line) === call.name)[call.nth - 1] ?? ''
    if (requestOf(hit.replaceAll(save.folder, 'DIR')) === requestOf(call.line)) return save
  }
  throw new Error(`5 runs, and the fault was never at ${call.line}`)
}

function nameOf(line: string): string {
  return /^\w+/.exec(line)?.[0] ?? ''
}

/** What a call is asked to do: without its answer, and without the number of the process. */
function requestOf(line: string): string {
  return line.replace(/(?:, +(?:\{|0x|<)|\) += ).*/, '').replace(/\.\d+\.tmp/, '.PID.tmp')
}

describe('the system calls of a save', () => {
  it('are in the order that survives a power loss', () => {
    const calls = callsOfSave(saver())
    const created = calls.findIndex(({ line }) => line.includes('O_EXCL'))
    const seen = calls.slice(created).map(({ line }) => line.replace(/\.\d+\.tmp/, '.PID.tmp'))
    const short = seen.map((line) =>
      line.replace(/\d+, ("".*|STATX.*), /, '').replace(/\s*=.*/, ''),
    )
    expect(short.filter((line) => !line.startsWith('statx'))).toEqual([
      'openat(AT_FDCWD, "DIR/.plan.yaml.PID.tmp", O_WRONLY|O_CREAT|O_EXCL|O_TRUNC|O_CLOEXEC, 0600)',
      expect.stringMatching(/^fchmod\(\d+, 0644\)$/),
      expect.stringMatching(/^write\(/),
      expect.stringMatching(/^fsync\(\d+\)$/),
      expect.stringMatching(/^close\(\d+\)$/),
      'rename("DIR/.plan.yaml.PID.tmp", "DIR/plan.yaml")',
      'openat(AT_FDCWD, "DIR", O_RDONLY|O_CLOEXEC)',
      expect.stringMatching(/^fsync\(\d+\)$/),
      expect.stringMatching(/^close\(\d+\)$/),
    ])
  })

  it('leave a whole file when the process is killed at any of them, and the next save cleans up', () => {
    const program = saver()
    const calls = callsOfSave(program)
    const renamed = calls.findIndex(({ name }) => name === 'rename')
    let leftOvers = 0
    for (const [index, call] of calls.entries()) {
      const { line } = call
      const { folder, file, run } = saveWithFault(program, call, 'signal=KILL')
      expect(run.signal, line).toBe('SIGKILL')
      const text = readFileSync(file, 'utf8')
      expect([oldText, newText].includes(text), line).toBe(true)
      if (index < renamed) expect(text, line).toBe(oldText)
      if (index > renamed) expect(text === newText, line).toBe(true)
      leftOvers += readdirSync(folder).length - 1
      expect(spawnSync(process.execPath, [program, file, '1']).status, line).toBe(0)
      expect(readdirSync(folder), line).toEqual(['plan.yaml'])
    }
    expect(leftOvers).toBeGreaterThan(3)
  })

  it.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EDQUOT', 'EINTR'])(
    'leave a whole file when any of them fails: %s',
    (code) => {
      const program = saver()
      for (const call of callsOfSave(program)) {
        const { line } = call
        const { folder, file, run } = saveWithFault(program, call, `error=${code}`)
        expect([0, 2], `${line}: ${run.stderr}`).toContain(run.status)
        expect(readFileSync(file, 'utf8') === (run.status === 0 ? newText : oldText), line).toBe(
          true,
        )
        if (run.status === 2) expect(run.stdout).toContain('Nothing was changed. ')
        expect(readdirSync(folder), line).toEqual(['plan.yaml'])
      }
    },
  )
})
