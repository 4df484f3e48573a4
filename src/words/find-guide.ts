import { adviceGuides, type FindingGuide, generalGuides } from './en/finding-guides.ts'

/** What the id of a finding that comes from no check is about; null for any other id. */
export function findFindingGuide(id: string): FindingGuide | null {
  return guides.get(id) ?? null
}

const guides: ReadonlyMap<string, FindingGuide> = new Map(
  Object.entries({ ...generalGuides, ...adviceGuides }),
)
