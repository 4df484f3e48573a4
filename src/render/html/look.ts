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

/** What WCAG 2 asks of text at level AA. */
const minContrast = 4.5

/** The contrast of two colours, `#` and six hexadecimal digits, from 1 to 21. Source: WCAG 2.2, relative luminance. */
export function measureContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [getLuminance(one), getLuminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour, or the nearest one towards black or white that can be read on this paper. */
function findReadableColour(paper: string, colour: string): string {
  const target = getLuminance(paper) > 0.5 ? 0 : 255
  for (let share = 0; share < 100; share++) {
    const mixed = mixColour(target, colour, share / 100)
    if (measureContrast(mixed, paper) >= minContrast) return mixed
  }
  return mixColour(target, colour, 1)
}

/** `#0a6` as `#00aa66`. */
export function toSixDigits(colour: string): string {
  const digits = colour.slice(1)
  return digits.length === 6 ? colour : `#${[...digits].map((digit) => digit + digit).join('')}`
}

/** So far, 0..1, from the colour to black (0) or white (255). */
export function mixColour(target: number, colour: string, share: number): string {
  const parts = parseChannels(colour).map((part) => Math.round(part + (target - part) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function getLuminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = parseChannels(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parseChannels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
}

/** By what each is for; partners take theirs in order, and always a shape as well. */
export const lightColours = {
  paper: '#ffffff',
  shade: '#f3f5f7',
  ink: '#1c2126',
  soft: '#555e68',
  rule: '#d5dae0',
  focus: '#0a6ad6',
  p0: '#1f5a96',
  p1: '#b3471d',
  p2: '#2e7048',
  p3: '#7a4396',
  p4: '#806300',
  p5: '#0f737e',
  p6: '#b02a63',
  p7: '#555b66',
} as const

export const darkColours = {
  paper: '#15181c',
  shade: '#20252b',
  ink: '#e7eaee',
  soft: '#a9b2bc',
  rule: '#3a424b',
  focus: '#6db3ff',
  p0: '#7db4f0',
  p1: '#f0976d',
  p2: '#7cc79a',
  p3: '#c49be0',
  p4: '#d9b84a',
  p5: '#5cc4cf',
  p6: '#f08cb4',
  p7: '#b0b6c0',
} as const
