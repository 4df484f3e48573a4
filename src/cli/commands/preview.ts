import { createBlankResponse, listMissingIds } from '../../app/interview/resume-response.ts'
import type { LoadedQuestionnaire } from '../../app/load/loaded-questionnaire.ts'
import type { Partnership } from '../../app/load/partnership.ts'
import { loadQuestionnaire } from '../../app/load/questionnaire.ts'
import { type Assessment, scoreAnswers } from '../../app/score/assessment.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import type { ActiveQuestionFinder, Response } from '../../model/response.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import { madeUpWords } from '../../words/en/made-up.ts'
import { chooseColourLevel, setLibraryColour } from '../colour.ts'
import { canAsk, getScreen, type Io, isAccessible } from '../io.ts'
import { parseOutputs } from '../outputs.ts'
import { runUntilSignal } from '../signals.ts'
import { reportRenderers } from './report.ts'

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
export async function runPreview(options: PreviewOptions, io: Io): Promise<ExitCode> {
  refuseWithoutReport(options)
  const loaded = await loadQuestionnaire(options.questionnaire, '.', io)
  const active = await createActiveQuestionFinder(loaded.questionnaire)
  return options.report === true
    ? writeMadeUpReport(loaded, active, options, io)
    : runPreviewInterview(loaded, active, options, io)
}

function refuseWithoutReport({ report, seed, format }: PreviewOptions): void {
  if (report === true) return
  const option = seed === undefined ? (format === undefined ? null : 'format') : 'seed'
  if (option === null) return
  throw new Fault(`"--${option}" is for the report on made-up answers`, { hint: 'Add --report' })
}

const previewPartnership: Partnership = {
  folder: '.',
  config: null,
  plan: null,
  planSource: null,
  id: 'preview',
  findings: [],
}

async function runPreviewInterview(
  loaded: LoadedQuestionnaire,
  active: ActiveQuestionFinder,
  options: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  setLibraryColour(chooseColourLevel(options.color, io, getScreen(io)))
  const { questionnaire } = loaded
  const begun = createBlankResponse(loaded, {
    partnership: 'preview',
    partner: 'preview',
    respondent: 'r1',
    role: null,
    run: chooseRun(options),
    started: io.now().toISOString(),
  })
  if (!canAsk(io)) {
    const ids = listMissingIds(questionnaire, begun, active(begun))
    io.stdout.write(ids.map((id) => `${id}\n`).join(''))
    io.stderr.write(
      'There is no terminal to ask in; these would be asked first to last. "--report" needs none\n',
    )
    return exitCodes.questionsOpen
  }
  const { conductInterview: conduct } = await import('../../terminal/conduct.ts')
  const { beginRound } = await import('../../interview/round.ts')
  const screen = getScreen(io)
  let latest: Response = begun
  const seats = [{ name: 'preview', questionnaire, response: begun }]
  const outcome = await runUntilSignal((signal) =>
    conduct(beginRound(seats, active), {
      active,
      save: (response) => {
        latest = response
      },
      now: () => io.now().toISOString(),
      signal,
      input: io.stdin,
      output: screen,
      colour: chooseColourLevel(options.color, io, screen),
      notice: `Preview of "${makeVisibleLine(questionnaire.title)}". Nothing is saved`,
      accessible: isAccessible(options, io),
    }),
  )
  if (outcome === 'finished') {
    const { renderAssessmentSummary: summarised } = await import('../assessment-summary.ts')
    const assessment = await scoreAnswers(
      { responses: [latest], warnings: [] },
      previewPartnership,
      loaded,
      {},
      io,
    )
    io.stdout.write(await summarised(assessment, io.stdout, io, options.color))
  }
  io.stderr.write('It was a preview: nothing was saved.\n')
  return outcome === 'finished' ? exitCodes.fine : exitCodes.interrupted
}

async function writeMadeUpReport(
  loaded: LoadedQuestionnaire,
  active: ActiveQuestionFinder,
  options: PreviewOptions,
  io: Io,
): Promise<ExitCode> {
  const outputs = parseOutputs(options.format ?? ['markdown'], Object.keys(reportRenderers))
  const { seed = '1' } = options
  const assessment = await buildMadeUpAssessment(loaded, active, { ...options, seed }, io)
  for (const { name, file } of outputs) {
    const text = await reportRenderers[name]?.(assessment)
    if (text === undefined) continue
    if (file === null) io.stdout.write(text)
    else writeWhole(file, text)
  }
  const files = outputs.flatMap(({ file }) => file ?? [])
  io.stderr.write(files.map((file) => `Written to ${makeVisibleLine(file)}\n`).join(''))
  io.stderr.write(
    `Every answer is made up. "--seed ${makeVisibleLine(seed)}" makes the same ones again, another seed others\n`,
  )
  return exitCodes.fine
}

async function buildMadeUpAssessment(
  loaded: LoadedQuestionnaire,
  active: ActiveQuestionFinder,
  options: PreviewOptions & { readonly seed: string },
  io: Io,
): Promise<Assessment> {
  const { questionnaire, hash } = loaded
  const { createMadeUpResponses } = await import('../../questionnaire/made-up-responses.ts')
  const { seed } = options
  const responses = createMadeUpResponses({
    questionnaire,
    hash,
    active,
    seed,
    run: chooseRun(options),
    words: madeUpWords,
  })
  const assessment = await scoreAnswers(
    {
      responses,
      warnings: [
        `Every answer here is made up, by "accordant preview --report --seed ${makeVisibleLine(seed)}"`,
      ],
    },
    previewPartnership,
    loaded,
    {},
    io,
  )
  const title = `${questionnaire.title}, a preview with made-up answers`
  return { ...assessment, partners: madeUpWords.partners, style: { ...assessment.style, title } }
}

function chooseRun({ quick }: PreviewOptions): Response['run'] {
  return quick === true ? 'quick' : 'full'
}
