import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../src/files/lock.ts'
import { readProcessStart } from '../../src/files/process-life.ts'
import { faultOf } from '../support/fault-of.ts'
import { script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const mine = { pid: process.pid, started: readProcessStart(process.pid), host: hostname() }
const since = '2026-11-20T09:00:00.000Z'

function lockedBy(text: string | object, ageSeconds = 0) {
  const folder = temporaryFolder()
  const path = join(folder, '.r1.yaml.lock')
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text))
  const then = Date.now() / 1000 - ageSeconds
  utimesSync(path, then, then)
  return { folder, file: join(folder, 'r1.yaml'), path }
}

function takenIn(file: string): number {
  const before = performance.now()
  takeLock(file).release()
  return performance.now() - before
}

describe('takeLock', () => {
  it('puts the lock beside the file and removes it again', () => {
    const folder = temporaryFolder()
    const lock = takeLock(join(folder, 'r1.yaml'))
    expect(readdirSync(folder)).toEqual(['.r1.yaml.lock'])
    const holder = JSON.parse(readFileSync(join(folder, '.r1.yaml.lock'), 'utf8'))
    expect(holder).toMatchObject(mine)
    expect(Math.abs(Date.now() - Date.parse(holder.since))).toBeLessThan(5_000)
    lock.release()
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('names the process that has the lock, and what to do', () => {
    const { folder, file, path } = lockedBy({ ...mine, since })
    const fault = faultOf(() => takeLock(file))
    expect(fault.message).toBe(
      `"${file}" is in use by another run (process ${process.pid}, since 2026-11-20 09:00 UTC)`,
    )
    expect(fault.hint).toContain(`delete "${path}"`)
    expect(fault.exit).toBe(2)
    expect(readdirSync(folder)).toEqual(['.r1.yaml.lock'])
  })

  it('refuses a second lock in the same process', () => {
    const file = join(temporaryFolder(), 'r1.yaml')
    const lock = takeLock(file)
    expect(faultOf(() => takeLock(file)).message).toContain(`process ${process.pid}, since`)
    lock.release()
    takeLock(file).release()
  })

  it('locks the target of a link, so that two names are one file', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    writeFileSync(join(folder, 'real/r1.yaml'), '')
    symlinkSync('real/r1.yaml', join(folder, 'link.yaml'))
    const lock = takeLock(join(folder, 'link.yaml'))
    expect(existsSync(join(folder, 'real/.r1.yaml.lock'))).toBe(true)
    expect(faultOf(() => takeLock(join(folder, 'real/r1.yaml'))).message).toContain('in use')
    lock.release()
  })

  it('takes over from a dead process at once', async () => {
    const { child, ended } = start(script(temporaryFolder(), ''))
    await ended
    const { folder, file } = lockedBy({ ...mine, pid: child.pid, since })
    expect(takenIn(file)).toBeLessThan(1_000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes over if the id now belongs to another process', () => {
    const { file } = lockedBy({ ...mine, started: 'another-boot:17', since })
    expect(takenIn(file)).toBeLessThan(1_000)
  })

  it('relies on the process id alone if the start time is unknown', () => {
    const { file } = lockedBy({ ...mine, started: null, since })
    expect(faultOf(() => takeLock(file)).message).toContain('in use')
  })

  it('takes over from an id that no process can have', () => {
    expect(takenIn(lockedBy({ ...mine, pid: 2 ** 40, since }).file)).toBeLessThan(1_000)
  })

  it.each([
    '',
    '{',
    '\0\0\0',
    'null',
    '[]',
    '{}',
    '{"pid":1}',
    JSON.stringify({ ...mine, since: 'long ago' }),
    JSON.stringify({ ...mine, since, pid: -1 }),
  ])('takes over a damaged lock once it is old: %o', (text) => {
    expect(takenIn(lockedBy(text, 60).file)).toBeLessThan(1_000)
    expect(takenIn(lockedBy(text, -60).file)).toBeLessThan(1_000)
  })

  it('waits a moment for the text of an empty lock', () => {
    const { file } = lockedBy('')
    const ms = takenIn(file)
    expect(ms).toBeGreaterThan(1_500)
    expect(ms).toBeLessThan(4_000)
  })

  it('respects a lock of another computer for a day', () => {
    const other = { ...mine, host: 'build\u001b7', pid: 1, since }
    const fault = faultOf(() => takeLock(lockedBy(other, 3_600).file))
    expect(fault.message).toContain('(process 1 on "build\\u001b7", since 2026-11-20 09:00 UTC)')
    expect(takenIn(lockedBy(other, 25 * 3_600).file)).toBeLessThan(1_000)
  })

  it('takes over even if dead processes left locks on the lock itself', () => {
    const dead = { ...mine, started: 'another-boot:17', since }
    const { folder, file, path } = lockedBy(dead)
    writeFileSync(`${path}.lock`, JSON.stringify(dead))
    writeFileSync(`${path}.lock.lock`, JSON.stringify(dead))
    expect(takenIn(file)).toBeLessThan(1_000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('waits for a process that is taking over, then gives up', () => {
    const { file, path } = lockedBy({ ...mine, started: 'another-boot:17', since })
    writeFileSync(`${path}.lock`, JSON.stringify({ ...mine, since }))
    expect(faultOf(() => takeLock(file)).message).toBe(`"${file}" is in use by another run`)
  })

  it('does not follow a link with the name of the lock', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'victim'), 'precious')
    for (const target of ['victim', '/dev/zero', 'nowhere']) {
      symlinkSync(target, join(folder, '.r1.yaml.lock'))
      takenIn(join(folder, 'r1.yaml'))
    }
    expect(readdirSync(folder)).toEqual(['victim'])
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious')
  })

  it('never deletes the lock of another process', () => {
    const file = join(temporaryFolder(), 'r1.yaml')
    const path = join(file, '../.r1.yaml.lock')
    const lock = takeLock(file)
    writeFileSync(path, 'of another')
    lock.release()
    expect(readFileSync(path, 'utf8')).toBe('of another')
  })

  it('says why a lock cannot be taken', () => {
    const folder = temporaryFolder()
    expect(faultOf(() => takeLock(join(folder, 'no/r1.yaml'))).message).toBe(
      `The folder "${folder}/no" does not exist`,
    )
    expect(faultOf(() => takeLock(`/proc/r1.yaml`)).message).toMatch(
      /^Cannot lock "\/proc\/r1.yaml": /,
    )
  })

  it('makes a lock that other users may read', () => {
    const file = join(temporaryFolder(), 'r1.yaml')
    const lock = takeLock(file)
    expect(statSync(join(file, '../.r1.yaml.lock')).mode & 0o444).toBe(0o444)
    lock.release()
  })

  it('takes many locks without a warning about listeners, and releases all when the process ends', async () => {
    const folder = temporaryFolder()
    const program = script(
      folder,
      `import { takeLock } from './lock.ts'
      process.on('warning', (warning) => process.stdout.write(warning.message))
      for (let n = 0; n < 20; n++) takeLock(process.argv[2] + n)
      for (let n = 0; n < 20; n++) takeLock(process.argv[2] + 'x').release()
      setTimeout(() => process.exit(7), 20)`,
    )
    expect(await start(program, join(folder, 'r')).ended).toEqual({ code: 7, output: '' })
    expect(readdirSync(folder)).toEqual(['script.cjs'])
  })
})
