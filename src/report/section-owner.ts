import { getValueAt, isMap } from '../model/value.ts'
import type { ReportContext } from './report-context.ts'

/** Who answers in the plan for what a question is about. */
export interface SectionOwner {
  readonly name: string
  /** `exit`, as the plan calls it. */
  readonly section: string
  /** `plan.yaml:323`; null where that is not known. */
  readonly place: string | null
}

/** The owner of the section of the plan that holds the written evidence for a question; null where no section has one. */
export function findSectionOwner(question: string, context: ReportContext): SectionOwner | null {
  const { plan, planPaths, questionnaire, names, placeInPlan } = context
  const checks = questionnaire.dimensions
    .flatMap((dimension) => dimension.checks)
    .filter(({ supports }) => supports.includes(question))
  for (const { id } of checks) {
    const path = planPaths.get(id) ?? []
    for (let depth = path.length; depth > 0; depth--) {
      const section = path.slice(0, depth)
      const there = getValueAt(plan, section)
      if (!isMap(there) || typeof there.owner !== 'string') continue
      return {
        name: names.person(there.owner),
        section: section.join('.'),
        place: placeInPlan([...section, 'owner']),
      }
    }
  }
  return null
}
