import {
  type Dimension,
  type Question,
  type Questionnaire,
  questionsOf,
} from '../model/questionnaire.ts'
import type { Answer } from '../model/response.ts'
import type { Counts } from './counts.ts'
import type { Complete } from './cronbach.ts'
import { compareIds } from './numbers.ts'
import { numberOf, scoreOf } from './question-score.ts'
import type { Gathered } from './score-responses.ts'
import { scoredQuestions } from './standing.ts'
import type { PartnerTally, Tally } from './tally.ts'

/** What a cell says: an answer, a state, or nothing (null). */
export type Told = Answer | null

/** A question that a table has a column for, with everything that has been said to it so far. */
export interface TableQuestion {
  readonly question: Question
  /** A number for what is told; the same for all that counts the same. */
  readonly outcome: (told: Told) => number
}

/** Counts of a table whose rows are too many to be kept. */
export interface TableTally {
  readonly questions: readonly TableQuestion[]
  /** A number for a partner. */
  readonly partner: (id: string) => number
  /** Counts a row: what it says to each of `questions`, as outcomes; -1 where a question is not asked. */
  readonly add: (partner: number, outcomes: Int32Array) => void
  readonly finish: () => Pick<Gathered, 'tallies' | 'completeFor'>
}

interface Outcome {
  readonly state: Answer['state'] | 'none'
  readonly value: number | null
  readonly score: number | null
}

/**
 * Folds rows into the counts that `tallyResponses` and `completeIn` make of the same people, byte for byte. Memory grows with
 * partners, questions and different answers, not with rows. Questions without a column count as skipped by everybody.
 */
