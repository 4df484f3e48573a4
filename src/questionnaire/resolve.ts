import { suggestWordEarly } from '../model/did-you-mean.ts'
import type { Path } from '../model/finding.ts'
import {
  type Audiences,
  type Level,
  listQuestions,
  type ProfileQuestion,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { QuestionnaireFile } from '../model/questionnaire-file.ts'
import type { Message } from '../words/message.ts'
import { checkConditions } from './check-conditions.ts'
import { checkIds } from './check-ids.ts'
import { resolveDimension, resolveForm, toWhen } from './resolve-question.ts'
import {
  type DimensionPart,
  getOwnFilePlaces,
  type MainPlaces,
  ownFile,
  type PartOrigin,
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
    leastPartners: main.leastPartners,
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

/**
 * Levels fall strictly in `score`, never rise in `weakest`, and the last is at the bottom, so that every score has one. They
 * are written on the range that scores are shown on.
 */
function checkLevels(
  main: QuestionnaireFile,
  places: readonly PartOrigin[],
): readonly SourcedFinding[] {
  const findings: SourcedFinding[] = []
  const { from, to } = main.shown ?? defaultRange
  if (from >= to) {
    const shown = { source: 0, base: ['shown'] }
    return [placeFinding(shown, ['to'], { say: 'range-falls', from })]
  }
  const find = (index: number, key: 'score' | 'weakest', message: Message) =>
    findings.push(placeFinding(places[index] ?? ownFile, [key], message))
  for (const [index, level] of main.levels.entries()) {
    const above = main.levels[index - 1]
    const { score, weakest = from } = level
    for (const key of ['score', 'weakest'] as const) {
      const value = level[key] ?? from
      if (value >= from && value <= to) continue
      find(index, key, { say: 'score-out-of-range', score: value, from, to })
    }
    if (above === undefined) continue
    if (score >= above.score) {
      find(index, 'score', { say: 'level-not-below', score, above: above.score, level: above.id })
    }
    const bound = above.weakest ?? from
    if (weakest > bound) {
      find(index, 'weakest', { say: 'level-weakest-rises', weakest, above: bound, level: above.id })
    }
  }
  const end = main.levels.length - 1
  const { score = from, weakest = from } = main.levels[end] ?? {}
  if (score !== from) find(end, 'score', { say: 'last-level-score', from, score })
  if (weakest !== from) find(end, 'weakest', { say: 'last-level-weakest', from, weakest })
  return findings
}

const defaultRange = { from: 0, to: 100 }

/** A level on 0..100, whatever range it is written on. */
function resolveLevel(
  level: QuestionnaireFile['levels'][number],
  shown: QuestionnaireFile['shown'],
): Level {
  return {
    ...level,
    score: toHundredScale(level.score, shown),
    weakest: toHundredScale(level.weakest ?? (shown ?? defaultRange).from, shown),
    meaning: level.meaning ?? null,
  }
}

/** A score written on the range that scores are shown on, on 0..100. */
function toHundredScale(value: number, shown: QuestionnaireFile['shown']): number {
  return shown === undefined ? value : ((value - shown.from) / (shown.to - shown.from)) * 100
}
