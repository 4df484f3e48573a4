import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import {
  type Audiences,
  listQuestions,
  type ProfileQuestion,
  type Questionnaire,
} from '../model/questionnaire.ts'

import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { checkConditions } from './check-conditions.ts'
import { checkIds } from './check-ids.ts'
import { checkLevels, resolveLevel, toHundredScale } from './check-levels.ts'
import { resolveDimension, resolveForm, toWhen } from './resolve-question.ts'
import {
  type DimensionPart,
  getOwnFilePlaces,
  type MainPlaces,
  ownFile,
  placeFinding,
  placeUnknownReference,
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

/** The choices of one profile question make the groups; each choice is in one group at most. */
function checkAudiences(
  { audiences, shown }: Pick<QuestionnaireFile, 'audiences' | 'shown'>,
  profile: readonly ProfileQuestion[],
): readonly SourcedFinding[] {
  if (audiences === undefined) return []
  const findings: SourcedFinding[] = []
  const find = (path: Path, message: Message) =>
    findings.push(placeFinding(ownFile, ['audiences', ...path], message))
  const findUnknown = (path: Path, message: Message) =>
    findings.push(placeUnknownReference(ownFile, ['audiences', ...path], message))
  const choices = profile.filter(({ form }) => form.type === 'choice').map(({ id }) => id)
  const form = profile.find(({ id }) => id === audiences.question)?.form
  if (form?.type !== 'choice') {
    const hint = suggestWordEarly(0, audiences.question, choices)
    const message = { say: 'audience-question', id: audiences.question, hint } as const
    findUnknown(['question'], message)
    return findings
  }
  const known = form.choices.map(({ id }) => id)
  const seen = new Set<string>()
  const { from, to } = shown ?? { from: 0, to: 100 }
  for (const [index, group] of audiences.groups.entries()) {
    for (const [at, answer] of group.answers.entries()) {
      const path = ['groups', index, 'answers', at]
      if (!known.includes(answer)) {
        const hint = suggestWordEarly(findings.length, answer, known)
        findUnknown(path, { say: 'choice-unknown', word: answer, hint })
      } else if (seen.has(answer)) find(path, { say: 'audience-choice-taken', choice: answer })
      seen.add(answer)
    }
    const { least, under } = group
    if ((least === undefined) !== (under === undefined)) {
      find(['groups', index], { say: 'audience-half-test' })
    } else if (least !== undefined && (least < from || least > to)) {
      find(['groups', index, 'least'], { say: 'score-out-of-range', score: least, from, to })
    }
  }
  return findings
}

/** With what tests a group on 0..100, whatever range it is written on. */
function resolveAudiences(
  { question, groups }: NonNullable<QuestionnaireFile['audiences']>,
  shown: QuestionnaireFile['shown'],
): Audiences {
  return {
    question,
    groups: groups.map(({ least, under, ...group }) => ({
      ...group,
      tested:
        least === undefined || under === undefined
          ? null
          : { least: toHundredScale(least, shown), under },
    })),
  }
}
