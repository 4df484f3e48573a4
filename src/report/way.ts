import { rounded } from '../model/decimals.ts'
import type { Question } from '../model/questionnaire.ts'
import { hasScore } from '../model/questionnaire.ts'
import type { PathToLevel } from '../model/result.ts'
import { nearestWords } from './gaps.ts'
import { type Influence, influences } from './influence.ts'
import { counted } from './names.ts'
import { noWay } from './no-way.ts'
import type { Telling } from './telling.ts'

/** The way to the next level: what leads there with the least effort, or why nothing does. */
export interface Way {
  /** What it comes to, or why there is none. */
  readonly lead: string
  readonly steps: readonly WayStep[]
  /** How to read the steps; null where there are none. */
  readonly about: string | null
}

export interface WayStep {
  readonly question: string
  readonly ask: string
  /** `2 steps, an effort of 6, 1.4 points more overall`. */
  readonly facts: string
  /** What it comes to at each partner it moves. */
  readonly moves: readonly string[]
}

/** Null where there are no levels to reach, or none that may be shown. */
export function wayOf(telling: Telling): Way | null {
  const { questionnaire, result, names } = telling
  const { path, verdict, score, hidden } = result
  if (hidden?.scope === 'all' || !hasScore(questionnaire)) return null
  if (path === undefined || score?.reason === 'not-applicable') return null
  if (path === null) {
    const level = names.level(verdict.level)
    return {
      lead: `“${level}” is the highest level.`,
      steps: [],
      about: null,
    }
  }
  if (path.effort === null) return { lead: noWay(path, telling), steps: [], about: null }
  return { lead: leadOf(path, telling), steps: stepsOf(path, telling), about }
}

const about =
  'A step raises the answers to one question by one value of its scale, at every partner that is not yet at the top. It counts as an effort of 1, 3 or 8, as its practice is small, medium or large. Open answers are taken to stay open.'

function leadOf({ to, effort, steps = [] }: PathToLevel, telling: Telling): string {
  const count = steps.reduce((sum, step) => sum + step.steps, 0)
  const questions = counted(steps.length, 'question', 'questions')
  const what = `${counted(count, 'step', 'steps')} on ${questions}, with an effort of ${effort}`
  const score = scoreAfter(steps, telling)
  const reached = score === null ? '' : ` The score is then ${score}.`
  return `The least that leads to “${telling.names.level(to)}” is ${what}.${reached}`
}

type PathStep = NonNullable<PathToLevel['steps']>[number]

/** Null where what the partners answered may not be shown. */
function scoreAfter(steps: readonly PathStep[], telling: Telling): string | null {
  const { score, partners } = telling.result
  if (partners === undefined || (score?.value ?? null) === null) return null
  const all = influences(telling)
  const gained = steps.reduce((sum, step) => sum + gainOf(step, all.get(step.question), telling), 0)
  return telling.figures.score(Math.min(100, (score?.value ?? 0) + gained))
}

function stepsOf({ steps = [] }: PathToLevel, telling: Telling): readonly WayStep[] {
  const all = influences(telling)
  return steps.map((step) => {
    const own = all.get(step.question)
    const gain = telling.figures.difference(gainOf(step, own, telling))
    return {
      question: step.question,
      ask: telling.names.ask(step.question),
      facts: [
        counted(step.steps, 'step', 'steps'),
        `an effort of ${step.effort}`,
        ...(own === undefined ? [] : [`${gain} ${gain === '1' ? 'point' : 'points'} more overall`]),
      ].join(', '),
      moves: (own ?? []).flatMap((each) => moveOf(step, each, telling)),
    }
  })
}

/** Points of the overall score. */
function gainOf(step: PathStep, own: readonly Influence[] | undefined, { names }: Telling): number {
  const question = names.question(step.question)
  if (question === null) return 0
  return (own ?? []).reduce((sum, { partner, points }) => {
    const score = (partner.score ?? 0) / 100
    return sum + points * (Math.min(1, score + step.steps / stepsToTheTop(question)) - score)
  }, 0)
}

function stepsToTheTop({ form }: Question): number {
  return form.type === 'rating' ? Math.max(1, form.values.length - 1) : 1
}

/** `Contoso: from 1.33 to 2.33, “They have written it down”`. */
function moveOf(
  { question: id, steps }: PathStep,
  { partner }: Influence,
  { names, result }: Telling,
): readonly string[] {
  const question = names.question(id)
  if (question === null || partner.mean === null || partner.score === 100) return []
  const who = (result.partners ?? []).length === 1 ? '' : `${names.partner(partner.id)}: `
  const after = moved(question, partner.mean, steps)
  if (question.form.type === 'yes-no')
    return [`${who}everybody answers “${nearestWords(question, after)}”`]
  const words = nearestWords(question, after)
  const reads = words === null ? '' : `, “${words}”`
  return [`${who}from ${rounded(partner.mean, 2)} to ${rounded(after, 2)}${reads}`]
}

/** Towards the better end of the scale, and not beyond it. */
function moved({ form, reverse }: Question, mean: number, steps: number): number {
  const values = form.type === 'rating' ? form.values.map(({ value }) => value) : [0, 1]
  return reverse
    ? Math.max(Math.min(...values), mean - steps)
    : Math.min(Math.max(...values), mean + steps)
}
