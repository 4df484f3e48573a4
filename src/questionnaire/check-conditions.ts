import { compilePlainCondition } from '../expression/plain-condition.ts'
import type { ConditionScope } from '../expression/types.ts'
import type { Questionnaire } from '../model/questionnaire.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { listScopedQuestions } from './conditions.ts'
import {
  type DimensionPart,
  getEntryOrigin,
  type MainPlaces,
  ownFile,
  type PartOrigin,
  placeFinding,
  type SourcedFinding,
} from './sourced-finding.ts'

/** Finds names, types and forward references in conditions, before anybody is interviewed. */
export async function checkConditions(
  questionnaire: Questionnaire,
  parts: readonly DimensionPart[],
  places: MainPlaces,
): Promise<readonly SourcedFinding[]> {
  const origins = [
    ...questionnaire.profile.map((_, index) => places.profile[index] ?? ownFile),
    ...parts.flatMap((part) =>
      part.file.questions.map((_, index) => getEntryOrigin(part, 'questions', index)),
    ),
  ]
  const findings: SourcedFinding[] = []
  let number = 0
  for (const { question, scope } of listScopedQuestions(questionnaire)) {
    const origin = origins[number++] ?? ownFile
    const { when } = question
    if (when === null) continue
    if ('plain' in when) findings.push(...checkPlain(when.plain, scope, origin))
    else findings.push(...(await checkCel(when.cel, scope, origin)))
  }
  return findings
}

async function checkCel(
  source: string,
  scope: ConditionScope,
  origin: PartOrigin,
): Promise<readonly SourcedFinding[]> {
  const { compileCondition } = await import('../expression/condition.ts')
  const compiled = compileCondition(source, scope)
  if (!('problems' in compiled)) return []
  return compiled.problems.map(({ message, start, end, fix }) => {
    const meant = fix ?? findNameFix(source.slice(start, end), scope)
    return placeFinding(origin, ['when'], message, {
      id: 'expression.error',
      within: { start, end },
      ...(meant === null ? {} : { fix: meant }),
    })
  })
}

/** A bare name may be an answer that is meant, or a word that expressions do not have. */
function findNameFix(name: string, { profile, answers }: ConditionScope): Message | null {
  if (name === 'yes' || name === 'no')
    return { say: 'write-for', code: String(name === 'yes'), word: name }
  if (profile.has(name)) return { say: 'write-instead', text: `profile.${name}` }
  const ids = [...answers.keys()].filter((id) => id.endsWith(`.${name}`))
  return ids.length === 1 ? { say: 'write-instead', text: `answers["${ids[0]}"]` } : null
}

function checkPlain(
  when: PlainCondition,
  scope: ConditionScope,
  origin: PartOrigin,
): readonly SourcedFinding[] {
  const compiled = compilePlainCondition(when, scope)
  if (!('problems' in compiled)) return []
  return compiled.problems.map(({ message, key, fix }) =>
    placeFinding(origin, ['when', key], message, {
      id: 'expression.error',
      ...(fix === null ? {} : { fix }),
    }),
  )
}
