import { isMarkdown } from '../../app/load/source.ts'
import {
  type StartOptions,
  type StartResult,
  startFile,
  startPartnership,
  startWorkflow,
} from '../../app/start/start-files.ts'
import { type StartResponseOptions, startResponse } from '../../app/start/start-response.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { toSlug } from '../../model/slug.ts'
import { isKebab } from '../../model/vocabulary.ts'
import { planPlaceholders as placeholders } from '../../words/en/placeholders.ts'
import { say } from '../../words/say-message.ts'
import type { Io } from '../io.ts'
import { writeNotes } from '../notes.ts'

interface InitOptions extends Omit<StartOptions, 'placeholders'>, StartResponseOptions {
  readonly what?: string
}

/** Starts a partnership's folder, or a single file. Nothing that exists is overwritten. */
export async function runInit(options: InitOptions, io: Io): Promise<ExitCode> {
  const { what, file } = options
  refuseOptions(options)
  switch (what) {
    case 'response':
      return writeStarted(await startResponse(options, io, say), io)
    case 'plan':
    case 'config':
    case 'questionnaire':
      return writeStarted(await startFile(what, file, { ...options, placeholders }, io), io)
    case 'ci': {
      const started = startWorkflow(file, io)
      writeStarted(started, io)
      io.stdout.write(`\n${started.gitlab}`)
      return exitCodes.fine
    }
    default:
      if (file !== undefined) throw createTwoNamesFault(what ?? '', file)
      return writeStarted(await startPartnership(what ?? '.', { ...options, placeholders }, io), io)
  }
}

/** Two partners, or a name of two words without quotes. */
function createTwoNamesFault(first: string, second: string): Fault {
  const id = toSlug(`${first}-${second}`)
  const command = `accordant init ${id}`
  return new Fault(
    { say: 'init-one-argument', what: first },
    { hint: isKebab(id) ? { say: 'init-one-name', command } : null },
  )
}

function refuseOptions({ what, file, template, questionnaire, format }: InitOptions): void {
  if (template !== undefined && what !== 'questionnaire') {
    throw new Fault(
      { say: 'template-without-questionnaire' },
      { say: 'template-without-questionnaire-hint', template },
    )
  }
  if (format !== undefined && what !== 'plan') {
    throw new Fault({ say: 'init-format-without-plan' }, { say: 'init-format-without-plan-hint' })
  }
  if (format !== undefined && file !== undefined && isMarkdown(file) !== (format === 'markdown')) {
    throw new Fault({ say: 'init-format-differs', file, format })
  }
  if (questionnaire !== undefined && ['plan', 'questionnaire', 'ci'].includes(what ?? '')) {
    throw new Fault(
      { say: 'init-takes-no-questionnaire', what: what ?? '' },
      { say: 'init-takes-no-questionnaire-hint' },
    )
  }
}

function writeStarted({ written, next }: StartResult, io: Io): ExitCode {
  writeNotes(io.stdout, ...written.map((path) => ({ say: 'wrote', path }) as const), next)
  return exitCodes.fine
}
