import {
  type Level,
  listQuestions,
  type Question,
  type Questionnaire,
} from '../../../src/model/questionnaire.ts'
import type { Response } from '../../../src/model/response.ts'

/**
 * What people answered, and what follows from it, worked out anew and in the plainest way: it shares no code with `scoring` or
 * `report`, so that a sentence is held against the answers and not against our own figures.
 */
export interface World {
  readonly questionnaire: Questionnaire
  /** Every response, also those that do not count. */
  readonly all: readonly Response[]
  readonly counted: readonly Response[]
  /** Ids of the partners that are listed and asked; null where none are. */
  readonly asked: readonly string[] | null
  readonly nameOf: (partner: string) => string
}

export function createWorld(
  questionnaire: Questionnaire,
  all: readonly Response[],
  asked: readonly string[] | null,
  nameOf: World['nameOf'],
): World {
  const counted = all.filter((response) => whyNot(response, questionnaire) === null)
  return { questionnaire, all, counted, asked, nameOf }
}

/** Why a response does not count; null where it does. Everybody is asked every question. */
export function whyNot(response: Response, questionnaire: Questionnaire): string | null {
  if (response.excluded !== null) return 'excluded'
  if (response.answers.size === 0) return 'empty'
  const isComplete = listQuestions(questionnaire).every(({ id }) => response.answers.has(id))
  return response.completed !== null || isComplete ? null : 'unfinished'
}

export function listPartners({ counted }: World): readonly string[] {
  return [...new Set(counted.map(({ partner }) => partner))].sort()
}

export function peopleOf({ counted }: World, partner: string): readonly Response[] {
  return counted.filter((response) => response.partner === partner)
}

export function findPartner(world: World, name: unknown): string {
  const found = listEverybody(world).find((id) => world.nameOf(id) === name)
  if (found === undefined) throw new Error(`no partner ${String(name)}`)
  return found
}

/** Numbers of a rating, or 1 and 0 of a yes-no, in no order. */
export function valuesOf(people: readonly Response[], question: string): readonly number[] {
  return people.flatMap((response) => {
    const answer = response.answers.get(question)
    return answer?.state === 'answered' ? [Number(answer.value)] : []
  })
}

export function countState(people: readonly Response[], question: string, state: string): number {
  return people.filter((response) => (response.answers.get(question)?.state ?? 'skipped') === state)
    .length
}

export function sizeOf({ form }: Question): number {
  return form.type === 'rating' ? form.values.length : 2
}

