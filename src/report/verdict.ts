import { hasScore } from '../model/questionnaire.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import { describeLatestChange } from './changes.ts'
import { describeLevelRange, describeLevelReasons, describeReason } from './level-reasons.ts'
import type { ReportContext } from './report-context.ts'

/** The first page: what the verdict is, what it means, what holds it down. */
interface VerdictSummary {
  /** The title of the level, or why there is none. */
  readonly level: ReportText
  /** The level, with the score where there is one. */
  readonly headline: ReportSentence
  readonly sentence: ReportSentence
  readonly meaning: string | null
  /** What the open answers can still change; null when nothing can. */
  readonly range: ReportSentence | null
  /** What has become of it since the last point in time; null where there is none to compare with. */
  readonly since: ReportText | null
  /** Why nothing is shown by partner; null where it is. */
  readonly withheld: ReportSentence | null
  readonly heldBackTitle: ReportSentence
  readonly heldBackBy: readonly ReportSentence[]
  /** Limits that were set and missed. */
  readonly missedLimits: readonly ReportSentence[]
  /** The open questions between the lowest and the highest level. */
  readonly decidedBy: readonly { readonly question: string; readonly ask: string }[]
}

export function buildVerdictSummary(context: ReportContext): VerdictSummary {
  const { result, names, figures, questionnaire } = context
  const { verdict } = result
  const level = findLevelTitle(context)
  const score = result.score?.value ?? null
  const range = describeLevelRange(context)
  const isScored = verdict.reasons.every(({ code }) => code !== 'not-scored')
  return {
    level,
    headline: {
      say: 'headline',
      level,
      isHypothetical: result.whatIf !== undefined,
      score: score === null ? null : figures.score(score),
      top: questionnaire.shown?.to ?? 100,
    },
    sentence: describeVerdict(context),
    meaning: names.findLevel(verdict.level)?.meaning ?? null,
    range: range === null ? null : { say: 'level-range', levels: range },
    since: describeLatestChange(context),
    withheld: describeHiddenPartners(context),
    heldBackTitle: { say: isScored ? 'held-back' : 'held-back-unscored' },
    heldBackBy: describeLevelReasons(context),
    missedLimits: verdict.reasons
      .filter(({ code }) => code === 'limit')
      .map((reason) => describeReason(reason, context)),
    decidedBy: verdict.decidedBy.map((question) => ({ question, ask: names.ask(question) })),
  }
}

function findLevelTitle({ questionnaire, result, names }: ReportContext): ReportText {
  if (result.verdict.level !== null) return names.level(result.verdict.level)
  if (result.hidden?.scope === 'all') return { say: 'level-withheld' }
  if (!hasScore(questionnaire)) return { say: 'level-nothing-to-score' }
  const nothingApplies = result.score?.reason === 'not-applicable'
  return { say: nothingApplies ? 'level-nothing-applies' : 'level-not-scored' }
}

function describeVerdict(context: ReportContext): ReportSentence {
  const { questionnaire, result, names } = context
  const { hidden, verdict, score, whatIf, partners = [] } = result
  if (hidden?.scope === 'all') return { say: 'verdict-hidden', minGroup: hidden.minGroup }
  const who: ReportSentence = {
    say: 'respondents',
    people: context.respondentCount,
    partners: partners.map(({ id }) => names.partner(id)),
  }
  if (!hasScore(questionnaire)) return { say: 'verdict-unscored', who }
  if (score?.reason === 'not-applicable') return { say: 'verdict-nothing-applies' }
  if (verdict.level === null) return { say: 'verdict-open', who }
  // Where the questionnaire has its own word for a partnership, each partner is one of them.
  const isPartnerSubject = 'partnership' in questionnaire.words
  return {
    say: 'verdict-puts',
    who,
    subject: names.subject,
    isPlural: isPartnerSubject && partners.length > 1,
    level: names.level(verdict.level),
    isHypothetical: whatIf !== undefined,
    isOpen: (score?.value ?? null) === null,
    isLone: !isPartnerSubject && partners.length === 1,
  }
}

function describeHiddenPartners(context: ReportContext): ReportSentence | null {
  const { questionnaire, result } = context
  const { hidden, verdict } = result
  if (hidden?.scope !== 'partners') return null
  const isHeld = verdict.level !== null && verdict.level !== questionnaire.levels[0]?.id
  const isReasonHidden = isHeld && describeLevelReasons(context).length === 0
  return { say: 'partners-hidden', minGroup: hidden.minGroup, isReasonHidden }
}
