import { dirname } from 'node:path'
import { applyWords } from '../../model/apply-words.ts'
import { Fault } from '../../model/fault.ts'
import { isKebab } from '../../model/vocabulary.ts'
import { writePaperForm } from '../../reading/paper-form.ts'
import type { Say } from '../../words/message.ts'
import { chooseResponsePath } from '../interview/new-response.ts'
import { loadPartnership } from '../load/partnership.ts'
import { loadChosenQuestionnaire } from '../load/response-questionnaire.ts'
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

/** Writes a blank response of the current partnership, to be filled in with an editor or on paper. */
export async function startResponse(
  options: StartResponseOptions,
  world: World,
  say: Say,
): Promise<StartResult> {
  const partnership = loadPartnership('.', undefined)
  const { questionnaire, hash } = await loadChosenQuestionnaire(
    options.questionnaire,
    partnership,
    world,
  )
  const partner = options.partner ?? partnership.plan?.partners?.[0]?.id ?? 'partner-a'
  requirePartnerId(partner)
  const { path, respondent } = chooseResponsePath(partnership.folder, partner, options.file)
  const text = writePaperForm(
    {
      questionnaire: applyWords(questionnaire, null),
      hash,
      partnership: partnership.id,
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

export function requirePartnerId(partner: string): void {
  if (isKebab(partner)) return
  throw new Fault(
    { say: 'partner-id-invalid', partner },
    { say: 'id-shape-hint', example: 'contoso' },
  )
}