/** 0..100; null where nobody answered. */
export function scoreOf(people: readonly Response[], question: Question): number | null {
  const values = valuesOf(people, question.id)
  if (values.length === 0) return null
  const lowest = question.form.type === 'rating' ? 1 : 0
  const scores = values.map((value) => ((value - lowest) / (sizeOf(question) - 1)) * 100)
  return average(scores)
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The questions of a dimension that apply to these people, each with its score and how much of it is answered. */
function listParts(world: World, people: readonly Response[], dimension: string) {
  const questions = listQuestions(world.questionnaire).filter((own) => own.dimension === dimension)
  return questions.flatMap((question) => {
    const answered = valuesOf(people, question.id).length
    const open =
      countState(people, question.id, 'dont-know') + countState(people, question.id, 'skipped')
    if (answered + open === 0) return []
    return [
      {
        weight: question.weight,
        share: answered / (answered + open),
        score: scoreOf(people, question),
      },
    ]
  })
}

/** How much of a dimension these people answered, 0..1; `null` where nothing applies. */
export function coverageOf(
  world: World,
  people: readonly Response[],
  dimension: string,
): number | null {
  const parts = listParts(world, people, dimension)
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const answered = parts.reduce((sum, { weight, share }) => sum + weight * share, 0)
  return parts.length === 0 ? null : answered / whole
}

/** 0..100 of a partner's people; `null` where too little is answered, `undefined` where nothing applies. */
export function dimensionOf(
  world: World,
  people: readonly Response[],
  dimension: string,
): number | null | undefined {
  const parts = listParts(world, people, dimension)
  const coverage = coverageOf(world, people, dimension)
  if (coverage === null) return undefined
  const scored = parts.filter(({ score }) => score !== null)
  if (scored.length === 0 || coverage < world.questionnaire.coverage - 1e-9) return null
  const weight = scored.reduce((sum, own) => sum + own.weight, 0)
  return scored.reduce((sum, own) => sum + own.weight * (own.score ?? 0), 0) / weight
}

/** The partnership's score on a dimension. */
export function wholeDimensionOf(world: World, dimension: string): number | null | undefined {
  const scores = listPartners(world).map((id) => dimensionOf(world, peopleOf(world, id), dimension))
  const known = scores.filter((score) => score !== undefined)
  if (known.length === 0) return undefined
  return known.some((score) => score === null) ? null : average(known as number[])
}

export function overallOf(world: World): number | null {
  const parts = world.questionnaire.dimensions.flatMap(({ id, weight }) => {
    const score = wholeDimensionOf(world, id)
    return score === undefined ? [] : [{ weight, score }]
  })
  if (parts.length === 0 || parts.some(({ score }) => score === null)) return null
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return parts.reduce((sum, { weight, score }) => sum + weight * (score ?? 0), 0) / whole
}

/** People of a partner who are below a must, and how many answered it. */
export function belowOf(world: World, partner: string, question: Question) {
  const values = valuesOf(peopleOf(world, partner), question.id)
  return {
    below: values.filter((value) => value < (question.must?.least ?? 0)).length,
    of: values.length,
  }
}

export function isBrokenAt(world: World, partner: string, question: Question): boolean {
  const people = peopleOf(world, partner)
  const { below, of } = belowOf(world, partner, question)
  const open =
    countState(people, question.id, 'dont-know') + countState(people, question.id, 'skipped')
  return of === 0 ? open > 0 : below * 2 >= of
}

/**
 * The id of the level; null where partners are missing, or something is not scored and the level depends on what is open.
 */
export function levelOf(world: World): string | null {
  if (!hasEnoughPartners(world)) return null
  if (overallOf(world) !== null) return findLevel(world)
  const [low, high] = [findLevel(fillOpen(world, 0)), findLevel(fillOpen(world, 1))]
  return low === high ? low : null
}

/** With every open answer at its worst (0) or its best (1). */
export function fillOpen(world: World, best: 0 | 1): World {
  const counted = world.counted.map((response) => {
    const answers = new Map(response.answers)
    for (const { id, form } of listQuestions(world.questionnaire)) {
      const state = answers.get(id)?.state ?? 'skipped'
      if (state !== 'dont-know' && state !== 'skipped') continue
      const value = form.type === 'rating' ? (best === 1 ? form.values.length : 1) : best === 1
      answers.set(id, { state: 'answered', value, note: null })
    }
    return { ...response, answers }
  })
  return { ...world, counted }
}

/** By the score, the dimensions and the essential questions alone. */
export function findLevel(world: World): string | null {
  const overall = overallOf(world)
  if (overall === null) return null
  const { levels, dimensions } = world.questionnaire
  const broken = listQuestions(world.questionnaire).filter(
    (question) =>
      question.must !== null &&
      listPartners(world).some((partner) => isBrokenAt(world, partner, question)),
  )
  const holding = levels.find(
    (level, rank) =>
      overall >= level.score - 1e-7 &&
      dimensions.every(({ id }) =>
        listPartners(world).every((partner) => {
          const score = dimensionOf(world, peopleOf(world, partner), id)
          return score == null || score >= level.weakest - 1e-7
        }),
      ) &&
      broken.every(({ must }) => levels.findIndex(({ id }) => id === must?.cap) <= rank),
  )
  return (holding ?? levels.at(-1))?.id ?? null
}

/** The level above the one in force; null at the highest, and without one. */
export function nextLevelOf(world: World): Level | null {
  const { levels } = world.questionnaire
  const level = levelOf(world)
  return level === null ? null : (levels[levels.findIndex(({ id }) => id === level) - 1] ?? null)
}

/** Does this essential question, while it is not met, rule the level out? */
export function isRuledOut({ levels }: Questionnaire, { must }: Question, level: Level): boolean {
  return must !== null && levels.indexOf(level) < levels.findIndex(({ id }) => id === must.cap)
}

/** A question's share of the overall weight, 0..1. */
export function shareOf({ dimensions }: Questionnaire, question: Question): number {
  const own = dimensions.find(({ id }) => id === question.dimension)
  const all = dimensions.reduce((sum, { weight }) => sum + weight, 0)
  const within = own?.questions.reduce((sum, { weight }) => sum + weight, 0) ?? 0
  return ((own?.weight ?? 0) / all) * (question.weight / within)
}

/** Questions about oneself, each with the one that asks the others the same. */
export function listPairs({ questionnaire }: World): readonly (readonly [Question, Question])[] {
  const questions = listQuestions(questionnaire)
  return questions
    .filter(({ about }) => about === 'us')
    .flatMap((us) => {
      const them = questions.find(({ id, mirror }) => us.mirror === id || mirror === us.id)
      return them === undefined ? [] : [[us, them] as const]
    })
}

/** Everybody who is asked or has a response, whether or not it counts; by id. */
export function listEverybody({ all, asked }: World): readonly string[] {
  return [...new Set([...all.map(({ partner }) => partner), ...(asked ?? [])])].sort()
}

export function neededPartners(world: World): number {
  const { leastPartners } = world.questionnaire
  if (leastPartners !== 'all') return leastPartners
  const listed = world.asked ?? [...new Set(world.all.map(({ partner }) => partner))]
  return Math.max(2, listed.length)
}

export function hasEnoughPartners(world: World): boolean {
  return listPartners(world).length >= neededPartners(world)
}

/** The same world without one response. */
export function without(world: World, left: Response): World {
  return { ...world, counted: world.counted.filter((response) => response !== left) }
}

/** Is a third of these answers at least so far from another third that the contract calls it divided? */
export function isDivided(question: Question, values: readonly number[]): boolean {
  const n = values.length
  const size = sizeOf(question)
  if (n < 2) return false
  if (n <= 3 && size === 2) return false
  const least =
    n <= 3 ? Math.max(2, size - 2) : size === 2 ? 1 : Math.max(2, Math.ceil((size - 1) / 2))
  const sorted = [...values].sort((a, b) => a - b)
  const k = Math.ceil(n / 3)
  return (sorted[n - k] ?? 0) - (sorted[k - 1] ?? 0) >= least
}

/** Half up to a whole number, and down where that would reach a bound of a level that was missed. */
export function rounded(value: number | null, { levels }: Questionnaire): string {
  if (value === null) return 'not scored'
  const up = Math.floor(value + 0.5 + 1e-9)
  const bounds = levels.flatMap(({ score, weakest }) => [score, weakest])
  const isTooHigh = bounds.some((bound) => value < bound - 1e-7 && up >= bound)
  return String(isTooHigh ? Math.ceil(value) - 1 : up)
}

/** As `rounded`, and that it is just under the limit where half up would show the limit as reached. */
export function roundedUnder(value: number, limit: number, questionnaire: Questionnaire): string {
  const isClose = value < limit - 1e-7 && Math.floor(value + 0.5 + 1e-9) >= limit
  return `${rounded(value, questionnaire)}${isClose ? `, just under ${limit}` : ''}`
}

/** A difference in whole points, half up. */
export function inPoints(difference: number): string {
  return String(Math.floor(difference + 0.5 + 1e-9))
}
