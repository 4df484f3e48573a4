import { listQuestions, type Question, type Questionnaire } from '../model/questionnaire.ts'
import type { Answer, Response } from '../model/response.ts'
import type { Counts } from './counts.ts'
import { compareIds } from './numbers.ts'
import { scoreAnswer, toScaleNumber } from './question-score.ts'

/** What some people answered to one question, as counts. Inactive questions leave no trace. */
export interface AnswerCounts {
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
export interface PartnerCounts {
  readonly id: string
  readonly respondents: number
  readonly questions: ReadonlyMap<string, AnswerCounts>
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
export function countResponses(
  questionnaire: Questionnaire,
  people: Iterable<Person>,
): readonly PartnerCounts[] {
  const questions = listQuestions(questionnaire)
  const partners = new Map<string, MutablePartnerCounts>()
  for (const { response, asked } of people) {
    const id = response.partner
    const partner = partners.get(id) ?? createPartnerCounts(id, questions)
    partners.set(id, partner)
    partner.respondents += 1
    for (const [question, counts] of partner.open) {
      const answer = findStoredAnswer(response, question.id)
      if (asked.has(question.id)) addAnswer(counts, question, answer)
    }
  }
  return [...partners.values()].sort((a, b) => compareIds(a.id, b.id))
}

/** What a partner's people answered without some of them. */
export function subtractCounts(all: PartnerCounts, some: PartnerCounts): PartnerCounts {
  return {
    id: all.id,
    respondents: all.respondents - some.respondents,
    questions: new Map(
      [...all.questions].map(([id, counts]) => [
        id,
        subtractAnswers(counts, getAnswerCounts(some, id)),
      ]),
    ),
  }
}

/** A person's answer to a question that is asked of them; null where there is none. */
export function findAnswer({ response, asked }: Person, id: string): Answer | null {
  return asked.has(id) ? findStoredAnswer(response, id) : null
}

/** Open answers: don't know and skipped. */
export function countOpen(counts: AnswerCounts): number {
  return counts.dontKnow + counts.skipped
}

/** Does the question apply to these people: has it an answer, or an open place for one? */
export function isApplicable(counts: AnswerCounts): boolean {
  return counts.answered + countOpen(counts) > 0
}

/** A partner's counts for one question; of a question it was never asked, none. */
export function getAnswerCounts(partner: PartnerCounts, id: string): AnswerCounts {
  return partner.questions.get(id) ?? createAnswerCounts()
}

interface MutableAnswerCounts {
  answered: number
  readonly values: Map<number, number>
  readonly scores: Map<number, number>
  dontKnow: number
  skipped: number
  notApplicable: number
}

interface MutablePartnerCounts {
  readonly id: string
  respondents: number
  readonly open: readonly (readonly [Question, MutableAnswerCounts])[]
  readonly questions: ReadonlyMap<string, AnswerCounts>
}

function createPartnerCounts(id: string, questions: readonly Question[]): MutablePartnerCounts {
  const open = questions.map((question) => [question, createAnswerCounts()] as const)
  const byId = new Map(open.map(([question, counts]) => [question.id, counts]))
  return { id, respondents: 0, open, questions: byId }
}

function subtractAnswers(all: AnswerCounts, some: AnswerCounts): AnswerCounts {
  return {
    answered: all.answered - some.answered,
    values: subtractEach(all.values, some.values),
    scores: subtractEach(all.scores, some.scores),
    dontKnow: all.dontKnow - some.dontKnow,
    skipped: all.skipped - some.skipped,
    notApplicable: all.notApplicable - some.notApplicable,
  }
}

function subtractEach(all: Counts, some: Counts): Counts {
  const left = new Map(all)
  for (const [value, count] of some) {
    const rest = (left.get(value) ?? 0) - count
    if (rest > 0) left.set(value, rest)
    else left.delete(value)
  }
  return left
}

function createAnswerCounts(): MutableAnswerCounts {
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
function findStoredAnswer(response: Response, id: string): Answer | null {
  return response.answers.get(id) ?? response.inactive.get(id) ?? null
}

function addAnswer(counts: MutableAnswerCounts, question: Question, answer: Answer | null): void {
  switch (answer?.state) {
    case 'answered':
      counts.answered += 1
      addOne(counts.values, toScaleNumber(answer.value))
      addOne(counts.scores, scoreAnswer(question, answer.value))
      break
    case 'not-applicable':
      counts.notApplicable += 1
      break
    case 'dont-know':
      counts.dontKnow += 1
      break
    default:
      counts.skipped += 1
  }
}

function addOne(counts: Map<number, number>, value: number | null): void {
  if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
}
