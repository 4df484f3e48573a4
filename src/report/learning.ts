import type { Questionnaire } from '../model/questionnaire.ts'
import { formatList } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** Of the profile question `learned`: nobody taught these people to work with partners. */
const untaughtAnswers: readonly unknown[] = ['never', 'hard-knocks']

/** Where half of a partner's people or more were never taught to work with partners: what that asks for. */
export function describeLearningNeed({ result, names, minGroup }: ReportContext): string | null {
  // A count of few people tells what single ones said.
  if (minGroup > 1) return null
  const said = new Map<string, unknown[]>()
  for (const { partner, profile } of result.profiles ?? []) {
    if (profile.learned === undefined) continue
    said.set(partner, [...(said.get(partner) ?? []), profile.learned])
  }
  const parts = [...said].flatMap(([partner, answers]) => {
    const count = answers.filter((answer) => untaughtAnswers.includes(answer)).length
    return count * 2 < answers.length
      ? []
      : [`${count} of ${answers.length} at ${names.partner(partner)}`]
  })
  if (parts.length === 0) return null
  return `Working with partners is a skill, and ${formatList(parts)} learned it by trial and error, or nowhere. What people agree on in a room, they do under pressure only if they have practised it. So plan when they practise together, and who sits in and says what to try.`
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
