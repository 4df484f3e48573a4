import { type Question, type Questionnaire, questionsOf } from '../model/questionnaire.ts'
import type { Answer, Response } from '../model/response.ts'
import { type Counts, joined } from './counts.ts'
import { compareIds, sum } from './numbers.ts'
import { numberOf, scoreOf } from './question-score.ts'

/** What some people answered to one question, as counts. Inactive questions leave no trace. */
export interface Tally {
  readonly answered: number
  /** Answers by their value on the question's own scale; empty for what is no number. */
  readonly values: Counts
  /** Answers by their score, 0..1; empty for what has none. */
  readonly scores: Counts
  readonly dontKnow: number
  readonly skipped: number
  readonly notApplicable: number
}

/** What one partner's people answered, by full id of every question. */
export interface PartnerTally {
  readonly id: string
  readonly respondents: number
  readonly questions: ReadonlyMap<string, Tally>
}

/** A respondent, and the full ids of the questions that are asked of them. */
export interface Person {
  readonly response: Response
  readonly asked: ReadonlySet<string>
}

/**
 * Folds each person once into counts by partner and question; everything but Cronbach's alpha follows from them.
 * Partners stand by id. A question that is asked and has no entry is skipped, one that is not asked is not counted.
 */
export function tallyResponses(
  questionnaire: Questionnaire,
  people: Iterable<Person>,
): readonly PartnerTally[] {
  const questions = questionsOf(questionnaire)
  const partners = new Map<string, OpenPartner>()
  for (const { response, asked } of people) {
    const partner = partners.get(response.partner) ?? openPartner(response.partner, questions)
    partners.set(response.partner, partner)
    partner.respondents += 1
    for (const [question, tally] of partner.open) {
      if (asked.has(question.id)) count(tally, question, inForce(response, question.id))
    }
  }
  return [...partners.values()].sort((a, b) => compareIds(a.id, b.id))
}

/** A person's answer to a question that is asked of them; null where there is none. */
export function answerOf({ response, asked }: Person, id: string): Answer | null {
  return asked.has(id) ? inForce(response, id) : null
}

/** Open answers: don't know and skipped. */
export function openIn(tally: Tally): number {
  return tally.dontKnow + tally.skipped
}

/** Does the question apply to these people: has it an answer, or an open place for one? */
export function applies(tally: Tally): boolean {
  return tally.answered + openIn(tally) > 0
}

/** A partner's counts for one question; of a question it was never asked, none. */
export function tallyOf(partner: PartnerTally, id: string): Tally {
  return partner.questions.get(id) ?? emptyTally()
}

/** Everybody's counts for one question. */
export function joinTallies(tallies: readonly Tally[]): Tally {
  return {
    answered: sum(tallies.map((tally) => tally.answered)),
    values: joined(tallies.map((tally) => tally.values)),
    scores: joined(tallies.map((tally) => tally.scores)),
    dontKnow: sum(tallies.map((tally) => tally.dontKnow)),
    skipped: sum(tallies.map((tally) => tally.skipped)),
    notApplicable: sum(tallies.map((tally) => tally.notApplicable)),
  }
}

interface OpenTally {
  answered: number
  readonly values: Map<number, number>
  readonly scores: Map<number, number>
  dontKnow: number
  skipped: number
  notApplicable: number
}

interface OpenPartner {
  readonly id: string
  respondents: number
  readonly open: readonly (readonly [Question, OpenTally])[]
  readonly questions: ReadonlyMap<string, Tally>
}

function openPartner(id: string, questions: readonly Question[]): OpenPartner {
  const open = questions.map((question) => [question, emptyTally()] as const)
  const byId = new Map(open.map(([question, tally]) => [question.id, tally]))
  return { id, respondents: 0, open, questions: byId }
}

function emptyTally(): OpenTally {
  return {
    answered: 0,
    values: new Map(),
    scores: new Map(),
    dontKnow: 0,
    skipped: 0,
    notApplicable: 0,
  }
}

/** An earlier answer that was set aside comes back with its condition. */
function inForce(response: Response, id: string): Answer | null {
  return response.answers.get(id) ?? response.inactive.get(id) ?? null
}

function count(tally: OpenTally, question: Question, answer: Answer | null): void {
  switch (answer?.state) {
    case 'answered':
      tally.answered += 1
      countOne(tally.values, numberOf(question, answer.value))
      countOne(tally.scores, scoreOf(question, answer.value))
      break
    case 'not-applicable':
      tally.notApplicable += 1
      break
    case 'dont-know':
      tally.dontKnow += 1
      break
    default:
      tally.skipped += 1
  }
}

function countOne(counts: Map<number, number>, value: number | null): void {
  if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
}
