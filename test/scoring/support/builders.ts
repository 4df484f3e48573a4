import type { Form } from '../../../src/model/forms/forms.ts'
import type {
  Dimension,
  Must,
  Practice,
  Question,
  Questionnaire,
} from '../../../src/model/questionnaire.ts'
import { listQuestions } from '../../../src/model/questionnaire.ts'
import type { Answer, Response, Value } from '../../../src/model/response.ts'
import type { Result, ShownResult } from '../../../src/model/result.ts'
import { countResponses } from '../../../src/scoring/answer-counts.ts'
import {
  type PartnershipScores,
  scorePartnership,
} from '../../../src/scoring/partnership-scores.ts'
import { type ScoringInput, scoreResponses } from '../../../src/scoring/score-responses.ts'

/** Builders: only what the test is about is said, the rest is ordinary. */

export const ready = { id: 'ready', title: 'Ready', score: 75, weakest: 60, meaning: null }
export const emerging = { id: 'emerging', title: 'Emerging', score: 40, weakest: 25, meaning: null }
export const notReady = { id: 'not-ready', title: 'Not ready', score: 0, weakest: 0, meaning: null }

export function rating(size = 5): Form {
  const values = Array.from({ length: size }, (_, i) => ({ value: i + 1, label: null }))
  return { type: 'rating', values }
}

export const yesNo: Form = { type: 'yes-no' }

export function number(from: number | null, to: number | null): Form {
  return { type: 'number', from, to }
}

export function choices(type: 'choice' | 'choices', scores: Record<string, number | null>): Form {
  const all = Object.entries(scores).map(([id, score]) => ({ id, title: id, score }))
  return { type, choices: all }
}

/** A question with its id in full; a rating of five values unless told otherwise. */
export function aQuestion(id: string, more: Partial<Question> = {}): Question {
  return {
    id,
    dimension: id.split('.')[0] ?? '',
    ask: `Ask ${id}`,
    why: null,
    when: null,
    formerly: [],
    form: rating(),
    scored: true,
    weight: 1,
    reverse: false,
    must: null,
    core: false,
    about: 'both',
    mirror: null,
    evidence: null,
    practice: null,
    source: null,
    fills: null,
    ...more,
  }
}

export function aPractice(more: Partial<Practice> = {}): Practice {
  return {
    do: 'Do it',
    done: null,
    effort: 'medium',
    day: 'substance',
    takes: 'P2W',
    by: 'all',
    ...more,
  }
}

export function aMust(least: number, cap = 'emerging'): Must {
  return { least, cap }
}

/** Questions fall into dimensions by their ids; `weights` are those of dimensions. */
export function aQuestionnaire(
  questions: readonly Question[],
  more: Partial<Questionnaire> & { readonly weights?: Readonly<Record<string, number>> } = {},
): Questionnaire {
  const { weights = {}, ...rest } = more
  const ids = [...new Set(questions.map((question) => question.dimension))]
  const dimensions = ids.map(
    (id): Dimension => ({
      id,
      title: id,
      weight: weights[id] ?? 1,
      why: null,
      questions: questions.filter((question) => question.dimension === id),
      checks: [],
    }),
  )
  return {
    id: 'sample',
    version: '1.0.0',
    title: 'Sample',
    why: null,
    coverage: 0.8,
    leastPartners: 1,
    minutes: { full: null, quick: null },
    levels: [ready, emerging, notReady],
    shown: null,
    words: {},
    profile: [],
    dimensions,
    ...rest,
  }
}

/** An answer in short: a value, or a state. */
export type Short = Value | { readonly state: 'dont-know' | 'skipped' | 'not-applicable' }

export const dontKnow = { state: 'dont-know' } as const
export const skipped = { state: 'skipped' } as const
export const notApplicable = { state: 'not-applicable' } as const

let people = 0

/** One respondent of a partner, with answers in short. */
export function aResponse(
  partner: string,
  answers: Readonly<Record<string, Short>>,
  more: Partial<Response> = {},
): Response {
  people += 1
  return {
    questionnaire: { id: 'sample', version: '1.0.0', hash: null },
    partnership: 'us',
    partner,
    respondent: { id: `r${people}`, role: null },
    run: 'full',
    started: null,
    completed: null,
    excluded: null,
    told: null,
    profile: new Map(),
    answers: new Map(Object.entries(answers).map(([id, short]) => [id, anAnswer(short)])),
    inactive: new Map(),
    ...more,
  }
}

export function anAnswer(short: Short, note: string | null = null): Answer {
  if (typeof short !== 'object' || !('state' in short)) {
    return { state: 'answered', value: short, note }
  }
  return short.state === 'not-applicable'
    ? { state: 'not-applicable', reason: 'No such thing here', note }
    : { state: short.state, note }
}

export function anInput(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Partial<ScoringInput> = {},
): ScoringInput {
  const all = new Set(listQuestions(questionnaire).map((question) => question.id))
  return {
    questionnaire,
    hash: 'sha256:0',
    responses,
    leftOut: [],
    askedPartners: null,
    asked: () => all,
    limits: {},
    minGroup: 1,
    managers: new Map(),
    planEvidence: null,
    today: null,
    warnings: [],
    ...more,
  }
}

export function scored(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  more: Partial<ScoringInput> = {},
): Result {
  return scoreResponses(anInput(questionnaire, responses, more))
}

/** As `scored`, of answers that may all be shown. */
export function shown(...input: Parameters<typeof scored>): ShownResult {
  const result = scored(...input)
  if (result.hidden !== undefined) throw new Error(`hidden: ${result.hidden.scope}`)
  return result
}

export function aStanding(
  questionnaire: Questionnaire,
  responses: readonly Response[],
  asked: ReadonlySet<string> = new Set(listQuestions(questionnaire).map(({ id }) => id)),
): PartnershipScores {
  const everybody = responses.map((response) => ({ response, asked }))
  const quorum = { value: 1, needs: 1 }
  return scorePartnership(questionnaire, countResponses(questionnaire, everybody), quorum)
}
