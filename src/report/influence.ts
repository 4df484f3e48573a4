import type { Question } from '../model/questionnaire.ts'
import type { QuestionPartner, Result } from '../model/result.ts'
import type { Telling } from './telling.ts'

/** How a partner's answers to a question move the overall score, in points of 0..100. */
export interface Influence {
  readonly partner: QuestionPartner
  /** For the whole way from the worst answer to the best; 0 where the partner has none. */
  readonly points: number
  /** Between the worst and the best that open answers can turn out. */
  readonly room: number
}

/** Of each partner that may be shown, by question: the weighted means of the score read backwards (docs/scoring.md, 3 and 4). */
export function influences({
  questionnaire,
  result,
}: Pick<Telling, 'questionnaire' | 'result'>): ReadonlyMap<string, readonly Influence[]> {
  const found = new Map<string, Influence[]>()
  const rows = new Map((result.questions ?? []).map(({ id, partners = [] }) => [id, partners]))
  const shares = dimensionShares(result)
  for (const { id, questions } of questionnaire.dimensions) {
    const present = partnersIn(id, result)
    const share = ((shares.get(id) ?? 0) / Math.max(1, present.length)) * 100
    const scored = questions.filter((question) => question.scored)
    for (const name of present) {
      const own = (question: Question) => rows.get(question.id)?.find((row) => row.id === name)
      const answered = weightOf(scored, (question) => (own(question)?.score ?? null) !== null)
      const applicable = weightOf(scored, (question) => people(own(question)) > 0)
      for (const question of scored) {
        const partner = own(question)
        if (partner === undefined || people(partner) === 0) continue
        const open = (partner.dontKnow + partner.skipped) / people(partner)
        const all = found.get(question.id) ?? []
        found.set(question.id, all)
        all.push({
          partner,
          points: partner.score === null ? 0 : (share * question.weight) / answered,
          room: ((share * question.weight) / applicable) * open,
        })
      }
    }
  }
  return found
}

function dimensionShares({ dimensions = [] }: Result): ReadonlyMap<string, number> {
  const present = dimensions.filter(({ score }) => score.coverage !== null)
  const all = present.reduce((sum, { weight }) => sum + weight, 0)
  return new Map(present.map(({ id, weight }) => [id, weight / all]))
}

/** Partners for whom something in the dimension applies. */
function partnersIn(dimension: string, { partners = [] }: Result): readonly string[] {
  return partners.flatMap(({ id, dimensions }) =>
    (dimensions.find((own) => own.id === dimension)?.score.coverage ?? null) === null ? [] : [id],
  )
}

function weightOf(questions: readonly Question[], counts: (question: Question) => boolean): number {
  return questions.filter(counts).reduce((sum, { weight }) => sum + weight, 0)
}

function people(partner: QuestionPartner | undefined): number {
  return partner === undefined ? 0 : partner.answered + partner.dontKnow + partner.skipped
}
