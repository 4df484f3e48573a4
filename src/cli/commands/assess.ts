import { dirname, join } from 'node:path'
import { requireVerdictPossible } from '../../app/interview/conclude.ts'
import { loadResponsePartnership, requirePartnership } from '../../app/interview/home.ts'
import { buildInterviewNotice } from '../../app/interview/notice.ts'
import type { OpenedResponse } from '../../app/interview/open-response.ts'
import type { OpeningQuestions } from '../../app/interview/opening.ts'
import { listMissingIds } from '../../app/interview/resume-response.ts'
import {
  createSeat,
  openResponses,
  type RespondentSeat,
  refuseSeatOptions,
  requirePartners,
  type SeatOptions,
} from '../../app/interview/seats.ts'
import type { Partnership } from '../../app/load/partnership.ts'
import { removeLeftOvers } from '../../files/left-overs.ts'
import { type Lock, takeLock } from '../../files/lock.ts'
import { readInput } from '../../files/read-input.ts'
import { exists, isFolder, makeFolder } from '../../files/search.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { hasDays } from '../../model/questionnaire.ts'
import { createActiveQuestionFinder } from '../../questionnaire/conditions.ts'
import type { Message } from '../../words/message.ts'
import { writeInterviewVerdict } from '../conclude.ts'
import { conductOnScreen } from '../conduct-on-screen.ts'
import {
  canAsk,
  chooseColourLevel,
  getScreen,
  type Io,
  isAccessible,
  setLibraryColour,
} from '../io.ts'
import { formatPlacedFindings, writeNotes } from '../notes.ts'

interface AssessOptions extends SeatOptions {
  readonly path: string
  readonly color?: boolean
}

/**
 * Interviews one respondent, or one of each partner at one table, saving after every answer, and ends with the verdict and
 * the report. Where nothing is missing nothing is asked; where nobody can be asked, the open questions are listed and nothing
 * is written.
 */
export async function runAssess(given: AssessOptions, io: Io): Promise<ExitCode> {
  setLibraryColour(chooseColourLevel(given.color, io, getScreen(io)))
  refuseSeatOptions({ ...given, accessible: isAccessible(given, io) })
  const partnership = await loadInterviewPartnership(given)
  removeLeftOvers([partnership.folder, join(partnership.folder, 'responses')])
  const options = { ...given, partner: requirePartners(given.partner ?? [], partnership) }
  const { first, all } = await openResponses(options, {
    partnership,
    world: io,
    questions: await createOpeningQuestions(options, io),
  })
  const { questionnaire } = first.loaded
  const active = await createActiveQuestionFinder(questionnaire)
  const missing = all.map(({ response }) => ({
    partner: response.partner,
    ids: listMissingIds(questionnaire, response, active(response)),
  }))
  const isMissing = missing.some(({ ids }) => ids.length > 0)
  if (isMissing && !canAsk(io)) return writeOpenQuestions(missing, io)
  const locks: Lock[] = []
  try {
    for (const { path } of all) {
      makeFolder(dirname(path))
      locks.push(takeLock(path))
    }
    for (const opened of all) {
      await requireVerdictPossible(opened, partnership)
      io.stderr.write(formatPlacedFindings(opened.findings))
    }
    const seats = all.map((opened) => createSeat(opened, active, partnership))
    writeNotes(
      io.stderr,
      ...all.flatMap(({ doubt }) => doubt ?? []),
      ...seats.flatMap(({ note }) => note ?? []),
    )
    const again = canAsk(io) && hasDays(questionnaire)
    const outcome =
      isMissing || again
        ? await runInterview(seats, partnership, options, io)
        : completeResponses(seats, io)
    if (outcome !== 'finished') return writeResumeHint(all, options.path, io)
    writeNotes(io.stderr, ...all.map(({ path }) => ({ say: 'answers-saved', file: path }) as const))
    const code = await writeInterviewVerdict(
      first.path,
      partnership,
      first.loaded,
      io,
      options.color,
    )
    writeNotes(io.stderr, ...seats.flatMap(describeNextDay))
    return code
  } finally {
    for (const lock of locks) lock.release()
  }
}

/** Null where nobody can be asked. */
async function createOpeningQuestions(
  options: AssessOptions,
  io: Io,
): Promise<OpeningQuestions | null> {
  if (!canAsk(io)) return null
  const { askCode, askPartner, askResume, askRole } = await import('../../terminal/ask.ts')
  const around = { input: io.stdin, output: getScreen(io), accessible: isAccessible(options, io) }
  return {
    askPartner: (known, answering, isOneSided) =>
      askPartner(known, { answering, isOneSided }, around),
    askResume: (found) => askResume(found, around),
    askRole: (partner) => askRole(partner, around),
    askCode: (isGiven, check) => askCode(isGiven, check, around),
  }
}

/** That of the response to continue, else that of the path. */
async function loadInterviewPartnership({ path, response }: AssessOptions): Promise<Partnership> {
  if (response === '') throw new Fault({ say: 'response-without-file' })
  if (response !== undefined) return loadResponsePartnership(response, path)
  if (!exists(path)) readInput(path)
  if (!isFolder(path)) {
    throw new Fault(
      { say: 'path-not-a-folder', path },
      { say: 'continue-with-response', file: path },
    )
  }
  return requirePartnership(path)
}

/** The open ids are the answer of a run that cannot ask: they go to standard output, one a line; of several partners, after whose they are. */
function writeOpenQuestions(
  missing: readonly { readonly partner: string; readonly ids: readonly string[] }[],
  io: Io,
): ExitCode {
  const lines = missing.flatMap(({ partner, ids }) =>
    ids.map((id) => (missing.length === 1 ? id : `${partner} ${id}`)),
  )
  io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  writeNotes(io.stderr, { say: 'questions-open', questions: lines.length })
  return exitCodes.questionsOpen
}

function runInterview(
  seats: readonly RespondentSeat[],
  partnership: Partnership,
  options: AssessOptions,
  io: Io,
): ReturnType<typeof conductOnScreen> {
  const byPartner = new Map(seats.map((seat) => [seat.opened.response.partner, seat]))
  return conductOnScreen(
    seats.map(({ name, opened: { loaded, response } }) => ({
      name,
      questionnaire: loaded.questionnaire,
      response,
    })),
    {
      active: (response) => byPartner.get(response.partner)?.active(response) ?? new Set(),
      save: (response) => byPartner.get(response.partner)?.save(response),
      notice: buildInterviewNotice(seats, partnership, options.blind === true),
      ...options,
    },
    io,
  )
}

/** A form that was filled in by hand, with nothing left to ask, is finished as soon as it is looked at. */
function completeResponses(seats: readonly RespondentSeat[], io: Io): 'finished' {
  for (const { opened, write } of seats) {
    const { response } = opened
    if (response.completed === null) write({ ...response, completed: io.now().toISOString() })
  }
  return 'finished'
}

/** How to continue on another day. */
function describeNextDay({ next, opened }: RespondentSeat): readonly Message[] {
  const day = next()
  return day === null ? [] : [{ say: 'next-day', day, file: opened.path }]
}

function writeResumeHint(all: readonly OpenedResponse[], folder: string, io: Io): ExitCode {
  const files = all.map(({ path }) => path).filter((path) => exists(path))
  const partners = all.map(({ response }) => response.partner)
  writeNotes(
    io.stderr,
    files.length === 0
      ? { say: 'nothing-answered' }
      : all.length === 1
        ? { say: 'continue-response', file: files[0] ?? '' }
        : { say: 'continue-table', files, folder, partners },
  )
  return exitCodes.interrupted
}
