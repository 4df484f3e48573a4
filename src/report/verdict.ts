import { hasScore } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import type { ReportText } from '../words/message.ts'
import { describeLatestChange } from './changes.ts'
import { describeReason } from './describe-reason.ts'
import { formatList, formatQuantity } from './display-names.ts'
import { describeLevelRange } from './level-range.ts'
import { describeLevelReasons } from './level-reasons.ts'
import type { ReportContext } from './report-context.ts'

/** The first page: what the verdict is, what it means, what holds it down. */
export interface VerdictSummary {
  /** `Ready with conditions`, or why there is no level. */
  readonly level: string
  /** `Ready with conditions · 66.4 of 100`, or the first alone. */
  readonly headline: string
  /** One sentence. */
  readonly sentence: string
  readonly meaning: string | null
  /** What the open answers can still change; null when nothing can. */
  readonly range: string | null
  /** What has become of it since the last point in time; null where there is none to compare with. */
  readonly since: ReportText | null
  /** Why nothing is told partner by partner; null where it is. */
  readonly withheld: string | null
  readonly heldBackTitle: string
  readonly heldBackBy: readonly string[]
  /** Limits that were set and missed. */
  readonly missedLimits: readonly string[]
  /** Ids of the open questions between the lowest and the highest level. */
  readonly decidedBy: readonly { readonly question: string; readonly ask: string }[]
}

export function buildVerdictSummary(context: ReportContext): VerdictSummary {
  const { result, names } = context
  const { verdict } = result
  return {
    level: formatLevelTitle(context),
    headline: formatHeadline(context),
    sentence: describeVerdict(context),
    meaning: names.findLevel(verdict.level)?.meaning ?? null,
    range: describeOpenRange(context),
    since: describeLatestChange(context),
    withheld: describeHiddenPartners(context),
    heldBackTitle: verdict.reasons.some(({ code }) => code === 'not-scored')
      ? 'Why it is not scored'
      : 'What holds it down',
    heldBackBy: describeLevelReasons(context),
    missedLimits: verdict.reasons
      .filter(({ code }) => code === 'limit')
      .map((reason) => describeReason(reason, context)),
    decidedBy: verdict.decidedBy.map((question) => ({ question, ask: names.ask(question) })),
  }
}

function getScoreValue(result: Result): number | null {
  return result.score?.value ?? null
}

function getTopScore({ questionnaire }: ReportContext): number {
  return questionnaire.shown?.to ?? 100
}

function formatLevelTitle({ questionnaire, result, names }: ReportContext): string {
  if (result.verdict.level !== null) return names.level(result.verdict.level)
  if (result.hidden?.scope === 'all') return 'Withheld'
  if (!hasScore(questionnaire)) return 'Nothing to score'
  return result.score?.reason === 'not-applicable' ? 'Nothing applies' : 'Not scored'
}

function formatHeadline(context: ReportContext): string {
  const score = getScoreValue(context.result)
  const level = `${context.result.whatIf === undefined ? '' : 'What if: '}${formatLevelTitle(context)}`
  return score === null
    ? level
    : `${level} · ${context.figures.score(score)} of ${getTopScore(context)}`
}

function describeVerdict(context: ReportContext): string {
  const { result, names } = context
  if (result.hidden?.scope === 'all') {
    return `Fewer than ${result.hidden.minGroup} people have answered. Nothing is shown, so that nobody can be recognised.`
  }
  const who = describeRespondents(context)
  if (!hasScore(context.questionnaire)) {
    return `This questionnaire gathers what people write, and none of it is scored. Here are the answers of ${who}.`
  }
  if (result.score?.reason === 'not-applicable') {
    return 'No question applies, so there is nothing to score.'
  }
  if (result.verdict.level === null) {
    return `There is no level yet: too much is still open in the answers of ${who}.`
  }
  const score = getScoreValue(result)
  const subject = formatSubject(context)
  const title = names.level(result.verdict.level)
  const put = result.whatIf === undefined ? 'put' : 'would then put'
  const whatever = score === null ? ', whatever the open answers turn out to be' : ''
  return `The answers of ${who} ${put} ${subject} at “${title}”${whatever}.${describeLonePartner(context)}`
}

/** One partner's view is not the partnership's; where a partner is what is looked at, it is. */
function describeLonePartner({ questionnaire, result }: ReportContext): string {
  const alone = (result.partners ?? []).length === 1 && !('partnership' in questionnaire.words)
  return alone ? ' No other partner has answered yet.' : ''
}

/** What the answers are about: the partnership, unless the questionnaire has another word for it; then each partner is one of them. */
function formatSubject({ questionnaire, names, result }: ReportContext): string {
  const word = names.subject
  const many = 'partnership' in questionnaire.words && (result.partners ?? []).length > 1
  return `the ${word}${many ? 's' : ''}`
}

function describeRespondents({ result, names, respondentCount }: ReportContext): string {
  const people = formatQuantity(respondentCount, 'person', 'people')
  const partners = (result.partners ?? []).map(({ id }) => names.partner(id))
  return partners.length === 0 ? people : `${people} from ${formatList(partners)}`
}

function describeOpenRange(context: ReportContext): string | null {
  const range = describeLevelRange(context)
  return range === null ? null : `Depending on the open answers, the level is ${range}.`
}

function describeHiddenPartners(context: ReportContext): string | null {
  const { questionnaire, result } = context
  const { hidden, verdict } = result
  if (hidden?.scope !== 'partners') return null
  const isHeld = verdict.level !== null && verdict.level !== questionnaire.levels[0]?.id
  const held =
    isHeld && describeLevelReasons(context).length === 0
      ? ', and what holds the level down is left out'
      : ''
  return `A partner has fewer than ${hidden.minGroup} people here. So that nobody can be recognised by an answer, nothing is told partner by partner${held}.`
}
