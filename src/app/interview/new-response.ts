import { basename, join } from 'node:path'
import { exists } from '../../files/search.ts'
import { isKebab } from '../../model/vocabulary.ts'

/**
 * Where a new response goes: the file that was named, or `responses/<partner>-<respondent>.yaml` with the next free
 * respondent, `r1`, `r2`, … One that another run holds is not free.
 */
export function chooseResponsePath(
  folder: string,
  partner: string,
  named?: string,
): { readonly path: string; readonly respondent: string } {
  if (named !== undefined) {
    return { path: named, respondent: toRespondentId(named, partner) }
  }
  const responses = join(folder, 'responses')
  for (let number = 1; ; number++) {
    const path = join(responses, `${partner}-r${number}.yaml`)
    const held = exists(join(responses, `.${basename(path)}.lock`))
    if (!exists(path) && !held) return { path, respondent: `r${number}` }
  }
}

/** `contoso-r3.yaml` is r3's; any other name is its own respondent, so that two files never claim one person. */
function toRespondentId(file: string, partner: string): string {
  const name = basename(file).replace(/\.(ya?ml|json)$/, '')
  const own = name.startsWith(`${partner}-`) ? name.slice(partner.length + 1) : name
  return isKebab(own) ? own : 'r1'
}
