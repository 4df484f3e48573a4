import { type Level, listQuestions } from '../../../src/model/questionnaire.ts'
import { getAnswerCounts } from '../../../src/scoring/answer-counts.ts'
import { computeMoments } from '../../../src/scoring/counts.ts'
import type { PartnershipScores } from '../../../src/scoring/partnership-scores.ts'

export interface BrutePath {
  readonly effort: number
  readonly steps: number
  /** One id for each step, sorted. */
  readonly ids: readonly string[]
}

const efforts = { small: 1, medium: 3, large: 8 }

/** The path to a level by trying every set of steps, judged from partners' means: the contract once more, read naively. */
export function brutePath(standing: PartnershipScores, level: Level): BrutePath | null {
  const questions = listQuestions(standing.questionnaire)
  const movable = questions.filter(({ form }) => form.type === 'rating' || form.type === 'yes-no')
  let best: BrutePath | null = null
  const taken = new Map<string, number>()
  const visit = (index: number): void => {
    const question = movable[index]
    if (question !== undefined) {
      const most = question.form.type === 'rating' ? question.form.values.length - 1 : 1
      for (let steps = 0; steps <= most; steps += 1) {
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
    const scores: number[] = []
    for (const { counts: tally } of partners) {
      let weighted = 0
      let weight = 0
      for (const question of dimension.questions) {
        const { form, must } = question
        const answers = getAnswerCounts(tally, question.id)
        const open = answers.dontKnow + answers.skipped
        const mean = computeMoments(answers.values)?.mean ?? null
        const score = computeMoments(answers.scores)?.mean ?? null
        const caps =
          must !== null && questionnaire.levels.findIndex((l) => l.id === must.cap) > rank
        if (mean === null || score === null) {
          if (caps && open > 0) return false
          continue
        }
        const size = form.type === 'rating' ? form.values.length - 1 : 1
        const top = form.type === 'rating' ? form.values.length : 1
        const steps = taken.get(question.id) ?? 0
        const raised = Math.min(top, mean + steps)
        if (caps && (question.reverse ? mean : raised) < (must?.least ?? 0) - 1e-9) return false
        weighted += question.weight * Math.min(1, score + steps / size)
        weight += question.weight
      }
      if (weight === 0) continue
      if (weighted / weight < level.weakest / 100 - 1e-9) return false
      scores.push(weighted / weight)
    }
    if (scores.length === 0) continue
    total += dimension.weight * (scores.reduce((a, b) => a + b, 0) / scores.length)
    weights += dimension.weight
  }
  return total / weights >= level.score / 100 - 1e-9
}
