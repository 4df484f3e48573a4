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
    const message = `Every choice scores ${scores[0]}: the answer changes nothing`
    const fix = 'Give the choices different scores from 0 to 1, or none at all'
    findings.push(createAdvice(origin, ['choices'], { id, message, fix }))
  } else if (scores.length > 0 && best < 1 - 1e-9) {
    const message = `The best answer scores ${Number(best.toFixed(4))}: nobody can reach the top`
    const fix = 'Let the best answer come to 1'
    findings.push(createAdvice(origin, ['choices'], { id, message, fix }))
  }
  const seen = new Set<string>()
  for (const [index, { title }] of file.choices.entries()) {
    const key = title.trim().toLowerCase()
    if (seen.has(key)) {
      const message = `The choice "${title}" is there twice, under another id`
      const fix = 'Say what sets one apart from the other'
      findings.push(createAdvice(origin, ['choices', index, 'title'], { id, message, fix }))
    }
    seen.add(key)
  }
  return findings
}
