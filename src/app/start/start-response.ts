import { dirname } from 'node:path'
import { isFolder } from '../../files/search.ts'
import { applyWords } from '../../model/apply-words.ts'
import { writePaperForm } from '../../reading/paper-form.ts'
import type { Say } from '../../words/message.ts'
import { chooseResponsePath } from '../interview/new-response.ts'
import { requirePartner } from '../load/belonging.ts'
import { listAskedPartners, standInPartners } from '../load/partners.ts'
import { loadPartnership } from '../load/partnership.ts'
import { getPartnershipId } from '../load/partnership-id.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
import { findResponsesHome } from '../load/responses-folder.ts'
import type { World } from '../world.ts'
import type { StartResult } from './start-files.ts'
import { findHomeFolder, refuseExisting, writeNewWithSchemaLine } from './starters.ts'

export interface StartResponseOptions {
  readonly file?: string
  readonly partner?: string
  readonly role?: string
  readonly questionnaire?: string
  readonly quick?: boolean
}

/** Writes a blank response of the current partnership, or of the one that the file lies in, to be filled in with an editor or on paper. */
export async function startResponse(
  options: StartResponseOptions,
  world: World,
  say: Say,
): Promise<StartResult> {
  const partnership = await loadPartnership(findStartFolder(options.file), undefined)
  const { questionnaire, hash } = await loadChosenQuestionnaire(
    options.questionnaire,
    partnership,
    world,
  )
  const partner =
    options.partner === undefined
      ? (listAskedPartners(partnership)?.[0] ?? standInPartners[0])
      : requirePartner(options.partner, partnership)
  const { path, respondent } = chooseResponsePath(partnership.folder, partner, options.file)
  const text = writePaperForm(
    {
      questionnaire: applyWords(questionnaire, null),
      hash,
      partnership: getPartnershipId(partnership),
      partner,
      respondent,
      role: options.role ?? null,
      run: options.quick === true ? 'quick' : 'full',
    },
    say,
  )
  refuseExisting(path, { say: 'file-exists-hint', what: 'response' })
  await writeNewWithSchemaLine('response', path, findHomeFolder(dirname(path)), text)
  return { written: [path], next: { say: 'next-response', file: path } }
}

/** The folder of the partnership that a file is for, as far up as there is one already. */
function findStartFolder(file: string | undefined): string {
  if (file === undefined) return '.'
  let folder = findResponsesHome(file) ?? dirname(file)
  while (!isFolder(folder) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}
