import {
  type ProfileQuestion,
  type Question,
  type Questionnaire,
  questionsOf,
} from '../../model/questionnaire.ts'
import type { Answer, Response, Value } from '../../model/response.ts'
import type { Active } from '../conditions.ts'
import { around, type Random, randomFrom } from './random.ts'
import { madeUpValue } from './value.ts'

interface MadeUp {
  readonly questionnaire: Questionnaire
  readonly hash: string
  readonly active: Active
  /** The same seed makes the same answers. */
  readonly seed: string
  readonly run: Response['run']
}

export const madeUpPartners: ReadonlyMap<string, string> = new Map([
  ['partner-a', 'Partner A'],
  ['partner-b', 'Partner B'],
])

const roles = ['Sponsor', 'Manager', 'Team member'] as const

/**
 * Answers as two partners with three people each might give them: some dimensions are strong and some weak, partners see things
 * apart, people of one partner less so, and a few do not know or leave something out.
 */
export function madeUpResponses(made: MadeUp): readonly Response[] {
  const { seed } = made
  return [...madeUpPartners.keys()].flatMap((partner) =>
    roles.map((role, index) => {
      const respondent = `r${index + 1}`
      const random = randomFrom(`${seed}/${partner}/${respondent}`)
      const leaning = around(random, 0.06)
      const strengthOf = (question: Question) =>
        shared(`${seed}/${question.dimension}`, (own) => 0.35 + 0.5 * own()) +
        shared(`${seed}/${question.dimension}/${partner}`, (own) => around(own, 0.1)) +
        shared(`${seed}/${pairOf(question)}`, (own) => around(own, 0.16)) +
        leaning +
        around(random, 0.1)
      return answered(made, blank(made, partner, respondent, role), strengthOf, random)
    }),
  )
}

/** The same question about either side is as hard for both. */
function pairOf({ id, mirror }: Question): string {
  return mirror !== null && mirror < id ? mirror : id
}

function shared(seed: string, draw: (random: Random) => number): number {
  return draw(randomFrom(seed))
}

function blank(
  { questionnaire, hash, run }: MadeUp,
  partner: string,
  respondent: string,
  role: string,
): Response {
  const { id, version } = questionnaire
  return {
    questionnaire: { id, version, hash },
    partnership: 'made-up-answers',
    partner,
    respondent: { id: respondent, role },
    run,
    started: null,
    completed: null,
    profile: new Map(),
    answers: new Map(),
    inactive: new Map(),
  }
}

/** Goes through the questions in order, as an interview does: what is asked depends on what was said. */
function answered(
  { questionnaire, active, seed }: MadeUp,
  begun: Response,
  strengthOf: (question: Question) => number,
  random: Random,
): Response {
  const profile = new Map<string, Value>()
  const answers = new Map<string, Answer>()
  const response = { ...begun, profile, answers }
  // Only a condition can have changed since the beginning; to judge them all each time is slow.
  const first = active(response)
  const isAsked = ({ id, when }: ProfileQuestion | Question) =>
    (when === null ? first : active(response)).has(id)
  for (const question of questionnaire.profile) {
    // Both partners stand where the partnership stands.
    const own = randomFrom(`${seed}/profile/${question.id}`)
    if (isAsked(question)) profile.set(question.id, madeUpValue(question.form, own(), own))
  }
  for (const question of questionsOf(questionnaire)) {
    if (!isAsked(question)) continue
    const strength = Math.min(1, Math.max(0, strengthOf(question)))
    answers.set(question.id, answerTo(question, strength, random))
  }
  return response
}

function answerTo({ form, reverse }: Question, strength: number, random: Random): Answer {
  const chance = random()
  if (chance < 0.03) return { state: 'dont-know', note: null }
  if (chance < 0.05) return { state: 'skipped', note: null }
  if (chance < 0.06) {
    return { state: 'not-applicable', reason: 'Made up: does not arise with us', note: null }
  }
  const note = chance < 0.1 ? 'Made up: it was better last year' : null
  const value = madeUpValue(form, reverse ? 1 - strength : strength, random)
  return { state: 'answered', value, note }
}
