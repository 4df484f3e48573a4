import type { Reason, Result } from '../model/result.ts'
import { meanAgainst } from './figures.ts'
import { counted, listed } from './names.ts'
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
  readonly heldBy: readonly string[]
  /** Limits that were set and missed. */
  readonly missed: readonly string[]
  /** Ids of the open questions between the lowest and the highest level. */
  readonly decidedBy: readonly { readonly question: string; readonly ask: string }[]
}

export function leadOf(telling: Telling): Lead {
  const { result, names } = telling
  const { verdict } = result
  const sentences = verdict.reasons.map((reason) => ({
    reason,
    text: reasonSentence(reason, telling),
  }))
  return {
    level: levelTitle(telling),
    headline: headlineOf(telling),
    verdict: verdictSentence(telling),
    meaning: names.levelOf(verdict.level)?.meaning ?? null,
    range: rangeSentence(telling),
    heldBy: sentences.filter(({ reason }) => reason.code !== 'limit').map(({ text }) => text),
    missed: sentences.filter(({ reason }) => reason.code === 'limit').map(({ text }) => text),
    decidedBy: verdict.decidedBy.map((question) => ({ question, ask: names.ask(question) })),
  }
}

/** One sentence for a condition of the next level that is not met, or for a limit that is missed. */
export function reasonSentence(reason: Reason, { names, figures, result }: Telling): string {
  const single = (result.partners ?? []).length === 1
  const at = (partner: string) => (single ? '' : ` at ${names.partner(partner)}`)
  switch (reason.code) {
    case 'score':
      return `The score is ${figures.against(reason.value, reason.needs)}; the next level needs ${figures.limit(reason.needs)}`
    case 'weakest':
      return `${names.dimension(reason.dimension)}${at(reason.partner)} stands at ${figures.against(reason.value, reason.needs)}; the next level needs ${figures.limit(reason.needs)} in every dimension`
    case 'must':
      return `A must is not met${at(reason.partner)}: “${names.ask(reason.question)}” (${mustFound(reason, names)})`
    case 'not-scored':
      return `${names.dimension(reason.dimension)}${at(reason.partner)} is not scored: ${figures.percentAgainst(reason.coverage, reason.needs)} of it is answered; ${figures.percent(reason.needs)} is needed`
    case 'limit':
      return limitSentence(reason, names, figures)
    default:
      return reason satisfies never
  }
}

function limitSentence(
  reason: Extract<Reason, { code: 'limit' }>,
  names: Telling['names'],
  figures: Telling['figures'],
): string {
  if (reason.option === 'noWorseThan') return noWorseSentence(reason, names, figures)
  if (reason.option === 'minLevel') {
    const found =
      typeof reason.value === 'string'
        ? `The level is “${names.level(reason.value)}”`
        : 'There is no level'
    return `${found}; the limit is “${names.level(String(reason.needs))}”`
  }
  const value = typeof reason.value === 'number' ? reason.value : null
  const needs = Number(reason.needs)
  if (value === null && reason.dimension === undefined)
    return `There is no score; the limit is ${figures.limit(needs)}`
  const what = reason.dimension === undefined ? 'The score' : names.dimension(reason.dimension)
  const found = value === null ? 'is not scored' : `is ${figures.against(value, needs)}`
  return `${what} ${found}; the limit is ${figures.limit(needs)}`
}

function noWorseSentence(
  { value, needs }: Extract<Reason, { code: 'limit' }>,
  names: Telling['names'],
  figures: Telling['figures'],
): string {
  if (typeof needs === 'number') {
    const found = typeof value === 'number' ? `is ${figures.against(value, needs)}` : 'is missing'
    return `The score ${found}; it was ${figures.limit(needs)} before`
  }
  if (names.levelOf(needs) !== null) {
    const found = typeof value === 'string' ? `is “${names.level(value)}”` : 'is missing'
    return `The level ${found}; it was “${names.level(needs)}” before`
  }
  return 'Whether it is worse than before may not be shown: a group is too small, or too few people changed'
}

function mustFound(
  { question, value, needs }: Extract<Reason, { code: 'must' }>,
  names: Telling['names'],
): string {
  if (value === null) return 'nobody has answered it'
  if (names.question(question)?.form.type === 'yes-no') return 'not everybody answers yes'
  return `the mean is ${meanAgainst(value, needs)}, the least is ${needs}`
}

function scoreOf(result: Result): number | null {
  return result.score?.value ?? null
}

function top({ questionnaire }: Telling): number {
  return questionnaire.shown?.to ?? 100
}

function levelTitle({ result, names }: Telling): string {
  if (result.verdict.level !== null) return names.level(result.verdict.level)
  if (result.hidden?.scope === 'all') return 'Withheld'
  return result.score?.reason === 'not-applicable' ? 'Nothing applies' : 'Not scored'
}

function headlineOf(telling: Telling): string {
  const score = scoreOf(telling.result)
  const level = levelTitle(telling)
  return score === null ? level : `${level} · ${telling.figures.score(score)} of ${top(telling)}`
}

function verdictSentence(telling: Telling): string {
  const { result, names, figures } = telling
  if (result.hidden?.scope === 'all') {
    return `Fewer than ${result.hidden.minGroup} people have answered. Nothing is shown, so that nobody can be recognised.`
  }
  if (result.score?.reason === 'not-applicable') {
    return 'No question applies, so there is nothing to score.'
  }
  const who = whoAnswered(telling)
  if (result.verdict.level === null) {
    return `There is no level yet: too much is still open in the answers of ${who}.`
  }
  const score = scoreOf(result)
  const title = names.level(result.verdict.level)
  if (score === null)
    return `The answers of ${who} put the partnership at “${title}”, whatever the open answers turn out to be.`
  return `The answers of ${who} put the partnership at “${title}”, with ${figures.score(score)} of ${top(telling)}.`
}

function whoAnswered({ result, names, responses }: Telling): string {
  const people = counted(responses.length, 'person', 'people')
  const partners = (result.partners ?? []).map(({ id }) => names.partner(id))
  return partners.length === 0 ? people : `${people} from ${listed(partners)}`
}

function rangeSentence({ result, names }: Telling): string | null {
  const { levelLow, levelHigh } = result.verdict
  if (levelLow === null || levelHigh === null || levelLow === levelHigh) return null
  return `Depending on the open answers, the level is anything from “${names.level(levelLow)}” to “${names.level(levelHigh)}”.`
}
