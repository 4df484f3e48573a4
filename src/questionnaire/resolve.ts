import { listQuestions, type ProfileQuestion, type Questionnaire } from '../model/questionnaire.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import { checkAudiences, resolveAudiences } from './check-audiences.ts'
import { checkConditions } from './check-conditions.ts'
import { checkIds } from './check-ids.ts'
import { checkLevels, resolveLevel } from './check-levels.ts'
import { resolveDimension, resolveForm, toWhen } from './resolve-question.ts'
import {
  type DimensionPart,
  getOwnFilePlaces,
  type MainPlaces,
  ownFile,
  type SourcedFinding,
} from './sourced-finding.ts'

interface ResolvedQuestionnaire {
  /** Null where there is an error. */
  readonly questionnaire: Questionnaire | null
  /** The same, with best guesses where there are errors, so that the rest of it can be checked. */
  readonly draft: Questionnaire
  readonly findings: readonly SourcedFinding[]
}

/** Puts the decoded parts together, and finds what only the whole can show. */
export async function resolveQuestionnaire(
  main: QuestionnaireFile,
  parts: readonly DimensionPart[],
  places: MainPlaces = getOwnFilePlaces(main),
): Promise<ResolvedQuestionnaire> {
  const findings: SourcedFinding[] = [
    ...checkIds(main, parts, places),
    ...checkLevels(main, places.levels),
  ]
  const profile = main.profile.map((question, index): ProfileQuestion => {
    const origin = places.profile[index] ?? ownFile
    return {
      id: question.id,
      dimension: null,
      ask: question.ask,
      why: question.why ?? null,
      when: toWhen(question.when),
      formerly: question.formerly ?? [],
      form: resolveForm(question, origin, { scales: main.scales, findings }),
    }
  })
  const levels = main.levels.map((level) => resolveLevel(level, main.shown))
  const dimensions = parts.map((part) =>
    resolveDimension(part, { scales: main.scales, levels, findings }),
  )
  const questionnaire: Questionnaire = {
    id: main.id,
    version: main.version,
    title: main.title,
    why: main.why ?? null,
    coverage: main.coverage,
    minutes: { full: main.minutes?.full ?? null, quick: main.minutes?.quick ?? null },
    levels,
    shown: main.shown ?? null,
    words: main.words ?? {},
    ...(main.audiences === undefined
      ? {}
      : { audiences: resolveAudiences(main.audiences, main.shown) }),
    profile,
    dimensions,
  }
  findings.push(...checkAudiences(main, profile))
  findings.push(...(await checkConditions(questionnaire, parts, places)))
  if (listQuestions(questionnaire).some(({ fills }) => fills !== null)) {
    const { checkFills } = await import('./fills/check-fills.ts')
    findings.push(...checkFills(questionnaire, parts))
  }
  const whole = findings.some(isErrorFinding) ? null : questionnaire
  return { questionnaire: whole, draft: questionnaire, findings }
}

function isErrorFinding({ finding }: SourcedFinding): boolean {
  return finding.severity === 'error'
}
