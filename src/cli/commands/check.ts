import { type CheckRequest, checkPaths } from '../../app/check/check-paths.ts'
import { getToday } from '../../app/world.ts'
import { appendText, writeWhole } from '../../files/write-whole.ts'
import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { makeVisible, makeVisibleLine } from '../../model/visible.ts'
import { renderBaseline } from '../../render/findings/baseline-text.ts'
import { say } from '../../words/say-message.ts'
import { chooseColourLevel } from '../colour.ts'
import { formatFault } from '../fault-text.ts'
import { createFindingsPaint } from '../findings-paint.ts'
import type { Io } from '../io.ts'
import { type FormatOutput, parseOutputs } from '../outputs.ts'

export interface CheckOptions extends Omit<CheckRequest, 'today' | 'renderBaseline'> {
  readonly today?: string
  readonly format?: readonly string[]
  readonly color?: boolean
  /** Is every finding to be shown, however many there are? */
  readonly all?: boolean
}

/**
 * Checks files, and writes what it found in every format asked for. Where it is to be shown what was understood, that takes
 * the place of the findings on standard output.
 */
export async function runCheck(options: CheckOptions, io: Io): Promise<ExitCode> {
  const inActions = io.env.GITHUB_ACTIONS === 'true'
  const formats = options.format ?? (inActions ? ['text', 'github'] : ['text'])
  const asked = parseOutputs(formats, formatNames, ['text', 'github'])
  const outputs = options.showPlan === true ? removeStdout(asked) : asked
  const { run, faults, fails, notes, understood } = await checkPaths(
    { ...options, renderBaseline, today: options.today ?? getToday(io) },
    io,
  )
  const isTold = outputs.some(({ name, file }) => name === 'text' && file === null)
  for (const fault of faults) io.stderr.write(formatFault(isTold ? removeFindings(fault) : fault))
  for (const note of notes) io.stderr.write(`${makeVisibleLine(say(note))}\n`)
  if (options.showPlan === true) {
    io.stdout.write(makeVisible(understood.join('---\n')))
    if (understood.length === 0) io.stderr.write('None of the files is a plan\n')
  }
  const { formatCheckVerdictLine: verdictLine } = await import(
    '../../render/findings/verdict-line.ts'
  )
  const unwritten: Fault[] = []
  for (const { name, file } of outputs) {
    const colour = file === null ? chooseColourLevel(options.color, io, io.stdout) : 0
    const columns = file === null ? io.stdout.columns : undefined
    const text = await findingsRenderers[name](run, {
      io,
      colour,
      columns,
      fails,
      all: options.all === true,
    })
    if (file === null) io.stdout.write(text)
    else unwritten.push(...catchFaults(() => writeWhole(file, text)))
    if (name !== 'github') continue
    const summary = await renderJobSummary(run, io)
    if (summary !== null)
      unwritten.push(...catchFaults(() => appendText(summary.file, summary.text)))
  }
  for (const fault of unwritten) io.stderr.write(formatFault(fault))
  if (!isTold) io.stderr.write(`${verdictLine(run)}\n`)
  if (faults.length + unwritten.length > 0) return exitCodes.wrongInput
  return run.verdict.pass ? exitCodes.fine : exitCodes.findings
}

/** What was understood is written to standard output instead of findings. */
function removeStdout<Name extends string>(
  outputs: readonly FormatOutput<Name>[],
): readonly FormatOutput<Name>[] {
  const other = outputs.find(({ name, file }) => file === null && !combinableFormats.has(name))
  if (other === undefined) return outputs.filter(({ file }) => file !== null)
  throw new Fault(`"--show-plan" and "--format ${other.name}" both write to standard output`, {
    hint: `Give the format a file, like "--format ${other.name}=found.txt"`,
  })
}

/** Formats that Actions and everybody else get without asking for them. */
const combinableFormats: ReadonlySet<string> = new Set(['text', 'github'])

/** They are told with the other findings. */
function removeFindings({ reason, hint }: Fault): Fault {
  return new Fault(reason, { hint })
}

const formatNames = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const

interface RenderContext {
  readonly io: Io
  readonly colour: 0 | 1
  readonly columns: number | undefined
  readonly all: boolean
  /** Does a finding fail the run? */
  readonly fails: (finding: CheckedFinding) => boolean
}

type Renderer = (run: CheckRun, around: RenderContext) => Promise<string>

const findingsRenderers: Readonly<Record<(typeof formatNames)[number], Renderer>> = {
  text: async (run, { colour, columns, all }) =>
    (await import('../../render/findings/text.ts')).renderFindingsText(run, {
      columns,
      ...(colour === 0 ? {} : { paint: createFindingsPaint() }),
      ...(all ? { cap: null } : {}),
    }),
  json: async (run) => (await import('../../render/findings/json.ts')).renderFindingsJson(run),
  sarif: async (run, { io }) =>
    (await import('../../render/findings/sarif.ts')).renderSarif(run, { version: io.version }),
  junit: async (run, { fails }) =>
    (await import('../../render/findings/junit.ts')).renderJunit(run, { fails }),
  github: async (run) =>
    (await import('../../render/findings/github.ts')).renderGithubAnnotations(run),
  gitlab: async (run) => (await import('../../render/findings/gitlab.ts')).renderGitlabReport(run),
  markdown: async (run) =>
    (await import('../../render/findings/markdown.ts')).renderFindingsMarkdown(run),
}

/** One place that cannot be written to keeps nothing from the others. */
function catchFaults(write: () => void): readonly Fault[] {
  try {
    write()
    return []
  } catch (error) {
    if (error instanceof Fault) return [error]
    throw error
  }
}

/** The page that GitHub shows for a job, where it gives us one. */
async function renderJobSummary(run: CheckRun, io: Io) {
  const file = io.env.GITHUB_STEP_SUMMARY ?? ''
  if (file === '') return null
  const { renderFindingsMarkdown: markdown } = await import('../../render/findings/markdown.ts')
  return { file, text: markdown(run) }
}
