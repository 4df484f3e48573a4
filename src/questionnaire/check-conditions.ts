import { plainCondition } from '../expression/plain.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import { scopeOf } from './conditions.ts'
import { type Origin, problem, type SourcedFinding } from './sourced.ts'

/** Finds names, types and forward references in conditions, before anybody is interviewed. */
export async function checkConditions(
  questionnaire: Questionnaire,
  origins: readonly Origin[],
): Promise<readonly SourcedFinding[]> {
  const findings: SourcedFinding[] = []
  for (const { question, origin } of placed(questionnaire, origins)) {
    const { when } = question
    if (when === null) continue
    if ('plain' in when)
      findings.push(...checkPlain(questionnaire, question.id, when.plain, origin))
    else findings.push(...(await checkCel(questionnaire, question.id, when.cel, origin)))
  }
  return findings
}

interface Placed {
  readonly question: Question | ProfileQuestion
  readonly origin: Origin
}

function placed(questionnaire: Questionnaire, origins: readonly Origin[]): readonly Placed[] {
  const profile = questionnaire.profile.map((question, index) => ({
    question,
    origin: { source: 0, base: ['profile', index, 'when'] },
  }))
  const rest = questionnaire.dimensions.flatMap((dimension, part) => {
    const { source, base } = origins[part + 1] ?? { source: 0, base: [] }
    return dimension.questions.map((question, index) => ({
      question,
      origin: { source, base: [...base, 'questions', index, 'when'] },
    }))
  })
  return [...profile, ...rest]
}

async function checkCel(
  questionnaire: Questionnaire,
  id: string,
  source: string,
  origin: Origin,
): Promise<readonly SourcedFinding[]> {
  const { compileCondition } = await import('../expression/condition.ts')
  const compiled = compileCondition(source, scopeOf(questionnaire, id))
  if (!('problems' in compiled)) return []
  return compiled.problems.map(({ message, start, end, fix }) =>
    problem(origin, [], message, {
      id: 'expression.error',
      within: { start, end },
      ...(fix === null ? {} : { fix }),
    }),
  )
}

function checkPlain(
  questionnaire: Questionnaire,
  id: string,
  when: PlainCondition,
  origin: Origin,
): readonly SourcedFinding[] {
  const compiled = plainCondition(when, scopeOf(questionnaire, id))
  if (!('problems' in compiled)) return []
  return compiled.problems.map(({ message, key, fix }) =>
    problem(origin, [key], message, { id: 'expression.error', ...(fix === null ? {} : { fix }) }),
  )
}
