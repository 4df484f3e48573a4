import { readLogo } from '../app/load/logo.ts'
import { Fault } from '../model/fault.ts'
import type { HouseStyle } from '../model/house-style.ts'
import { createHouseLook, type PageLogo, type PageLook, toSixDigits } from '../render/html/look.ts'
import type { Message } from '../words/message.ts'
import { say } from '../words/say-message.ts'

/** The look that a house's settings give a page. A logo that is no picture, or a large one, is a Fault. */
export function buildPageLook({ accent, logo }: HouseStyle): PageLook {
  return createHouseLook(accent, logo === null ? null : embedLogo(logo))
}

/** What to say where a house's colour cannot be read on paper, so that a darker one is used. */
export function describeAccentChange({ accent }: HouseStyle): readonly Message[] {
  if (accent === null) return []
  const used = createHouseLook(accent, null).accent
  return used === toSixDigits(accent).toLowerCase() ? [] : [{ say: 'accent-changed', accent, used }]
}

/** What to say where a Word file cannot show a house's logo. */
export async function describeMissingLogo(style: HouseStyle): Promise<readonly Message[]> {
  const { canShowLogo } = await import('../render/word/logo.ts')
  const { logo } = buildPageLook(style)
  return logo === null || canShowLogo(logo) ? [] : [{ say: 'logo-not-in-word' }]
}

/** A picture never acts: browsers run no script of one in an `img`. */
function embedLogo(file: string): PageLogo {
  try {
    const { bytes, type } = readLogo(file)
    const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
    return { source, alternative: say({ say: 'logo-alternative' }) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    throw new Fault({ say: 'logo-of-settings', problem: error.reason }, { hint: error.hint })
  }
}
