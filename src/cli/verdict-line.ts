import type { Assessment } from '../app/score/assessment.ts'
import { hasScore } from '../model/questionnaire.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import { createFiguresForResult } from '../report/report-context.ts'
import { describeView } from '../report/who-answered.ts'
import type { Message } from '../words/message.ts'
import { sayReport } from '../words/say-report.ts'
import { sayVisibly } from './notes.ts'

/**
 * One line that always agrees with the exit code: the level, the score and, where a limit is set, whether every limit is met. A
 * partnership that nobody set a limit for has nothing to pass.
 */
export function formatAssessmentVerdict({
  questionnaire,
  result,
  isLimited,
  partners,
}: Pick<Assessment, 'questionnaire' | 'result' | 'isLimited' | 'partners'>): string {
  const names = { partner: (id: string) => partners.get(id) ?? id }
  const { verdict } = result
  const score = isAllHidden(result) ? null : result.score.value
  const whatIf = isAllHidden(result) ? undefined : result.whatIf
  const missed = verdict.reasons.filter(({ code }) => code === 'limit').length
  const gate: Message = verdict.pass ? { say: 'limits-met' } : { say: 'limits-missed', missed }
  const limited = isLimited ? [gate] : []
  if (!hasScore(questionnaire))
    return sayVisibly({ say: 'verdict-without-score', remarks: limited })
  const level = questionnaire.levels.find(({ id }) => id === verdict.level)?.title
  const figures = createFiguresForResult({ questionnaire, result })
  const view = score === null ? null : describeView({ questionnaire, result, names })
  return sayVisibly({
    say: 'verdict-with-score',
    level: level ?? { say: 'no-level' },
    score: sayReport(figures.score(score)),
    view: view === null ? null : sayReport(view),
    remarks: whatIf === undefined ? limited : [...limited, { say: 'figures-hypothetical' }],
  })
}
