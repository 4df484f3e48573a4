import type { Level } from '../model/questionnaire.ts'
import type { PathToLevel } from '../model/result.ts'
import { isScored, type Levels, levelAbove } from './level.ts'
import { cheapestSteps, type StepsOnQuestion } from './path-search.ts'
import { raisingTo } from './path-task.ts'
import type { Standing } from './standing.ts'

/**
 * The set of single steps with the least total effort after which the next level holds; of equals the fewest steps, then the
 * sorted list of question ids, one for each step, that comes first. Null at the highest level; where no steps get there,
 * `effort` is null and the reason is told. Source: design section 3, rule 11 and fine print.
 */
export function pathOf(standing: Standing, levels: Levels): PathToLevel | null {
  const { level } = levels
  if (level === null) return blocked(null, 'not-scored')
  const next = levelAbove(level, standing.questionnaire.levels)
  if (next === null) return null
  if (!isScored(standing)) return blocked(next, 'not-scored')
  const task = raisingTo(next, standing)
  if (typeof task === 'string') return blocked(next, task)
  const steps = cheapestSteps(task)
  return {
    to: next.id,
    effort: steps.reduce((all, each) => all + each.effort, 0),
    steps: inQuestionnaireOrder(standing, steps),
  }
}

function blocked(to: Level | null, reason: NonNullable<PathToLevel['reason']>): PathToLevel {
  return { to: to?.id ?? null, effort: null, reason }
}

function inQuestionnaireOrder(
  standing: Standing,
  steps: readonly StepsOnQuestion[],
): StepsOnQuestion[] {
  return standing.questionnaire.dimensions.flatMap((dimension) =>
    dimension.questions.flatMap(({ id }) => steps.filter((step) => step.question === id)),
  )
}
