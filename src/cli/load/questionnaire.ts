import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import type { CompiledChecks } from '../../checks/compile-checks.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, realPath } from '../../files/search.ts'
import { suggestion } from '../../model/did-you-mean.ts'
import { Fault } from '../../model/fault.ts'
import type { Finding, PlacedFinding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnaireFile } from '../../model/questionnaire-file.ts'
import { type DimensionPart, type SourcedFinding, standsAt } from '../../questionnaire/sourced.ts'
import type { Io } from '../io.ts'
import { decodeSource, place, readSource, type Source, unusable } from '../source.ts'
import { builtInNames } from './built-in.ts'

export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire
  /** `sha256:…` of the resolved questionnaire as JSON with sorted keys. */
  readonly hash: string
  /** The path it was read from; null for a built-in one. */
  readonly file: string | null
  /** Its checks, compiled when it was read; null for a built-in one, whose checks were held against plans at the build. */
  readonly compiled: CompiledChecks | null
  /** Something wrong with a check, by path in the check, where that is written; null where it came with the program. */
  readonly placeInCheck: (check: string, finding: Finding) => PlacedFinding | null
  /** What its author should look at, though it can be used. */
  readonly warnings: readonly PlacedFinding[]
}

/**
 * A questionnaire by the name of a built-in one, or by path: a file, or a folder with a `questionnaire.yaml`.
 * `named` is how the person named it, `base` the folder a relative path starts from.
 */
export async function loadQuestionnaire(
  named: string,
  base: string,
  io: Io,
): Promise<LoadedQuestionnaire> {
  const path = isAbsolute(named) ? named : join(base, named)
  const looksLikePath = named.includes('/') || named.includes('\\') || /\.(ya?ml|json)$/.test(named)
  if (!looksLikePath && builtInNames(io).includes(named)) return builtIn(named, io)
  if (exists(path))
    return readQuestionnaire(isFolder(path) ? join(path, 'questionnaire.yaml') : path)
  if (looksLikePath) readInput(path)
  const names = builtInNames(io)
  throw new Fault(`Unknown questionnaire "${named}"${suggestion(named, names)}`, {
    hint: '"accordant list" shows the questionnaires; a path to a file or folder does too',
  })
}

function builtIn(name: string, io: Io): LoadedQuestionnaire {
  const bytes = readInput(join(io.root, 'dist', 'questionnaires', `${name}.json`))
  const { questionnaire, hash } = JSON.parse(new TextDecoder().decode(bytes)) as Pick<
    LoadedQuestionnaire,
    'questionnaire' | 'hash'
  >
  const placeInCheck = () => null
  return { questionnaire, hash, file: null, compiled: null, placeInCheck, warnings: [] }
}

/** Reads and checks a questionnaire with its dimension files; everything wrong with it is one fault. */
export async function readQuestionnaire(file: string): Promise<LoadedQuestionnaire> {
  const { resolveQuestionnaire } = await import('../../questionnaire/resolve.ts')
  const { checkOrigins, verifyChecks } = await import('./verify-checks.ts')
  const { canonicalJson } = await import('../../questionnaire/hash.ts')
  const { sha256 } = await import('../../files/hash.ts')
  const main = readSource(file)
  const decoded = decodeSource('questionnaire', main)
  if (decoded.value === null) throw unusable('The questionnaire', main.file, decoded.findings)
  const { parts, sources, findings } = readParts(decoded.value, main)
  const resolved = await resolveQuestionnaire(decoded.value, parts)
  const verified = verifyChecks(resolved.draft, parts)
  const placed = ({ source, finding }: SourcedFinding) =>
    (sources[source] ?? main).document.place(finding)
  const found = [...resolved.findings, ...verified.findings]
  const all = [...findings, ...inTextOrder(found.map(placed))]
  const { questionnaire } = resolved
  if (questionnaire === null || all.some(({ severity }) => severity === 'error'))
    throw unusable('The questionnaire', main.file, all)
  const origins = checkOrigins(parts)
  return {
    questionnaire,
    hash: sha256(canonicalJson(questionnaire)),
    file: main.file,
    compiled: verified.compiled,
    placeInCheck: (check, finding) => {
      const origin = origins.get(check)
      if (origin === undefined) return null
      const { source, path } = standsAt(origin, finding.path)
      return placed({ source, finding: { ...finding, path } })
    },
    warnings: all,
  }
}

/** File by file, and in each from the top down. */
function inTextOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const files = [...new Set(findings.map(({ file }) => file))]
  return findings.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  )
}

interface Parts {
  readonly parts: readonly DimensionPart[]
  /** By the number that findings name: the questionnaire's own file first. */
  readonly sources: readonly Source[]
  readonly findings: readonly PlacedFinding[]
}

function readParts(file: QuestionnaireFile, main: Source): Parts {
  const parts: DimensionPart[] = []
  const sources: Source[] = [main]
  const findings: PlacedFinding[] = []
  for (const [index, dimension] of file.dimensions.entries()) {
    if (typeof dimension !== 'string') {
      parts.push({ file: dimension, origin: { source: 0, base: ['dimensions', index] } })
      continue
    }
    const outside = outsideFolder(main.file, dimension)
    if (outside !== null) {
      const finding = {
        id: 'reference.unknown',
        severity: 'error',
        message: outside,
        path: ['dimensions', index],
        at: 'value',
        fix: null,
      } as const
      findings.push(...place(main, [finding]))
      continue
    }
    const source = readSource(join(dirname(main.file), dimension))
    const decoded = decodeSource('dimension', source)
    findings.push(...decoded.findings.filter(({ severity }) => severity === 'error'))
    if (decoded.value === null) continue
    parts.push({ file: decoded.value, origin: { source: sources.length, base: [] } })
    sources.push(source)
  }
  return { parts, sources, findings }
}

/** Included files stay inside the questionnaire's folder, also through links; says what is wrong, or null. */
function outsideFolder(main: string, included: string): string | null {
  const folder = dirname(main)
  const path = join(folder, included)
  if (isAbsolute(included) || isOutside(relative(folder, path))) {
    return `"${included}" lies outside the questionnaire's folder`
  }
  if (!exists(path)) return `There is no file "${included}" beside "${basename(main)}"`
  if (isOutside(relative(realPath(folder), realPath(path)))) {
    return `"${included}" leads outside the questionnaire's folder`
  }
  return null
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || path.startsWith('..\\') || isAbsolute(path)
}
