import type { PartnerCounts } from './answer-counts.ts'

/** What must not be shown: the split by partner, or everything. */
export type HiddenScope = 'partners' | 'all'

/**
 * Groups under `minGroup` people are not shown: any partner's hides the split by partner, all together under it hide
 * everything. Null where nothing is hidden. Source: design section 3, rule 8.
 */
export function findHiddenScope(
  partners: readonly PartnerCounts[],
  minGroup: number,
): HiddenScope | null {
  const groups = partners.map((partner) => partner.respondents)
  const everybody = groups.reduce((all, group) => all + group, 0)
  if (everybody < minGroup) return 'all'
  return groups.some((group) => group < minGroup) ? 'partners' : null
}
