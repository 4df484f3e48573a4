import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { Fault } from '../../model/fault.ts'
import type { Io } from '../io.ts'
import { type Input, inputsOf, openInput } from './inputs.ts'
import { inspect } from './inspect.ts'
import { closed, fails, newRecord, type Record, record, uncheckedFile } from './record.ts'
import { type CheckFlags, type Settings, settingsFinder } from './settings.ts'

export interface CheckRequest extends CheckFlags {
  /** Files, folders, patterns, or `-`; the current folder when empty. */
  readonly paths: readonly string[]
  /** What standard input would be called. */
  readonly stdinName?: string
  /** A date like `2026-11-23`. */
  readonly today: string
}

export interface Checked {
  readonly run: CheckRun
  /** Why files could not be checked at all. */
  readonly faults: readonly Fault[]
  readonly fails: (finding: CheckedFinding) => boolean
}

/** Checks every file, whatever is wrong with the others. A run with nothing to check is a fault. */
export async function runCheck(request: CheckRequest, io: Io): Promise<Checked> {
  const paths = request.paths.length === 0 ? ['.'] : request.paths
  const { inputs, problems } = await inputsOf(paths)
  const settingsFor = settingsFinder(request, io)
  const book = newRecord(request.today)
  for (const { file, fault } of problems) uncheckedFile(book, file, fault)
  for (const input of inputs) await checkInput(input, { request, settingsFor, book, io })
  if (book.files.size === 0 && book.reasons.length === 0) throw nothingToCheck(paths)
  return {
    run: closed(book),
    faults: book.faults,
    fails: (finding) => fails(book, finding),
  }
}

async function checkInput(
  input: Input,
  run: {
    readonly request: CheckRequest
    readonly settingsFor: (file: string) => Promise<Settings>
    readonly book: Record
    readonly io: Io
  },
): Promise<void> {
  const { request, settingsFor, book, io } = run
  try {
    const source = openInput(input, request.stdinName)
    if (source === null) return
    const settings = await settingsFor(source.file)
    const inspected = await inspect(source, { settings, today: request.today, io })
    record(book, source, inspected, settings)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    uncheckedFile(book, input.path, error)
  }
}

function nothingToCheck(paths: readonly string[]): Fault {
  return new Fault(`There is nothing to check in "${paths.join('", "')}"`, {
    hint: 'Files of ours have a key "accordant" at the top, like "accordant: plan/1"; "accordant init plan" writes one',
  })
}
