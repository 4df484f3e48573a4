import { isMarkdown } from '../../app/load/source.ts'
import { draftPlan } from '../../app/start/draft-plan.ts'
import {
  type StartOptions,
  type StartResult,
  startFile,
  startWorkflow,
} from '../../app/start/start-files.ts'
import { startPartnership } from '../../app/start/start-partnership.ts'
import { type StartResponseOptions, startResponse } from '../../app/start/start-response.ts'
import { type ExitCode, exitCodes, Fault } from '../../model/fault.ts'
import { quotePath } from '../../model/quote-path.ts'
import { toSlug } from '../../model/slug.ts'
import { isKebab } from '../../model/vocabulary.ts'
import { type PlanToComplete, writeDraft } from '../../reading/write-draft.ts'
import type { askPartnerNames } from '../../terminal/ask.ts'
import { planPlaceholders as placeholders } from '../../words/en/placeholders.ts'
import { sayDraft } from '../../words/say-draft.ts'
import { say } from '../../words/say-message.ts'
import { runUntilSignal } from '../conduct-on-screen.ts'
import {
  canAsk,
  chooseColourLevel,
  getScreen,
  type Io,
  isAccessible,
  setLibraryColour,
} from '../io.ts'
import { writeNotes } from '../notes.ts'

interface InitOptions
  extends Omit<StartOptions, 'placeholders'>,
    Omit<StartResponseOptions, 'partner'> {
  readonly what?: string
  readonly color?: boolean
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
      return writeStarted(await startResponse(nameOnePartner(options), io, say), io)
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
      return writeStarted(
        await startPartnership(
          what ?? '.',
          { ...options, placeholders },
          createNameQuestions(options, io),
          io,
        ),
        io,
      )
  }
}

/** Null where nobody can be asked. */
function createNameQuestions({ color }: InitOptions, io: Io) {
  if (!canAsk(io)) return null
  setLibraryColour(chooseColourLevel(color, io, getScreen(io)))
  const around = { input: io.stdin, output: getScreen(io), accessible: isAccessible({}, io) }
  return async (check: Parameters<typeof askPartnerNames>[0]) => {
    const { askPartnerNames } = await import('../../terminal/ask.ts')
    return runUntilSignal((signal) => askPartnerNames(check, { ...around, signal }))
  }
}

/** A blank response is one person's, who answers for one partner. */
function nameOnePartner({ partner: partners = [], ...options }: InitOptions): StartResponseOptions {
  const [partner, ...others] = partners
  if (partner === undefined) return options
  if (others.length === 0) return { ...options, partner }
  throw new Fault(
    { say: 'response-of-partners' },
    { say: 'response-of-partners-hint', partner: quotePath(partner) },
  )
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

function refuseOptions(options: InitOptions): void {
  const { what, file, from, template, format } = options
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
  refuseUnused(options)
}

/** What each of these options works with: a partnership's folder, a file, or the plan of a document. */
const optionUses = {
  partner: ['folder', 'response', 'plan', 'config'],
  role: ['response'],
  quick: ['response'],
  questionnaire: ['folder', 'config', 'response', 'plan --from'],
  stage: ['folder', 'plan', 'plan --from'],
} as const

function refuseUnused(options: InitOptions): void {
  const { what = '', from } = options
  const kind = singleFiles.includes(what) || what === 'plan' ? what : 'folder'
  const place = from === undefined ? kind : 'plan --from'
  for (const [option, uses] of Object.entries(optionUses)) {
    const isGiven = options[option as keyof typeof optionUses] !== undefined
    if (!isGiven || uses.some((use) => use === place)) continue
    throw new Fault(
      { say: 'init-option-unused', what: place, option },
      { say: 'init-option-uses', uses },
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
