import {
  beginPreviewResponse,
  openPreview,
  type Preview,
  scoreMadeUpAnswers,
  scorePreviewResponse,
} from '../../app/preview/preview.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import { madeUpWords } from '../../words/en/made-up.ts'
import { say } from '../../words/say-message.ts'
import { conductOnScreen } from '../conduct-on-screen.ts'
import { canAsk, chooseColourLevel, getScreen, type Io, setLibraryColour } from '../io.ts'
import { writeNotes } from '../notes.ts'
import { parseReportOutputs, writeReports } from '../report-formats.ts'

interface PreviewOptions {
  readonly questionnaire: string
  readonly quick?: boolean
  readonly accessible?: boolean
  readonly report?: boolean
  readonly seed?: string
  readonly format?: readonly string[]
  readonly overwrite?: boolean
  /** Files whose endings name their formats. */
  readonly output?: readonly string[]
  readonly color?: boolean
}

/** Shows a questionnaire to its author: the interview, without keeping anything, or a report on made-up answers. */
export async function runPreview(options: PreviewOptions, io: Io): Promise<ExitCode> {
  refuseWithoutReport(options)
  const run = options.quick === true ? 'quick' : 'full'
  const preview = await openPreview(options.questionnaire, run, io)
  return options.report === true
    ? writeMadeUpReport(preview, options, io)
    : runPreviewInterview(preview, options, io)
}

function refuseWithoutReport({ report, ...options }: PreviewOptions): void {
  if (report === true) return
  const option = (['seed', 'format', 'output', 'overwrite'] as const).find(
    (name) => name in options,
  )
  if (option === undefined) return
  throw new Fault({ say: 'option-needs-report', option }, { say: 'add-report' })
}

async function runPreviewInterview(
  preview: Preview,
  options: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  setLibraryColour(chooseColourLevel(options.color, io, getScreen(io)))
  const { response, ids, notice } = beginPreviewResponse(preview, io)
  if (!canAsk(io)) {
    io.stdout.write(ids.map((id) => `${id}\n`).join(''))
    writeNotes(io.stderr, { say: 'preview-without-terminal' })
    return exitCodes.questionsOpen
  }
  const { questionnaire } = preview.loaded
  let latest: Response = response
  const outcome = await conductOnScreen(
    [{ name: 'preview', questionnaire, response }],
    {
      active: preview.active,
      save: (own) => {
        latest = own
      },
      notice,
      ...options,
    },
    io,
  )
  if (outcome === 'finished') {
    const { renderAssessmentSummary } = await import('../summary.ts')
    const assessment = await scorePreviewResponse(preview, latest, io)
    io.stdout.write(renderAssessmentSummary(assessment, io.stdout, io, options.color))
  }
  writeNotes(io.stderr, { say: 'preview-ended' })
  return outcome === 'finished' ? exitCodes.fine : exitCodes.interrupted
}

async function writeMadeUpReport(
  preview: Preview,
  { format, output, overwrite = false, seed = '1' }: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseReportOutputs(format, output, io)
  const assessment = await scoreMadeUpAnswers(preview, seed, madeUpWords, io)
  const title = say({ say: 'preview-title', title: preview.loaded.questionnaire.title })
  const style = { ...assessment.style, title }
  const files = await writeReports({ ...assessment, style }, outputs, { overwrite }, io)
  writeNotes(
    io.stderr,
    ...files.map(({ file, name }) => ({ say: 'file-written', file, format: name }) as const),
    { say: 'preview-made-up', seed },
  )
  return exitCodes.fine
}
