import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import type { Response } from '../../model/response.ts'
import { visibleLine } from '../../model/visible.ts'
import { type Active, activeQuestions } from '../../questionnaire/conditions.ts'
import { type Assessment, assessAnswers } from '../assessment.ts'
import { colourLevel, tellLibraries } from '../colour.ts'
import { canAsk, type Io, screenOf } from '../io.ts'
import type { LoadedQuestionnaire } from '../load/loaded-questionnaire.ts'
import type { Partnership } from '../load/partnership.ts'
import { loadQuestionnaire } from '../load/questionnaire.ts'
import { isAccessible } from '../open-response.ts'
import { outputsOf } from '../outputs.ts'
import { blankResponse, missingIn } from '../resumed.ts'
import { untilSignal } from '../signals.ts'
import { renderers } from './report.ts'

interface PreviewOptions {
  readonly questionnaire: string
  readonly quick?: boolean
  readonly accessible?: boolean
  readonly report?: boolean
  readonly seed?: string
  readonly format?: readonly string[]
  readonly color?: boolean
}

/** Shows a questionnaire to its author: the interview, of which nothing is kept, or a report on made-up answers. */
export async function preview(options: PreviewOptions, io: Io): Promise<ExitCode> {
  refuseWithoutReport(options)
  const loaded = await loadQuestionnaire(options.questionnaire, '.', io)
  const active = await activeQuestions(loaded.questionnaire)
  return options.report === true
    ? madeUpReport(loaded, active, options, io)
    : walk(loaded, active, options, io)
}

function refuseWithoutReport({ report, seed, format }: PreviewOptions): void {
  if (report === true) return
  const option = seed === undefined ? (format === undefined ? null : 'format') : 'seed'
  if (option === null) return
  throw new Fault(`"--${option}" is for the report on made-up answers`, { hint: 'Add --report' })
}

const nobody: Partnership = {
  folder: '.',
  config: null,
  plan: null,
  planSource: null,
  id: 'preview',
  findings: [],
}

async function walk(
  loaded: LoadedQuestionnaire,
  active: Active,
  options: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  tellLibraries(colourLevel(options.color, io, screenOf(io)))
  const { questionnaire } = loaded
  const begun = blankResponse(loaded, {
    partnership: 'preview',
    partner: 'preview',
    respondent: 'r1',
    role: null,
    run: runOf(options),
    started: io.now().toISOString(),
  })
  if (!canAsk(io)) {
    const ids = missingIn(questionnaire, begun, active(begun))
    io.stdout.write(ids.map((id) => `${id}\n`).join(''))
    io.stderr.write(
      'There is no terminal to ask in; these would be asked first to last. "--report" needs none\n',
    )
    return exitCode.questionsOpen
  }
  const { conduct } = await import('../../terminal/conduct.ts')
  const { beginInterview } = await import('../../interview/interview.ts')
  const { beginRound } = await import('../../interview/round.ts')
  const screen = screenOf(io)
  let latest: Response = begun
  const seats = [{ name: 'preview', interview: beginInterview(questionnaire, begun, active) }]
  const outcome = await untilSignal((signal) =>
    conduct(beginRound(seats), {
      active,
      save: (response) => {
        latest = response
      },
      now: () => io.now().toISOString(),
      signal,
      input: io.stdin,
      output: screen,
      colour: colourLevel(options.color, io, screen),
      notice: `Preview of "${visibleLine(questionnaire.title)}". Nothing is saved`,
      accessible: isAccessible(options, io),
    }),
  )
  if (outcome === 'finished') {
    const { summarised } = await import('../summarised.ts')
    const assessment = await assessAnswers(
      { responses: [latest], warnings: [] },
      nobody,
      loaded,
      {},
      io,
    )
    io.stdout.write(await summarised(assessment, io.stdout, io, options.color))
  }
  io.stderr.write('It was a preview: nothing was saved.\n')
  return outcome === 'finished' ? exitCode.fine : exitCode.interrupted
}

async function madeUpReport(
  loaded: LoadedQuestionnaire,
  active: Active,
  options: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = outputsOf(options.format ?? ['markdown'], Object.keys(renderers))
  const { seed = '1' } = options
  const assessment = await madeUpAssessment(loaded, active, { ...options, seed }, io)
  for (const { name, file } of outputs) {
    const text = await renderers[name]?.(assessment)
    if (text === undefined) continue
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  const files = outputs.flatMap(({ file }) => file ?? [])
  io.stderr.write(files.map((file) => `Written to ${visibleLine(file)}\n`).join(''))
  io.stderr.write(
    `Every answer is made up. "--seed ${visibleLine(seed)}" makes the same ones again, another seed others\n`,
  )
  return exitCode.fine
}

async function madeUpAssessment(
  loaded: LoadedQuestionnaire,
  active: Active,
  options: PreviewOptions & { readonly seed: string },
  io: Io,
): Promise<Assessment> {
  const { questionnaire, hash } = loaded
  const { madeUpPartners, madeUpResponses } = await import(
    '../../questionnaire/made-up/responses.ts'
  )
  const { seed } = options
  const responses = madeUpResponses({ questionnaire, hash, active, seed, run: runOf(options) })
  const assessment = await assessAnswers(
    {
      responses,
      warnings: [
        `Every answer here is made up, by "accordant preview --report --seed ${visibleLine(seed)}"`,
      ],
    },
    nobody,
    loaded,
    {},
    io,
  )
  const title = `${questionnaire.title}, a preview with made-up answers`
  return { ...assessment, partners: madeUpPartners, style: { ...assessment.style, title } }
}

function runOf({ quick }: PreviewOptions): Response['run'] {
  return quick === true ? 'quick' : 'full'
}
