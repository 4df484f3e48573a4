import { basename, dirname, join, resolve } from 'node:path'
import { exists, isFolder, makeFolder } from '../../files/search.ts'
import { Fault } from '../../model/fault.ts'
import { quotePath } from '../../model/quote-path.ts'
import { toSlug } from '../../model/slug.ts'
import { toOneLine } from '../../model/value.ts'
import { makeVisibleLine } from '../../model/visible.ts'
import { isKebab, maxIdLength } from '../../model/vocabulary.ts'
import type { Message } from '../../words/message.ts'
import { identifyNewPartnership } from '../load/partnership-id.ts'
import { isMarkdown, isWord } from '../load/source.ts'
import type { World } from '../world.ts'
import { findNameProblem, guessPartners, type NewPartner, readNewPartners } from './new-partners.ts'
import { chooseQuestionnaire, fillSettings } from './settings.ts'
import { listStarterValues, type StartOptions, type StartResult } from './start-files.ts'
import { fillStarter, readStarter, refuseExisting, writeNewWithSchemaLine } from './starters.ts'

/** The names that a person types, none for later; `check` says what is wrong with one after those before, or null. */
type AskPartnerNames = (
  check: (name: string, before: readonly string[]) => Message | null,
) => Promise<readonly string[]>

/**
 * Writes a partnership's folder: its settings, its plan, and an empty folder for responses. `ask` is null where nobody can be
 * asked; nothing is asked or written where the folder cannot be made.
 */
export async function startPartnership(
  typed: string,
  options: StartOptions,
  ask: AskPartnerNames | null,
  world: World,
): Promise<StartResult> {
  const { folder, name, title } = findPlace(typed)
  const config = join(folder, 'accordant.yaml')
  const plan = join(folder, 'plan.yaml')
  refuseExisting(config, { say: 'partnership-exists-hint', folder: quotePath(folder) })
  refuseExisting(plan, { say: 'plan-exists-hint', config: quotePath(config) })
  const chosen = await chooseQuestionnaire(options, world)
  const isOneSided = chosen?.questionnaire.leastPartners === 1
  const named = await choosePartners(options.partner, isOneSided ? 'one-side' : ask)
  const guessed = /\s/.test(title) ? null : guessPartners(name)
  const partners = isOneSided || named.length > 0 ? named : guessed
  const values = listStarterValues({ name, title, partners }, options, world)
  const settings = fillSettings(values, { folder, named, chosen }, world)
  makeFolder(join(folder, 'responses'))
  await writeNewWithSchemaLine('config', config, folder, settings)
  const planText = fillStarter(readStarter('plan.yaml', world), values)
  await writeNewWithSchemaLine('plan', plan, folder, planText)
  return {
    written: [config, plan, `${join(folder, 'responses')}/`],
    next:
      folder === '.'
        ? { say: 'next-partnership-here' }
        : { say: 'next-partnership', folder: quotePath(folder) },
  }
}

interface Place {
  readonly folder: string
  /** The id of the partnership. */
  readonly name: string
  readonly title: string
}

/** A folder that is there keeps its name; a new one gets the id that is made of the name. */
function findPlace(typed: string): Place {
  if (isFolder(typed)) {
    const name = identifyNewPartnership(typed)
    return { folder: typed, name, title: toTitle(basename(resolve(typed))) || name }
  }
  const own = basename(typed)
  const name = toSlug(own, maxIdLength)
  const meant = findMeantCommand(typed)
  const isFile = exists(typed)
  if (meant === null && !isFile && isKebab(name)) {
    return { folder: join(dirname(typed), name), name, title: toTitle(own) }
  }
  throw new Fault(
    isFile
      ? { say: 'path-not-a-folder', path: typed }
      : { say: 'partnership-name-invalid', name: own },
    meant === null
      ? { say: 'partnership-name-hint' }
      : { say: 'partnership-name-meant', command: `accordant init ${meant}` },
  )
}

function toTitle(typed: string): string {
  return makeVisibleLine(toOneLine(typed))
}

/** What was meant by the name of a file that can be a plan, or of a kind with capitals; null for any other name. */
function findMeantCommand(typed: string): string | null {
  const what = typed.toLowerCase()
  if (['plan', 'response', 'questionnaire', 'config', 'ci'].includes(what)) return what
  const isDocument = isWord(what) || (isMarkdown(what) && exists(typed))
  if (isDocument) return `plan --from ${quotePath(typed)}`
  return isMarkdown(what) || /\.ya?ml$/.test(what) ? `plan ${quotePath(typed)}` : null
}

/** Those that were named, else those that a person names; none where one side alone is asked, unless they were named. */
async function choosePartners(
  given: readonly string[] | undefined,
  ask: AskPartnerNames | 'one-side' | null,
): Promise<readonly NewPartner[]> {
  if (given === undefined) {
    return ask === null || ask === 'one-side' ? [] : readNewPartners(await ask(findNameProblem))
  }
  const partners = readNewPartners(given)
  if (partners.length > 1 || ask === 'one-side') return partners
  throw new Fault(
    { say: 'partners-too-few' },
    { say: 'partners-too-few-hint', partner: quotePath(given[0] ?? '') },
  )
}
