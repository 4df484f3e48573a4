import type { Questionnaire } from '../../../src/model/questionnaire.ts'
import { type Dimension, listQuestions, type Question } from '../../../src/model/questionnaire.ts'
import type { Reason, Score, ScoredResult, ShownResult } from '../../../src/model/result.ts'
import {
  countOpen,
  getAnswerCounts,
  type PartnerCounts,
} from '../../../src/scoring/answer-counts.ts'

/**
 * An attack on what `minGroup` hides, by linear algebra. The unknowns are the partners' scores on the questions, 0..100. Every figure of a
 * result that depends on them in a line is an equation; whoever attacks knows who answered what, and not how.
 */

/** Factors by unknown (`keyOf`). */
export type Row = ReadonlyMap<string, number>

interface Equation {
  /** Where the figure stands. */
  readonly from: string
  readonly row: Row
  readonly value: number
}

export function keyOf(partner: string, question: string): string {
  return `${partner} ${question}`
}

/** A reader who knows the questionnaire, and how many of each partner's people answered or left open each question. */
export class Attacker {
  readonly #questionnaire: Questionnaire
  readonly #counts: readonly PartnerCounts[]

  constructor(questionnaire: Questionnaire, counts: readonly PartnerCounts[]) {
    this.#questionnaire = questionnaire
    this.#counts = counts
  }

