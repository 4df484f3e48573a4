import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** The starter of a plan with its places filled in; with the examples of every section where `filledIn`. */
export function startedPlan(
  root: string,
  given: { readonly stage: string; readonly today: string; readonly filledIn: boolean },
): unknown {
  const starter = readFileSync(join(root, 'questionnaires', 'starters', 'plan.yaml'), 'utf8')
    .replaceAll('{{name}}', 'cold-chain')
    .replaceAll('{{partner-a}}', 'northwind')
    .replaceAll('{{partner-b}}', 'contoso')
    .replaceAll('{{today}}', given.today)
    .replace('stage: exploring', `stage: ${given.stage}`)
  return parse(given.filledIn ? starter.replaceAll(/^( *)# /gm, '$1') : starter)
}
