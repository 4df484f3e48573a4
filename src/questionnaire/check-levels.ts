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
    return [createSourcedFinding(shown, ['to'], { say: 'range-falls', from })]
  }
  for (const [index, level] of main.levels.entries()) {
    const above = main.levels[index - 1]
    for (const key of ['score', 'weakest'] as const) {
      const value = level[key] ?? from
      if (value >= from && value <= to) continue
      const message = { say: 'score-out-of-range', score: value, from, to } as const
      findings.push(createSourcedFinding(at(index), [key], message))
    }
    if (above !== undefined && level.score >= above.score) {
      findings.push(
        createSourcedFinding(at(index), ['score'], {
          say: 'level-not-below',
          score: level.score,
          above: above.score,
          level: above.id,
        }),
      )
    }
    if (above !== undefined && (level.weakest ?? from) > (above.weakest ?? from)) {
      findings.push(
        createSourcedFinding(at(index), ['weakest'], {
          say: 'level-weakest-rises',
          weakest: level.weakest ?? from,
          above: above.weakest ?? from,
          level: above.id,
        }),
      )
    }
  }
  const last = main.levels.at(-1)
  if (last !== undefined && last.score !== from) {
    findings.push(
      createSourcedFinding(at(main.levels.length - 1), ['score'], {
        say: 'last-level-score',
        from,
        score: last.score,
      }),
    )
  }
  if (last?.weakest !== undefined && last.weakest !== from) {
    findings.push(
      createSourcedFinding(at(main.levels.length - 1), ['weakest'], {
        say: 'last-level-weakest',
        from,
        weakest: last.weakest,
      }),
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
