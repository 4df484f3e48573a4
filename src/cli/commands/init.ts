import { isMarkdown } from '../../app/load/source.ts'
import { draftPlan, quotePath } from '../../app/start/draft-plan.ts'
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
import { type PlanToComplete, writeDraft } from '../../reading/write-draft.ts'
import { planPlaceholders as placeholders } from '../../words/en/placeholders.ts'
import { sayDraft } from '../../words/say-draft.ts'
import { say } from '../../words/say-message.ts'
import type { Io } from '../io.ts'
import { writeNotes } from '../notes.ts'

interface InitOptions extends Omit<StartOptions, 'placeholders'>, StartResponseOptions {
  readonly what?: string
  /** A document that the plan is read from. */
  readonly from?: string
}

/** Starts a partnership's folder, or a single file. Nothing that exists is overwritten. */
export async function runInit(options: InitOptions, io: Io): Promise<ExitCode> {
  const { what, file, from } = options
  refuseOptions(options)
  if (from !== undefined) {
    const write = (draft: PlanToComplete) => writeDraft(draft, say, sayDraft)
    return writeStarted(await draftPlan(file, { ...options, from }, io, write), io)
  }
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

function refuseOptions({ what, file, from, template, questionnaire, format }: InitOptions): void {
  if (from !== undefined && what !== 'plan') throw createFromFault(what, file, from)
  if (from !== undefined && format === 'markdown') {
    const hint = { say: 'run-init-from', file: null, from: quotePath(from) } as const
    throw new Fault({ say: 'from-as-markdown' }, { hint })
  }
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
  if (
    from === undefined &&
    questionnaire !== undefined &&
    ['plan', 'questionnaire', 'ci'].includes(what ?? '')
  ) {
    throw new Fault(
      { say: 'init-takes-no-questionnaire', what: what ?? '' },
      { say: 'init-takes-no-questionnaire-hint' },
    )
  }
}

/** `--from` without "plan": with what was meant as the partnership's name, the plan goes into its folder. */
function createFromFault(what: string | undefined, name: string | undefined, from: string): Fault {
  const isFolder = what !== undefined && name === undefined && !singleFiles.includes(what)
  const file = isFolder ? quotePath(`${what}/plan.yaml`) : null
  return new Fault(
    { say: 'from-without-plan' },
    { hint: { say: 'run-init-from', file, from: quotePath(from) } },
  )
}

const singleFiles = ['response', 'questionnaire', 'config', 'ci']

function writeStarted({ written, next }: StartResult, io: Io): ExitCode {
  writeNotes(io.stdout, ...written.map((path) => ({ say: 'wrote', path }) as const), next)
  return exitCodes.fine
}
