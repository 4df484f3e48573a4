import { hasScore } from '../model/questionnaire.ts'
import type { ScoredResult } from '../model/result.ts'
import { isAllHidden, lacksPartners } from '../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { describeLatestChange } from './changes.ts'
import { buildDayRows } from './days.ts'
import { describeFirmness } from './firmness.ts'
import { describeLevelRange, describeLevelReasons, describeReason } from './level-reasons.ts'
import { describePlanLine } from './plan-line.ts'
import type { ReportContext } from './report-context.ts'
import {
  describeAbsence,
  describeCautions,
  describeRespondents,
  describeView,
} from './who-answered.ts'

/** The first page: what the verdict is, whose view and how firm it is, what it means, what holds it down. */
interface VerdictSummary {
  /** The title of the level, or why there is none. */
  readonly level: ReportText
  /** The level, with the score where there is one. */
  readonly headline: ReportSentence
  readonly sentence: ReportSentence
  readonly meaning: string | null
  /** What the open answers can still change; null when nothing can. */
  readonly range: ReportSentence | null
  /** How far it hangs on single people. */
  readonly firmness: readonly ReportSentence[]
  /** What has become of it since the last point in time; null where there is none to compare with. */
  readonly since: ReportText | null
  /** Why nothing is shown by partner; null where it is. */
  readonly withheld: ReportSentence | null
  /** Whether plan and answers agree. */
  readonly plan: ReportSentence | null
  readonly heldBackTitle: ReportSentence
  readonly heldBackBy: readonly ReportSentence[]
  /** Limits that were set and missed. */
  readonly missedLimits: readonly ReportSentence[]
  /** Who is missing, what is not counted, and what else to know of the people behind the figures. */
  readonly cautions: readonly ReportSentence[]
}

export function buildVerdictSummary(context: ReportContext): VerdictSummary {
  const { result, names } = context
  const { verdict } = result
  const range = describeLevelRange(context)
  const shown = result.hidden === undefined ? { ...context, result } : null
  const scored = isAllHidden(result) ? null : { ...context, result }
  return {
    level: findLevelTitle(context),
    headline: describeHeadline(context),
    sentence: describeVerdict(context),
    meaning: names.findLevel(verdict.level)?.meaning ?? null,
    range:
      range === null
        ? null
        : { say: 'level-range', levels: range, questions: verdict.decidedBy.length },
    firmness: shown === null ? [] : describeFirmness(shown),
    since: shown === null ? null : describeLatestChange(shown),
    withheld: describeHiddenPartners(context),
    plan: scored === null ? null : describePlanLine(scored),
    heldBackTitle: { say: chooseReasonsTitle(context) },
    heldBackBy: describeLevelReasons(context),
    missedLimits: verdict.reasons
      .filter(({ code }) => code === 'limit')
      .map((reason) => describeReason(reason, context)),
    cautions: scored === null ? [] : [...describeAbsence(scored), ...describeCautions(scored)],
  }
}

function describeHeadline(context: ReportContext): ReportSentence {
  const { result, figures, questionnaire } = context
  const score = isAllHidden(result) ? null : result.score.value
  return {
    say: 'headline',
    level: findLevelTitle(context),
    isHypothetical: isHypothetical(context),
    score: score === null ? null : figures.score(score),
    top: questionnaire.shown?.to ?? 100,
    view: score === null ? null : describeView(context),
  }
}

function isHypothetical({ result }: ReportContext): boolean {
  return !isAllHidden(result) && result.whatIf !== undefined
}

function chooseReasonsTitle({ result: { verdict } }: ReportContext) {
  const codes = new Set(verdict.reasons.map(({ code }) => code))
  if (codes.has('partners')) return 'held-back-partners'
  return verdict.level === null ? 'held-back-unscored' : 'held-back'
}

function findLevelTitle(context: ReportContext): ReportText {
  const { questionnaire, result, names } = context
  if (result.verdict.level !== null) return names.level(result.verdict.level)
  if (isAllHidden(result)) return { say: 'level-withheld' }
  if (!hasScore(questionnaire)) return describeUnscoredHead(context)
  if (lacksPartners(result)) return { say: 'level-not-yet' }
  return { say: isInapplicable(result) ? 'level-nothing-applies' : 'level-not-scored' }
}

/** Of a programme of days how many have a result; else that there are answers. */
function describeUnscoredHead(context: ReportContext): ReportSentence {
  const { questionnaire, result, minGroup } = context
  const days = questionnaire.dimensions.filter(({ day }) => day !== undefined).length
  if (days === 0 || minGroup > 1 || result.hidden !== undefined) return { say: 'level-answers' }
  return { say: 'level-days', done: buildDayRows({ ...context, result }).length, of: days }
}

function isInapplicable({ score }: ScoredResult): boolean {
  return score.reason === 'not-applicable'
}

function describeVerdict(context: ReportContext): ReportSentence {
  const { questionnaire, result } = context
  if (isAllHidden(result)) return { say: 'verdict-hidden', minGroup: result.hidden.minGroup }
  const { verdict, score } = result
  const who = describeRespondents(context)
  if (!hasScore(questionnaire)) return { say: 'verdict-unscored', who }
  const view = describeView(context)
  if (lacksPartners(result)) return { say: 'verdict-too-few', who, view }
  if (isInapplicable(result)) return { say: 'verdict-nothing-applies' }
  if (verdict.level === null) return { say: 'verdict-open', who }
  return {
    say: 'verdict-places',
    who,
    isHypothetical: isHypothetical(context),
    isOpen: score.value === null,
  }
}

function describeHiddenPartners({ result }: ReportContext): ReportSentence | null {
  return result.hidden?.scope === 'partners'
    ? { say: 'partners-hidden', minGroup: result.hidden.minGroup }
    : null
}
