import type { ReportSentence } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** Of the profile question `learned`: nobody taught these people to work with partners. */
const untaughtAnswers: readonly unknown[] = ['never', 'hard-knocks']

/**
 * Where half of a partner's people or more were never taught to work with partners: what that asks for. A person may name
 * several ways, and no output says which ones somebody named together, so this is how many there are at least: those who
 * named any way, less one for each time that a way of being taught was named.
 */
export function describeLearningNeed(context: ShownContext): ReportSentence | null {
  const { result, names, minGroup } = context
  // A count of few people shows what single ones said.
  if (minGroup > 1) return null
  const shares = result.partners.flatMap(({ id, respondents: of }): ReportSentence[] => {
    const people = countNamers(id, context) - countTaught(id, context)
    return people <= 0 || people * 2 < of
      ? []
      : [{ say: 'learning-share', people, of, partner: names.partner(id) }]
  })
  return shares.length === 0 ? null : { say: 'learning-need', shares }
}

function countNamers(partner: string, { responses }: ShownContext): number {
  return responses.filter((response) => {
    const named = response.partner === partner ? response.profile.get('learned') : undefined
    return Array.isArray(named) ? named.length > 0 : named !== undefined
  }).length
}

function countTaught(partner: string, { result }: ShownContext): number {
  return result.profiles
    .filter((own) => own.question === 'learned' && own.partner === partner)
    .flatMap(({ counts }) => counts)
    .filter(({ value }) => !untaughtAnswers.includes(value))
    .reduce((sum, { people }) => sum + people, 0)
}
