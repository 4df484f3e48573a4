import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../files/temporary-folder.ts'
import { listCalls, runWithFault, type WatchedProgram } from '../support/system-calls.ts'
import { saver } from './saver.ts'

const oldText = 'old\n'
const count = 5_000
const newText = 'new\n'.repeat(count)

/** A save over an old file; its calls are from the first look at the file to the end of the folder's sync. */
function watchedSave(program: string): WatchedProgram {
  return {
    prepare: () => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'plan.yaml'), oldText, { mode: 0o644 })
      return folder
    },
    argv: (folder) => [program, join(folder, 'plan.yaml'), String(count)],
    choose: (calls) => {
      const first = calls.findIndex(
        ({ line }) => line.startsWith('statx') && line.includes('plan.yaml'),
      )
      const rename = calls.findIndex(({ name }) => name === 'rename')
      return calls.slice(first, rename + 4)
    },
  }
}

describe('the system calls of a save', () => {
  it('are in the order that survives a power loss', () => {
    const calls = listCalls(watchedSave(saver()))
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
    const calls = listCalls(watchedSave(program))
    const renamed = calls.findIndex(({ name }) => name === 'rename')
    let leftOvers = 0
    for (const [index, call] of calls.entries()) {
      const { line } = call
      const { folder, run } = runWithFault(watchedSave(program), call, 'signal=KILL')
      const file = join(folder, 'plan.yaml')
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
      for (const call of listCalls(watchedSave(program))) {
        const { line } = call
        const { folder, run } = runWithFault(watchedSave(program), call, `error=${code}`)
        const file = join(folder, 'plan.yaml')
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
