import type { Level } from '../model/questionnaire.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import {
  createSourcedFinding,
  ownFile,
  type PartOrigin,
  type SourcedFinding,
} from './sourced-finding.ts'

/**
 * Levels fall strictly in `score`, never rise in `weakest`, and the last is at the bottom, so that every score has one. They
 * are written on the range that scores are shown on.
 */
export function checkLevels(
  main: QuestionnaireFile,
  places: readonly PartOrigin[],
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const at = (index: number) => places[index] ?? ownFile
  const { from, to } = main.shown ?? defaultRange
  if (from >= to) {
    const shown = { source: 0, base: ['shown'] }
    return [createSourcedFinding(shown, ['to'], `"to" has to be over "from" (${from})`)]
  }
  for (const [index, level] of main.levels.entries()) {
    const above = main.levels[index - 1]
    for (const key of ['score', 'weakest'] as const) {
      const value = level[key] ?? from
      if (value >= from && value <= to) continue
      const message = `${value} is out of range; expected ${from} to ${to}`
      findings.push(createSourcedFinding(at(index), [key], message))
    }
    if (above !== undefined && level.score >= above.score) {
      findings.push(
        createSourcedFinding(
          at(index),
          ['score'],
          `Levels stand from the highest down: ${level.score} is not under the ${above.score} of "${above.id}"`,
        ),
      )
    }
    if (above !== undefined && (level.weakest ?? from) > (above.weakest ?? from)) {
      findings.push(
        createSourcedFinding(
          at(index),
          ['weakest'],
          `"weakest" never rises from one level down to the next: ${level.weakest ?? from} is over the ${above.weakest ?? from} of "${above.id}"`,
        ),
      )
    }
  }
  const last = main.levels.at(-1)
  if (last !== undefined && last.score !== from) {
    findings.push(
      createSourcedFinding(
        at(main.levels.length - 1),
        ['score'],
        `The last level starts at ${from}, not at ${last.score}, so that every score has a level`,
      ),
    )
  }
  if (last?.weakest !== undefined && last.weakest !== from) {
    findings.push(
      createSourcedFinding(
        at(main.levels.length - 1),
        ['weakest'],
        `The last level asks nothing of the weakest dimension: expected ${from}, found ${last.weakest}`,
      ),
    )
  }
  return findings
}

const defaultRange = { from: 0, to: 100 }

/** A level on 0..100, whatever range it is written on. */
export function resolveLevel(
  level: QuestionnaireFile['levels'][number],
  shown: QuestionnaireFile['shown'],
): Level {
  return {
    ...level,
    score: toHundredScale(level.score, shown),
    weakest: toHundredScale(level.weakest ?? (shown ?? defaultRange).from, shown),
    meaning: level.meaning ?? null,
  }
}

/** A score written on the range that scores are shown on, on 0..100. */
export function toHundredScale(value: number, shown: QuestionnaireFile['shown']): number {
  return shown === undefined ? value : ((value - shown.from) / (shown.to - shown.from)) * 100
}
