import {
  type Dimension,
  listQuestions,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { AnswerCounts, PartnerCounts } from './answer-counts.ts'
import type { Counts } from './counts.ts'
import type { CompleteScores } from './cronbach.ts'
import { compareIds } from './numbers.ts'
import { listScoredQuestions } from './partnership-scores.ts'
import { isStraight } from './quality.ts'
import { scoreAnswer, toScaleNumber } from './question-score.ts'
import type { CountedAnswers } from './score-responses.ts'
import { createTotalsCounter, type TotalsCounter } from './totals-counter.ts'

/** A question that a table has a column for, with everything that has been said to it so far. */
interface TableQuestion {
  readonly question: Question
  /** A number for what a cell says (null: nothing); the same for all that counts the same. */
  readonly outcome: (answer: Answer | null) => number
}

/** Counts of a table whose rows are too many to be kept. */
export interface TableCounter {
  readonly questions: readonly TableQuestion[]
  /** A number for a partner. */
  readonly partner: (id: string) => number
  /** Counts a row: what it says to each of `questions`, as outcomes; -1 where a question is not asked. */
  readonly add: (partner: number, outcomes: Int32Array) => void
  readonly finish: () => Pick<CountedAnswers, 'partners' | 'completeFor' | 'straight'>
}

interface AnswerOutcome {
  readonly state: Answer['state'] | 'none'
  readonly value: number | null
  readonly score: number | null
}

/**
 * Folds rows into the counts that `countResponses` and `countCompleteScores` make of the same people, byte for byte. Memory grows with
 * partners, questions and different answers, not with rows. Questions without a column count as skipped by everybody.
 */
export function createTableCounter(
  questionnaire: Questionnaire,
  mapped: readonly Question[],
): TableCounter {
  const questions = mapped.map(createQuestionCounter)
  const partners: PartnerCounter[] = []
  const places = new Map<string, number>()
  const sections = questionnaire.dimensions.map((dimension) =>
    createDimensionCounter(dimension, questions),
  )
  const straight = createStraightCounter(questions)
  return {
    questions,
    partner: (id) => {
      const known = places.get(id)
      if (known !== undefined) return known
      places.set(id, partners.length)
      const counts = mapped.map(() => new Float64Array(8))
      partners.push({ id, respondents: 0, counts })
      return partners.length - 1
    },
    add: (place, outcomes) => {
      const partner = partners[place]
      if (partner === undefined) throw new Error('no partner')
      partner.respondents += 1
      for (let index = 0; index < questions.length; index++) {
        const outcome = outcomes[index] as number
        if (outcome >= 0) countOutcome(partner.counts, index, outcome)
      }
      for (const section of sections) addCompleteRow(section, outcomes)
      straight.add(outcomes)
    },
    finish: () => {
      const people = partners.reduce((all, { respondents }) => all + respondents, 0)
      const complete = new Map(
        sections.map((section) => [section.id, toCompleteScores(section, questions, people)]),
      )
      return {
        partners: partners
          .map((partner) => toPartnerCounts(partner, listQuestions(questionnaire), questions))
          .toSorted((a, b) => compareIds(a.id, b.id)),
        completeFor: ({ id }) => complete.get(id) ?? { items: [], totals: new Map() },
        straight: straight.count(),
      }
    },
  }
}

interface QuestionCounter extends TableQuestion {
  readonly outcomes: readonly AnswerOutcome[]
  /** By outcome; NaN where it has none. */
  readonly scores: readonly number[]
}

function createQuestionCounter(question: Question): QuestionCounter {
  const outcomes: AnswerOutcome[] = []
  const scores: number[] = []
  const places = new Map<string, number>()
  return {
    question,
    outcomes,
    scores,
    outcome: (answer) => {
      const outcome = toOutcome(question, answer)
      const key = `${outcome.state} ${outcome.value} ${outcome.score}`
      const place = places.get(key) ?? outcomes.length
      if (place === outcomes.length) {
        outcomes.push(outcome)
        scores.push(outcome.score ?? Number.NaN)
        places.set(key, place)
      }
      return place
    },
  }
}

function toOutcome(question: Question, answer: Answer | null): AnswerOutcome {
  if (answer?.state !== 'answered') {
    return { state: answer?.state ?? 'none', value: null, score: null }
  }
  const { value } = answer
  return { state: 'answered', value: toScaleNumber(value), score: scoreAnswer(question, value) }
}

/** People who gave the same number to nearly every rating. */
function createStraightCounter(questions: readonly QuestionCounter[]) {
  const places = questions.flatMap(({ question }, place) =>
    question.form.type === 'rating' ? [place] : [],
  )
  let people = 0
  return {
    add: (outcomes: Int32Array) => {
      const values: number[] = []
      for (const place of places) {
        const value = questions[place]?.outcomes[outcomes[place] as number]?.value ?? null
        if (value !== null) values.push(value)
      }
      if (isStraight(values)) people += 1
    },
    count: () => people,
  }
}

interface PartnerCounter {
  readonly id: string
  respondents: number
  /** By mapped question, then by outcome. */
  readonly counts: Float64Array[]
}

/** The scored questions of a dimension that have a column, and the people who answered all of those that anybody did. */
interface DimensionCounter {
  readonly id: string
  readonly places: readonly number[]
  /** By place, then by outcome; they grow with the outcomes. */
  readonly scores: readonly (readonly number[])[]
  readonly used: boolean[]
  /** How many of them anybody has answered. */
  inUse: number
  /** By place, then by outcome. */
  counts: Float64Array[]
  totals: TotalsCounter
}

function createDimensionCounter(
  dimension: Dimension,
  questions: readonly QuestionCounter[],
): DimensionCounter {
  const scored = listScoredQuestions(dimension)
  const places = scored.flatMap(({ id }) => {
    const place = questions.findIndex(({ question }) => question.id === id)
    return place === -1 ? [] : [place]
  })
  return {
    id: dimension.id,
    places,
    scores: places.map((place) => questions[place]?.scores ?? []),
    used: places.map(() => false),
    inUse: 0,
    counts: places.map(() => new Float64Array(8)),
    totals: createTotalsCounter(),
  }
}

/** A question that is answered for the first time makes everybody before incomplete. */
function addCompleteRow(section: DimensionCounter, outcomes: Int32Array): void {
  const { places, used } = section
  let answered = 0
  let total = 0
  for (let index = 0; index < places.length; index++) {
    const scores = section.scores[index] as readonly number[]
    const score = scores[outcomes[places[index] as number] as number]
    // An outcome without a score has NaN, a question that is not asked has none.
    if (score === undefined || Number.isNaN(score)) continue
    answered += 1
    total += score
    if (used[index] !== true) addUsedQuestion(section, index)
  }
  if (answered === 0 || answered < section.inUse) return
  section.totals.add(total)
  for (let index = 0; index < places.length; index++) {
    if (used[index] !== true) continue
    countOutcome(section.counts, index, outcomes[places[index] as number] as number)
  }
}

function countOutcome(counts: Float64Array[], index: number, outcome: number): void {
  let own = counts[index] as Float64Array
  if (outcome >= own.length) {
    const wider = new Float64Array(Math.max(outcome + 1, own.length * 2))
    wider.set(own)
    counts[index] = wider
    own = wider
  }
  own[outcome] = (own[outcome] as number) + 1
}

function addUsedQuestion(section: DimensionCounter, index: number): void {
  section.used[index] = true
  section.inUse += 1
  section.counts = section.places.map(() => new Float64Array(8))
  section.totals = createTotalsCounter()
}

/** Where nobody answered anything, everybody answered all that anybody did. */
function toCompleteScores(
  section: DimensionCounter,
  questions: readonly QuestionCounter[],
  people: number,
): CompleteScores {
  if (section.inUse === 0) return { items: [], totals: new Map([[0, people]]) }
  const items = section.places.flatMap((place, index) => {
    if (section.used[index] !== true) return []
    const counts = section.counts[index] ?? new Float64Array()
    return [countOutcomesBy(questions[place]?.outcomes ?? [], counts, 'score')]
  })
  return { items, totals: section.totals.counts() }
}

function toPartnerCounts(
  { id, respondents, counts }: PartnerCounter,
  all: readonly Question[],
  questions: readonly QuestionCounter[],
): PartnerCounts {
  const mapped = new Map(
    questions.map(({ question, outcomes }, index) => [
      question.id,
      toAnswerCounts(outcomes, counts[index] ?? new Float64Array()),
    ]),
  )
  const silent: AnswerCounts = { ...toAnswerCounts([], new Float64Array()), skipped: respondents }
  return {
    id,
    respondents,
    questions: new Map(all.map((question) => [question.id, mapped.get(question.id) ?? silent])),
  }
}

function toAnswerCounts(outcomes: readonly AnswerOutcome[], counts: Float64Array): AnswerCounts {
  const of = (...states: readonly AnswerOutcome['state'][]) =>
    outcomes.reduce(
      (sum, { state }, index) => sum + (states.includes(state) ? (counts[index] ?? 0) : 0),
      0,
    )
  return {
    answered: of('answered'),
    values: countOutcomesBy(outcomes, counts, 'value'),
    scores: countOutcomesBy(outcomes, counts, 'score'),
    dontKnow: of('dont-know'),
    skipped: of('skipped', 'none'),
    notApplicable: of('not-applicable'),
  }
}

function countOutcomesBy(
  outcomes: readonly AnswerOutcome[],
  counts: Float64Array,
  what: 'value' | 'score',
): Counts {
  const by = new Map<number, number>()
  for (const [index, count] of counts.entries()) {
    const own = outcomes[index]?.[what]
    if (typeof own === 'number' && count > 0) by.set(own, (by.get(own) ?? 0) + count)
  }
  return by
}
