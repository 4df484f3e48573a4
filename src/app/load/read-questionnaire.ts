import { type CompiledChecks, compileChecks, listCheckIssues } from '../../checks/compile-checks.ts'
import { buildTypeFromShape } from '../../expression/plan-type.ts'
import { hashSha256 } from '../../files/hash.ts'
import { findFastPathSchema } from '../../model/fast-path-schemas.ts'
import type { Finding, Path, PlacedFinding } from '../../model/finding.ts'
import type { Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionnaireFile } from '../../model/questionnaire-file.ts'
import { getValueAt, isMap } from '../../model/value.ts'
import { toCanonicalJson } from '../../questionnaire/canonical-json.ts'
import {
  createDecodedQuestionnaire,
  type DecodedQuestionnaire,
  getCheckOrigins,
} from '../../questionnaire/decoded-questionnaire.ts'
import { isExtensionFinding, placeInheritedFinding } from '../../questionnaire/extend.ts'
import { resolveQuestionnaire } from '../../questionnaire/resolve.ts'
import {
  type DimensionPart,
  ownFile,
  type PartOrigin,
  resolveOriginPath,
  type SourcedFinding,
  toSourcedFinding,
} from '../../questionnaire/sourced-finding.ts'
import type { World } from '../world.ts'
import { readIncludedDimensions } from './included-dimensions.ts'
import type { LoadedQuestionnaire, QuestionnaireParts } from './loaded-questionnaire.ts'
import {
  createStandIns,
  decodeRepaired,
  dropDoubtful,
  type StandIns,
} from './repaired-questionnaire.ts'
import { createUnusableFault, readSource, type Source } from './source.ts'

export interface QuestionnaireWithSources extends LoadedQuestionnaire {
  readonly assembled: DecodedQuestionnaire
  /** Places more findings, without those in a questionnaire that it extends: they are for its author. */
  readonly placeFindings: (found: readonly SourcedFinding[]) => readonly PlacedFinding[]
  /** Is this written in the files, rather than a default? */
  readonly isWritten: (origin: PartOrigin, path: Path) => boolean
  /** Does it stand in this questionnaire's own files, and not in one that it extends? */
  readonly isOwn: (origin: PartOrigin, path: Path) => boolean
}

/**
 * Reads and checks a questionnaire with its dimension files and those it extends; everything wrong with it is one fault.
 * `root` is where the program is.
 */
export async function readQuestionnaire(
  file: string,
  { root }: Pick<World, 'root'>,
): Promise<QuestionnaireWithSources> {
  const main = readSource(file)
  const standIns = createStandIns()
  const read = await readQuestionnaireParts(main, root, standIns)
  const { assembled, sources, findings, base, layer } = read
  const { questionnaire, compiled, problems } = await resolveAndVerify(assembled)
  const wrong = dropDoubtful([...read.problems, ...problems], sources, standIns)
  const placed = ({ source, finding }: SourcedFinding) =>
    (sources[source] ?? main).document.place(finding)
  const blamed = await blameExtension(listGravest(wrong), read, placed)
  const all = sortInTextOrder([...findings, ...blamed.map(placed)])
  if (questionnaire === null || all.some(({ severity }) => severity === 'error'))
    throw createUnusableFault('questionnaire', main.file, all, {
      more: wrong.length - blamed.length,
    })
  const origins = getCheckOrigins(assembled.parts)
  return {
    questionnaire,
    hash: hashSha256(toCanonicalJson(questionnaire)),
    file: main.file,
    base,
    assembled,
    compiled,
    placeInCheck: (check, finding) => {
      const origin = origins.get(check)
      if (origin === undefined) return null
      const { source, path } = resolveOriginPath(origin, finding.path)
      return placed({ source, finding: { ...finding, path } })
    },
    warnings: all,
    placeFindings: (found) => {
      const own = layer === null ? found : found.filter((one) => isExtensionFinding(one, layer))
      return sortInTextOrder(listGravest(own).map(placed))
    },
    isWritten: (origin, path) => {
      const at = resolveOriginPath(origin, path)
      return getValueAt(sources[at.source]?.document.value, at.path) !== undefined
    },
    isOwn: (origin, path) => {
      if (layer === null) return true
      const { source } = resolveOriginPath(origin, path)
      return [layer, ...layer.dimensions.map((part) => part.origin)].some(
        (own) => own.source === source,
      )
    },
  }
}

