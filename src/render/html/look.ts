import { darkColours, lightColours } from './colours.ts'
import { readableOn, sixDigits } from './contrast.ts'

/** What a client's house may change in the look of a page. */
export interface Look {
  /** Of headings, links and rules, on white paper: `#` and six hexadecimal digits. */
  readonly accent: string
  /** The same on a dark screen. */
  readonly accentOnDark: string
  /** Stands over the title. */
  readonly logo: Logo | null
}

export interface Logo {
  /** A `data:` address; nothing is ever fetched. */
  readonly source: string
  readonly alternative: string
}

export const plainLook: Look = {
  accent: '#1f4e79',
  accentOnDark: '#8fbdf0',
  logo: null,
}

/** The look of a house: its colour where it can be read, on paper and on a dark screen, else the nearest shade that can. */
export function houseLook(accent: string | null, logo: Logo | null): Look {
  if (accent === null) return { ...plainLook, logo }
  const colour = sixDigits(accent).toLowerCase()
  return {
    accent: readableOn(lightColours.shade, colour),
    accentOnDark: readableOn(darkColours.shade, colour),
    logo,
  }
}
