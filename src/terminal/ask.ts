import { exitCodes, Fault } from '../model/fault.ts'
import { toSlug } from '../model/slug.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { isKebab } from '../model/vocabulary.ts'
import type { AskOptions, PickItem } from './ask-options.ts'
import { chooseInPrompt, typeInPrompt } from './ask-prompt.ts'
import { chooseByLine, typeByLine } from './by-line/ask-by-line.ts'

/** A response that can be gone on with. */
export interface UnfinishedResponse {
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
    return requireAnswer(
      typeText('Which partner do you answer for? (a short id, like contoso)', checkId, options),
    )
  }
  const items = known.map(({ id, name }) => ({ value: id, name: formatPartnerLabel(id, name) }))
  return requireAnswer(chooseItem('Which partner do you answer for?', items, options))
}

/** The respondent's role, blank where they would rather not say; `partner` where several sit at the table. */
export async function askRole(partner: string | null, options: AskOptions): Promise<string> {
  const whose = partner === null ? 'Your role' : `${makeVisibleLine(partner)}: your role`
  return requireAnswer(
    typeText(`${whose}, such as Sponsor (Enter leaves it out)`, () => null, options),
  )
}

/** The file of the response to go on with, or `new`. */
export async function askResume(
  found: readonly UnfinishedResponse[],
  options: AskOptions,
): Promise<string> {
  const items = found.map((own) => ({ value: own.file, name: formatResumeLabel(own) }))
  const fresh = { value: 'new', name: 'Start a new one' }
  return requireAnswer(
    chooseItem('There is an interview that is not finished', [...items, fresh], options),
  )
}

function chooseItem(message: string, items: readonly PickItem[], options: AskOptions) {
  return options.accessible === true
    ? chooseByLine(message, items, options)
    : chooseInPrompt(message, items, options)
}

function typeText(message: string, check: (text: string) => string | null, options: AskOptions) {
  return options.accessible === true
    ? typeByLine(message, check, options)
    : typeInPrompt(message, check, options)
}

async function requireAnswer(answer: Promise<string | null>): Promise<string> {
  const value = await answer
  if (value !== null) return value
  throw new Fault('Interrupted before the interview began; nothing was written', {
    exit: exitCodes.interrupted,
  })
}

function formatPartnerLabel(id: string, name: string): string {
  return name === id ? id : `${makeVisibleLine(name)} (${id})`
}

function formatResumeLabel({ file, answered, total, started }: UnfinishedResponse): string {
  const count = total === undefined ? `${answered}` : `${answered} of ${total}`
  const begun = started === null ? '' : `, begun ${makeVisibleLine(started.slice(0, 10))}`
  return `Go on with ${makeVisibleLine(file)} (${count} answered${begun})`
}

/** What is wrong with an id, with one that would do; null when it is fine. */
function checkId(text: string): string | null {
  if (isKebab(text)) return null
  const example = toSlug(text) || 'contoso'
  return `Use small letters, digits and single hyphens, like "${example}"`
}
