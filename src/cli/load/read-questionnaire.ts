import { sha256 } from '../../files/hash.ts'
import type { Path, PlacedFinding } from '../../model/finding.ts'
import { isMap } from '../../model/value.ts'
import { type Assembled, checkOrigins } from '../../questionnaire/assembled.ts'
import { inLayer, isOwn } from '../../questionnaire/extend.ts'
import { canonicalJson } from '../../questionnaire/hash.ts'
import { resolveQuestionnaire } from '../../questionnaire/resolve.ts'
import { type Origin, type SourcedFinding, standsAt } from '../../questionnaire/sourced.ts'
import type { Io } from '../io.ts'
import { readSource, unusable } from '../source.ts'
import { gather } from './gather.ts'
import type { Gathered } from './gathered.ts'
import type { LoadedQuestionnaire } from './loaded-questionnaire.ts'
import { verifyChecks } from './verify-checks.ts'

export interface ReadQuestionnaire extends LoadedQuestionnaire {
  readonly assembled: Assembled
  /** Places more that was found; what stands in a questionnaire that it extends is left to that one's author. */
  readonly placed: (found: readonly SourcedFinding[]) => readonly PlacedFinding[]
  /** Does this stand in the files, rather than being a default? */
  readonly isWritten: (origin: Origin, path: Path) => boolean
}

/**
 * Reads and checks a questionnaire with its dimension files and those it extends; everything wrong with it is one fault.
 * `root` is where the program is.
 */
export async function readQuestionnaire(
  file: string,
  { root }: Pick<Io, 'root'>,
): Promise<ReadQuestionnaire> {
  const main = readSource(file)
  const gathered = await gather(main, root)
  const { assembled, sources, findings, base } = gathered
  const { questionnaire, compiled, problems } = await wholeOf(assembled)
  const wrong = [...gathered.problems, ...problems]
  const placed = ({ source, finding }: SourcedFinding) =>
    (sources[source] ?? main).document.place(finding)
  const told = await blamed(gravestOf(wrong), gathered, placed)
  const all = inTextOrder([...findings, ...told.map(placed)])
  if (questionnaire === null || all.some(({ severity }) => severity === 'error'))
    throw unusable('The questionnaire', main.file, all, wrong.length - told.length)
  const origins = checkOrigins(assembled.parts)
  return {
    questionnaire,
    hash: sha256(canonicalJson(questionnaire)),
    file: main.file,
    base,
    assembled,
    compiled,
    placeInCheck: (check, finding) => {
      const origin = origins.get(check)
      if (origin === undefined) return null
      const { source, path } = standsAt(origin, finding.path)
      return placed({ source, finding: { ...finding, path } })
    },
    warnings: all,
    placed: (found) => {
      const { layer } = gathered
      const own = layer === null ? found : found.filter((one) => isOwn(one, layer))
      return inTextOrder(gravestOf(own).map(placed))
    },
    isWritten: (origin, path) => {
      const at = standsAt(origin, path)
      return valueAt(sources[at.source]?.document.value, at.path) !== undefined
    },
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)]
    return isMap(inner) ? inner[key] : undefined
  }, value)
}

const mostTold = 1_000

/** The first of them, errors before warnings: nobody reads more, and to place each takes time and memory. */
function gravestOf(found: readonly SourcedFinding[]): readonly SourcedFinding[] {
  if (found.length <= mostTold) return found
  const errors = found.filter(({ finding }) => finding.severity === 'error')
  const others = found.filter(({ finding }) => finding.severity !== 'error')
  return [...errors, ...others].slice(0, mostTold)
}

/** The questionnaire and its checks, with all that only the whole can show. */
async function wholeOf({ main, parts, places }: Assembled) {
  const { questionnaire, draft, findings } = await resolveQuestionnaire(main, parts, places)
  const verified = verifyChecks(draft, parts)
  const problems = [...findings, ...verified.findings]
  return { questionnaire, compiled: verified.compiled, problems }
}

/** What is wrong with the questionnaire that another extends stays there; what is right there is the other's to mend. */
async function blamed(
  problems: readonly SourcedFinding[],
  { base, layer }: Gathered,
  placed: (found: SourcedFinding) => PlacedFinding,
): Promise<readonly SourcedFinding[]> {
  if (base === null || layer === null) return problems
  if (problems.every((problem) => isOwn(problem, layer))) return problems
  const alone = await wholeOf(base.assembled)
  const keyOf = ({ source, finding }: SourcedFinding) =>
    JSON.stringify([source, finding.path, finding.message])
  const known = new Set(alone.problems.map(keyOf))
  return problems.map((problem) => {
    if (isOwn(problem, layer) || known.has(keyOf(problem))) return problem
    const [key, id] = problem.finding.path
    const { file, line } = placed(problem)
    const part = key === 'extends' && id !== undefined ? `"${id}" of "${base.named}"` : null
    return inLayer(problem, layer, part ?? `${file}:${line}`)
  })
}

/** File by file, and in each from the top down. */
function inTextOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const files = [...new Set(findings.map(({ file }) => file))]
  return findings.toSorted(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  )
}
