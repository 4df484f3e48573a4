import { beginRound } from '../../src/interview/round.ts'
import type { InterviewEvent, Round } from '../../src/interview/state.ts'
import { stepRound } from '../../src/interview/step.ts'
import type { Form } from '../../src/model/forms/forms.ts'
import type {
  Dimension,
  ProfileQuestion,
  Question,
  Questionnaire,
} from '../../src/model/questionnaire.ts'
import type { ActiveQuestionFinder, Response } from '../../src/model/response.ts'

export const rating: Form = {
  type: 'rating',
  values: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Looks like ${value}` })),
}

export function aQuestion(id: string, more: Partial<Question> = {}): Question {
  return {
    id,
    ask: `What of ${id}?`,
    why: null,
    when: null,
    formerly: [],
    form: rating,
    dimension: id.split('.')[0] ?? '',
    scored: true,
    weight: 1,
    reverse: false,
    must: null,
    core: true,
    about: 'both',
    mirror: null,
    evidence: null,
    practice: null,
    source: null,
    fills: null,
    ...more,
  }
}

export function aProfileQuestion(id: string, more: Partial<ProfileQuestion> = {}): ProfileQuestion {
  const { ask, why, when, formerly, form } = aQuestion(id)
  return { id, ask, why, when, formerly, form, dimension: null, ...more }
}

export function aDimension(id: string, questions: readonly Question[]): Dimension {
  return { id, title: id, weight: 1, why: null, questions, checks: [] }
}

export function aQuestionnaire(more: Partial<Questionnaire> = {}): Questionnaire {
  return {
    id: 'readiness',
    version: '1.0.0',
    title: 'Readiness',
    why: null,
    coverage: 0.8,
    leastPartners: 1,
    minutes: { full: null, quick: null },
    levels: [],
    shown: null,
    words: {},
    profile: [],
    dimensions: [],
    ...more,
  }
}

/** One background question, and trust (first, second, third) and roles (fourth, fifth) of ratings. */
export const five = aQuestionnaire({
  profile: [aProfileQuestion('stage')],
  dimensions: [
    aDimension(
      'trust',
      ['trust.first', 'trust.second', 'trust.third'].map((id) => aQuestion(id)),
    ),
    aDimension(
      'roles',
      ['roles.fourth', 'roles.fifth'].map((id) => aQuestion(id)),
    ),
  ],
})

export function aResponse(more: Partial<Response> = {}): Response {
  return {
    questionnaire: { id: 'readiness', version: '1.0.0', hash: null },
    partnership: 'northwind-contoso',
    partner: 'northwind',
    respondent: { id: 'r1', role: null },
    run: 'full',
    started: null,
    completed: null,
    excluded: null,
    told: null,
    profile: new Map(),
    answers: new Map(),
    inactive: new Map(),
    ...more,
  }
}

export function everything(questionnaire: Questionnaire): ActiveQuestionFinder {
  const questions = questionnaire.dimensions.flatMap((dimension) => dimension.questions)
  const ids = new Set([...questionnaire.profile, ...questions].map(({ id }) => id))
  return () => ids
}

/** The second is asked where the first is 3 or more, and the fourth where the second was answered. */
export const chained: ActiveQuestionFinder = (response) => {
  const ids = new Set(['stage', 'trust.first', 'trust.third', 'roles.fifth'])
  const value = (id: string) => {
    const answer = response.answers.get(id)
    return ids.has(id) && answer?.state === 'answered' ? answer.value : undefined
  }
  if (Number(value('trust.first')) >= 3) ids.add('trust.second')
  if (value('trust.second') !== undefined) ids.add('roles.fourth')
  return ids
}

/** A round of one. */
export function begun(
  active: ActiveQuestionFinder = everything(five),
  response = aResponse(),
): Round {
  return beginRound([{ name: response.partner, questionnaire: five, response }], active)
}

export function played(
  round: Round,
  events: readonly InterviewEvent[],
  active: ActiveQuestionFinder = everything(five),
): Round {
  return events.reduce((state, event) => stepRound(state, event, active), round)
}

export function rated(value: number): InterviewEvent {
  return { type: 'answer', value }
}

export function at(round: Round): string {
  return round.at ?? 'review'
}
