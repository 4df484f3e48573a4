import { loadQuestionnaireFile } from '../../src/app/load/questionnaire.ts'
import { listQuestions, type Question, type Questionnaire } from '../../src/model/questionnaire.ts'
import { createRandom, type Random } from '../../src/model/random.ts'
import type { Answer, Response } from '../../src/model/response.ts'
import { countResponses } from '../../src/scoring/answer-counts.ts'
import { findLevelBounds } from '../../src/scoring/level.ts'
import { scorePartnership } from '../../src/scoring/partnership-scores.ts'

/** Standard deviations, in points of 0..100. The truth is drawn once; leniency and slip anew with every person. */
export const model = {
  /** Of a partnership's true score around `mean`. */
  partnership: 12,
  mean: 62,
  /** Of a partner's view around it, of a dimension around that, of a question around that. */
  view: 4,
  dimension: 6,
  question: 10,
  /** How much kinder or harsher than the others one person is, in all answers. */
  leniency: 8,
  /** How far one answer of one person lies from what the person would say on average. */
  residual: 18,
} as const

/** The people whose answers are compared. */
export interface Setting {
  readonly partners: number
  readonly people: number
  readonly run: Response['run']
}

/** What a sample of people comes to; scores on 0..100. */
interface Figures {
  readonly level: string
  readonly overall: number
  /** Of each partner, each dimension. */
  readonly dimensions: readonly number[]
}

/** How firm the figures are: two samples of the same truth, many times. */
export interface Firmness extends Setting {
  /** How often both samples give the same level, 0..1. */
  readonly sameLevel: number
  /** Cohen's kappa of the two levels, unweighted. */
  readonly kappa: number
  /** Half the width of a 95 % interval of the overall score, in points. */
  readonly overall: number
  /** The same of one dimension as one partner sees it. */
  readonly dimension: number
}

/** True scores of a partner's questions, by id; 0..100, and beyond. */
type Truth = ReadonlyMap<string, number>

export async function loadReadiness(root: string): Promise<Questionnaire> {
  const file = `${root}/questionnaires/partnership-readiness/questionnaire.yaml`
  return (await loadQuestionnaireFile(file, { root })).questionnaire
}

export function measureFirmness(
  questionnaire: Questionnaire,
  setting: Setting,
  draws: number,
): Firmness {
  const { partners, people, run } = setting
  const random = createRandom(`firmness/${partners}/${people}/${run}`)
  const pairs = Array.from({ length: draws }, () => {
    const truths = drawTruths(questionnaire, partners, random)
    const draw = () =>
      figureOut(questionnaire, run, drawResponses(questionnaire, setting, truths, random))
    return [draw(), draw()] as const
  })
  const levels = pairs.map(([a, b]) => [a.level, b.level] as const)
  return {
    ...setting,
    sameLevel: computeMean(levels.map(([a, b]) => Number(a === b))),
    kappa: computeKappa(levels),
    overall: computeHalfWidth(pairs.map(([a, b]) => a.overall - b.overall)),
    dimension: computeHalfWidth(
      pairs.flatMap(([a, b]) => a.dimensions.map((own, index) => own - (b.dimensions[index] ?? 0))),
    ),
  }
}

/** How often no dimension, as any partner sees it, is under the floor, if every true score is the same; 0..1. */
export function measureFloor(
  questionnaire: Questionnaire,
  setting: Setting,
  {
    truth,
    floor,
    draws,
  }: { readonly truth: number; readonly floor: number; readonly draws: number },
): number {
  const { partners, run } = setting
  const random = createRandom(`floor/${truth}/${partners}`)
  const same = new Map(listQuestions(questionnaire).map(({ id }) => [id, truth]))
  const truths = Array.from({ length: partners }, () => same)
  const reached = Array.from({ length: draws }, () => {
    const responses = drawResponses(questionnaire, setting, truths, random)
    const { dimensions } = figureOut(questionnaire, run, responses)
    return Number(dimensions.every((score) => score >= floor - 1e-7))
  })
  return computeMean(reached)
}

function drawTruths(
  { dimensions }: Questionnaire,
  partners: number,
  random: Random,
): readonly Truth[] {
  const whole = model.mean + drawNormal(random, model.partnership)
  return Array.from({ length: partners }, () => {
    const view = whole + drawNormal(random, model.view)
    return new Map(
      dimensions.flatMap(({ questions }) => {
        const middle = view + drawNormal(random, model.dimension)
        return questions.map(({ id }) => [id, middle + drawNormal(random, model.question)] as const)
      }),
    )
  })
}

