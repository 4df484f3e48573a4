import { darkColours, lightColours } from './colours.ts'
import { findReadableColour, toSixDigits } from './contrast.ts'

/** What a client's house may change in the look of a page. */
export interface PageLook {
  /** Of headings, links and rules, on white paper: `#` and six hexadecimal digits. */
  readonly accent: string
  /** The same on a dark screen. */
  readonly accentOnDark: string
  /** Stands over the title. */
  readonly logo: PageLogo | null
}

export interface PageLogo {
  /** A `data:` address; nothing is ever fetched. */
  readonly source: string
  readonly alternative: string
}

export const plainLook: PageLook = {
  accent: '#1f4e79',
  accentOnDark: '#8fbdf0',
  logo: null,
}

/** The look of a house: its colour where it can be read, on paper and on a dark screen, else the nearest shade that can. */
export function createHouseLook(accent: string | null, logo: PageLogo | null): PageLook {
  if (accent === null) return { ...plainLook, logo }
  const colour = toSixDigits(accent).toLowerCase()
  return {
    accent: findReadableColour(lightColours.shade, colour),
    accentOnDark: findReadableColour(darkColours.shade, colour),
    logo,
  }
}
