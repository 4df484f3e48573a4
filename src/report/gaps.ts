import type { Question, Questionnaire } from '../model/questionnaire.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** A question that two partners see far apart, each side in the words of its nearest anchor. */
export interface GapRow {
  readonly question: string
  readonly ask: string
  /** Whom each partner speaks of, where that is not the same for both. */
  readonly about: ReportSentence | null
  readonly gap: string
  /** Is another of these wider, on a question of less weight? */
  readonly outweighs: boolean
  readonly high: GapSide
  readonly low: GapSide
}

interface GapSide {
  readonly partner: string
  readonly score: ReportText
  readonly words: ReportText | null
}

const maxGaps = 5
/** Under it, partners see a thing alike. */
export const minGap = 10

/** The largest gaps, ranked by gap × the question's share of the overall weight (docs/scoring.md, rule 7). */
export function listLargestGaps(context: ReportContext): readonly GapRow[] {
  const { questionnaire, result } = context
  const shares = buildWeightShares(questionnaire)
  return (result.questions ?? [])
    .flatMap((question) => {
      const { gap } = question
      if (gap === undefined || gap.value === null || gap.high === null || gap.low === null)
        return []
      if (gap.value < minGap) return []
      return [{ question, value: gap.value, high: gap.high, low: gap.low }]
    })
    .map((row) => ({ ...row, rank: row.value * (shares.get(row.question.id) ?? 0) }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, maxGaps)
    .map(({ question, value, high, low }, index, all) => ({
      question: question.id,
      ask: context.names.ask(question.id),
      about: describeWhom(context.names.question(question.id), context.result.partners ?? []),
      gap: context.figures.difference(value),
      outweighs: all.slice(index + 1).some((later) => later.value > value + 1e-9),
      high: buildGapSide(question.id, high, context),
      low: buildGapSide(question.id, low, context),
    }))
}

function describeWhom(question: Question | null, partners: readonly unknown[]): GapRow['about'] {
  if (question?.about === 'us') return { say: 'about-itself' }
  if (question?.about !== 'them') return null
  return { say: partners.length > 2 ? 'about-the-others' : 'about-the-other' }
}

function buildGapSide(question: string, partner: string, context: ReportContext): GapSide {
  const { score, words } = findPartnerAnswer(question, partner, context)
  return { partner: context.names.partner(partner), score: context.figures.score(score), words }
}

interface PartnerAnswer {
  readonly score: number | null
  readonly mean: number | null
  readonly words: ReportText | null
}

/** A partner's score on a question, and the words nearest to its mean; the question may have had other ids. */
export function findPartnerAnswer(
  id: string,
  partner: string,
  { names, result }: Pick<ReportContext, 'names' | 'result'>,
  ids: readonly string[] = [id],
): PartnerAnswer {
  const own = result.questions
    ?.find((question) => ids.includes(question.id))
    ?.partners?.find((candidate) => candidate.id === partner)
  const question = names.question(id)
  const mean = own?.mean ?? null
  const words = question === null || mean === null ? null : findNearestWords(question, mean)
  return { score: own?.score ?? null, mean, words }
}

const answerYes: ReportSentence = { say: 'answer-yes' }
const answerNo: ReportSentence = { say: 'answer-no' }

/** The wording of the value nearest to a mean; of two equally near the lower one. */
export function findNearestWords(question: Question, mean: number): ReportText | null {
  if (question.form.type === 'yes-no') return mean > 0.5 ? answerYes : answerNo
  if (question.form.type !== 'rating') return null
  const nearest = question.form.values.toSorted(
    (a, b) => Math.abs(a.value - mean) - Math.abs(b.value - mean),
  )[0]
  return nearest?.label ?? null
}

function buildWeightShares(questionnaire: Questionnaire): ReadonlyMap<string, number> {
  const all = questionnaire.dimensions.reduce((sum, dimension) => sum + dimension.weight, 0)
  const shares = new Map<string, number>()
  for (const dimension of questionnaire.dimensions) {
    const scored = dimension.questions.filter((question) => question.scored)
    const weight = scored.reduce((sum, question) => sum + question.weight, 0)
    for (const question of scored) {
      shares.set(question.id, (dimension.weight / all) * (question.weight / weight))
    }
  }
  return shares
}

/** An hour for the largest gaps: time to arrive, as long for each as is left, time to write down what was agreed. */
interface Agenda {
  readonly lead: ReportSentence
  readonly points: readonly AgendaPoint[]
  readonly close: ReportSentence
}

interface AgendaPoint {
  readonly question: string
  readonly ask: string
  /** From the beginning, `5–15`. */
  readonly minutes: string
  /** What a facilitator could read out: who begins, and with what. */
  readonly opening: ReportSentence
}

const arrivalMinutes = 5
const minutesPerGap = 10
const closingMinutes = 5

const openings = {
  us: 'agenda-open-us',
  them: 'agenda-open-them',
  both: 'agenda-open-both',
} as const

/** Null where no two partners are far apart. */
export function buildAgenda(gaps: readonly GapRow[], { names }: ReportContext): Agenda | null {
  if (gaps.length === 0) return null
  const end = arrivalMinutes + gaps.length * minutesPerGap
  const points = gaps.map(({ question, ask, high, low }, index) => ({
    question,
    ask,
    minutes: `${arrivalMinutes + index * minutesPerGap}–${arrivalMinutes + (index + 1) * minutesPerGap}`,
    opening: {
      say: openings[names.question(question)?.about ?? 'both'],
      high: high.partner,
      low: low.partner,
    } as const,
  }))
  return {
    lead: { say: 'agenda-lead', minutes: end + closingMinutes },
    points,
    close: { say: 'agenda-close', minutes: closingMinutes },
  }
}
