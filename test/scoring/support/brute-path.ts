import { type Level, listQuestions, type Question } from '../../../src/model/questionnaire.ts'
import { type AnswerCounts, getAnswerCounts } from '../../../src/scoring/answer-counts.ts'
import type { PartnershipScores } from '../../../src/scoring/partnership-scores.ts'

export interface BrutePath {
  readonly effort: number
  readonly steps: number
  /** One id for each step, sorted. */
  readonly ids: readonly string[]
}

const efforts = { small: 1, medium: 3, large: 8 }

/** The path to a level by trying every set of steps on every answer: the contract once more, read naively. */
export function brutePath(standing: PartnershipScores, level: Level): BrutePath | null {
  const questions = listQuestions(standing.questionnaire)
  const movable = questions.filter(({ form }) => form.type === 'rating' || form.type === 'yes-no')
  let best: BrutePath | null = null
  const taken = new Map<string, number>()
  const visit = (index: number): void => {
    const question = movable[index]
    if (question !== undefined) {
      for (let steps = 0; steps < countValues(question); steps += 1) {
        taken.set(question.id, steps)
        visit(index + 1)
      }
      return
    }
    if (!holds(standing, level, taken)) return
    const found = {
      effort: movable.reduce(
        (all, { id, practice }) =>
          all + (taken.get(id) ?? 0) * efforts[practice?.effort ?? 'medium'],
        0,
      ),
      steps: [...taken.values()].reduce((a, b) => a + b, 0),
      ids: [...taken].flatMap(([id, steps]) => Array<string>(steps).fill(id)).sort(),
    }
    if (best === null || isBetter(found, best)) best = found
  }
  visit(0)
  return best
}

function isBetter(a: BrutePath, b: BrutePath): boolean {
  if (a.effort !== b.effort) return a.effort < b.effort
  if (a.steps !== b.steps) return a.steps < b.steps
  return a.ids.join(' ') < b.ids.join(' ')
}

function holds(
  standing: PartnershipScores,
  level: Level,
  taken: ReadonlyMap<string, number>,
): boolean {
  const { questionnaire, partners } = standing
  const rank = questionnaire.levels.indexOf(level)
  let total = 0
  let weights = 0
  for (const dimension of questionnaire.dimensions) {
    const views: number[] = []
    for (const { counts } of partners) {
      let weighted = 0
      let weight = 0
      for (const question of dimension.questions) {
        const { must } = question
        const answers = getAnswerCounts(counts, question.id)
        const caps =
          must !== null && questionnaire.levels.findIndex((each) => each.id === must.cap) > rank
        if (answers.answered === 0) {
          if (caps && answers.dontKnow + answers.skipped > 0) return false
          continue
        }
        const values = move(question, answers, taken.get(question.id) ?? 0)
        const below = values.filter((value) => value < (must?.least ?? 0)).length
        if (caps && below >= values.length / 2) return false
        const score = values.reduce((all, value) => all + scoreOf(question, value), 0)
        weighted += (question.weight * score) / values.length
        weight += question.weight
      }
      if (weight === 0) continue
      if (weighted / weight < level.weakest / 100 - 1e-9) return false
      views.push(weighted / weight)
    }
    if (views.length === 0) continue
    total += dimension.weight * (views.reduce((a, b) => a + b, 0) / views.length)
    weights += dimension.weight
  }
  return total / weights >= level.score / 100 - 1e-9
}

/** Each person's answer after so many steps; who stands at the better end stays. */
function move(question: Question, { values }: AnswerCounts, steps: number): readonly number[] {
  const { lowest, highest } = endsOf(question)
  return [...values].flatMap(([value, people]) => {
    const moved = question.reverse
      ? Math.max(lowest, value - steps)
      : Math.min(highest, value + steps)
    return Array<number>(people).fill(moved)
  })
}

function scoreOf(question: Question, value: number): number {
  const { lowest, highest } = endsOf(question)
  const share = (value - lowest) / (highest - lowest)
  return question.reverse ? 1 - share : share
}

function endsOf(question: Question) {
  const lowest = question.form.type === 'rating' ? 1 : 0
  return { lowest, highest: lowest + countValues(question) - 1 }
}

function countValues({ form }: Question): number {
  return form.type === 'rating' ? form.values.length : 2
}
