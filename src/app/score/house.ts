import { join } from 'node:path'
import { noteInput } from '../../files/inputs.ts'
import { defaultHouseStyle, type HouseStyle, sectionNames } from '../../model/house-style.ts'
import type { loadCommentary } from '../load/commentary.ts'
import type { Partnership } from '../load/partnership.ts'

/** How the partnership's house wants its reports; what a run asks for beats the sections of the settings. */
export function resolveHouseStyle(
  { config, folder }: Partnership,
  { summary, full }: { readonly summary?: boolean; readonly full?: boolean },
): HouseStyle {
  const { title, dates, sections, accent, logo: named } = config?.report ?? {}
  const logo = named === undefined ? defaultHouseStyle.logo : join(folder, named)
  // Only a page shows it, but no output may replace it.
  if (logo !== null) noteInput(logo)
  return {
    detail: full === true ? 'full' : summary === true ? 'summary' : defaultHouseStyle.detail,
    title: title ?? defaultHouseStyle.title,
    dates: dates ?? defaultHouseStyle.dates,
    sections:
      full === true
        ? sectionNames
        : summary === true
          ? []
          : (sections ?? defaultHouseStyle.sections),
    accent: accent ?? defaultHouseStyle.accent,
    logo,
  }
}

/** The house's own words for its reports. Most have none, and need not load what reads them. */
export async function loadHouseWords(
  partnership: Partnership,
): Promise<ReturnType<typeof loadCommentary>> {
  if (partnership.config?.report?.commentary === undefined) {
    return { commentary: new Map(), notes: [] }
  }
  return (await import('../load/commentary.ts')).loadCommentary(partnership)
}
