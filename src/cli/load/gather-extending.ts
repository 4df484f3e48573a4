import { dirname, isAbsolute, join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, realPath } from '../../files/search.ts'
import { suggestion } from '../../model/did-you-mean.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import { assembledAt } from '../../questionnaire/assembled.ts'
import { extend, type Layer } from '../../questionnaire/extend.ts'
import type { SourcedFinding } from '../../questionnaire/sourced.ts'
import { decodeChangesIn, place, readOurs, type Source, sourceKind, unusable } from '../source.ts'
import { builtInNames } from './built-in.ts'
import type { Base, Gathered } from './gathered.ts'
import { readIncluded } from './included.ts'

/** The parts of a questionnaire that extends another: the other's, with what this one adds, changes and drops. */
export async function gatherExtending(main: Source, around: Around): Promise<Gathered> {
  const { sources } = around
  const source = sources.length - 1
  const decoded = decodeChangesIn('questionnaire', main)
  if (decoded.value === null) throw unusable('The questionnaire', main.file, decoded.findings)
  const changes = decoded.value
  const included = readIncluded(changes.dimensions ?? [], sources, (file) =>
    decodeChangesIn('dimension', file),
  )
  const layer: Layer = {
    main: changes,
    source,
    dimensions: included.dimensions.map(({ file, origin }) => ({ changes: file, origin })),
  }
  const from = await baseOf({ main, named: changes.extends, ...around })
  const { assembled, findings: problems } = extend(from.base.assembled, layer)
  return {
    assembled,
    sources,
    findings: [...from.findings, ...included.findings],
    problems: [...from.problems, ...problems],
    base: from.base,
    layer,
  }
}

interface From {
  readonly base: Base
  readonly findings: readonly PlacedFinding[]
  readonly problems: readonly SourcedFinding[]
}

interface Around {
  readonly root: string
  readonly sources: Source[]
  readonly trail: readonly string[]
  /** Reads the one it extends, which may extend another. */
  readonly gather: (
    main: Source,
    root: string,
    sources: Source[],
    trail: readonly string[],
  ) => Promise<Gathered>
}

interface Asked extends Around {
  readonly main: Source
  readonly named: string
}

/** A chain longer than this is nobody's intention. */
const longestChain = 8

async function baseOf(asked: Asked): Promise<From> {
  const { main, named, root, sources } = asked
  const { name, version } = partsOf(named)
  const builtIn = !/[/\\]|\.(ya?ml|json)$/.test(name)
  if (builtIn && builtInNames({ root }).includes(name)) {
    const parts = readParts(root, name)
    const base = { named, id: name, version: parts.main.version, file: null }
    refuseVersion(base, version, asked)
    const source = sources.indexOf(main)
    return {
      base: { ...base, assembled: assembledAt(parts, source) },
      findings: [],
      problems: [],
    }
  }
  const next = baseSource(name, asked)
  const trail = [...asked.trail, realPath(main.file)]
  refuseCircle(next, trail, asked)
  const gathered = await asked.gather(next, root, sources, trail)
  const { id, version: own } = gathered.assembled.main
  const base = { named, id, version: own, file: next.file, assembled: gathered.assembled }
  refuseVersion(base, version, asked)
  return { base, findings: gathered.findings, problems: gathered.problems }
}

/** `partnership-readiness@1` asks for any version 1. */
function partsOf(named: string): { readonly name: string; readonly version: string | null } {
  const found = /^(.+)@([^@/\\]*)$/.exec(named)
  return { name: found?.[1] ?? named, version: found?.[2] ?? null }
}

type Parts = Parameters<typeof assembledAt>[0]

function readParts(root: string, name: string): Parts {
  const bytes = readInput(join(root, 'dist', 'questionnaires', 'parts', `${name}.json`))
  return JSON.parse(new TextDecoder().decode(bytes)) as Parts
}

function baseSource(name: string, asked: Asked): Source {
  const { main, root } = asked
  const path = isAbsolute(name) ? name : join(dirname(main.file), name)
  const file = isFolder(path) ? join(path, 'questionnaire.yaml') : path
  if (!exists(file)) {
    const known = builtInNames({ root })
    throw refused(asked, `There is no questionnaire "${name}"${suggestion(name, known)}`)
  }
  // Nothing is told of a file that is no questionnaire: its author may not be allowed to read it.
  const source = readOurs(file)
  if (source === null || (source.document.readable && sourceKind(source) !== 'questionnaire')) {
    throw refused(asked, `"${name}" is no questionnaire`)
  }
  return source
}

function refuseCircle({ file }: Source, trail: readonly string[], asked: Asked): void {
  const at = trail.indexOf(realPath(file))
  if (at !== -1) {
    const others = trail.slice(at + 1)
    const through = others.length === 0 ? '' : `, through "${others.join('" and "')}"`
    throw refused(asked, `"${file}" extends itself${through}`)
  }
  if (trail.length > longestChain) {
    throw refused(asked, `More than ${longestChain} questionnaires extend one another`)
  }
}

function refuseVersion(
  { id, version }: Pick<Base, 'id' | 'version'>,
  wanted: string | null,
  asked: Asked,
): void {
  if (wanted === null || version === wanted || version.startsWith(`${wanted}.`)) return
  const major = version.split('.')[0]
  throw refused(
    asked,
    `"${asked.named}" asks for version ${wanted === '' ? 'nothing' : wanted} of "${id}"; this is ${version}`,
    `Write "${partsOf(asked.named).name}@${major}", and look at what changed with "accordant list --diff"`,
  )
}

function refused({ main }: Asked, message: string, fix: string | null = null) {
  const finding = {
    id: 'reference.unknown',
    severity: 'error',
    message,
    path: ['extends'],
    at: 'value',
    fix,
  } as const
  return unusable('The questionnaire', main.file, place(main, [finding]))
}
