import { hasScore } from '../model/questionnaire.ts'
import type { PathToLevel, Reason } from '../model/result.ts'
import { lacksPartners } from '../model/verdict-states.ts'
import type { ReportSentence } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** The way to the next level: what leads there with the least effort, or why nothing does. */
interface PathToNextLevel {
  /** What it comes to, or why there is none. */
  readonly lead: ReportSentence
  readonly steps: readonly PathStepRow[]
  /** How to read the steps; null where there are none. */
  readonly about: ReportSentence | null
}

interface PathStepRow {
  readonly question: string
  readonly ask: string
  /** `2 steps, an effort of 6`. */
  readonly facts: ReportSentence
}

/** Null where there are no levels to reach, or none that may be shown. */
export function buildPathToNextLevel(context: ScoredContext): PathToNextLevel | null {
  const { questionnaire, result, names } = context
  const { path, verdict, score } = result
  if (!hasScore(questionnaire) || score.reason === 'not-applicable') return null
  if (path === null) {
    const lead = { say: 'path-highest', level: names.level(verdict.level) } as const
    return { lead, steps: [], about: null }
  }
  if (path.effort === null)
    return { lead: describeMissingPath(path, context), steps: [], about: null }
  return {
    lead: describePath(path, context),
    steps: buildPathStepRows(path, context),
    about: { say: 'path-about' },
  }
}

function describePath({ to, steps = [] }: PathToLevel, context: ScoredContext): ReportSentence {
  return {
    say: 'path-lead',
    level: context.names.level(to),
    steps: steps.reduce((sum, step) => sum + step.steps, 0),
    questions: steps.length,
  }
}

type PathStep = NonNullable<PathToLevel['steps']>[number]

function buildPathStepRows(
  { steps = [] }: PathToLevel,
  { names }: ScoredContext,
): readonly PathStepRow[] {
  return steps.map((step) => ({
    question: step.question,
    ask: names.ask(step.question),
    facts: describeSteps(step),
  }))
}

/** By the weight of one step: 1, 3 or 8 (docs/scoring.md, rule 13). */
function describeSteps({ steps, effort }: PathStep): ReportSentence {
  const one = effort / steps
  const size = one < 2 ? 'small' : one < 5 ? 'medium' : 'large'
  return { say: 'path-step-facts', steps, size }
}

/** Why no steps lead to the next level, and what does. */
function describeMissingPath({ to, reason }: PathToLevel, context: ScoredContext): ReportSentence {
  const level: ReportSentence =
    to === null ? { say: 'path-next-level' } : { say: 'path-level', level: context.names.level(to) }
  switch (reason) {
    case 'must-open': {
      const asks = listMustAsks(context, ({ of }) => of === 0)
      return { say: 'path-must-open', level, asks }
    }
    case 'must-not-raisable': {
      const asks = listMustAsks(context, ({ question, of }) => {
        const type = context.names.question(question)?.form.type
        return of > 0 && type !== 'rating' && type !== 'yes-no'
      })
      return { say: 'path-must-not-raisable', level, asks }
    }
    case 'out-of-reach':
      return { say: 'path-out-of-reach', level }
    case 'not-scored':
      return { say: lacksPartners(context.result) ? 'path-too-few-partners' : 'path-too-open' }
    default:
      return { say: 'path-hidden' }
  }
}

/** None where they may not be shown. */
function listMustAsks(
  { result, names }: ScoredContext,
  counts: (reason: Extract<Reason, { code: 'must' }>) => boolean,
): readonly string[] {
  const ids = result.verdict.reasons.flatMap((reason) =>
    reason.code === 'must' && counts(reason) ? [reason.question] : [],
  )
  return [...new Set(ids)].map(names.ask)
}
