import { dirname } from 'node:path'
import { type Lock, takeLock } from '../../files/lock.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, makeFolder } from '../../files/search.ts'
import { type ExitCode, exitCode, Fault } from '../../model/fault.ts'
import { hasDays } from '../../model/questionnaire.ts'
import type { Response } from '../../model/response.ts'
import { visibleLine } from '../../model/visible.ts'
import { activeQuestions } from '../../questionnaire/conditions.ts'
import { listed } from '../../report/names.ts'
import { colourLevel, tellLibraries } from '../colour.ts'
import { concluded, preflight } from '../conclude.ts'
import { canAsk, type Io, screenOf } from '../io.ts'
import { loadPartnership } from '../load/partnership.ts'
import { isAccessible, type OpenedResponse, type OpenOptions } from '../open-response.ts'
import { missingIn } from '../resumed.ts'
import { findingsText } from '../say.ts'
import { openAll, refuseTable, type Seat, seatFor } from '../seats.ts'
import { untilSignal } from '../signals.ts'

interface AssessOptions extends Omit<OpenOptions, 'partner'> {
  readonly path: string
  /** Once for each partner at the table. */
  readonly partner?: readonly string[]
  readonly blind?: boolean
  readonly color?: boolean
}

/**
 * Interviews one respondent, or one of each partner at one table, saving after every answer, and ends with the verdict and
 * the report. Where nothing is missing nothing is asked; where nobody can be asked, the open questions are listed and nothing
 * is written.
 */
export async function assess(options: AssessOptions, io: Io): Promise<ExitCode> {
  tellLibraries(colourLevel(options.color, io, screenOf(io)))
  refuseTable(options, io)
  const partnership = loadPartnership(startOf(options), undefined)
  const { first, all } = await openAll(options, partnership, io)
  const { questionnaire } = first.loaded
  const active = await activeQuestions(questionnaire)
  const missing = all.map(({ response }) => ({
    partner: response.partner,
    ids: missingIn(questionnaire, response, active(response)),
  }))
  const isMissing = missing.some(({ ids }) => ids.length > 0)
  if (isMissing && !canAsk(io)) return listOpen(missing, io)
  const locks: Lock[] = []
  try {
    for (const { path } of all) {
      makeFolder(dirname(path))
      locks.push(takeLock(path))
    }
    for (const opened of all) {
      await preflight(opened, partnership)
      io.stderr.write(findingsText(opened.findings))
    }
    const seats = all.map((opened) => seatFor(opened, active, partnership, io))
    const again = canAsk(io) && hasDays(questionnaire)
    const outcome = isMissing || again ? await interview(seats, options, io) : complete(seats, io)
    if (outcome !== 'finished') return left(all, options.path, io)
    for (const { path } of all) io.stderr.write(`Every answer is saved in ${visibleLine(path)}\n`)
    const code = await concluded(first.path, partnership, first.loaded, io, options.color)
    for (const { opened, next } of seats) io.stderr.write(comesNext(next(), opened.path))
    return code
  } finally {
    for (const lock of locks) lock.release()
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

/** The open ids are the answer of a run that cannot ask: they go to standard output, one a line; of several partners, after whose they are. */
function listOpen(
  missing: readonly { readonly partner: string; readonly ids: readonly string[] }[],
  io: Io,
): ExitCode {
  const lines = missing.flatMap(({ partner, ids }) =>
    ids.map((id) => (missing.length === 1 ? id : `${partner} ${id}`)),
  )
  io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  const questions = lines.length === 1 ? 'question is' : 'questions are'
  io.stderr.write(
    `${lines.length} ${questions} open, and there is no terminal to ask in; nothing was written\n`,
  )
  return exitCode.questionsOpen
}

type Outcome = 'finished' | 'left' | 'interrupted'

async function interview(seats: readonly Seat[], options: AssessOptions, io: Io): Promise<Outcome> {
  const screen = screenOf(io)
  const { conduct } = await import('../../terminal/conduct.ts')
  const { beginInterview } = await import('../../interview/interview.ts')
  const { beginRound } = await import('../../interview/round.ts')
  const of = new Map(seats.map((seat) => [seat.opened.response.partner, seat]))
  const active = (response: Response) => of.get(response.partner)?.active(response) ?? new Set()
  const round = beginRound(
    seats.map(({ name, opened: { loaded, response } }) => ({
      name,
      interview: beginInterview(loaded.questionnaire, response, active),
    })),
    options.blind,
  )
  return untilSignal((signal) =>
    conduct(round, {
      active,
      save: (response) => of.get(response.partner)?.save(response),
      now: () => io.now().toISOString(),
      signal,
      input: io.stdin,
      output: screen,
      colour: colourLevel(options.color, io, screen),
      notice: noticeOf(seats),
      accessible: isAccessible(options, io),
    }),
  )
}

function noticeOf(seats: readonly Seat[]): string {
  const title = seats[0]?.title ?? null
  const paths = seats.map(({ opened }) => opened.path)
  return `${title === null ? '' : `${title}. `}Saving to ${listed(paths)} after every answer`
}

/** A form that was filled in by hand, with nothing left to ask, is finished as soon as it is looked at. */
function complete(seats: readonly Seat[], io: Io): Outcome {
  for (const { opened, write } of seats) {
    const { response } = opened
    if (response.completed === null) write({ ...response, completed: io.now().toISOString() })
  }
  return 'finished'
}

/** Where one goes on another day. */
function comesNext(day: string | null, path: string): string {
  return day === null
    ? ''
    : `${visibleLine(day)}, comes next: accordant assess --response ${visibleLine(path)}\n`
}

function left(all: readonly OpenedResponse[], folder: string, io: Io): ExitCode {
  const paths = all.map(({ path }) => path).filter((path) => exists(path))
  if (paths.length === 0) {
    io.stderr.write('Nothing was answered, and nothing was written.\n')
    return exitCode.interrupted
  }
  const again =
    all.length === 1
      ? paths.map((path) => ` --response ${visibleLine(path)}`)
      : [
          folder === '.' ? '' : ` ${visibleLine(folder)}`,
          ...all.map(({ response }) => ` --partner ${response.partner}`),
        ]
  io.stderr.write(
    `Everything answered is in ${visibleLine(listed(paths))}.\nGo on with: accordant assess${again.join('')}\n`,
  )
  return exitCode.interrupted
}