/**
 * Reads the files of a questionnaire. `trail` are the files of those that extend it, and `sources` what has been read for
 * them: a chain of questionnaires shares one numbering of files.
 */
async function readQuestionnaireParts(
  main: Source,
  root: string,
  standIns: StandIns,
  sources: Source[] = [],
  chain: readonly string[] = [],
): Promise<QuestionnaireParts> {
  sources.push(main)
  const value = main.document.partial
  if (isMap(value) && value.extends !== undefined) {
    const { readExtendingParts } = await import('./read-extending-parts.ts')
    return readExtendingParts(main, {
      root,
      standIns,
      sources,
      chain: chain,
      readParts: readQuestionnaireParts,
    })
  }
  const source = sources.length - 1
  const decoded = decodeRepaired<QuestionnaireFile>('questionnaire', false, main, standIns)
  if (decoded.value === null)
    throw createUnusableFault('questionnaire', main.file, decoded.findings)
  const { dimensions, findings } = readIncludedDimensions(
    decoded.value.dimensions,
    sources,
    (included) => decodeRepaired('dimension', false, included, standIns),
  )
  return {
    assembled: createDecodedQuestionnaire(decoded.value, dimensions, source),
    sources,
    findings: [...decoded.findings.filter(isError), ...findings],
    problems: [],
    base: null,
    layer: null,
  }
}

function isError({ severity }: Finding): boolean {
  return severity === 'error'
}

const maxFindings = 1_000

/** The first of them, errors before warnings: nobody reads more, and to place each takes time and memory. */
function listGravest(found: readonly SourcedFinding[]): readonly SourcedFinding[] {
  if (found.length <= maxFindings) return found
  const errors = found.filter(({ finding }) => finding.severity === 'error')
  const others = found.filter(({ finding }) => finding.severity !== 'error')
  return [...errors, ...others].slice(0, maxFindings)
}

/** The questionnaire and its checks, with all that only the whole can show. */
async function resolveAndVerify({ main, parts, places }: DecodedQuestionnaire) {
  const { questionnaire, draft, findings } = await resolveQuestionnaire(main, parts, places)
  const verified = verifyChecks(draft, parts)
  const problems = [...findings, ...verified.findings]
  return { questionnaire, compiled: verified.compiled, problems }
}

/** An error that is in the base alone stays there; one that only the extension causes is named in the extension. */
async function blameExtension(
  problems: readonly SourcedFinding[],
  { base, layer }: QuestionnaireParts,
  placed: (found: SourcedFinding) => PlacedFinding,
): Promise<readonly SourcedFinding[]> {
  if (base === null || layer === null) return problems
  if (problems.every((problem) => isExtensionFinding(problem, layer))) return problems
  const alone = await resolveAndVerify(base.assembled)
  const keyOf = ({ source, finding }: SourcedFinding) =>
    JSON.stringify([source, finding.path, finding.message])
  const known = new Set(alone.problems.map(keyOf))
  return problems.map((problem) => {
    if (isExtensionFinding(problem, layer) || known.has(keyOf(problem))) return problem
    const [key, id] = problem.finding.path
    const { file, line } = placed(problem)
    const part = key === 'extends' && id !== undefined ? `"${id}" of "${base.named}"` : null
    return placeInheritedFinding(problem, layer, part ?? `${file}:${line}`)
  })
}

/** File by file, and in each from the top down. */
function sortInTextOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const files = [...new Set(findings.map(({ file }) => file))]
  return findings.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  )
}

/** Compiles the checks of a questionnaire that somebody wrote, and finds what is wrong with them, each in its place. */
function verifyChecks(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
): { readonly compiled: CompiledChecks; readonly findings: readonly SourcedFinding[] } {
  const plan = buildTypeFromShape(findFastPathSchema('plan') ?? {})
  const origins = getCheckOrigins(parts)
  const compiled = compileChecks(questionnaire, plan)
  const inCheck = (id: string, finding: Finding) =>
    toSourcedFinding(origins.get(id) ?? ownFile, finding)
  const broken = compiled.broken.map(({ check, finding }) => inCheck(check, finding))
  const words = Object.keys(questionnaire.words)
  const checks = questionnaire.dimensions.flatMap((dimension) => dimension.checks)
  const mistakes = checks.flatMap((check) =>
    listCheckIssues(check, plan, words).map((finding) => inCheck(check.id, finding)),
  )
  return { compiled, findings: [...broken, ...mistakes] }
}
