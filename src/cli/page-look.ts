import { readInput } from '../files/read-input.ts'
import { Fault } from '../model/fault.ts'
import type { HouseStyle } from '../model/house-style.ts'
import { createHouseLook, type PageLogo, type PageLook, toSixDigits } from '../render/html/look.ts'
import type { Message } from '../words/message.ts'
import { say } from '../words/say-message.ts'

const maxLogoBytes = 500 * 1024

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

/** A picture never acts: browsers run no script of one in an `img`. */
function embedLogo(file: string): PageLogo {
  const bytes = readInput(file)
  const type = findImageType(bytes)
  if (type === null) {
    throw new Fault({ say: 'logo-not-a-picture', file }, { say: 'logo-not-a-picture-hint' })
  }
  if (bytes.length > maxLogoBytes) {
    const size = Math.ceil(bytes.length / 1024)
    throw new Fault({ say: 'logo-too-large', file, size })
  }
  const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
  return { source, alternative: say({ say: 'logo-alternative' }) }
}

const imageSignatures: readonly (readonly [type: string, at: number, text: string])[] = [
  ['image/png', 0, '\x89PNG\r\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
]

function findImageType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const found = imageSignatures.find(([, at, text]) => head.startsWith(text, at))
  if (found !== undefined) return found[0]
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<svg[\s>]/.test(head)
    ? 'image/svg+xml'
    : null
}
