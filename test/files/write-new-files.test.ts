import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeNewFiles } from '../../src/files/write-whole.ts'
import { faultOf, sayFault } from '../support/fault-of.ts'
import { type Failure, failingDisk } from './failing-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

const texts = { a: 'a\n'.repeat(3_000), b: 'é', c: '' }

function filesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).map(([name, text]) => [join(folder, name), text]))
}

/** What is in the folder, hidden files too. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

describe('writeNewFiles', () => {
  it('writes all files, each for its owner alone, and leaves nothing else', () => {
    const folder = temporaryFolder()
    writeNewFiles(filesIn(folder))
    expect(contentOf(folder)).toEqual(texts)
    for (const name of Object.keys(texts)) expect(statSync(join(folder, name)).nlink).toBe(1)
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600)
  })

  it.each(['a', 'b', 'c'])('replaces no file, and then writes none: %s is taken', (taken) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, taken), 'mine')
    expect(faultOf(() => writeNewFiles(filesIn(folder)))).toMatchObject({
      message: `Cannot save "${join(folder, taken)}": something else has that name`,
      hint: 'Nothing was changed. Move it away, or choose another name',
      exit: 2,
    })
    expect(contentOf(folder)).toEqual({ [taken]: 'mine' })
  })

  it('replaces no link to nowhere', () => {
    const folder = temporaryFolder()
    symlinkSync('nowhere', join(folder, 'b'))
    expect(faultOf(() => writeNewFiles(filesIn(folder))).message).toMatch(/has that name$/)
    expect(readdirSync(folder)).toEqual(['b'])
  })

  it.each(['EPERM', 'ENOTSUP', 'ENOSPC', 'EMLINK'])(
    'renames where the disk makes no links: %s',
    (code) => {
      const { disk } = failingDisk((_, name) => (name === 'linkSync' ? code : null))
      const folder = temporaryFolder()
      writeNewFiles(filesIn(folder), disk)
      expect(contentOf(folder)).toEqual(texts)
      expect(faultOf(() => writeNewFiles(filesIn(folder), disk)).hint).toMatch(
        /^Nothing was changed/,
      )
      expect(contentOf(folder)).toEqual(texts)
    },
  )

  const failures: readonly Failure[] = [
    ...['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'EDQUOT', 'EINTR'],
    ...[{ writes: 1_000 }, { writes: 0 }],
  ]
  const { disk: whole, calls } = failingDisk(() => null)

  it('makes only a few calls', () => {
    writeNewFiles(filesIn(temporaryFolder()), whole)
    expect(calls.length).toBeGreaterThan(20)
    expect(calls.length).toBeLessThan(40)
  })

  it.each(failures)('writes all files or none when a call fails: %o', (failure) => {
    for (let k = 1; k <= calls.length; k++) {
      const folder = temporaryFolder()
      const broken = failingDisk((index) => (index === k ? failure : null))
      const fault = catchFault(() => writeNewFiles(filesIn(folder), broken.disk))
      const context = `call ${k}, ${broken.calls[k - 1]}: ${fault?.message}`
      const left = Object.entries(contentOf(folder)).filter(([name]) => !name.startsWith('.'))
      expect(Object.fromEntries(left), context).toEqual(fault === null ? texts : {})
      if (fault !== null) expect(fault.hint, context).toMatch(/^Nothing was changed\. [A-Z]/)
      if (broken.calls[k - 1] !== 'unlinkSync')
        expect(readdirSync(folder), context).toHaveLength(left.length)
    }
  })

  it.each(['ENOSPC', 'EIO', 'EROFS'])(
    'says so when the disk fails for good and some files cannot be removed: %s',
    (code) => {
      let some = 0
      for (let k = 1; k <= calls.length; k++) {
        const folder = temporaryFolder()
        const { disk } = failingDisk((index) => (index >= k ? code : null))
        const fault = catchFault(() => writeNewFiles(filesIn(folder), disk))
        const left = readdirSync(folder).filter((name) => !name.startsWith('.'))
        for (const name of left)
          expect(readFileSync(join(folder, name), 'utf8')).toBe(texts[name as keyof typeof texts])
        if (fault === null) expect(left).toHaveLength(3)
        else if (left.length === 0) expect(fault.hint).toMatch(/^Nothing was changed\. /)
        else {
          some += 1
          expect(fault.hint).toMatch(
            /^Some of the files are written and cannot be removed; run it again to write the others\. /,
          )
        }
      }
      expect(some).toBeGreaterThan(0)
    },
  )
})

function catchFault(action: () => void) {
  try {
    action()
    return null
  } catch (error) {
    return sayFault(error)
  }
}
