import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { Fault } from '../../model/fault.ts'
import type { PlacedFinding } from '../../model/finding.ts'
import type { SourceDocument } from '../../reading/open-document.ts'
import type { Message } from '../../words/message.ts'
import { describeOtherKind, type StrayFile, toStrayFinding } from '../load/responses-folder.ts'
import { refuseInputsAsOutputs } from '../load/safe-outputs.ts'
import type { Source } from '../load/source.ts'
import type { World } from '../world.ts'
import { applyBaselines, type BaselineWriter, requireBaseline } from './baselines.ts'
import { buildCheckRun, isFailing } from './build-check-run.ts'
import {
  addFinding,
  addInspection,
  addUncheckedFile,
  type CheckLog,
  createCheckLog,
} from './check-log.ts'
import { type CheckInput, listInputs, openInput } from './inputs.ts'
import { inspect } from './inspect.ts'
import type { Inspection } from './inspection.ts'
import { applyPlanWaivers, findMisplacedWaivers } from './plan-waivers.ts'
import { type CheckFlags, createSettingsFinder, type Settings } from './settings.ts'
import { addWaiverFindings, logWaivers, type WaiverLog } from './settings-waivers.ts'
import { createBelongingFinder } from './usable-plan.ts'

export interface CheckRequest extends CheckFlags, BaselineWriter {
  /** Files, folders, patterns, or `-`; the current folder when empty. */
  readonly paths: readonly string[]
  /** What standard input would be called. */
  readonly stdinName?: string
  /** Print each plan as it was read? */
  readonly showPlan?: boolean
  /** A date like `2026-11-23`. */
  readonly today: string
}

interface CheckRunResult {
  readonly run: CheckRun
  /** Why files could not be checked at all. */
  readonly faults: readonly Fault[]
  readonly fails: (finding: CheckedFinding) => boolean
  /** What else was done, for people. */
  readonly notes: readonly Message[]
  /** The plans as they were read, where that is asked for. */
  readonly understood: readonly UnderstoodPlan[]
}

/** Checks every file, whatever is wrong with the others. A run with nothing to check is a fault. */
export async function checkPaths(request: CheckRequest, io: World): Promise<CheckRunResult> {
  requireBaseline(request)
  const paths = request.paths.length === 0 ? ['.'] : request.paths
  const { inputs, strays, problems } = await listInputs(paths)
  if (inputs.length > maxInputsAtFullHeap) await limitHeap()
  const settingsFor = createSettingsFinder(request, io)
  const book = createCheckLog(request.today)
  const log: WaiverLog = new Map()
  const understood: UnderstoodPlan[] = []
  const belongingOf = createBelongingFinder()
  const run = { request, settingsFor, belongingOf, book, log, understood, io }
  for (const { file, fault } of problems) addUncheckedFile(book, file, fault)
  for (const input of inputs) await checkInput(input, run)
  for (const stray of strays) await addStray(stray, run)
  if (book.files.size === 0 && book.reasons.length === 0) {
    throw new Fault({ say: 'nothing-to-check', paths }, { say: 'nothing-to-check-hint' })
  }
  addWaiverFindings(book, log)
  const { known, notes } = applyBaselines(book, request)
  refuseInputsAsOutputs(request.outputs)
  return {
    run: buildCheckRun(book, known),
    faults: book.faults,
    fails: (finding) => isFailing(book, finding),
    notes,
    understood,
  }
}

const maxInputsAtFullHeap = 500

/** What is kept of each file is little; by itself V8 would let its heap grow to several times of it first. */
async function limitHeap(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--optimize-for-size')
}

interface RunState {
  readonly request: CheckRequest
  readonly settingsFor: (file: string) => Promise<Settings>
  readonly belongingOf: ReturnType<typeof createBelongingFinder>
  readonly book: CheckLog
  readonly log: WaiverLog
  readonly understood: UnderstoodPlan[]
  readonly io: World
}

async function checkInput(input: CheckInput, run: RunState): Promise<void> {
  const { request, settingsFor, belongingOf, book, log, io } = run
  try {
    const source = await openInput(input, request.stdinName)
    if (source === null) return
    const settings = await settingsFor(source.file)
    const inspected = await inspect(source, {
      settings,
      isExpected: input.isExpected,
      belonging: () => belongingOf(source.file, settings),
      today: request.today,
      io,
    })
    const waivers = applyFileWaivers(source, inspected, settings, request.today)
    const findings = [
      ...inspected.findings,
      ...waivers.problems,
      ...findStrayKind(input, source, inspected),
    ]
    if (request.showPlan === true && inspected.kind === 'plan') {
      run.understood.push(toUnderstoodPlan(source, inspected))
    }
    addInspection(book, source, { ...inspected, findings }, settings, waivers.waived)
    if (inspected.plan !== null) logWaivers(log, settings, source.file, waivers.problemsByIndex)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    addUncheckedFile(book, input.path, error)
  }
}

/** A file among the responses that is of another kind. */
function findStrayKind(
  { isExpected }: CheckInput,
  { file }: Source,
  { kind }: Inspection,
): readonly PlacedFinding[] {
  const stray = isExpected && kind !== null ? describeOtherKind(file, kind) : null
  return stray === null ? [] : [toStrayFinding(stray)]
}

async function addStray(stray: StrayFile, { settingsFor, book }: RunState): Promise<void> {
  try {
    addFinding(book, toStrayFinding(stray), await settingsFor(stray.file))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    addUncheckedFile(book, stray.file, error)
  }
}

/** What waivers do to what was found in a file; only findings in plans can be waived. */
function applyFileWaivers(
  source: Source,
  { kind, plan, isWhole, findings }: Inspection,
  { config, known }: Settings,
  today: string,
): ReturnType<typeof applyPlanWaivers> {
  if (kind === 'plan') {
    return applyPlanWaivers(source, { plan, isWhole, findings, config, checks: known(), today })
  }
  const problems = findMisplacedWaivers(source)
  return { waived: new Map(), problems, problemsByIndex: new Map(), expired: false }
}

/** A plan as it was read, with what of it was not read. */
interface UnderstoodPlan {
  readonly document: SourceDocument
  /** In the order of the file. */
  readonly unread: readonly PlacedFinding[]
}

function toUnderstoodPlan({ document }: Source, { findings }: Inspection): UnderstoodPlan {
  const unread = findings.filter(
    ({ id, file, message }) =>
      file === document.name &&
      readingFindingId.test(id) &&
      (id !== 'schema.missing' || message.say === 'not-filled-in'),
  )
  return { document, unread: unread.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

/** Findings of reading and decoding, rather than of checks. */
const readingFindingId = /^(?:yaml|schema)\./
