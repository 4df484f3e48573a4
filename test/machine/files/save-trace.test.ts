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

/** From the first look at the file to the end of the folder's sync. */
function callsOfSave(program: string): readonly SystemCall[] {
  const { file, lines } = tracedSave(program)
  const nth = new Map<string, number>()
  const calls = lines.map((line) => {
    const name = /^\w+/.exec(line)?.[0] ?? ''
    nth.set(name, (nth.get(name) ?? 0) + 1)
    return { name, nth: nth.get(name) ?? 0, line: line.replaceAll(join(file, '..'), 'DIR') }
  })
  const first = calls.findIndex(
    ({ line }) => line.startsWith('statx') && line.includes('plan.yaml'),
  )
  const rename = calls.findIndex(({ name }) => name === 'rename')
  return calls.slice(first, rename + 4)
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
    for (const [index, { name, nth, line }] of calls.entries()) {
      const inject = `inject=${name}:signal=KILL:when=${nth}`
      const { folder, file, run } = tracedSave(program, '-e', inject)
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
      for (const { name, nth, line } of callsOfSave(program)) {
        const inject = `inject=${name}:error=${code}:when=${nth}`
        const { folder, file, run } = tracedSave(program, '-e', inject)
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
