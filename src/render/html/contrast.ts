/** What WCAG 2 asks of text at level AA. */
export const minContrast = 4.5

/** The contrast of two colours, `#` and six hexadecimal digits, from 1 to 21. Source: WCAG 2.2, relative luminance. */
export function measureContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [getLuminance(one), getLuminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour, or the nearest one towards black or white that can be read on this paper. */
export function findReadableColour(paper: string, colour: string): string {
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

function mixColour(target: number, colour: string, share: number): string {
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
