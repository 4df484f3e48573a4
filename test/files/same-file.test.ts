import { linkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { identifyFile, refuseSharedFile } from '../../src/files/same-file.ts'
import { faultOf } from '../support/fault-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('identifyFile', () => {
  it('is the same for all names of a file that is not there yet', () => {
    const folder = temporaryFolder()
    symlinkSync(folder, join(folder, 'round'))
    const id = identifyFile(join(folder, 'new'))
    expect(identifyFile(`${folder}/./new`)).toBe(id)
    expect(identifyFile(join(folder, 'round', 'new'))).toBe(id)
    expect(identifyFile(join(folder, 'newer'))).not.toBe(id)
  })

  it('is another for two files with the same text', () => {
    const folder = temporaryFolder()
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), 'same')
    expect(identifyFile(join(folder, 'a'))).not.toBe(identifyFile(join(folder, 'b')))
  })

  it('answers for a path that leads nowhere', () => {
    expect(identifyFile('/nowhere/at/all')).toBe('/nowhere/at/all')
    expect(identifyFile('a\0b')).toBe(join(process.cwd(), 'a\0b'))
  })
})

describe('refuseSharedFile', () => {
  it('accepts files of their own', () => {
    const folder = temporaryFolder()
    expect(() => refuseSharedFile([])).not.toThrow()
    expect(() => refuseSharedFile([join(folder, 'a'), join(folder, 'b')])).not.toThrow()
  })

  it('names a file that appears twice', () => {
    expect(faultOf(() => refuseSharedFile(['b', 'a', 'c', 'a']))).toEqual({
      message: 'Two outputs would be written to "a"',
      hint: 'Nothing was written. Give each output a file of its own',
      exit: 2,
    })
  })

  it('names both names of a file', () => {
    const folder = temporaryFolder()
    const [a, b] = [join(folder, 'a'), join(folder, 'b')]
    writeFileSync(a, '')
    linkSync(a, b)
    expect(faultOf(() => refuseSharedFile([a, b])).message).toBe(
      `"${a}" and "${b}" are the same file, and two outputs would be written to it`,
    )
  })
})
