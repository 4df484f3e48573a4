import type { beginRound } from '../interview/round.ts'
import type { Notice } from '../model/notice.ts'
import type { ActiveQuestionFinder, Response } from '../model/response.ts'
import { chooseColourLevel, getScreen, type Io, isAccessible } from './io.ts'

interface ScreenOptions {
  readonly active: ActiveQuestionFinder
  readonly save: (response: Response) => void
  readonly notice: Notice
  readonly blind?: boolean
  readonly accessible?: boolean
  readonly color?: boolean
}

/** Interviews those who sit at the table on the terminal, until they finish, leave or are interrupted. */
export async function conductOnScreen(
  seats: Parameters<typeof beginRound>[0],
  { active, save, notice, blind = false, ...options }: ScreenOptions,
  io: Io,
): Promise<'finished' | 'left' | 'interrupted'> {
  const { conductInterview } = await import('../terminal/conduct.ts')
  const { beginRound } = await import('../interview/round.ts')
  const output = getScreen(io)
  return runUntilSignal((signal) =>
    conductInterview(beginRound(seats, active, { blind, notice }), {
      active,
      save,
      now: () => io.now().toISOString(),
      signal,
      input: io.stdin,
      output,
      colour: chooseColourLevel(options.color, io, output),
      accessible: isAccessible(options, io),
    }),
  )
}

const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'] as const

/** Runs work that an outside signal ends in good order: the terminal gets a chance to put itself back. */
async function runUntilSignal<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  for (const signal of signals) process.on(signal, abort)
  try {
    return await work(controller.signal)
  } finally {
    for (const signal of signals) process.off(signal, abort)
  }
}
