import type { Questionnaire } from '../model/questionnaire.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** Of the profile question `learned`: nobody taught these people to work with partners. */
const untaughtAnswers: readonly unknown[] = ['never', 'hard-knocks']

/** Where half of a partner's people or more were never taught to work with partners: what that asks for. */
export function describeLearningNeed({
  result,
  names,
  minGroup,
}: ShownContext): ReportSentence | null {
  // A count of few people shows what single ones said.
  if (minGroup > 1) return null
  const shares = result.profiles.flatMap(({ question, partner, counts }): ReportSentence[] => {
    if (question !== 'learned') return []
    const of = counts.reduce((sum, each) => sum + each.people, 0)
    const people = counts
      .filter(({ value }) => untaughtAnswers.includes(value))
      .reduce((sum, each) => sum + each.people, 0)
    return people * 2 < of
      ? []
      : [{ say: 'learning-share', people, of, partner: names.partner(partner) }]
  })
  return shares.length === 0 ? null : { say: 'learning-need', shares }
}

/** Questions whose written evidence is mostly how people learn: the plan's section `capability`. */
export function listLearningQuestions({ dimensions }: Questionnaire): ReadonlySet<string> {
  const checks = dimensions.flatMap((dimension) => dimension.checks)
  const isOfIt = ({ for: list, assert }: (typeof checks)[number]) =>
    list === 'capability' || /\bplan\.capability\b/.test(assert)
  const balance = new Map<string, number>()
  for (const check of checks) {
    for (const question of check.supports) {
      balance.set(question, (balance.get(question) ?? 0) + (isOfIt(check) ? 1 : -1))
    }
  }
  return new Set([...balance].flatMap(([question, most]) => (most > 0 ? [question] : [])))
}