export function tableTally(questionnaire: Questionnaire, mapped: readonly Question[]): TableTally {
  const questions = mapped.map(openQuestion)
  const partners: OpenPartner[] = []
  const places = new Map<string, number>()
  const sections = questionnaire.dimensions.map((dimension) => openSection(dimension, mapped))
  return {
    questions,
    partner: (id) => {
      const known = places.get(id)
      if (known !== undefined) return known
      places.set(id, partners.length)
      const counts = mapped.map(() => [])
      partners.push({ id, respondents: 0, counts })
      return partners.length - 1
    },
    add: (place, outcomes) => {
      const partner = partners[place]
      if (partner === undefined) throw new Error('A row of no partner')
      partner.respondents += 1
      for (let index = 0; index < questions.length; index++) {
        const outcome = outcomes[index] ?? -1
        const counts = partner.counts[index]
        if (outcome >= 0 && counts !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1
      }
      for (const section of sections) addComplete(section, questions, outcomes)
    },
    finish: () => {
      const people = partners.reduce((all, { respondents }) => all + respondents, 0)
      const complete = new Map(
        sections.map((section) => [section.id, completeOf(section, questions, people)]),
      )
      return {
        tallies: partners
          .map((partner) => tallyOf(partner, questionsOf(questionnaire), questions))
          .toSorted((a, b) => compareIds(a.id, b.id)),
        completeFor: ({ id }) => complete.get(id) ?? { items: [], totals: new Map() },
      }
    },
  }
}

interface OpenQuestion extends TableQuestion {
  readonly outcomes: readonly Outcome[]
  /** By outcome; NaN where it has none. */
  readonly scores: readonly number[]
}

function openQuestion(question: Question): OpenQuestion {
  const outcomes: Outcome[] = []
  const scores: number[] = []
  const places = new Map<string, number>()
  return {
    question,
    outcomes,
    scores,
    outcome: (told) => {
      const outcome = outcomeOf(question, told)
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

function outcomeOf(question: Question, told: Told): Outcome {
  if (told?.state !== 'answered') return { state: told?.state ?? 'none', value: null, score: null }
  const { value } = told
  return { state: 'answered', value: numberOf(question, value), score: scoreOf(question, value) }
}

interface OpenPartner {
  readonly id: string
  respondents: number
  /** By mapped question, then by outcome. */
  readonly counts: readonly number[][]
}

/** The scored questions of a dimension that have a column, and the people who answered all of those that anybody did. */
interface Section {
  readonly id: string
  readonly places: readonly number[]
  readonly used: boolean[]
  /** How many of them anybody has answered. */
  inUse: number
  /** By place, then by outcome. */
  counts: number[][]
  totals: Map<number, number>
}

function openSection(dimension: Dimension, mapped: readonly Question[]): Section {
  const scored = scoredQuestions(dimension)
  const places = scored.flatMap(({ id }) => {
    const place = mapped.findIndex((question) => question.id === id)
    return place === -1 ? [] : [place]
  })
  return {
    id: dimension.id,
    places,
    used: places.map(() => false),
    inUse: 0,
    counts: places.map(() => []),
    totals: new Map(),
  }
}

/** A question that is answered for the first time makes everybody before incomplete. */
function addComplete(
  section: Section,
  questions: readonly OpenQuestion[],
  outcomes: Int32Array,
): void {
  const { places, used } = section
  let answered = 0
  let total = 0
  for (let index = 0; index < places.length; index++) {
    const place = places[index] ?? 0
    const score = questions[place]?.scores[outcomes[place] ?? -1] ?? Number.NaN
    if (Number.isNaN(score)) continue
    answered += 1
    total += score
    if (used[index] !== true) begin(section, index)
  }
  if (answered === 0 || answered < section.inUse) return
  section.totals.set(total, (section.totals.get(total) ?? 0) + 1)
  for (let index = 0; index < places.length; index++) {
    if (used[index] !== true) continue
    const counts = section.counts[index]
    const outcome = outcomes[places[index] ?? 0] ?? 0
    if (counts !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1
  }
}

function begin(section: Section, index: number): void {
  section.used[index] = true
  section.inUse += 1
  section.counts = section.places.map(() => [])
  section.totals = new Map()
}

/** Where nobody answered anything, everybody answered all that anybody did. */
function completeOf(
  section: Section,
  questions: readonly OpenQuestion[],
  people: number,
): Complete {
  if (section.inUse === 0) return { items: [], totals: new Map([[0, people]]) }
  const items = section.places.flatMap((place, index) => {
    if (section.used[index] !== true) return []
    return [countsBy(questions[place]?.outcomes ?? [], section.counts[index] ?? [], 'score')]
  })
  return { items, totals: section.totals }
}

function tallyOf(
  { id, respondents, counts }: OpenPartner,
  all: readonly Question[],
  questions: readonly OpenQuestion[],
): PartnerTally {
  const mapped = new Map(
    questions.map(({ question, outcomes }, index) => [
      question.id,
      tallyOfQuestion(outcomes, counts[index] ?? []),
    ]),
  )
  const silent: Tally = { ...tallyOfQuestion([], []), skipped: respondents }
  return {
    id,
    respondents,
    questions: new Map(all.map((question) => [question.id, mapped.get(question.id) ?? silent])),
  }
}

function tallyOfQuestion(outcomes: readonly Outcome[], counts: readonly number[]): Tally {
  const of = (...states: readonly Outcome['state'][]) =>
    outcomes.reduce(
      (sum, { state }, index) => sum + (states.includes(state) ? (counts[index] ?? 0) : 0),
      0,
    )
  return {
    answered: of('answered'),
    values: countsBy(outcomes, counts, 'value'),
    scores: countsBy(outcomes, counts, 'score'),
    dontKnow: of('dont-know'),
    skipped: of('skipped', 'none'),
    notApplicable: of('not-applicable'),
  }
}

function countsBy(
  outcomes: readonly Outcome[],
  counts: readonly number[],
  what: 'value' | 'score',
): Counts {
  const by = new Map<number, number>()
  for (const [index, count] of counts.entries()) {
    const own = outcomes[index]?.[what]
    if (typeof own === 'number' && count > 0) by.set(own, (by.get(own) ?? 0) + count)
  }
  return by
}
