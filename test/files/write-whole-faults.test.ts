import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/files/write-whole.ts'
import { faultOf, type SaidFault, sayFault } from '../support/fault-of.ts'
import { type Failure, failingDisk } from './failing-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

const oldText = 'old\n'.repeat(100)
const newText = 'new\n'.repeat(5_000)

const errors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EDQUOT', 'EINTR']
const failures: readonly Failure[] = [...errors, { writes: 7_000 }, { writes: 1 }, { writes: 0 }]
const targets = [
  ['a new file', null],
  ['an existing file', 0o600],
  ['an existing file with a mode of its own', 0o644],
] as const

/** Two dead processes' temporary files, so that cleaning is among the calls that fail. */
function prepared(bits: number | null): { readonly folder: string; readonly file: string } {
  const folder = temporaryFolder()
  const file = join(folder, 'plan.yaml')
  if (bits !== null) writeFileSync(file, oldText, { mode: bits })
  for (const pid of [4_194_400, 4_194_401])
    writeFileSync(join(folder, `.plan.yaml.${pid}.tmp`), 'half')
  return { folder, file }
}

function save(file: string, disk: Parameters<typeof writeWhole>[2]): SaidFault | null {
  try {
    writeWhole(file, newText, disk)
    return null
  } catch (error) {
    return sayFault(error)
  }
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

describe.each(targets)('writeWhole to %s, when a call fails', (_, bits) => {
  const { disk, calls } = failingDisk(() => null)

  it('makes only a few calls', () => {
    writeWhole(prepared(bits).file, newText, disk)
    expect(calls.length).toBeGreaterThan(10)
    expect(calls.length).toBeLessThan(25)
  })

  it.each(failures)('leaves the old file or the new one whole: %o', (failure) => {
    for (let k = 1; k <= calls.length; k++) {
      const { folder, file } = prepared(bits)
      const broken = failingDisk((index) => (index === k ? failure : null))
      const fault = save(file, broken.disk)
      const context = `call ${k}, ${broken.calls[k - 1]}: ${fault?.message}`
      expect(textOf(file), context).toBe(fault === null ? newText : bits === null ? null : oldText)
      if (fault !== null) {
        expect(fault.exit).toBe(2)
        expect(fault.hint, context).toMatch(/^Nothing was changed\. [A-Z]/)
      }
      const unharmed = ['readdirSync', 'unlinkSync', 'statSync', 'realpathSync', 'lstatSync']
      if (!unharmed.includes(broken.calls[k - 1] ?? '')) {
        expect(readdirSync(folder), context).toEqual(textOf(file) === null ? [] : ['plan.yaml'])
      }
    }
  })

  it.each(errors)('leaves the file whole when every call from the k-th on fails: %s', (code) => {
    for (let k = 1; k <= calls.length; k++) {
      const { file } = prepared(bits)
      const fault = save(file, failingDisk((index) => (index >= k ? code : null)).disk)
      expect(textOf(file)).toBe(fault === null ? newText : bits === null ? null : oldText)
    }
  })
})

describe('writeWhole', () => {
  it('continues after short writes and interruptions', () => {
    for (const failure of ['EINTR', { writes: 3_000 }] as const) {
      const { file } = prepared(0o644)
      const { disk, calls } = failingDisk((_, name) =>
        name === 'writeSync' && calls.filter((call) => call === name).length <= 3 ? failure : null,
      )
      writeWhole(file, newText, disk)
      expect(textOf(file) === newText).toBe(true)
    }
  })

  it('gives up on a disk that is always interrupted, or accepts nothing', () => {
    for (const failure of ['EINTR', { writes: 0 }] as const) {
      const { file } = prepared(0o644)
      const { disk } = failingDisk((_, name) => (name === 'writeSync' ? failure : null))
      expect(save(file, disk)?.exit).toBe(2)
      expect(textOf(file)).toBe(oldText)
    }
  })

  it('notices a disk that only claims to have written', () => {
    const { file } = prepared(0o644)
    const { disk } = failingDisk(() => null)
    const forgetful = { ...disk, writeSync: () => Buffer.byteLength(newText) }
    expect(save(file, forgetful)?.message).toMatch(/: the disk reports an error$/)
    expect(textOf(file)).toBe(oldText)
  })

  it('saves even if a folder cannot be synced', () => {
    const { file } = prepared(null)
    const { disk } = failingDisk(() => null)
    let synced = 0
    const fsyncSync = (descriptor: number) => {
      if (++synced === 2) throw Object.assign(new Error(), { code: 'EINVAL' })
      disk.fsyncSync(descriptor)
    }
    writeWhole(file, newText, { ...disk, fsyncSync })
    expect(synced).toBe(2)
    expect(textOf(file)).toBe(newText)
  })

  it('rethrows an error of our own code unchanged', () => {
    const { disk } = failingDisk(() => null)
    const renameSync = () => {
      throw new TypeError('a bug')
    }
    const { file } = prepared(null)
    expect(() => writeWhole(file, newText, { ...disk, renameSync })).toThrow(TypeError)
  })

  it.each([
    ['ENOSPC', 'the disk is full', 'Free some space, or choose another place'],
    ['EACCES', 'permission is denied', 'Check who may read and write there'],
    ['EROFS', 'the disk is read-only', 'Choose another place'],
    ['EWEIRD', 'the system reports EWEIRD', 'Try again'],
  ])('explains %s and says what to do', (code, reason, cure) => {
    const { file } = prepared(0o644)
    const { disk } = failingDisk((_, name) => (name === 'writeSync' ? code : null))
    const fault = faultOf(() => writeWhole(file, newText, disk))
    expect(fault.message).toBe(`Cannot save "${file}": ${reason}`)
    expect(fault.hint).toBe(`Nothing was changed. ${cure}`)
  })
})
