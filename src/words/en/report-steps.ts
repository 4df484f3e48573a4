import type { Catalogue } from '../say.ts'
import { capitalise, count, join } from './grammar.ts'

/** The plan of action. */
export const stepsSentences = {
  'steps-lead': ({ steps, isNamed }: { steps: number; isNamed: boolean }) =>
    `${count(steps, 'step')} to start with${steps === 1 ? '' : ', in the order of the five days of action'}. Agree in the room who takes ${steps === 1 ? 'it' : 'each one'}, and by when.${
      isNamed ? ' Whoever is named can pass a step on to somebody closer to the work.' : ''
    }`,
  'steps-awareness': 'Awareness: agree on what this is for and what stands in its way',
  'steps-candidates': 'Candidates: look at who brings which strength, and what each side needs',
  'steps-substance': 'Substance: settle what is to be agreed, written down, checked and divided up',
  'steps-create': 'Create: start one thing together whose return matters to all sides',
  'steps-team': 'Team: name the people, make the changes, invite whoever is missing',
  'steps-learning': 'Throughout: practice and coaching',
  'step-time': ({ effort, takes }: { effort: 'small' | 'medium' | 'large'; takes: string }) =>
    `${capitalise(effort)} effort · start within a week · look at the result ${takes} later`,
  'step-days': ({ effort, start, seen }: StepDays) =>
    `${capitalise(effort)} effort · start by ${start} · look at the result on ${seen}`,
  'duration-hours': 'some hours',
  'duration-days': ({ number }: { number: number }) => count(number, 'day'),
  'duration-weeks': ({ number }: { number: number }) => count(number, 'week'),
  'duration-months': ({ number }: { number: number }) => count(number, 'month'),
  'duration-years': ({ number }: { number: number }) => count(number, 'year'),
  'step-for-all': ({ person }: { person: string | null }) =>
    `all partners together${person === null ? '' : ` (${person} could take the lead)`}`,
  'step-for-each': 'each partner for itself',
  'step-taker': ({ partner, person }: { partner: string; person: string }) =>
    `${partner} (${person})`,
  'step-answers-equal': ({ partners, score }: { partners: number; score: string }) =>
    `${partners} partners: ${score} each`,
  'step-answers-together': ({ score }: { score: string }) =>
    `Average of the partners who answered: ${score}`,
  'step-who': ({ who }: { who: readonly string[] }) => `Who: ${who.join(', ')}`,
  'step-owner': ({ owner }: { owner: string }) => `. ${owner} owns this in the plan`,
  'step-done': ({ done }: { done: string }) => `Done when: ${done}`,
  'step-question': ({ ask }: { ask: string }) => `Why: ${ask}`,
  'step-answers': ({ answers, unmetAt }: StepAnswers) =>
    `${answers.length === 0 ? '' : ` ${answers.join('; ')}`}${
      unmetAt.length === 0 ? '' : ` (an essential question, not met at ${join(unmetAt)})`
    }`,
  'step-facts': ({ who, time }: { who: readonly string[]; time: string }) =>
    [...who, time].join(' · '),
} as const satisfies Catalogue

interface StepAnswers {
  answers: readonly string[]
  unmetAt: readonly string[]
}

interface StepDays {
  effort: 'small' | 'medium' | 'large'
  start: string
  seen: string
}
