import { appendTo } from '../../files/append.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { CheckedFinding, CheckRun } from '../../model/check-run.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { visible, visibleLine } from '../../model/visible.ts'
import { type CheckRequest, runCheck } from '../check/run-check.ts'
import { colourLevel } from '../colour.ts'
import { type Io, todayOf } from '../io.ts'
import { type Output, outputsOf } from '../outputs.ts'
import { paint } from '../paint.ts'
import { faultText } from '../say.ts'

export interface CheckOptions extends Omit<CheckRequest, 'today'> {
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
export async function check(options: CheckOptions, io: Io): Promise<ExitCode> {
  const inActions = io.env.GITHUB_ACTIONS === 'true'
  const formats = options.format ?? (inActions ? ['text', 'github'] : ['text'])
  const asked = outputsOf(formats, names, ['text', 'github'])
  const outputs = options.showPlan === true ? withoutStdout(asked) : asked
  const { run, faults, fails, notes, understood } = await runCheck(
    { ...options, today: options.today ?? todayOf(io) },
    io,
  )
  const isTold = outputs.some(({ name, file }) => name === 'text' && file === null)
  for (const fault of faults) io.stderr.write(faultText(isTold ? withoutFindings(fault) : fault))
  for (const note of notes) io.stderr.write(`${visibleLine(note)}\n`)
  if (options.showPlan === true) {
    io.stdout.write(visible(understood.join('---\n')))
    if (understood.length === 0) io.stderr.write('None of the files is a plan\n')
  }
  const { verdictLine } = await import('../../render/findings/verdict-line.ts')
  const unwritten: Fault[] = []
  for (const { name, file } of outputs) {
    const colour = file === null ? colourLevel(options.color, io, io.stdout) : 0
    const columns = file === null ? io.stdout.columns : undefined
    const text = await renderers[name](run, {
      io,
      colour,
      columns,
      fails,
      all: options.all === true,
    })
    if (file === null) io.stdout.write(text)
    else unwritten.push(...faultsOf(() => writeWhole(file, text)))
    if (name !== 'github') continue
    const summary = await summaryOf(run, io)
    if (summary !== null) unwritten.push(...faultsOf(() => appendTo(summary.file, summary.text)))
  }
  for (const fault of unwritten) io.stderr.write(faultText(fault))
  if (!isTold) io.stderr.write(`${verdictLine(run)}\n`)
  if (faults.length + unwritten.length > 0) return exitCode.wrongInput
  return run.verdict.pass ? exitCode.fine : exitCode.findings
}

/** What was understood is written to standard output instead of findings. */
function withoutStdout<Name extends string>(
  outputs: readonly Output<Name>[],
): readonly Output<Name>[] {
  const other = outputs.find(({ name, file }) => file === null && !together.has(name))
  if (other === undefined) return outputs.filter(({ file }) => file !== null)
  throw new Fault(`"--show-plan" and "--format ${other.name}" both write to standard output`, {
    hint: `Give the format a file, like "--format ${other.name}=found.txt"`,
  })
}

/** Formats that Actions and everybody else get without asking for them. */
const together: ReadonlySet<string> = new Set(['text', 'github'])

/** They are told with the other findings. */
function withoutFindings({ message, hint }: Fault): Fault {
  return new Fault(message, { hint })
}

const names = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const

interface Around {
  readonly io: Io
  readonly colour: 0 | 1
  readonly columns: number | undefined
  readonly all: boolean
  /** Does a finding fail the run? */
  readonly fails: (finding: CheckedFinding) => boolean
}

type Renderer = (run: CheckRun, around: Around) => Promise<string>

const renderers: Readonly<Record<(typeof names)[number], Renderer>> = {
  text: async (run, { colour, columns, all }) =>
    (await import('../../render/findings/text.ts')).text(run, {
      columns,
      ...(colour === 0 ? {} : { paint: paint() }),
      ...(all ? { cap: null } : {}),
    }),
  json: async (run) => (await import('../../render/findings/json.ts')).json(run),
  sarif: async (run, { io }) =>
    (await import('../../render/findings/sarif.ts')).sarif(run, { version: io.version }),
  junit: async (run, { fails }) =>
    (await import('../../render/findings/junit.ts')).junit(run, { fails }),
  github: async (run) => (await import('../../render/findings/github.ts')).github(run),
  gitlab: async (run) => (await import('../../render/findings/gitlab.ts')).gitlab(run),
  markdown: async (run) => (await import('../../render/findings/markdown.ts')).markdown(run),
}

/** One place that cannot be written to keeps nothing from the others. */
function faultsOf(write: () => void): readonly Fault[] {
  try {
    write()
    return []
  } catch (error) {
    if (error instanceof Fault) return [error]
    throw error
  }
}

/** The page that GitHub shows for a job, where it gives us one. */
async function summaryOf(run: CheckRun, io: Io) {
  const file = io.env.GITHUB_STEP_SUMMARY ?? ''
  if (file === '') return null
  const { markdown } = await import('../../render/findings/markdown.ts')
  return { file, text: markdown(run) }
}