  /** All that a result tells. */
  listEquations(result: ScoredResult): readonly Equation[] {
    const equations: Equation[] = []
    const tell = (from: string, row: Row, value: number | null | undefined, constant = 0) => {
      if (typeof value === 'number') equations.push({ from, row, value: value - constant })
    }
    const tellScore = (from: string, score: Score, views: { value: Row; low: Row }) => {
      tell(`${from}.value`, views.value, score.value)
      tell(`${from}.low`, views.low, score.low)
      if (score.coverage !== null)
        tell(`${from}.high`, views.low, score.high, 100 * (1 - score.coverage))
    }
    tellScore('score', result.score, this.#overall(null))
    for (const { id, score } of result.dimensions) {
      tellScore(`dimensions.${id}`, score, this.#dimension(id, null))
    }
    for (const { id, score } of result.questions) tell(`questions.${id}`, this.#total(id), score)
    for (const { question, gain } of result.actions) {
      const { row, best } = this.#gain(question)
      tell(`actions.${question}`, row, gain, best)
    }
    for (const reason of result.verdict.reasons) this.#tellReason(reason, tell)
    if (result.hidden === undefined) this.#tellViews(result, tell, tellScore)
    return equations
  }

  /** A partner's score on a dimension. */
  view(dimension: string, partner: string): Row {
    return this.#dimension(dimension, partner).value
  }

  #tellViews(
    result: ShownResult,
    tell: (from: string, row: Row, value: number | null | undefined, constant?: number) => void,
    tellScore: (from: string, score: Score, views: { value: Row; low: Row }) => void,
  ): void {
    const one = (partner: string, question: string): Row => new Map([[keyOf(partner, question), 1]])
    for (const { id, score, dimensions } of result.partners) {
      tellScore(`partners.${id}`, score, this.#overall(id))
      for (const each of dimensions) {
        tellScore(`partners.${id}.${each.id}`, each.score, this.#dimension(each.id, id))
      }
    }
    for (const { id, gap } of result.dimensions) {
      if (gap.high === null || gap.low === null) continue
      tell(
        `dimensions.${id}.gap`,
        minus(this.view(id, gap.high), this.view(id, gap.low)),
        gap.value,
      )
    }
    for (const { id, gap, partners } of result.questions) {
      if (gap.high !== null && gap.low !== null)
        tell(`questions.${id}.gap`, minus(one(gap.high, id), one(gap.low, id)), gap.value)
      for (const own of partners) {
        tell(`questions.${id}.${own.id}.score`, one(own.id, id), own.score)
        tell(`questions.${id}.${own.id}.mean`, one(own.id, id), this.#toScore(id, own.mean))
      }
    }
    for (const { question, partner, counts } of result.divided) {
      const people = counts.reduce((all, each) => all + each.people, 0)
      const value = ({ value: given }: { value: string | number }) =>
        typeof given === 'number' ? given : Number(given === 'yes')
      const mean = counts.reduce((all, each) => all + each.people * value(each), 0) / people
      tell(`divided.${question}.${partner}`, one(partner, question), this.#toScore(question, mean))
    }
    for (const { question, mirror, partner, own, others, gap } of result.directed) {
      const self = one(partner, question)
      const rest = this.#counts.filter(({ id }) => id !== partner)
      const seen = this.#mean(rest, mirror)
      tell(`directed.${question}.${partner}.own`, self, own)
      tell(`directed.${question}.${partner}.others`, seen, others)
      tell(`directed.${question}.${partner}.gap`, minus(self, seen), gap)
    }
    for (const { partner, own, others, shared } of result.subjects) {
      const rest = this.#counts.filter(({ id }) => id !== partner)
      const pairs = this.#pairs().filter(
        ([us, them]) =>
          this.#answered(partner, us) > 0 && rest.some(({ id }) => this.#answered(id, them) > 0),
      )
      const weights = pairs.map(([us]) => this.#share(us))
      const mean = (rows: readonly Row[]) => average(rows, weights)
      tell(`subjects.${partner}.own`, mean(pairs.map(([us]) => one(partner, us.id))), own)
      tell(
        `subjects.${partner}.others`,
        mean(pairs.map(([, them]) => this.#mean(rest, them.id))),
        others,
      )
      const both = listQuestions(this.#questionnaire).filter(
        (question) => question.about === 'both' && this.#answered(partner, question) > 0,
      )
      const all = both.map(({ id }) => one(partner, id))
      tell(
        `subjects.${partner}.shared`,
        average(
          all,
          both.map((each) => this.#share(each)),
        ),
        shared,
      )
    }
  }

  #tellReason(reason: Reason, tell: (from: string, row: Row, value: number | null) => void): void {
    if (reason.code === 'score') tell('reason.score', this.#overall(null).value, reason.value)
    if (reason.code === 'weakest')
      tell('reason.weakest', this.view(reason.dimension, reason.partner), reason.value)
    if (reason.code === 'must') {
      const row = new Map([[keyOf(reason.partner, reason.question), 1]])
      tell('reason.must', row, this.#toScore(reason.question, reason.value))
    }
    if (reason.code === 'limit' && typeof reason.value === 'number') {
      const { option, dimension } = reason
      if (option === 'minScore') tell('reason.minScore', this.#overall(null).value, reason.value)
      if (dimension !== undefined)
        tell('reason.minDimension', this.#dimension(dimension, null).value, reason.value)
    }
  }

  /** The score of a dimension, and its lower bound: of one partner, or the mean of those to whom something applies. */
  #dimension(id: string, partner: string | null): { value: Row; low: Row } {
    const dimension = this.#find(id)
    const present = this.#counts.filter(
      (own) => (partner === null || own.id === partner) && this.#applies(dimension, own),
    )
    const views = present.map((own) => {
      const counts = (question: Question) => getAnswerCounts(own, question.id)
      const applicable = scoredOf(dimension).filter(
        (question) => counts(question).answered + countOpen(counts(question)) > 0,
      )
      const answered = applicable.filter((question) => counts(question).answered > 0)
      const one = (question: Question): Row => new Map([[keyOf(own.id, question.id), 1]])
      const covered = applicable.map((question) => {
        const { answered: given } = counts(question)
        return times(one(question), given / (given + countOpen(counts(question))))
      })
      return {
        value: average(
          answered.map(one),
          answered.map(({ weight }) => weight),
        ),
        low: average(
          covered,
          applicable.map(({ weight }) => weight),
        ),
      }
    })
    const equal = views.map(() => 1)
    return {
      value: average(
        views.map(({ value }) => value),
        equal,
      ),
      low: average(
        views.map(({ low }) => low),
        equal,
      ),
    }
  }

  #overall(partner: string | null): { value: Row; low: Row } {
    const present = this.#questionnaire.dimensions.filter((dimension) =>
      this.#counts.some((own) => (partner ?? own.id) === own.id && this.#applies(dimension, own)),
    )
    const views = present.map(({ id }) => this.#dimension(id, partner))
    const weights = present.map(({ weight }) => weight)
    return {
      value: average(
        views.map(({ value }) => value),
        weights,
      ),
      low: average(
        views.map(({ low }) => low),
        weights,
      ),
    }
  }

  #total(question: string): Row {
    return this.#mean(this.#counts, question)
  }

  #mean(partners: readonly PartnerCounts[], question: string): Row {
    const answered = partners.filter((own) => getAnswerCounts(own, question).answered > 0)
    return average(
      answered.map(({ id }) => new Map([[keyOf(id, question), 1]])),
      answered.map(() => 1),
    )
  }

  /** What the overall score gains if all were at the top: what that comes to, less the part of it that is there. */
  #gain(question: string): { readonly row: Row; readonly best: number } {
    const overall = this.#overall(null).value
    const part = [...overall].filter(([key]) => key.endsWith(` ${question}`))
    const best = part.reduce((all, [, factor]) => all + 100 * factor, 0)
    return { row: times(new Map(part), -1), best }
  }

  #find(id: string): Dimension {
    const dimension = this.#questionnaire.dimensions.find((each) => each.id === id)
    if (dimension === undefined) throw new Error(`no ${id}`)
    return dimension
  }

  #applies(dimension: Dimension, own: PartnerCounts): boolean {
    return scoredOf(dimension).some(({ id }) => {
      const counts = getAnswerCounts(own, id)
      return counts.answered + countOpen(counts) > 0
    })
  }

  #answered(partner: string, { id }: Question): number {
    const own = this.#counts.find((each) => each.id === partner)
    return own === undefined ? 0 : getAnswerCounts(own, id).answered
  }

  #pairs(): readonly (readonly [Question, Question])[] {
    const all = listQuestions(this.#questionnaire)
    return all.flatMap((them) => {
      const us = all.find(({ id }) => id === them.mirror)
      return us === undefined ? [] : [[us, them] as const]
    })
  }

  #share({ weight, dimension }: Question): number {
    const { dimensions } = this.#questionnaire
    const own = this.#find(dimension)
    const all = scoredOf(own).reduce((total, question) => total + question.weight, 0)
    const scored = dimensions.filter((each) => scoredOf(each).length > 0)
    return ((weight / all) * own.weight) / scored.reduce((total, each) => total + each.weight, 0)
  }

  /** A mean of ratings or yes-nos as a score on 0..100. */
  #toScore(id: string, mean: number | null): number | null {
    const question = listQuestions(this.#questionnaire).find((each) => each.id === id)
    if (mean === null || question === undefined) return null
    const { form, reverse } = question
    const share = form.type === 'rating' ? (mean - 1) / (form.values.length - 1) : mean
    return 100 * (reverse ? 1 - share : share)
  }
}

function scoredOf({ questions }: Dimension): readonly Question[] {
  return questions.filter(({ scored }) => scored)
}

/** Does a row follow from the others, so that whoever has their values has its value? */
export function createSolver(rows: readonly Row[]): (row: Row) => boolean {
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  const places = new Map(keys.map((key, index) => [key, index]))
  const basis: { readonly pivot: number; readonly row: readonly number[] }[] = []
  const reduce = (row: readonly number[]): number[] => {
    const left = [...row]
    for (const { pivot, row: own } of basis) {
      const factor = left[pivot] ?? 0
      if (factor === 0) continue
      for (const [index, value] of own.entries()) left[index] = (left[index] ?? 0) - factor * value
      left[pivot] = 0
    }
    return left
  }
  const toVector = (row: Row): readonly number[] => keys.map((key) => row.get(key) ?? 0)
  for (const row of rows) {
    const left = reduce(toVector(row))
    const pivot = findLargest(left)
    const largest = left[pivot] ?? 0
    if (Math.abs(largest) < smallest) continue
    basis.push({ pivot, row: left.map((value) => value / largest) })
  }
  return (row) =>
    [...row.keys()].every((key) => places.has(key)) &&
    reduce(toVector(row)).every((value) => Math.abs(value) < smallest)
}

const smallest = 1e-9

function findLargest(row: readonly number[]): number {
  let at = 0
  for (const [index, value] of row.entries()) {
    if (Math.abs(value) > Math.abs(row[at] ?? 0)) at = index
  }
  return at
}

function average(rows: readonly Row[], weights: readonly number[]): Row {
  const whole = weights.reduce((all, weight) => all + weight, 0)
  return plus(rows.map((row, index) => times(row, (weights[index] ?? 0) / whole)))
}

function plus(rows: readonly Row[]): Row {
  const total = new Map<string, number>()
  for (const row of rows) {
    for (const [key, value] of row) total.set(key, (total.get(key) ?? 0) + value)
  }
  return total
}

function minus(one: Row, other: Row): Row {
  return plus([one, times(other, -1)])
}

function times(row: Row, factor: number): Row {
  return new Map([...row].map(([key, value]) => [key, value * factor]))
}