/** People of each partner, each of whom answers every question of the run. */
export function drawResponses(
  questionnaire: Questionnaire,
  { people, run }: Setting,
  truths: readonly Truth[],
  random: Random,
): readonly Response[] {
  const questions = listAsked(questionnaire, run)
  return truths.flatMap((truth, partner) =>
    Array.from({ length: people }, (_, person) => {
      const leniency = drawNormal(random, model.leniency)
      const answers = questions.map((question): [string, Answer] => {
        const points = (truth.get(question.id) ?? 0) + leniency + drawNormal(random, model.residual)
        return [question.id, answerAt(question, points / 100)]
      })
      return createResponse(`p${partner + 1}`, `r${person + 1}`, run, new Map(answers))
    }),
  )
}

function createResponse(
  partner: string,
  respondent: string,
  run: Response['run'],
  answers: Response['answers'],
): Response {
  return {
    questionnaire: { id: 'partnership-readiness', version: '1.0.0', hash: null },
    partnership: 'drawn',
    partner,
    respondent: { id: respondent, role: null },
    run,
    started: null,
    completed: null,
    excluded: null,
    told: null,
    profile: new Map(),
    answers,
    inactive: new Map(),
  }
}

/** The nearest answer that there is: one of a rating's values, yes or no, or some of the choices. */
function answerAt({ form }: Question, share: number): Answer {
  if (form.type === 'yes-no') return { state: 'answered', value: share >= 0.5, note: null }
  if (form.type === 'choices')
    return { state: 'answered', value: choose(form.choices, share), note: null }
  if (form.type !== 'rating') throw new Error(`No answers are drawn for a ${form.type}`)
  const top = form.values.length - 1
  const value = 1 + Math.min(top, Math.max(0, Math.round(share * top)))
  return { state: 'answered', value, note: null }
}

/** The choices whose scores together come nearest to a share; few enough that all sets can be tried. */
function choose(
  choices: readonly { readonly id: string; readonly score: number | null }[],
  share: number,
): readonly string[] {
  const sets: { readonly ids: readonly string[]; readonly sum: number }[] = [{ ids: [], sum: 0 }]
  for (const { id, score } of choices) {
    sets.push(...sets.map(({ ids, sum }) => ({ ids: [...ids, id], sum: sum + (score ?? 0) })))
  }
  const distance = ({ sum }: (typeof sets)[number]) => Math.abs(sum - share)
  return sets.reduce((best, set) => (distance(set) < distance(best) ? set : best)).ids
}

function listAsked(questionnaire: Questionnaire, run: Response['run']): readonly Question[] {
  return listQuestions(questionnaire).filter(({ core }) => run === 'full' || core)
}

/**
 * The figures alone, by the functions that `scoreResponses` calls for them: with everything else that a result has, it would
 * take forty times as long.
 */
export function figureOut(
  questionnaire: Questionnaire,
  run: Response['run'],
  responses: readonly Response[],
): Figures {
  const asked = new Set(listAsked(questionnaire, run).map(({ id }) => id))
  const people = responses.map((response) => ({ response, asked }))
  const counted = countResponses(questionnaire, people)
  const quorum = { value: counted.length, needs: counted.length }
  const scores = scorePartnership(questionnaire, counted, quorum)
  const { level } = findLevelBounds(scores)
  return {
    level: level?.id ?? '',
    overall: 100 * (scores.overall?.value ?? Number.NaN),
    dimensions: scores.partners.flatMap(({ dimensions }) =>
      dimensions.map(({ estimate }) => 100 * (estimate?.value ?? Number.NaN)),
    ),
  }
}

/** Box and Muller's: normal, with mean 0. */
function drawNormal(random: Random, sd: number): number {
  return sd * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function computeMean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

/** From differences of two samples, each of which has half of their variance. */
function computeHalfWidth(differences: readonly number[]): number {
  return 1.96 * Math.sqrt(computeMean(differences.map((difference) => difference ** 2)) / 2)
}

/** Agreement beyond chance of two judgements on the same cases (Cohen 1960). */
export function computeKappa(pairs: readonly (readonly [string, string])[]): number {
  const seen = computeMean(pairs.map(([a, b]) => Number(a === b)))
  const categories = [...new Set(pairs.flat())]
  const share = (which: 0 | 1, category: string) =>
    computeMean(pairs.map((pair) => Number(pair[which] === category)))
  const chance = categories
    .map((category) => share(0, category) * share(1, category))
    .reduce((sum, part) => sum + part, 0)
  return (seen - chance) / (1 - chance)
}
