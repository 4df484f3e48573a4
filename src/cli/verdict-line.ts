import type { Assessment } from '../app/score/assessment.ts'
import { hasScore } from '../model/questionnaire.ts'
import { isAllHidden } from '../model/result.ts'
import { createFiguresForResult } from '../report/report-context.ts'
import type { Message } from '../words/message.ts'
import { sayReport } from '../words/say-report.ts'
import { sayVisibly } from './notes.ts'

/** One line that always agrees with the exit code: the level, the score, and whether every limit is met. */
export function formatAssessmentVerdict({
  questionnaire,
  result,
}: Pick<Assessment, 'questionnaire' | 'result'>): string {
  const { verdict } = result
  const score = isAllHidden(result) ? null : result.score.value
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const gate: Message = verdict.pass ? { say: 'gate-passed' } : { say: 'gate-failed', missed }
  if (!hasScore(questionnaire)) return sayVisibly({ say: 'verdict-without-score', gate })
  const level = questionnaire.levels.find(({ id }) => id === verdict.level)?.title
  const figures = createFiguresForResult({ questionnaire, result })
  return sayVisibly({
    say: 'verdict-with-score',
    level: level ?? { say: 'no-level' },
    score: sayReport(figures.score(score)),
    gate,
    hypothetical: !isAllHidden(result) && result.whatIf !== undefined,
  })
}
