import { formatDecimal } from '../model/decimals.ts'
import { hasScore, type Question } from '../model/questionnaire.ts'

import type { PathToLevel, QuestionPartner } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { findNearestWords } from './gaps.ts'
import { buildInfluences } from './influence.ts'
import type { ReportContext } from './report-context.ts'

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
  /** `2 steps, an effort of 6, 1.4 points more overall`. */
  readonly facts: ReportSentence
  /** What it comes to at each partner it moves. */
  readonly moves: readonly ReportSentence[]
}

/** Null where there are no levels to reach, or none that may be shown. */
export function buildPathToNextLevel(context: ReportContext): PathToNextLevel | null {
  const { questionnaire, result, names } = context
  const { path, verdict, score, hidden } = result
  if (hidden?.scope === 'all' || !hasScore(questionnaire)) return null
  if (path === undefined || score?.reason === 'not-applicable') return null
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

function describePath(
  { to, effort, steps = [] }: PathToLevel,
  context: ReportContext,
): ReportSentence {
  return {
    say: 'path-lead',
    level: context.names.level(to),
    steps: steps.reduce((sum, step) => sum + step.steps, 0),
    questions: steps.length,
    effort: effort ?? 0,
    score: formatScoreAfter(steps, context),
  }
}

type PathStep = NonNullable<PathToLevel['steps']>[number]

/** Null where what the partners answered may not be shown. */
function formatScoreAfter(steps: readonly PathStep[], context: ReportContext): ReportText | null {
  const { score, partners } = context.result
  if (partners === undefined || (score?.value ?? null) === null) return null
  const all = buildInfluences(context)
  const gained = steps.reduce(
    (sum, step) => sum + sumGain(step, all.get(step.question), context),
    0,
  )
  return context.figures.score(Math.min(100, (score?.value ?? 0) + gained))
}

function buildPathStepRows(
  { steps = [] }: PathToLevel,
  context: ReportContext,
): readonly PathStepRow[] {
  const all = buildInfluences(context)
  return steps.map((step) => {
    const own = all.get(step.question)
    const gain = context.figures.difference(sumGain(step, own, context))
    return {
      question: step.question,
      ask: context.names.ask(step.question),
      facts: {
        say: 'path-step-facts',
        steps: step.steps,
        effort: step.effort,
        gain: own === undefined ? null : gain,
      },
      moves: (own ?? []).flatMap(({ partner }) => describeMove(step, partner, context)),
    }
  })
}

/** Points of the overall score. */
function sumGain(
  step: PathStep,
  own: readonly { readonly partner: QuestionPartner; readonly points: number }[] | undefined,
  { names }: ReportContext,
): number {
  const question = names.question(step.question)
  if (question === null) return 0
  return (own ?? []).reduce((sum, { partner, points }) => {
    const score = (partner.score ?? 0) / 100
    return sum + points * (Math.min(1, score + step.steps / countStepsToTop(question)) - score)
  }, 0)
}

function countStepsToTop({ form }: Question): number {
  return form.type === 'rating' ? Math.max(1, form.values.length - 1) : 1
}

/** `Contoso: from 1.33 to 2.33, “They have written it down”`. */
function describeMove(
  { question: id, steps }: PathStep,
  partner: QuestionPartner,
  { names, result }: ReportContext,
): readonly ReportSentence[] {
  const question = names.question(id)
  if (question === null || partner.mean === null || partner.score === 100) return []
  const after = applySteps(question, partner.mean, steps)
  const words = findNearestWords(question, after)
  const [from, to] = [formatDecimal(partner.mean, 2), formatDecimal(after, 2)]
  const move: ReportSentence =
    question.form.type === 'yes-no'
      ? { say: 'path-move-yes-no', words }
      : { say: 'path-move', from, to, words }
  const isOnly = (result.partners ?? []).length === 1
  return [isOnly ? move : { say: 'path-move-of-partner', partner: names.partner(partner.id), move }]
}

/** Towards the better end of the scale, and not beyond it. */
function applySteps({ form, reverse }: Question, mean: number, steps: number): number {
  const values = form.type === 'rating' ? form.values.map(({ value }) => value) : [0, 1]
  return reverse
    ? Math.max(Math.min(...values), mean - steps)
    : Math.min(Math.max(...values), mean + steps)
}

/** Why no steps lead to the next level, and what does. */
function describeMissingPath({ to, reason }: PathToLevel, context: ReportContext): ReportSentence {
  const level: ReportSentence =
    to === null ? { say: 'path-next-level' } : { say: 'path-level', level: context.names.level(to) }
  switch (reason) {
    case 'must-open': {
      const asks = listMustAsks(context, (value) => value === null)
      return { say: 'path-must-open', level, asks }
    }
    case 'must-not-raisable': {
      const asks = listMustAsks(context, (value, type, reverse) => {
        return value !== null && (reverse || (type !== 'rating' && type !== 'yes-no'))
      })
      return { say: 'path-must-not-raisable', level, asks }
    }
    case 'out-of-reach':
      return { say: 'path-out-of-reach', level }
    default:
      return { say: 'path-too-open' }
  }
}

/** None where they may not be shown. */
function listMustAsks(
  { result, names }: ReportContext,
  counts: (value: number | null, type: string, reverse: boolean) => boolean,
): readonly string[] {
  const ids = result.verdict.reasons.flatMap((reason) => {
    if (reason.code !== 'must') return []
    const question = names.question(reason.question)
    const { form, reverse } = question ?? { form: { type: '' }, reverse: false }
    return counts(reason.value, form.type, reverse) ? [reason.question] : []
  })
  return [...new Set(ids)].map(names.ask)
}
