import { linkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findInput, noteInput, trackInputs } from '../../src/files/inputs.ts'
import { lookInto, readInput, readInputChunks, readOutput } from '../../src/files/read-input.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder with `plan.yaml` and other names for it. */
function aPlan() {
  const folder = temporaryFolder()
  const plan = join(folder, 'plan.yaml')
  writeFileSync(plan, 'a')
  return { folder, plan }
}

describe('findInput', () => {
  it.each([
    ['its own name', ({ plan }: ReturnType<typeof aPlan>) => plan],
    ['a way round', ({ folder }) => `${folder}/./plan.yaml`],
    ['a path from the current folder', ({ plan }) => relative('', plan)],
    [
      'a link',
      ({ folder, plan }) => {
        symlinkSync(plan, join(folder, 'link'))
        return join(folder, 'link')
      },
    ],
    [
      'a link to its folder',
      ({ folder }) => {
        symlinkSync(folder, join(folder, 'round'))
        return join(folder, 'round', 'plan.yaml')
      },
    ],
    [
      'a hard link',
      ({ folder, plan }) => {
        linkSync(plan, join(folder, 'hard'))
        return join(folder, 'hard')
      },
    ],
  ])('finds a file that was read by %s', (_, name) => {
    const made = aPlan()
    const other = name(made)
    trackInputs(() => {
      readInput(made.plan)
      expect(findInput(other)).toBe(made.plan)
    })
  })

  it('finds a file that was read piece by piece', () => {
    const { plan } = aPlan()
    trackInputs(() => {
      expect([...readInputChunks(plan)]).toHaveLength(1)
      expect(findInput(plan)).toBe(plan)
    })
  })

  it('finds no other file, though it says the same', () => {
    const { folder, plan } = aPlan()
    writeFileSync(join(folder, 'other'), 'a')
    trackInputs(() => {
      readInput(plan)
      expect(findInput(join(folder, 'other'))).toBeNull()
      expect(findInput(join(folder, 'none'))).toBeNull()
      expect(findInput(folder)).toBeNull()
    })
  })

  it('finds no file that was only looked into', () => {
    const { plan } = aPlan()
    trackInputs(() => {
      lookInto(plan)
      readOutput(plan)
      expect(findInput(plan)).toBeNull()
    })
  })

  it('keeps the inputs of runs apart that run at once', async () => {
    const { folder, plan } = aPlan()
    const other = join(folder, 'other')
    writeFileSync(other, 'b')
    const readAndFind = (file: string) =>
      trackInputs(async () => {
        noteInput(file)
        await Promise.resolve()
        return [findInput(plan), findInput(other)]
      })
    expect(await Promise.all([readAndFind(plan), readAndFind(other)])).toEqual([
      [plan, null],
      [null, other],
    ])
    expect(findInput(plan)).toBeNull()
  })
})
