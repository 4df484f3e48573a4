import { exitCode, Fault } from '../model/fault.ts'
import { visibleLine } from '../model/visible.ts'
import { isKebab } from '../model/vocabulary.ts'
import { choose, typeIn } from './ask-prompt.ts'
import type { AskOptions, Pick } from './asking.ts'
import { chooseByLine, typeByLine } from './by-line/ask-by-line.ts'

/** A response that can be gone on with. */
export interface Unfinished {
  readonly file: string
  readonly answered: number
  readonly total?: number
  /** RFC 3339; null where the form was begun by hand. */
  readonly started: string | null
}

/** Which partner answers: one of those known from the plan, else any kebab-case id. Interrupted, it is a fault with 130. */
export async function askPartner(
  known: readonly { readonly id: string; readonly name: string }[],
  options: AskOptions,
): Promise<string> {
  if (known.length === 0) {
    return asked(
      typing('Which partner do you answer for? (a short id, like contoso)', checkId, options),
    )
  }
  const picks = known.map(({ id, name }) => ({ value: id, name: labelOf(id, name) }))
  return asked(choosing('Which partner do you answer for?', picks, options))
}

/** The respondent's role, blank where they would rather not say; `partner` where several sit at the table. */
export async function askRole(partner: string | null, options: AskOptions): Promise<string> {
  const whose = partner === null ? 'Your role' : `${visibleLine(partner)}: your role`
  return asked(typing(`${whose}, such as Sponsor (Enter leaves it out)`, () => null, options))
}

/** The file of the response to go on with, or `new`. */
export async function askResume(
  found: readonly Unfinished[],
  options: AskOptions,
): Promise<string> {
  const picks = found.map((own) => ({ value: own.file, name: resumeLabel(own) }))
  const fresh = { value: 'new', name: 'Start a new one' }
  return asked(choosing('There is an interview that is not finished', [...picks, fresh], options))
}

function choosing(message: string, picks: readonly Pick[], options: AskOptions) {
  return options.accessible === true
    ? chooseByLine(message, picks, options)
    : choose(message, picks, options)
}

function typing(message: string, check: (text: string) => string | null, options: AskOptions) {
  return options.accessible === true
    ? typeByLine(message, check, options)
    : typeIn(message, check, options)
}

async function asked(answer: Promise<string | null>): Promise<string> {
  const value = await answer
  if (value !== null) return value
  throw new Fault('Interrupted before the interview began; nothing was written', {
    exit: exitCode.interrupted,
  })
}

function labelOf(id: string, name: string): string {
  return name === id ? id : `${visibleLine(name)} (${id})`
}

function resumeLabel({ file, answered, total, started }: Unfinished): string {
  const count = total === undefined ? `${answered}` : `${answered} of ${total}`
  const begun = started === null ? '' : `, begun ${visibleLine(started.slice(0, 10))}`
  return `Go on with ${visibleLine(file)} (${count} answered${begun})`
}

/** What is wrong with an id, with one that would do; null when it is fine. */
function checkId(text: string): string | null {
  if (isKebab(text)) return null
  const near = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
  const example = isKebab(near) ? near : 'contoso'
  return `Use small letters, digits and single hyphens, like "${example}"`
}
