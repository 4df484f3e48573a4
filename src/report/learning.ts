import type { Questionnaire } from '../model/questionnaire.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** Of the profile question `learned`: nobody taught these people to work with partners. */
const untaughtAnswers: readonly unknown[] = ['never', 'hard-knocks']

/**
 * Where half of a partner's people or more were never taught to work with partners: what that asks for. A person may name
 * several ways, and no output tells which ones somebody named together, so this is how many there are at least.
 */
export function describeLearningNeed({
  questionnaire,
  result,
  names,
  minGroup,
}: ShownContext): ReportSentence | null {
  // A count of few people shows what single ones said.
  if (minGroup > 1) return null
  const form = questionnaire.profile.find(({ id }) => id === 'learned')?.form
  const shares = result.partners.flatMap(({ id, respondents: of }): ReportSentence[] => {
    const counts = result.profiles.find(
      ({ question, partner }) => question === 'learned' && partner === id,
    )?.counts
    const people = countUntaught(counts ?? [], form?.type === 'choices')
    return people === 0 || people * 2 < of
      ? []
      : [{ say: 'learning-share', people, of, partner: names.partner(id) }]
  })
  return shares.length === 0 ? null : { say: 'learning-need', shares }
}

type Counts = ShownContext['result']['profiles'][number]['counts']

/** How many people, at least, name no way but these. Of several answers each may be another person's, or all one person's. */
function countUntaught(counts: Counts, mayNameSeveral: boolean): number {
  const untaught: number[] = []
  let taught = 0
  for (const { value, people } of counts) {
    if (untaughtAnswers.includes(value)) untaught.push(people)
    else taught += people
  }
  return mayNameSeveral
    ? Math.max(0, Math.max(0, ...untaught) - taught)
    : untaught.reduce((sum, people) => sum + people, 0)
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
