import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdvisedQuestion, createAdvice } from './advice-input.ts'

/** Choices that nobody can get full points with, that all count the same, or that cannot be told apart. */
export function checkChoices({ file, origin }: AdvisedQuestion): readonly SourcedFinding[] {
  if (file.type !== 'choice' && file.type !== 'choices') return []
  const id = 'question.choices'
  const scores = file.choices.flatMap(({ score }) => (score === undefined ? [] : [score]))
  const best =
    file.type === 'choice'
      ? Math.max(...scores)
      : scores.filter((score) => score > 0).reduce((sum, score) => sum + score, 0)
  const findings: SourcedFinding[] = []
  if (scores.length > 1 && new Set(scores).size === 1) {
    const message = { say: 'choices-score-same', score: scores[0] ?? 0 } as const
    const fix = { say: 'choices-score-same-fix' } as const
    findings.push(createAdvice(origin, ['choices'], { id, message, fix }))
  } else if (scores.length > 0 && best < 1 - 1e-9) {
    const message = { say: 'choices-score-low', best: Number(best.toFixed(4)) } as const
    const fix = { say: 'choices-score-low-fix' } as const
    findings.push(createAdvice(origin, ['choices'], { id, message, fix }))
  }
  const seen = new Set<string>()
  for (const [index, { title }] of file.choices.entries()) {
    const key = title.trim().toLowerCase()
    if (seen.has(key)) {
      const message = { say: 'choices-alike', title } as const
      const fix = { say: 'alike-fix' } as const
      findings.push(createAdvice(origin, ['choices', index, 'title'], { id, message, fix }))
    }
    seen.add(key)
  }
  return findings
}
