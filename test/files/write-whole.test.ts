import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/files/write-whole.ts'
import { faultOf } from '../support/fault-of.ts'
import { failingDisk } from './failing-disk.ts'
import { script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const mode = (path: string) => statSync(path).mode & 0o7777

describe('writeWhole', () => {
  it('writes a new file and leaves no other file behind', () => {
    const folder = temporaryFolder()
    writeWhole(join(folder, 'plan.yaml'), 'name: Nordwind–Contoso\n')
    expect(readdirSync(folder)).toEqual(['plan.yaml'])
    expect(readFileSync(join(folder, 'plan.yaml'), 'utf8')).toBe('name: Nordwind–Contoso\n')
  })

  it('writes an empty text, and a large one', () => {
    const file = join(temporaryFolder(), 'plan.yaml')
    for (const text of ['', 'é'.repeat(3_000_000), 'x']) {
      writeWhole(file, text)
      expect(readFileSync(file, 'utf8') === text).toBe(true)
    }
  })

  it('makes a new file private to its owner, whatever the umask', () => {
    const file = join(temporaryFolder(), 'r1.yaml')
    const { disk } = failingDisk(() => null)
    const modes: unknown[] = []
    const openSync: typeof disk.openSync = (path, flags, asked) => {
      modes.push([flags, asked])
      return disk.openSync(path, flags, asked)
    }
    writeWhole(file, 'x', { ...disk, openSync })
    expect(modes[0]).toEqual(['wx', 0o600])
    expect(mode(file)).toBe(0o600)
  })

  it.each([0o644, 0o664, 0o600, 0o400, 0o755])('keeps the mode %o of an existing file', (bits) => {
    const file = join(temporaryFolder(), 'plan.yaml')
    writeFileSync(file, 'old')
    chmodSync(file, bits)
    writeWhole(file, 'new')
    expect(mode(file)).toBe(bits)
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it.runIf(process.getuid?.() === 0)('keeps the owner of an existing file', () => {
    const file = join(temporaryFolder(), 'plan.yaml')
    writeFileSync(file, 'old', { mode: 0o640 })
    chownSync(file, 1234, 2345)
    writeWhole(file, 'new')
    expect(statSync(file)).toMatchObject({ uid: 1234, gid: 2345 })
    expect(mode(file)).toBe(0o640)
  })

  it('saves even if the owner cannot be kept, and keeps the group if it can', () => {
    const file = join(temporaryFolder(), 'plan.yaml')
    writeFileSync(file, 'old')
    const { disk } = failingDisk(() => null)
    const asked: number[] = []
    const statOfOther = ((path: string, options: object) =>
      Object.assign(disk.statSync(path, options) ?? {}, { uid: 77_777 })) as typeof disk.statSync
    const fchownSync = (_: number, uid: number) => {
      asked.push(uid)
      throw Object.assign(new Error(), { code: 'EPERM' })
    }
    writeWhole(file, 'new', { ...disk, statSync: statOfOther, fchownSync })
    expect(asked).toEqual([77_777, -1])
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('writes through a link to its target, with the temporary file beside the target', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    writeFileSync(join(folder, 'real/plan.yaml'), 'old')
    symlinkSync('real/plan.yaml', join(folder, 'second'))
    symlinkSync('second', join(folder, 'first'))
    const { disk } = failingDisk(() => null)
    const opened: string[] = []
    const openSync: typeof disk.openSync = (path, flags, asked) => {
      opened.push(String(path))
      return disk.openSync(path, flags, asked)
    }
    writeWhole(join(folder, 'first'), 'new', { ...disk, openSync })
    expect(opened).toEqual([
      join(folder, `real/.plan.yaml.${process.pid}.tmp`),
      join(folder, 'real'),
    ])
    expect(readFileSync(join(folder, 'real/plan.yaml'), 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['first', 'real', 'second'])
  })

  it('writes into a folder behind a link', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    symlinkSync('real', join(folder, 'link'))
    writeWhole(join(folder, 'link/plan.yaml'), 'new')
    expect(readFileSync(join(folder, 'real/plan.yaml'), 'utf8')).toBe('new')
  })

  it('leaves the old text under the other names of a hard-linked file', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'old')
    linkSync(join(folder, 'a'), join(folder, 'b'))
    writeWhole(join(folder, 'a'), 'new')
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('old')
  })

  it('never follows a link with the temporary name', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'victim'), 'precious')
    symlinkSync('victim', join(folder, `.plan.yaml.${process.pid}.tmp`))
    writeWhole(join(folder, 'plan.yaml'), 'new')
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('precious')
    expect(readdirSync(folder)).toEqual(['plan.yaml', 'victim'])
  })

  it('refuses a broken link and leaves it unchanged', () => {
    const folder = temporaryFolder()
    symlinkSync('nowhere', join(folder, 'plan.yaml'))
    const fault = faultOf(() => writeWhole(join(folder, 'plan.yaml'), 'new'))
    expect(fault.message).toBe(`"${folder}/plan.yaml" is a link to a file that does not exist`)
    expect(readdirSync(folder)).toEqual(['plan.yaml'])
  })

  it('refuses links in a circle', () => {
    const folder = temporaryFolder()
    symlinkSync('b', join(folder, 'a'))
    symlinkSync('a', join(folder, 'b'))
    expect(faultOf(() => writeWhole(join(folder, 'a'), 'new'))).toMatchObject({
      message: `Cannot save "${folder}/a": its links lead in a circle`,
      hint: 'Nothing was changed. Name the file itself',
      exit: 2,
    })
  })

  it.each([
    ['a folder', 'folder', 'it is a folder'],
    ['a file as a folder', 'file/plan.yaml', 'part of its path is not a folder'],
    ['a name too long', 'x'.repeat(300), 'its name is too long'],
    ['a name whose temporary name is too long', 'x'.repeat(250), 'its name is too long'],
    ['a zero character', 'a\0b', 'its name contains a character that is not allowed'],
  ])('refuses the target %s', (_, name, reason) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'folder'))
    writeFileSync(join(folder, 'file'), '')
    const fault = faultOf(() => writeWhole(join(folder, name), 'new'))
    expect(fault.message).toBe(`Cannot save "${folder}/${name}": ${reason}`)
    expect(fault.exit).toBe(2)
    expect(readdirSync(folder)).toEqual(['file', 'folder'])
  })

  it('names a missing folder', () => {
    const folder = temporaryFolder()
    const fault = faultOf(() => writeWhole(join(folder, 'no/plan.yaml'), 'new'))
    expect(fault.message).toBe(`The folder "${folder}/no" does not exist`)
  })

  it('writes to a pipe or device without replacing it', () => {
    writeWhole('/dev/null', 'gone')
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    const program = script(
      temporaryFolder(),
      `import { writeWhole } from './write-whole.ts'
      writeWhole('/dev/stdout', 'to a pipe')`,
    )
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" | cat`])
    expect(String(piped.stdout)).toBe('to a pipe')
  })

  it('does not claim that nothing changed when a device fails', () => {
    const { disk } = failingDisk((_, name) => (name === 'writeSync' ? 'EIO' : null))
    const fault = faultOf(() => writeWhole('/dev/null', 'gone', disk))
    expect(fault.message).toBe('Cannot write to "/dev/null": the disk reports an error')
    expect(fault.hint).toBe('Check the disk, or choose another place')
  })

  it('removes only the temporary files of dead processes', async () => {
    const folder = temporaryFolder()
    const { child, ended } = start(script(folder, ''))
    await ended
    const others = [
      `.plan.yaml.${process.ppid}.tmp`,
      `.plan.yaml.x${child.pid}.tmp`,
      `.other.yaml.${child.pid}.tmp`,
      `plan.yaml.${child.pid}.tmp`,
    ]
    const leftOvers = [`.plan.yaml.${child.pid}.tmp`, `.plan.yaml.${process.pid}.tmp`]
    for (const name of [...others, ...leftOvers]) writeFileSync(join(folder, name), 'half')
    writeWhole(join(folder, 'plan.yaml'), 'new')
    expect(readdirSync(folder)).toEqual([...others, 'plan.yaml', 'script.cjs'].sort())
  })
})
