import type { Catalogue } from '../say.ts'
import { count, join } from './grammar.ts'

/** The plan of action. */
export const stepsSentences = {
  'steps-anyone': ({ steps }: { steps: number }) =>
    `${beginWith(steps)}. Agree in the room who takes ${steps === 1 ? 'it' : 'each'}, and by when.`,
  'steps-of-one': ({ steps, who }: { steps: number; who: string }) =>
    `${beginWith(steps)}, for ${who}. ${handOn}`,
  'steps-shared': ({ steps, shares }: { steps: number; shares: readonly string[] }) =>
    `${beginWith(steps)}: ${join(shares)}. ${handOn}`,
  'steps-share': ({ steps, who }: { steps: number; who: string }) => `${steps} for ${who}`,
  'steps-awareness': 'Day 1 · Awareness',
  'steps-awareness-about': 'Agree on what this is for and what stands in its way.',
  'steps-candidates': 'Day 2 · Candidates',
  'steps-candidates-about': 'Look at who brings which strength, and what each side needs.',
  'steps-substance': 'Day 3 · Substance',
  'steps-substance-about': 'Settle what is to be agreed, written down, checked and divided up.',
  'steps-create': 'Day 4 · Create',
  'steps-create-about': 'Start one thing together whose return matters to both sides.',
  'steps-team': 'Day 5 · Team',
  'steps-team-about':
    'Name the people, decide the changes and make them, ask in whoever is missing.',
  'steps-learning': 'All along · Practice and coaching',
  'step-effort-small': 'small effort, within a week',
  'step-effort-medium': 'medium effort, within two weeks',
  'step-effort-large': 'large effort, within four weeks',
  'step-taker': ({ partner, person }: { partner: string; person: string }) =>
    `${partner} (${person})`,
  'step-answers-together': ({ score }: { score: string }) => `all together ${score}`,
  'step-answer-of-partner': ({ partner, answer }: { partner: string; answer: string }) =>
    `${partner} ${answer}`,
  'step-who': ({ who }: { who: readonly string[] }) => `Who: ${who.join(', ')}`,
  'step-owner': ({ owner, section }: { owner: string; section: string }) =>
    `. ${owner} owns “${section}” in the plan`,
  'step-done': ({ done }: { done: string }) => `Done when: ${done}`,
  'step-question': ({ ask }: { ask: string }) => `Answers: ${ask}`,
  'step-answers': ({ answers, isMust }: { answers: readonly string[]; isMust: boolean }) =>
    `${answers.length === 0 ? '' : `: ${answers.join(', ')}`}${isMust ? '. A must, and not met' : ''}`,
  'step-takes': ({ effort, gain }: { effort: string; gain: string }) =>
    `Takes a ${effort}; brings up to ${points(gain)}`,
  'step-facts': ({ who, effort, gain }: { who: readonly string[]; effort: string; gain: string }) =>
    [...who, effort, `up to ${points(gain)}`].join(' · '),
} as const satisfies Catalogue

const handOn =
  'A step stands with the partner that answered lowest; hand it on where somebody is closer to the work, and agree in the room who does it by when.'

function beginWith(steps: number): string {
  return `${count(steps, 'step')} to begin with`
}

/** `gain` is a figure as it is shown. */
function points(gain: string): string {
  return gain === '1' ? '1 point' : `${gain} points`
}
