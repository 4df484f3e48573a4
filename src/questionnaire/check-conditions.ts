import { plainCondition } from '../expression/plain.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import { scopeOf } from './conditions.ts'
import {
  type DimensionPart,
  entryOrigin,
  type MainPlaces,
  type Origin,
  ownFile,
  problem,
  type SourcedFinding,
} from './sourced.ts'

/** Finds names, types and forward references in conditions, before anybody is interviewed. */
export async function checkConditions(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
  places: MainPlaces,
): Promise<readonly SourcedFinding[]> {
  const findings: SourcedFinding[] = []
  for (const { question, origin } of placed(questionnaire, parts, places)) {
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

function placed(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
  places: MainPlaces,
): readonly Placed[] {
  const profile = questionnaire.profile.map((question, index) => ({
    question,
    origin: places.profile[index] ?? ownFile,
  }))
  const rest = parts.flatMap((part, number) => {
    const questions = questionnaire.dimensions[number]?.questions ?? []
    return questions.map((question, index) => ({
      question,
      origin: entryOrigin(part, 'questions', index),
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
    problem(origin, ['when'], message, {
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
    problem(origin, ['when', key], message, {
      id: 'expression.error',
      ...(fix === null ? {} : { fix }),
    }),
  )
}
