import { appendFileSync, renameSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readInput } from '../../src/files/read-input.ts'
import { faultOf } from '../support/fault-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What somebody else does behind each piece that is read. */
const others = vi.hoisted(() => ({ act: (): void => undefined }))

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const readSync = (file: number, buffer: NodeJS.ArrayBufferView) => {
    const length = real.readSync(file, buffer)
    others.act()
    return length
  }
  return { ...real, readSync }
})

const text = 'accordant: plan/1\n'.repeat(10_000)

function aFile(): string {
  const file = join(temporaryFolder(), 'plan.yaml')
  writeFileSync(file, text)
  return file
}

/** The first `count` times. */
function times(count: number, act: () => void): () => void {
  let left = count
  return () => {
    if (left-- > 0) act()
  }
}

beforeEach(() => {
  others.act = () => undefined
})

describe('A file that keeps changing while it is read', () => {
  const changes: readonly (readonly [string, (file: string) => void, string])[] = [
    ['grows', (file) => appendFileSync(file, 'more'), `${text}more`],
    ['shrinks', (file) => truncateSync(file, 100), text.slice(0, 100)],
    ['is written anew', (file) => writeFileSync(file, 'b'.repeat(7)), 'b'.repeat(7)],
  ]

  it.each(changes)('is read again, as a whole: it %s', (_, change, expected) => {
    const file = aFile()
    others.act = times(1, () => change(file))
    expect(String(readInput(file)) === expected).toBe(true)
  })

  it('is refused if it never stops changing', () => {
    const file = aFile()
    let second = 0
    others.act = () => utimesSync(file, second, second++)
    const { message, exit } = faultOf(() => readInput(file))
    expect([message, exit]).toEqual([`"${file}" keeps changing while it is read`, 2])
  })

  it('is read as it was if another file takes its name', () => {
    const file = aFile()
    writeFileSync(`${file}.new`, 'b')
    others.act = times(1, () => renameSync(`${file}.new`, file))
    expect(String(readInput(file))).toBe(text)
  })
})
