import { type CheckRequest, checkPaths } from '../../app/check/check-paths.ts'
import { getToday } from '../../app/world.ts'
import { appendText, writeWhole } from '../../files/write-whole.ts'
import type { CheckRun } from '../../model/check-run.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisible } from '../../model/visible.ts'
import { renderBaseline } from '../../render/findings/baseline-text.ts'
import { say } from '../../words/say-message.ts'
import {
  combinableFormats,
  type FindingsFormat,
  type FindingsLook,
  findingsFormats,
} from '../check-formats.ts'
import { chooseColourLevel, type Io } from '../io.ts'
import { refuseFilesApart, refuseOutputOption } from '../meant-outputs.ts'
import { formatFault, writeNotes } from '../notes.ts'
import { type FormatOutput, listFormats, listOutputFiles, parseOutputs } from '../outputs.ts'

interface CheckOptions extends Omit<CheckRequest, 'today' | 'renderBaseline' | 'outputs'> {
  readonly today?: string
  readonly format?: readonly string[]
  /** Of other programs; there is no such option. */
  readonly output?: string
  readonly color?: boolean
  /** Is every finding to be shown, however many there are? */
  readonly all?: boolean
}

type Output = FormatOutput<FindingsFormat>

/**
 * Checks files, and writes what it found in every format asked for. Where the plan as it was understood is asked for, it takes
 * the place of the findings on standard output.
 */
export async function runCheck(options: CheckOptions, io: Io): Promise<ExitCode> {
  const outputs = chooseOutputs(options, io)
  const files = listOutputFiles(outputs)
  if (files.length > 0) (await import('../hand-made.ts')).refuseHandMade(files, null)
  const today = options.today ?? getToday(io)
  const { run, faults, fails, notes, understood } = await checkPaths(
    { ...options, renderBaseline, today, outputs: files },
    io,
  )
  const isOnScreen = outputs.some(({ name, file }) => name === 'text' && file === null)
  for (const fault of faults)
    io.stderr.write(formatFault(isOnScreen ? removeFindings(fault) : fault))
  writeNotes(io.stderr, ...notes)
  if (options.showPlan === true) {
    const { renderPlanAsRead } = await import('../../reading/show-plan.ts')
    const { sayDraft } = await import('../../words/say-draft.ts')
    const plans = understood.map(({ document, unread }) => {
      const texts = unread.map(({ line, message }) => ({ line, text: say(message) }))
      return renderPlanAsRead(document, texts, sayDraft)
    })
    io.stdout.write(makeVisible(plans.join('---\n')))
    if (understood.length === 0) writeNotes(io.stderr, { say: 'no-file-is-a-plan' })
  }
  const look = { version: io.version, all: options.all === true, fails }
  const unwritten: Fault[] = []
  for (const output of outputs) {
    unwritten.push(
      ...(await writeFindings(run, output, { ...look, ...chooseLook(output, options, io) }, io)),
    )
  }
  for (const fault of unwritten) io.stderr.write(formatFault(fault))
  if (!isOnScreen) {
    const { formatCheckVerdictLine } = await import('../../render/findings/words.ts')
    io.stderr.write(`${formatCheckVerdictLine(run)}\n`)
  }
  if (faults.length + unwritten.length > 0) return exitCodes.wrongInput
  return run.verdict.pass ? exitCodes.fine : exitCodes.findings
}

/** In a workflow of GitHub the annotations come along unasked. What was understood is written instead of findings. */
function chooseOutputs(
  { format, output, paths, showPlan }: CheckOptions,
  io: Io,
): readonly Output[] {
  refuseOutputOption(output, listFormats(findingsFormats))
  const usual = io.env.GITHUB_ACTIONS === 'true' ? combinableFormats : ['text']
  const outputs = parseOutputs(format ?? usual, listFormats(findingsFormats), combinableFormats)
  if (format !== undefined) refuseFilesApart(outputs, paths)
  if (showPlan !== true) return outputs
  const other = outputs.find(({ name, file }) => file === null && !combinableFormats.includes(name))
  if (other === undefined) return outputs.filter(({ file }) => file !== null)
  throw new Fault(
    { say: 'show-plan-and-format', format: other.name },
    { say: 'show-plan-and-format-hint', format: other.name },
  )
}

function chooseLook(
  { file }: Output,
  { color }: CheckOptions,
  io: Io,
): Pick<FindingsLook, 'colour' | 'columns'> {
  if (file !== null) return { colour: 0, columns: undefined }
  return { colour: chooseColourLevel(color, io, io.stdout), columns: io.stdout.columns }
}

/** Returns what could not be written: one such place keeps nothing from the others. */
async function writeFindings(
  run: CheckRun,
  { name, file }: Output,
  look: FindingsLook,
  io: Io,
): Promise<readonly Fault[]> {
  const text = await findingsFormats[name](run, look)
  if (file === null) io.stdout.write(text)
  const unwritten = file === null ? [] : catchFaults(() => writeWhole(file, text))
  // The page that GitHub shows for a job, where it gives us one.
  const page = io.env.GITHUB_STEP_SUMMARY ?? ''
  if (name !== 'github' || page === '') return unwritten
  const summary = await findingsFormats.markdown(run)
  return [...unwritten, ...catchFaults(() => appendText(page, summary))]
}

/** The findings are shown with the others. */
function removeFindings({ reason, hint }: Fault): Fault {
  return new Fault(reason, { hint })
}

function catchFaults(write: () => void): readonly Fault[] {
  try {
    write()
    return []
  } catch (error) {
    if (error instanceof Fault) return [error]
    throw error
  }
}
