import { lstatSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { ignoreDiskErrors } from './disk-fault.ts'
import { addIgnoreRules, type IgnoreRules } from './ignore-rules.late.ts'
import { exists, resolveRealPath } from './search.ts'

/**
 * Tells what git ignores in a folder that somebody named: by the `.gitignore` files from the root of its repository down, and by
 * `.git/info/exclude`. Outside a repository the `.gitignore` files in the folder itself count. Where git ignores the named folder,
 * only the `.gitignore` files in it count, as it is searched all the same. A path in an ignored folder need not be asked for.
 */
export function createIgnoreFinder(named: string): (path: string, isFolder: boolean) => boolean {
  const home = resolveRealPath(resolve(named))
  const root = findRepository(home) ?? home
  const known = new Map([[dirname(root), noRules]])
  const here = collectRules(home, known)
  if (isMatch(here, home, true)) known.set(home, addRules(noRules, home, '.gitignore'))
  return (path, isFolder) => {
    const inside = relative(named, path)
    if (inside === '' || inside.startsWith('..')) return false
    const place = join(home, inside)
    return isMatch(collectRules(dirname(place), known), place, isFolder)
  }
}

interface FolderRules {
  /** Where the patterns begin. */
  readonly root: string
  readonly rules: IgnoreRules | null
}

const noRules: FolderRules = { root: '', rules: null }

/** The rules in force in a folder. A repository in another one has only its own. */
function collectRules(folder: string, known: Map<string, FolderRules>): FolderRules {
  const unknown: string[] = []
  let at = folder
  for (; !known.has(at); at = dirname(at)) unknown.push(at)
  let rules = known.get(at) ?? noRules
  for (const each of unknown.reverse()) {
    const isRepository = exists(join(each, '.git'))
    const outer = isRepository ? addRules(noRules, each, '.git/info/exclude') : rules
    rules = addRules(outer, each, '.gitignore')
    known.set(each, rules)
  }
  return rules
}

function addRules(before: FolderRules, folder: string, name: string): FolderRules {
  const text = readRules(join(folder, name))
  if (text === null) return before
  const root = before.rules === null ? folder : before.root
  return { root, rules: addIgnoreRules(before.rules, text, toPattern(relative(root, folder))) }
}

/** Null where there is none that git would read. No `.gitignore` that somebody wrote by hand comes near the limit. */
function readRules(file: string): string | null {
  let text: string | null = null
  ignoreDiskErrors(() => {
    const stats = lstatSync(file, { throwIfNoEntry: false })
    if (stats?.isFile() === true && stats.size <= maxRulesBytes) text = readFileSync(file, 'utf8')
  })
  return text
}

const maxRulesBytes = 64 * 1024

function isMatch({ root, rules }: FolderRules, place: string, isFolder: boolean): boolean {
  if (rules === null || place === root) return false
  const path = toPattern(relative(root, place))
  return rules.ignores(isFolder ? `${path}/` : path)
}

function toPattern(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path
}

function findRepository(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (exists(join(at, '.git'))) return at
    if (at === dirname(at)) return null
  }
}
