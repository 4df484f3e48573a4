import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import {
  exists,
  findFiles,
  findUpwards,
  isFolder,
  listFolderNames,
  makeFolder,
  resolveRealPath,
} from '../../src/files/search.ts'
import { faultOf, sayFault } from '../support/fault-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

function folderWith(...paths: readonly string[]): string {
  const folder = temporaryFolder()
  for (const path of paths) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  return folder
}

const start = process.cwd()
afterEach(() => process.chdir(start))

describe('findFiles', () => {
  it('finds our kinds of file in a folder and its subfolders, in code-unit order', () => {
    const paths = ['b.yaml', 'B.yml', 'a/z.json', 'a/b/c.md', 'a-b.yaml', 'ä.yaml', 'a.txt', 'yaml']
    const folder = folderWith(...paths)
    const found = ['B.yml', 'a-b.yaml', 'a/b/c.md', 'a/z.json', 'b.yaml', 'ä.yaml']
    expect(findFiles(folder)).toEqual({
      files: found.map((path) => `${folder}/${path}`),
      problems: [],
      skipped: [],
    })
  })

  it('skips dot names, node_modules and links, but not the named folder', () => {
    const kept = ['.hidden/a.yaml', '.hidden/.b.yaml', '.hidden/node_modules/c.yaml']
    const folder = folderWith(...kept, '.d.yaml.lock', '.e.yaml.12.tmp', 'x/.f.yaml')
    symlinkSync('.hidden/a.yaml', join(folder, 'link.yaml'))
    symlinkSync('..', join(folder, 'x/up'))
    expect(findFiles(folder)).toMatchObject({
      files: [],
      skipped: [`${folder}/link.yaml`, `${folder}/x/up`],
    })
    expect(findFiles(join(folder, '.hidden')).skipped).toEqual([`${folder}/.hidden/node_modules`])
    expect(findFiles(join(folder, '.hidden')).files).toEqual([`${folder}/.hidden/a.yaml`])
    expect(findFiles(join(folder, '.hidden/node_modules')).files).toHaveLength(1)
    symlinkSync('.hidden', join(folder, 'way'))
    expect(findFiles(join(folder, 'way')).files).toEqual([`${folder}/way/a.yaml`])
  })

  it('builds paths from the folder as it was given', () => {
    process.chdir(folderWith('responses/r1.yaml'))
    expect(findFiles('.').files).toEqual(['responses/r1.yaml'])
    expect(findFiles('responses').files).toEqual(['responses/r1.yaml'])
    expect(findFiles('./responses/').files).toEqual(['responses/r1.yaml'])
  })

  it('searches a folder with the name of a file', () => {
    const folder = folderWith('plan.yaml/deep.yaml')
    expect(findFiles(folder).files).toEqual([`${folder}/plan.yaml/deep.yaml`])
  })

  it('reports a folder that cannot be read, and still finds everything else', () => {
    const folder = folderWith('a.yaml')
    const { files, problems } = findFiles(join(folder, 'missing'))
    expect(files).toEqual([])
    expect(problems.map((problem) => sayFault(problem).message)).toEqual([
      `Cannot search "${folder}/missing": there is no such file or folder`,
    ])
  })

  it.skipIf(process.getuid?.() === 0)('reports a folder inside that may not be read', () => {
    const folder = folderWith('a/1.yaml', 'b/2.yaml')
    chmodSync(join(folder, 'a'), 0)
    const { files, problems } = findFiles(folder)
    chmodSync(join(folder, 'a'), 0o755)
    expect(files).toEqual([`${folder}/b/2.yaml`])
    expect(problems.map((problem) => sayFault(problem).message)).toEqual([
      `Cannot search "${folder}/a": permission is denied`,
    ])
  })

  it('searches as deep as the system allows', () => {
    const folder = temporaryFolder()
    const deep = join(folder, ...Array.from({ length: 900 }, () => 'd'))
    mkdirSync(deep, { recursive: true })
    writeFileSync(join(deep, 'a.yaml'), '')
    expect(findFiles(folder).files).toEqual([`${deep}/a.yaml`])
  })
})

describe('findUpwards', () => {
  it('finds the nearest file of that name, from a folder, a file or a missing path', () => {
    const folder = folderWith('accordant.yaml', 'a/accordant.yaml', 'a/b/plan.yaml', 'c/d.yaml')
    const near = `${folder}/a/accordant.yaml`
    for (const from of ['a', 'a/b', 'a/b/plan.yaml', 'a/b/none.yaml', 'a/accordant.yaml']) {
      expect(findUpwards(join(folder, from), 'accordant.yaml')).toBe(near)
    }
    expect(findUpwards(join(folder, 'c/d.yaml'), 'accordant.yaml')).toBe(`${folder}/accordant.yaml`)
  })

  it('returns a relative path for a relative path', () => {
    const folder = folderWith('accordant.yaml', 'a/b/plan.yaml')
    process.chdir(join(folder, 'a'))
    expect(findUpwards('b/plan.yaml', 'accordant.yaml')).toBe('../accordant.yaml')
    expect(findUpwards('.', 'accordant.yaml')).toBe('../accordant.yaml')
    process.chdir(folder)
    expect(findUpwards('a', 'accordant.yaml')).toBe('accordant.yaml')
    expect(findUpwards('', 'accordant.yaml')).toBe('accordant.yaml')
  })

  it('stops at a name that cannot be read, so that reading reports it', () => {
    const folder = folderWith('a/accordant.yaml/x')
    expect(findUpwards(join(folder, 'a'), 'accordant.yaml')).toBe(
      join(folder, 'a', 'accordant.yaml'),
    )
  })

  it('stops at the root', () => {
    expect(findUpwards('/', 'no-such-name.yaml')).toBeNull()
  })
})

describe('exists, isFolder, makeFolder, listFolderNames and resolveRealPath', () => {
  it('distinguish a folder, a file, a link and nothing', () => {
    const folder = folderWith('file')
    symlinkSync('nowhere', join(folder, 'dangling'))
    symlinkSync('.', join(folder, 'link'))
    const seen = ['', 'file', 'dangling', 'link', 'none', 'file/none', 'a\0b'].map((name) => {
      const path = join(folder, name)
      return [exists(path), isFolder(path)]
    })
    expect(seen).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [true, true],
      [false, false],
      [false, false],
      [false, false],
    ])
  })

  it('make a folder and its parents, even when called twice', () => {
    const folder = temporaryFolder()
    makeFolder(join(folder, 'a/b'))
    makeFolder(join(folder, 'a/b'))
    expect(readdirSync(join(folder, 'a'))).toEqual(['b'])
  })

  it('list the names in a folder, and none for a missing folder', () => {
    const folder = folderWith('b', 'B', '.a/c')
    expect(listFolderNames(folder)).toEqual(['.a', 'B', 'b'])
    expect(listFolderNames(join(folder, 'none'))).toEqual([])
  })

  it('follow links to the real path', () => {
    const folder = folderWith('a/file')
    symlinkSync('a', join(folder, 'link'))
    expect(resolveRealPath(join(folder, 'link/file'))).toBe(`${folder}/a/file`)
    expect(resolveRealPath(join(folder, 'none'))).toBe(`${folder}/none`)
  })

  it('say why a folder cannot be made', () => {
    const folder = folderWith('file')
    const messages = ['file', 'file/a'].map(
      (name) => faultOf(() => makeFolder(join(folder, name))).message,
    )
    expect(messages).toEqual([
      `Cannot make the folder "${folder}/file": something else has that name`,
      `Cannot make the folder "${folder}/file/a": part of its path is not a folder`,
    ])
  })
})
