import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInput, readInputChunks } from '../../src/files/read-input.ts'
import { faultOf } from '../support/fault-of.ts'
import { script, start } from './script.ts'
import { temporaryFolder } from './temporary-folder.ts'

const limit = 5 * 1024 * 1024

describe('readInput', () => {
  it('returns the bytes unchanged', () => {
    const file = join(temporaryFolder(), 'plan.yaml')
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0, 0xff, 0x0d, 0x0a])
    writeFileSync(file, bytes)
    expect(Buffer.from(readInput(file)).equals(bytes)).toBe(true)
    writeFileSync(file, '')
    expect(readInput(file)).toHaveLength(0)
  })

  it('reads through a link, and a file without a size', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a'), 'text')
    symlinkSync('a', join(folder, 'b'))
    expect(String(readInput(join(folder, 'b')))).toBe('text')
    expect(readInput('/proc/self/stat').length).toBeGreaterThan(10)
  })

  it.each([
    [limit - 1, limit - 1],
    [limit, limit],
    [limit + 1, limit + 1],
    [limit * 100, limit + 1],
  ])('reads, from a file of %i bytes, the first %i', (size, read) => {
    const file = join(temporaryFolder(), 'plan.yaml')
    writeFileSync(file, '')
    truncateSync(file, size)
    expect(readInput(file)).toHaveLength(read)
  })

  it.each([
    ['plan.yml', 'plan.yaml'],
    ['Plan.yaml', 'plan.yaml'],
    ['plan', 'plan.yaml'],
    ['palns.yaml', 'plan.yaml'],
    ['paln.yaml', 'plan.yaml'],
    ['pln.yaml', 'plan.yaml'],
    ['plaan.yaml', 'plan.yaml'],
    ['plam.yaml', 'plan.yaml'],
    ['other.yaml', null],
    ['sub/plan.yaml', null],
  ])('for the missing %s, suggests the file %s', (name, meant) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'plan.yaml'), '')
    writeFileSync(join(folder, '.plan.yaml.lock'), '')
    const fault = faultOf(() => readInput(join(folder, name)))
    expect(fault.message).toBe(`"${join(folder, name)}" does not exist`)
    expect(fault.hint).toBe(
      meant === null ? 'Check the path' : `Did you mean "${folder}/${meant}"?`,
    )
    expect(fault.exit).toBe(2)
  })

  it('refuses a folder, a device and a pipe, and never waits for them', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sub'))
    spawnSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync('/dev/zero', join(folder, 'zero.yaml'))
    const zero = `sub/${relative(join(folder, 'sub'), '/dev/zero')}`
    const messages = ['sub', 'pipe', 'zero.yaml', zero].map(
      (name) => faultOf(() => readInput(`${folder}/${name}`)).message,
    )
    expect(messages).toEqual([
      `"${folder}/sub" is a folder`,
      `"${folder}/pipe" is not a regular file`,
      `"${folder}/zero.yaml" is not a regular file`,
      `"${folder}/${zero}" is not a regular file`,
    ])
  })

  it('says why a path does not exist', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    symlinkSync('loop', join(folder, 'loop'))
    const reasons = ['file/x', 'loop', 'x'.repeat(300), 'a\0b'].map(
      (name) => faultOf(() => readInput(join(folder, name))).message.split(': ')[1],
    )
    expect(reasons).toEqual([
      'part of its path is not a folder',
      'its links lead in a circle',
      'its name is too long',
      'its name contains a character that is not allowed',
    ])
  })

  it('reports a failed read', () => {
    expect(faultOf(() => readInput('/proc/self/mem')).message).toBe(
      'Cannot read "/proc/self/mem": the disk reports an error',
    )
  })
})

describe('readInputChunks', () => {
  it('returns a large file piece by piece', () => {
    const file = join(temporaryFolder(), 'answers.csv')
    writeFileSync(file, Buffer.alloc(limit * 3, 'row\n'))
    const pieces = [...readInputChunks(file)]
    expect(pieces.length).toBeGreaterThan(100)
    expect(Buffer.concat(pieces).equals(Buffer.alloc(limit * 3, 'row\n'))).toBe(true)
  })
})

describe('readStdin', () => {
  const program = (folder: string) =>
    script(
      folder,
      `import { readStdin } from './read-input.ts'
      const bytes = readStdin()
      process.stdout.write(bytes.length + ' ' + bytes.subarray(0, 9).toString())`,
    )

  it('reads late input, in parts, to the end', async () => {
    const { child, ended } = start(program(temporaryFolder()))
    for (const part of ['one ', 'two ', 'three']) {
      child.stdin?.write(part)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    child.stdin?.end()
    expect(await ended).toEqual({ code: 0, output: '13 one two t' })
  })

  it.each([
    ['</dev/null', '0 '],
    ['</dev/zero', `${limit + 1} \0\0\0\0\0\0\0\0\0`],
    ['<&-', '0 '],
  ])('reads %s', (redirection, output) => {
    const command = `"${process.execPath}" "${program(temporaryFolder())}" ${redirection}`
    const run = spawnSync('sh', ['-c', command], { timeout: 20_000 })
    expect([String(run.stderr), String(run.stdout)]).toEqual(['', output])
  })

  it('waits even if its input is non-blocking', () => {
    const node = `"${process.execPath}" "${program(temporaryFolder())}"`
    const unblock = `python3 -c 'import os; os.set_blocking(0, False)'`
    const run = spawnSync('bash', ['-c', `(sleep 0.5; echo late) | (${unblock}; ${node})`])
    expect(String(run.stdout)).toBe('5 late\n')
  })
})
