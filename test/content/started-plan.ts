import { parse } from 'yaml'
import { guessPartners } from '../../src/app/start/new-partners.ts'
import { fillStarter, readStarter } from '../../src/app/start/starters.ts'
import type { Stage } from '../../src/model/vocabulary.ts'
import { planPlaceholders as placeholders } from '../../src/words/en/placeholders.ts'

/** The starter of a plan with its places filled in; with the examples of every section where `filledIn`. */
export function startedPlan(
  root: string,
  given: { readonly stage: Stage; readonly today: string; readonly filledIn: boolean },
): unknown {
  const { stage, today, filledIn } = given
  const text = readStarter('plan.yaml', { root })
  const examples = filledIn
    ? text.replaceAll(/^ *##@.*\n/gm, '').replaceAll(/^( *)# /gm, '$1')
    : text
  const name = 'northwind-contoso'
  const partners = guessPartners(name)
  return parse(fillStarter(examples, { name, partners, stage, today, version: '0', placeholders }))
}
