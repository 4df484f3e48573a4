import { getFormType } from '../model/forms/forms.ts'
import {
  listQuestions,
  type ProfileQuestion,
  type Question,
  type Questionnaire,
} from '../model/questionnaire.ts'
import { createRandom, drawAround, type Random } from '../model/random.ts'
import type { ActiveQuestionFinder, Answer, Response, Value } from '../model/response.ts'

interface MadeUpOptions {
  readonly questionnaire: Questionnaire
  readonly hash: string
  readonly active: ActiveQuestionFinder
  /** The same seed makes the same answers. */
  readonly seed: string
  readonly run: Response['run']
  readonly words: MadeUpWords
}

/** What made-up people and their answers are called, in the language of the reader. */
export interface MadeUpWords {
  /** By their ids. */
  readonly partners: ReadonlyMap<string, string>
  /** One person of each partner has each role. */
  readonly roles: readonly string[]
  readonly texts: readonly string[]
  readonly note: string
  /** The reason why a question does not apply. */
  readonly notApplicable: string
}

/**
 * Answers as two partners with three people each might give them: some dimensions are strong and some weak, partners see things
 * apart, people of one partner less so, and a few do not know or leave something out.
 */
export function createMadeUpResponses(made: MadeUpOptions): readonly Response[] {
  const { seed, words } = made
  return [...words.partners.keys()].flatMap((partner) =>
    words.roles.map((role, index) => {
      const respondent = `r${index + 1}`
      const random = createRandom(`${seed}/${partner}/${respondent}`)
      const leaning = drawAround(random, 0.06)
      const strengthOf = (question: Question) =>
        drawShared(`${seed}/${question.dimension}`, (own) => 0.35 + 0.5 * own()) +
        drawShared(`${seed}/${question.dimension}/${partner}`, (own) => drawAround(own, 0.1)) +
        drawShared(`${seed}/${getPairId(question)}`, (own) => drawAround(own, 0.16)) +
        leaning +
        drawAround(random, 0.1)
      return fillMadeUpResponse(
        made,
        createEmptyResponse(made, partner, respondent, role),
        strengthOf,
        random,
      )
    }),
  )
}

/** A question and its mirror are equally hard. */
function getPairId({ id, mirror }: Question): string {
  return mirror !== null && mirror < id ? mirror : id
}

function drawShared(seed: string, draw: (random: Random) => number): number {
  return draw(createRandom(seed))
}

function createEmptyResponse(
  { questionnaire, hash, run }: MadeUpOptions,
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
    excluded: null,
    told: null,
    profile: new Map(),
    answers: new Map(),
    inactive: new Map(),
  }
}

/** Goes through the questions in order, as an interview does: what is asked depends on what was said. */
function fillMadeUpResponse(
  { questionnaire, active, seed, words }: MadeUpOptions,
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
    // A choice describes the partnership, so all people answer it alike; of the rest each thinks for oneself.
    const who = question.form.type === 'choice' ? '' : `/${begun.partner}/${begun.respondent.id}`
    const own = createRandom(`${seed}/profile/${question.id}${who}`)
    if (isAsked(question)) {
      const { form } = question
      profile.set(
        question.id,
        getFormType(form).makeUp(form, own(), { random: own, texts: words.texts }),
      )
    }
  }
  for (const question of listQuestions(questionnaire)) {
    if (!isAsked(question)) continue
    const strength = Math.min(1, Math.max(0, strengthOf(question)))
    answers.set(question.id, createMadeUpAnswer(question, strength, random, words))
  }
  return response
}

function createMadeUpAnswer(
  { form, reverse }: Question,
  strength: number,
  random: Random,
  { texts, ...words }: MadeUpWords,
): Answer {
  const chance = random()
  if (chance < 0.03) return { state: 'dont-know', note: null }
  if (chance < 0.05) return { state: 'skipped', note: null }
  if (chance < 0.06) {
    return { state: 'not-applicable', reason: words.notApplicable, note: null }
  }
  const note = chance < 0.1 ? words.note : null
  const share = reverse ? 1 - strength : strength
  const value = getFormType(form).makeUp(form, share, { random, texts })
  return { state: 'answered', value, note }
}
