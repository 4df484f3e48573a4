import type { Assessment } from '../app/score/assessment.ts'
import { hasScore } from '../model/questionnaire.ts'
import { makeVisibleLine } from '../model/visible.ts'
import { createFiguresForResult } from '../report/report-context.ts'

/** One line that always agrees with the exit code: the level, the score, and whether every limit is met. */
export function formatAssessmentVerdict({
  questionnaire,
  result,
}: Pick<Assessment, 'questionnaire' | 'result'>): string {
  const { verdict, score } = result
  const level = questionnaire.levels.find(({ id }) => id === verdict.level)?.title ?? 'no level'
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const figures = createFiguresForResult({ questionnaire, result })
  const gate = verdict.pass ? 'pass' : `fail, ${missed} ${missed === 1 ? 'limit' : 'limits'} missed`
  if (!hasScore(questionnaire)) return `Verdict: nothing to score (${gate})`
  const sure = result.whatIf === undefined ? '' : ', hypothetical'
  return `Verdict: ${makeVisibleLine(level)}, ${figures.score(score?.value ?? null)} (${gate}${sure})`
}
