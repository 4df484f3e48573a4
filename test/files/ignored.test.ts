import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIgnoreFinder } from '../../src/files/ignored.ts'
import { findFiles } from '../../src/files/search.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A folder with these files; an empty list is a file that is only there. */
function folderWith(files: Readonly<Record<string, readonly string[]>>): string {
  const folder = temporaryFolder()
  for (const [path, lines] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true })
    writeFileSync(join(folder, path), lines.join('\n'))
  }
  return folder
}

/** What a search finds, from the folder. */
function found(folder: string): readonly string[] {
  const { files } = findFiles(folder, /^/, createIgnoreFinder(folder))
  return files.map((file) => file.slice(folder.length + 1))
}

const repository = { '.git/HEAD': [] }

describe('createIgnoreFinder', () => {
  it('goes by the files of the folder, those above it up to the repository, and .git/info/exclude', () => {
    const folder = folderWith({
      ...repository,
      '.git/info/exclude': ['mine.yaml', 'ours.yaml'],
      '.gitignore': ['draft-*', '!ours.yaml', '/top.yaml', '# plan.yaml', 'old/'],
      'a/.gitignore': ['*.json', '!draft-2.yaml', '/b/c.yaml'],
      'a/draft-1.yaml': [],
      'a/draft-2.yaml': [],
      'a/top.yaml': [],
      'a/b/c.yaml': [],
      'a/b/mine.yaml': [],
      'a/b/x.json': [],
      'a/old/plan.yaml': [],
      'mine.yaml': [],
      'ours.yaml': [],
      'plan.yaml': [],
      'top.yaml': [],
      'x.json': [],
    })
    expect(found(folder)).toEqual([
      'a/draft-2.yaml',
      'a/top.yaml',
      'ours.yaml',
      'plan.yaml',
      'x.json',
    ])
    expect(found(join(folder, 'a'))).toEqual(['draft-2.yaml', 'top.yaml'])
    expect(found(join(folder, 'a/b'))).toEqual([])
  })

  it('lets the folder that was named be ignored, and what is in an ignored folder', () => {
    const folder = folderWith({
      ...repository,
      '.gitignore': ['build/', '*.json'],
      'build/.gitignore': ['cache/'],
      'build/a.json': [],
      'build/cache/b.yaml': [],
      'build/deep/c.yaml': [],
    })
    expect(found(folder)).toEqual([])
    expect(found(join(folder, 'build'))).toEqual(['a.json', 'deep/c.yaml'])
    expect(found(join(folder, 'build/cache'))).toEqual(['b.yaml'])
    expect(found(join(folder, 'build/deep'))).toEqual(['c.yaml'])
  })

  it('outside a repository goes by the files in the folder that was named', () => {
    const folder = folderWith({
      '.gitignore': ['*.yaml'],
      'a/.gitignore': ['b.yaml'],
      'a/b.yaml': [],
      'a/c.yaml': [],
    })
    expect(found(join(folder, 'a'))).toEqual(['c.yaml'])
    expect(found(folder)).toEqual([])
  })

  it('leaves a repository inside another to itself', () => {
    const folder = folderWith({
      ...repository,
      '.gitignore': ['*.yaml'],
      'inner/.git': ['gitdir: ../.git/modules/inner'],
      'inner/.gitignore': ['b.yaml'],
      'inner/a.yaml': [],
      'inner/b.yaml': [],
    })
    expect(found(folder)).toEqual(['inner/a.yaml'])
  })

  it('follows the folder to where it is', () => {
    const folder = folderWith({ ...repository, '.gitignore': ['b.yaml'], 'a/b.yaml': [] })
    const elsewhere = temporaryFolder()
    symlinkSync(join(folder, 'a'), join(elsewhere, 'link'))
    expect(found(join(elsewhere, 'link'))).toEqual([])
  })

  it('tells capitals apart, and takes names for what they are', () => {
    const folder = folderWith({
      ...repository,
      '.gitignore': ['Plan.yaml'],
      'a [b] *!/.gitignore': ['x.yaml'],
      'a [b] *!/x.yaml': [],
      'a b c/x.yaml': [],
      'plan.yaml': [],
    })
    expect(found(folder)).toEqual(['a b c/x.yaml', 'plan.yaml'])
  })

  it.each([
    ['a link', (file: string) => symlinkSync('rules', file)],
    ['a folder', (file: string) => mkdirSync(file)],
    ['longer than 64 KiB', (file: string) => writeFileSync(file, `*.yaml\n#${'a'.repeat(65_536)}`)],
  ])('does not read a .gitignore that is %s', (_, make) => {
    const folder = folderWith({ ...repository, rules: ['*.yaml'], 'a.yaml': [] })
    make(join(folder, '.gitignore'))
    expect(found(folder)).toContain('a.yaml')
  })

  it('is quick where a pattern has many ways to fit', () => {
    const deep = 'a/'.repeat(120)
    const folder = folderWith({
      ...repository,
      '.gitignore': [`${'**/a/'.repeat(9)}b`, `${'*a'.repeat(40)}b`, 'c.yaml'],
      [`${deep}${'a'.repeat(200)}.yaml`]: [],
      [`${deep}c.yaml`]: [],
    })
    const start = performance.now()
    expect(found(folder)).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  it('finds what git finds', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'b.yaml')
    const part = fc.constantFrom('a', 'b', '*', '**', 'a*', '?', '[ab]', '*.yaml', 'b.yaml', '\\a')
    const line = fc
      .tuple(
        fc.constantFrom('', '', '!'),
        fc.constantFrom('', '/'),
        fc.array(part, { minLength: 1, maxLength: 3 }).filter(hasAtMostTwoStarPairs),
        fc.constantFrom('', '/', ' '),
      )
      .map(([sign, start, parts, end]) => `${sign}${start}${parts.join('/')}${end}`)
    const folders = fc.constantFrom('', 'a/', 'a/b/', 'ab/')
    const rules = fc.dictionary(folders, fc.array(line, { minLength: 1, maxLength: 4 }))
    const paths = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 4 }).map(toFile))
    fc.assert(
      fc.property(rules, paths, (byFolder, files) => {
        const folder = folderWith({
          ...Object.fromEntries(files.map((file) => [file, []])),
          ...Object.fromEntries(
            Object.entries(byFolder).map(([inside, lines]) => [`${inside}.gitignore`, lines]),
          ),
        })
        execFileSync('git', ['init', '-q'], { cwd: folder, env: onlyHere })
        expect({ byFolder, files: found(folder) }).toEqual({ byFolder, files: askGit(folder) })
      }),
      { numRuns: 60 },
    )
  })
})

/** More are left out of what is read. */
function hasAtMostTwoStarPairs(parts: readonly string[]): boolean {
  return parts.filter((part) => part === '**').length <= 2
}

/** Files are told apart from folders, so that no path is both. */
function toFile(names: readonly string[]): string {
  return `${names.join('/')}.json`
}

const onlyHere = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', HOME: '/nowhere' }

function askGit(folder: string): readonly string[] {
  const options = ['ls-files', '-z', '--others', '--exclude-standard']
  const listed = execFileSync('git', options, { cwd: folder, env: onlyHere, encoding: 'utf8' })
  return listed
    .split('\0')
    .filter((file) => file !== '' && !file.endsWith('.gitignore'))
    .toSorted()
}
