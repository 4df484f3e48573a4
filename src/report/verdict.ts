import { hasScore } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import { sinceSentence } from './changes.ts'
import { heldBySentences } from './held-by.ts'
import { levelRange } from './level-range.ts'
import { counted, listed } from './names.ts'
import { reasonSentence } from './reason-sentence.ts'
import type { Telling } from './telling.ts'

/** The first page: what the verdict is, what it means, what holds it down. */
export interface Lead {
  /** `Ready with conditions`, or why there is no level. */
  readonly level: string
  /** `Ready with conditions · 66.4 of 100`, or the first alone. */
  readonly headline: string
  /** One sentence. */
  readonly verdict: string
  readonly meaning: string | null
  /** What the open answers can still change; null when nothing can. */
  readonly range: string | null
  /** What has become of it since the last point in time; null where there is none to compare with. */
  readonly since: string | null
  /** Why nothing is told partner by partner; null where it is. */
  readonly withheld: string | null
  readonly heldTitle: string
  readonly heldBy: readonly string[]
  /** Limits that were set and missed. */
  readonly missed: readonly string[]
  /** Ids of the open questions between the lowest and the highest level. */
  readonly decidedBy: readonly { readonly question: string; readonly ask: string }[]
}

export function leadOf(telling: Telling): Lead {
  const { result, names } = telling
  const { verdict } = result
  return {
    level: levelTitle(telling),
    headline: headlineOf(telling),
    verdict: verdictSentence(telling),
    meaning: names.levelOf(verdict.level)?.meaning ?? null,
    range: rangeSentence(telling),
    since: sinceSentence(telling),
    withheld: withheldSentence(telling),
    heldTitle: verdict.reasons.some(({ code }) => code === 'not-scored')
      ? 'Why it is not scored'
      : 'What holds it down',
    heldBy: heldBySentences(telling),
    missed: verdict.reasons
      .filter(({ code }) => code === 'limit')
      .map((reason) => reasonSentence(reason, telling)),
    decidedBy: verdict.decidedBy.map((question) => ({ question, ask: names.ask(question) })),
  }
}

function scoreOf(result: Result): number | null {
  return result.score?.value ?? null
}

function top({ questionnaire }: Telling): number {
  return questionnaire.shown?.to ?? 100
}

function levelTitle({ questionnaire, result, names }: Telling): string {
  if (result.verdict.level !== null) return names.level(result.verdict.level)
  if (result.hidden?.scope === 'all') return 'Withheld'
  if (!hasScore(questionnaire)) return 'Nothing to score'
  return result.score?.reason === 'not-applicable' ? 'Nothing applies' : 'Not scored'
}

function headlineOf(telling: Telling): string {
  const score = scoreOf(telling.result)
  const level = `${telling.result.whatIf === undefined ? '' : 'What if: '}${levelTitle(telling)}`
  return score === null ? level : `${level} · ${telling.figures.score(score)} of ${top(telling)}`
}

function verdictSentence(telling: Telling): string {
  const { result, names } = telling
  if (result.hidden?.scope === 'all') {
    return `Fewer than ${result.hidden.minGroup} people have answered. Nothing is shown, so that nobody can be recognised.`
  }
  const who = whoAnswered(telling)
  if (!hasScore(telling.questionnaire)) {
    return `This questionnaire gathers what people write, and none of it is scored. Here are the answers of ${who}.`
  }
  if (result.score?.reason === 'not-applicable') {
    return 'No question applies, so there is nothing to score.'
  }
  if (result.verdict.level === null) {
    return `There is no level yet: too much is still open in the answers of ${who}.`
  }
  const score = scoreOf(result)
  const subject = subjectOf(telling)
  const title = names.level(result.verdict.level)
  const put = result.whatIf === undefined ? 'put' : 'would then put'
  const whatever = score === null ? ', whatever the open answers turn out to be' : ''
  return `The answers of ${who} ${put} ${subject} at “${title}”${whatever}.${onlyOneHeard(telling)}`
}

/** One partner's view is not the partnership's; where a partner is what is looked at, it is. */
function onlyOneHeard({ questionnaire, result }: Telling): string {
  const alone = (result.partners ?? []).length === 1 && !('partnership' in questionnaire.words)
  return alone ? ' No other partner has answered yet.' : ''
}

/** What the answers are about: the partnership, unless the questionnaire has another word for it; then each partner is one of them. */
function subjectOf({ questionnaire, names, result }: Telling): string {
  const word = names.subject
  const many = 'partnership' in questionnaire.words && (result.partners ?? []).length > 1
  return `the ${word}${many ? 's' : ''}`
}

function whoAnswered({ result, names, heard }: Telling): string {
  const people = counted(heard, 'person', 'people')
  const partners = (result.partners ?? []).map(({ id }) => names.partner(id))
  return partners.length === 0 ? people : `${people} from ${listed(partners)}`
}

function rangeSentence(telling: Telling): string | null {
  const range = levelRange(telling)
  return range === null ? null : `Depending on the open answers, the level is ${range}.`
}

function withheldSentence(telling: Telling): string | null {
  const { questionnaire, result } = telling
  const { hidden, verdict } = result
  if (hidden?.scope !== 'partners') return null
  const isHeld = verdict.level !== null && verdict.level !== questionnaire.levels[0]?.id
  const held =
    isHeld && heldBySentences(telling).length === 0
      ? ', and what holds the level down is left out'
      : ''
  return `A partner has fewer than ${hidden.minGroup} people here. So that nobody can be recognised by an answer, nothing is told partner by partner${held}.`
}
