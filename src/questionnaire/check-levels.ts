import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { problem, type SourcedFinding } from './sourced.ts'

/** Levels fall strictly in `score`, never rise in `weakest`, and the last is at 0, so that every score has one. */
export function checkLevels(main: QuestionnaireFile): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const top = { source: 0, base: ['levels'] }
  for (const [index, level] of main.levels.entries()) {
    const above = main.levels[index - 1]
    if (above !== undefined && level.score >= above.score) {
      findings.push(
        problem(
          top,
          [index, 'score'],
          `Levels stand from the highest down: ${level.score} is not under the ${above.score} of "${above.id}"`,
        ),
      )
    }
    if (above !== undefined && level.weakest > above.weakest) {
      findings.push(
        problem(
          top,
          [index, 'weakest'],
          `"weakest" never rises from one level down to the next: ${level.weakest} is over the ${above.weakest} of "${above.id}"`,
        ),
      )
    }
  }
  const last = main.levels.at(-1)
  if (last !== undefined && last.score !== 0) {
    findings.push(
      problem(
        top,
        [main.levels.length - 1, 'score'],
        `The last level starts at 0, not at ${last.score}, so that every score has a level`,
      ),
    )
  }
  if (last !== undefined && last.weakest !== 0) {
    findings.push(
      problem(
        top,
        [main.levels.length - 1, 'weakest'],
        `The last level asks nothing of the weakest dimension: expected 0, found ${last.weakest}`,
      ),
    )
  }
  if (main.shown !== undefined && main.shown.from >= main.shown.to) {
    findings.push(
      problem(
        { source: 0, base: ['shown'] },
        ['to'],
        `"to" has to be over "from" (${main.shown.from})`,
      ),
    )
  }
  return findings
}
