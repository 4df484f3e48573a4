import { dirname } from 'node:path'
import { takeLock } from '../../files/lock.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, makeFolder } from '../../files/search.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { visibleLine } from '../../model/visible.ts'
import { activeQuestions } from '../../questionnaire/conditions.ts'
import { colourLevel, tellLibraries } from '../colour.ts'
import { concluded, preflight } from '../conclude.ts'
import { type Sitting, sittingFor } from '../day-by-day.ts'
import { canAsk, type Io, screenOf } from '../io.ts'
import { loadPartnership } from '../load/partnership.ts'
import {
  isAccessible,
  type OpenedResponse,
  type OpenOptions,
  openResponse,
} from '../open-response.ts'
import { responseStore } from '../response-store.ts'
import { missingIn } from '../resumed.ts'
import { findingsText } from '../say.ts'
import { untilSignal } from '../signals.ts'

interface AssessOptions extends OpenOptions {
  readonly path: string
  readonly color?: boolean
}

/**
 * Interviews one respondent, saving after every answer, and ends with the verdict and the report. Where nothing is missing
 * nothing is asked; where nobody can be asked, the open questions are listed and nothing is written.
 */
export async function assess(options: AssessOptions, io: Io): Promise<ExitCode> {
  tellLibraries(colourLevel(options.color, io, screenOf(io)))
  const partnership = loadPartnership(startOf(options), undefined)
  const opened = await openResponse(options, partnership, io)
  const active = await activeQuestions(opened.loaded.questionnaire)
  const missing = missingIn(opened.loaded.questionnaire, opened.response, active(opened.response))
  if (missing.length > 0 && !canAsk(io)) return listOpen(missing, io)
  makeFolder(dirname(opened.path))
  const lock = takeLock(opened.path)
  try {
    await preflight(opened, partnership)
    io.stderr.write(findingsText(opened.findings))
    const store = responseStore(opened)
    if (opened.newlyAside.length > 0) {
      store.save(opened.response)
      io.stderr.write(`${visibleLine(asideText(opened.newlyAside))}\n`)
    }
    const sitting = sittingFor(opened.loaded.questionnaire, opened.response, active)
    let latest = opened.response
    const save = (response: Response) => {
      latest = sitting.saved(response)
      store.save(latest)
    }
    const again = canAsk(io) && hasDays(opened.loaded.questionnaire)
    const outcome =
      missing.length > 0 || again
        ? await interview(opened, sitting, save, options, io)
        : complete(opened.response, store.save, io)
    if (outcome !== 'finished') return left(opened.path, io)
    io.stderr.write(`Every answer is saved in ${visibleLine(opened.path)}\n`)
    const code = await concluded(opened.path, partnership, opened.loaded, io, options.color)
    io.stderr.write(comesNext(sitting.next(latest), opened.path))
    return code
  } finally {
    lock.release()
  }
}

/** The partnership is that of the response, which may be a new one in a folder still to be made, else of the path. */
function startOf({ path, response }: AssessOptions): string {
  if (response !== undefined && response !== '')
    return exists(response) ? response : nearestFolder(response)
  if (isFolder(path)) return path
  if (!exists(path)) readInput(path)
  throw new Fault(`"${path}" is no folder`, {
    hint: `To go on with a response, say --response ${path}`,
  })
}

function nearestFolder(path: string): string {
  const folder = dirname(path)
  return isFolder(folder) || folder === dirname(folder) ? folder : nearestFolder(folder)
}

/** The open ids are the answer of a run that cannot ask: they go to standard output, one a line. */
function listOpen(missing: readonly string[], io: Io): ExitCode {
  io.stdout.write(missing.map((id) => `${id}\n`).join(''))
  const questions = missing.length === 1 ? 'question is' : 'questions are'
  io.stderr.write(
    `${missing.length} ${questions} open, and there is no terminal to ask in; nothing was written\n`,
  )
  return exitCode.questionsOpen
}

type Outcome = 'finished' | 'left' | 'interrupted'

async function interview(
  opened: OpenedResponse,
  { active, title }: Sitting,
  save: (response: Response) => void,
  options: AssessOptions,
  io: Io,
): Promise<Outcome> {
  const screen = screenOf(io)
  const { conduct } = await import('../../terminal/conduct.ts')
  const { beginInterview } = await import('../../interview/interview.ts')
  const begun = beginInterview(opened.loaded.questionnaire, opened.response, active)
  return untilSignal((signal) =>
    conduct(begun, {
      active,
      save,
      now: () => io.now().toISOString(),
      signal,
      input: io.stdin,
      output: screen,
      colour: colourLevel(options.color, io, screen),
      notice: `${title === null ? '' : `${title}. `}Saving to ${opened.path} after every answer`,
      accessible: isAccessible(options, io),
    }),
  )
}

/** A form that was filled in by hand, with nothing left to ask, is finished as soon as it is looked at. */
function complete(response: Response, save: (response: Response) => void, io: Io): Outcome {
  if (response.completed === null) save({ ...response, completed: io.now().toISOString() })
  return 'finished'
}

/** Where one goes on another day. */
function comesNext(day: string | null, path: string): string {
  return day === null
    ? ''
    : `${visibleLine(day)}, comes next: accordant assess --response ${visibleLine(path)}\n`
}

function left(path: string, io: Io): ExitCode {
  if (!exists(path)) {
    io.stderr.write('Nothing was answered, and nothing was written.\n')
    return exitCode.interrupted
  }
  io.stderr.write(
    `Everything answered is in ${visibleLine(path)}.\nGo on with: accordant assess --response ${visibleLine(path)}\n`,
  )
  return exitCode.interrupted
}

function asideText(ids: readonly string[]): string {
  const answers =
    ids.length === 1
      ? 'One answer no longer fits and is'
      : `${ids.length} answers no longer fit and are`
  return `The questionnaire has changed. ${answers} set aside under "x-set-aside": ${ids.join(', ')}`
}
