import type { Level } from '../model/questionnaire.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { ownFile, type PartOrigin, placeFinding, type SourcedFinding } from './sourced-finding.ts'

/**
 * Levels fall strictly in `score`, never rise in `weakest`, and the last is at the bottom, so that every score has one. They
 * are written on the range that scores are shown on.
 */
export function checkLevels(
  main: QuestionnaireFile,
  places: readonly PartOrigin[],
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const { from, to } = main.shown ?? defaultRange
  if (from >= to) {
    const shown = { source: 0, base: ['shown'] }
    return [placeFinding(shown, ['to'], { say: 'range-falls', from })]
  }
  const find = (index: number, key: 'score' | 'weakest', message: Message) =>
    findings.push(placeFinding(places[index] ?? ownFile, [key], message))
  for (const [index, level] of main.levels.entries()) {
    const above = main.levels[index - 1]
    const { score, weakest = from } = level
    for (const key of ['score', 'weakest'] as const) {
      const value = level[key] ?? from
      if (value >= from && value <= to) continue
      find(index, key, { say: 'score-out-of-range', score: value, from, to })
    }
    if (above === undefined) continue
    if (score >= above.score) {
      find(index, 'score', { say: 'level-not-below', score, above: above.score, level: above.id })
    }
    const bound = above.weakest ?? from
    if (weakest > bound) {
      find(index, 'weakest', { say: 'level-weakest-rises', weakest, above: bound, level: above.id })
    }
  }
  const end = main.levels.length - 1
  const { score = from, weakest = from } = main.levels[end] ?? {}
  if (score !== from) find(end, 'score', { say: 'last-level-score', from, score })
  if (weakest !== from) find(end, 'weakest', { say: 'last-level-weakest', from, weakest })
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
