import type { Level } from '../model/questionnaire.ts'
import type { PathToLevel } from '../model/result.ts'
import { getLevelAbove, isFullyScored, type LevelBounds } from './level.ts'
import type { PartnershipScores } from './partnership-scores.ts'
import { findCheapestSteps, type QuestionSteps } from './path-search.ts'
import { buildPathTask } from './path-task.ts'

/**
 * The set of single steps with the least total effort after which the next level holds; of equals the fewest steps, then the
 * sorted list of question ids, one for each step, that comes first. Null at the highest level; where no steps get there,
 * `effort` is null and the reason is told. Source: design section 3, rule 11 and fine print.
 */
export function findPathToLevel(
  scores: PartnershipScores,
  levels: LevelBounds,
): PathToLevel | null {
  const { level } = levels
  if (level === null) return makeBlockedPath(null, 'not-scored')
  const next = getLevelAbove(level, scores.questionnaire.levels)
  if (next === null) return null
  if (!isFullyScored(scores)) return makeBlockedPath(next, 'not-scored')
  const task = buildPathTask(next, scores)
  if (typeof task === 'string') return makeBlockedPath(next, task)
  const steps = findCheapestSteps(task)
  return {
    to: next.id,
    effort: steps.reduce((all, each) => all + each.effort, 0),
    steps: sortSteps(scores, steps),
  }
}

function makeBlockedPath(
  to: Level | null,
  reason: NonNullable<PathToLevel['reason']>,
): PathToLevel {
  return { to: to?.id ?? null, effort: null, reason }
}

function sortSteps(scores: PartnershipScores, steps: readonly QuestionSteps[]): QuestionSteps[] {
  return scores.questionnaire.dimensions.flatMap((dimension) =>
    dimension.questions.flatMap(({ id }) => steps.filter((step) => step.question === id)),
  )
}
