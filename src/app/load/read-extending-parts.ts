import { dirname, isAbsolute, join } from 'node:path'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, resolveRealPath } from '../../files/search.ts'
import { suggestWord } from '../../model/did-you-mean.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { DimensionChanges, QuestionnaireChanges } from '../../model/questionnaire-file.ts'
import { createBuiltInQuestionnaire } from '../../questionnaire/decoded-questionnaire.ts'
import { extendQuestionnaire, type QuestionnaireExtension } from '../../questionnaire/extend.ts'
import type { SourcedFinding } from '../../questionnaire/sourced-finding.ts'
import type { Message } from '../../words/message.ts'
import { listBuiltInNames } from './built-in.ts'
import { readIncludedDimensions } from './included-dimensions.ts'
import type { QuestionnaireBase, QuestionnaireParts } from './loaded-questionnaire.ts'
import { decodeRepaired, type StandIns } from './repaired-questionnaire.ts'
import {
  createUnusableFault,
  getSourceKind,
  placeFindings,
  readIfOurs,
  type Source,
} from './source.ts'

/** The parts of a questionnaire that extends another: the other's, with what this one adds, changes and drops. */
export async function readExtendingParts(
  main: Source,
  around: ReadContext,
): Promise<QuestionnaireParts> {
  const { sources, standIns } = around
  const source = sources.length - 1
  const decoded = decodeRepaired<QuestionnaireChanges>('questionnaire', true, main, standIns)
  if (decoded.value === null)
    throw createUnusableFault('questionnaire', main.file, decoded.findings)
  const changes = decoded.value
  const included = readIncludedDimensions(changes.dimensions ?? [], sources, (file) =>
    decodeRepaired<DimensionChanges>('dimension', true, file, standIns),
  )
  const layer: QuestionnaireExtension = {
    main: changes,
    source,
    dimensions: included.dimensions.map(({ file, origin }) => ({ changes: file, origin })),
  }
  const from = await readBase({ main, named: changes.extends, ...around })
  const { decoded: assembled, findings: problems } = extendQuestionnaire(from.base.assembled, layer)
  return {
    assembled,
    sources,
    findings: [
      ...from.findings,
      ...decoded.findings.filter(({ severity }) => severity === 'error'),
      ...included.findings,
    ],
    problems: [...from.problems, ...problems],
    base: from.base,
    layer,
  }
}

interface BaseParts {
  readonly base: QuestionnaireBase
  readonly findings: readonly PlacedFinding[]
  readonly problems: readonly SourcedFinding[]
}

interface ReadContext {
  readonly root: string
  readonly standIns: StandIns
  readonly sources: Source[]
  readonly chain: readonly string[]
  /** Reads the one it extends, which may extend another. */
  readonly readParts: (
    main: Source,
    root: string,
    standIns: StandIns,
    sources: Source[],
    chain: readonly string[],
  ) => Promise<QuestionnaireParts>
}

interface ExtendsRequest extends ReadContext {
  readonly main: Source
  readonly named: string
}

/** A chain longer than this is nobody's intention. */
const maxChainLength = 8

async function readBase(asked: ExtendsRequest): Promise<BaseParts> {
  const { main, named, root, sources } = asked
  const { name, version } = parseBaseName(named)
  const builtIn = !/[/\\]|\.(ya?ml|json)$/.test(name)
  if (builtIn && listBuiltInNames({ root }).includes(name)) {
    const parts = readBuiltInParts(root, name)
    const base = { named, id: name, version: parts.main.version, file: null }
    refuseVersion(base, version, asked)
    const source = sources.indexOf(main)
    return {
      base: { ...base, assembled: createBuiltInQuestionnaire(parts, source) },
      findings: [],
      problems: [],
    }
  }
  const next = readBaseSource(name, asked)
  const chain = [...asked.chain, resolveRealPath(main.file)]
  refuseCircle(next, chain, asked)
  const read = await asked.readParts(next, root, asked.standIns, sources, chain)
  const { id, version: own } = read.assembled.main
  const base = { named, id, version: own, file: next.file, assembled: read.assembled }
  refuseVersion(base, version, asked)
  return { base, findings: read.findings, problems: read.problems }
}

/** `partnership-readiness@1` asks for any version 1. */
function parseBaseName(named: string): { readonly name: string; readonly version: string | null } {
  const found = /^(.+)@([^@/\\]*)$/.exec(named)
  return { name: found?.[1] ?? named, version: found?.[2] ?? null }
}

type BuiltInParts = Parameters<typeof createBuiltInQuestionnaire>[0]

function readBuiltInParts(root: string, name: string): BuiltInParts {
  const bytes = readInput(join(root, 'dist', 'questionnaires', 'parts', `${name}.json`))
  return JSON.parse(new TextDecoder().decode(bytes)) as BuiltInParts
}

function readBaseSource(name: string, asked: ExtendsRequest): Source {
  const { main, root } = asked
  const path = isAbsolute(name) ? name : join(dirname(main.file), name)
  const file = isFolder(path) ? join(path, 'questionnaire.yaml') : path
  if (!exists(file)) {
    const known = listBuiltInNames({ root })
    throw createExtendsFault(asked, { say: 'base-missing', name, hint: suggestWord(name, known) })
  }
  // Nothing is said about a file that is not a questionnaire: the person may not be allowed to read it.
  const source = readIfOurs(file)
  if (source === null || (source.document.readable && getSourceKind(source) !== 'questionnaire')) {
    throw createExtendsFault(asked, { say: 'base-not-a-questionnaire', name })
  }
  return source
}

function refuseCircle({ file }: Source, chain: readonly string[], asked: ExtendsRequest): void {
  const at = chain.indexOf(resolveRealPath(file))
  if (at !== -1) {
    const others = chain.slice(at + 1)

    throw createExtendsFault(asked, { say: 'base-circle', file, through: others })
  }
  if (chain.length > maxChainLength) {
    throw createExtendsFault(asked, { say: 'base-chain-long', limit: maxChainLength })
  }
}

function refuseVersion(
  { id, version }: Pick<QuestionnaireBase, 'id' | 'version'>,
  wanted: string | null,
  asked: ExtendsRequest,
): void {
  if (wanted === null || version === wanted || version.startsWith(`${wanted}.`)) return
  const major = version.split('.')[0]
  throw createExtendsFault(
    asked,
    { say: 'base-version-differs', named: asked.named, wanted, id, version },
    {
      say: 'base-version-differs-fix',
      name: parseBaseName(asked.named).name,
      major: major ?? version,
    },
  )
}

function createExtendsFault(
  { main }: ExtendsRequest,
  message: Message,
  fix: Message | null = null,
) {
  const finding = {
    id: 'reference.unknown',
    severity: 'error',
    message,
    path: ['extends'],
    at: 'value',
    fix,
  } as const
  return createUnusableFault('questionnaire', main.file, placeFindings(main, [finding]))
}
