import type { Question } from '../model/questionnaire.ts'
import type { QuestionPartner, ShownResult } from '../model/result.ts'
import type { ShownContext } from './report-context.ts'

/**
 * By question, how far the open answers to it can move the overall score, in points of 0..100: the weighted means of the score
 * read backwards (docs/scoring.md, 3 and 4).
 */
export function measureOpenRoom({
  questionnaire,
  result,
}: Pick<ShownContext, 'questionnaire' | 'result'>): ReadonlyMap<string, number> {
  const rooms = new Map<string, number>()
  const rows = new Map(result.questions.map(({ id, partners }) => [id, partners]))
  const shares = buildDimensionShares(result)
  for (const { id, questions } of questionnaire.dimensions) {
    const present = listPartnerIds(id, result)
    const share = ((shares.get(id) ?? 0) / Math.max(1, present.length)) * 100
    const scored = questions.filter((question) => question.scored)
    for (const name of present) {
      const own = (question: Question) => rows.get(question.id)?.find((row) => row.id === name)
      const applicable = sumWeights(scored, (question) => countPeople(own(question)) > 0)
      for (const question of scored) {
        const partner = own(question)
        if (partner === undefined || countPeople(partner) === 0) continue
        const open = ((partner.dontKnow ?? 0) + (partner.skipped ?? 0)) / countPeople(partner)
        const points = (share * question.weight) / applicable
        rooms.set(question.id, (rooms.get(question.id) ?? 0) + points * open)
      }
    }
  }
  return rooms
}

function buildDimensionShares({ dimensions }: ShownResult): ReadonlyMap<string, number> {
  const present = dimensions.filter(({ score }) => score.coverage !== null)
  const all = present.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(present.map(({ id, weight }) => [id, weight / all]))
}

/** Partners for whom something in the dimension applies. */
function listPartnerIds(dimension: string, { partners }: ShownResult): readonly string[] {
  return partners.flatMap(({ id, dimensions }) =>
    (dimensions.find((own) => own.id === dimension)?.score.coverage ?? null) === null ? [] : [id],
  )
}

function sumWeights(
  questions: readonly Question[],
  counts: (question: Question) => boolean,
): number {
  return questions.filter(counts).reduce((sum, { weight }) => sum + weight, 0)
}

function countPeople(partner: QuestionPartner | undefined): number {
  if (partner === undefined) return 0
  return (partner.answered ?? 0) + (partner.dontKnow ?? 0) + (partner.skipped ?? 0)
}
