import type { SayDo } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ReportContext } from './report-context.ts'

/** Where what people say differs from what is written. */
interface SayAndDo {
  readonly claimedNotWritten: readonly SayAndDoRow[]
  readonly writtenNotLived: readonly SayAndDoRow[]
  readonly overconfident: readonly OverconfidentRow[]
}

/** One question, with the partners it is true of. */
export interface SayAndDoRow {
  readonly question: string
  readonly ask: string
  /** Each with its score, or with how many of its people don't know. */
  readonly partners: readonly ReportText[]
  readonly evidence: readonly Evidence[]
}

/** A check of the plan, with the line where it looks. */
interface Evidence {
  readonly check: string
  readonly title: string
  /** `plan.yaml:12`, or null where that is not known. */
  readonly place: string | null
}

interface OverconfidentRow {
  readonly dimension: string
  /** Which figures contradict each other. */
  readonly sentence: ReportSentence
}

type QuestionPartnerResult = NonNullable<
  NonNullable<ReportContext['result']['questions']>[number]['partners']
>[number]

/** Null where no plan was compared with the answers. */
export function buildSayAndDo(context: ReportContext): SayAndDo | null {
  const { result } = context
  if ((result.plan ?? null) === null) return null
  const entries = result.sayDo ?? []
  const of = (kind: SayDo['kind']) => entries.filter((entry) => entry.kind === kind)
  return {
    claimedNotWritten: buildSayAndDoRows(of('claimed-not-written'), context),
    writtenNotLived: buildSayAndDoRows(of('written-not-lived'), context),
    overconfident: of('over-confidence').map((entry) => buildOverconfidentRow(entry, context)),
  }
}

function buildSayAndDoRows(
  entries: readonly SayDo[],
  context: ReportContext,
): readonly SayAndDoRow[] {
  const { names, result } = context
  const questions = [...new Set(entries.flatMap(({ question }) => question ?? []))]
  return questions.map((question) => {
    const own = entries.filter((entry) => entry.question === question)
    const scores = result.questions?.find(({ id }) => id === question)?.partners ?? []
    return {
      question,
      ask: names.ask(question),
      partners: own.map(({ partner }) =>
        describePartner(
          names.partner(partner),
          scores.find(({ id }) => id === partner),
          context,
        ),
      ),
      evidence: [...new Set(own.flatMap(({ checks }) => checks))].map((check) =>
        buildEvidence(check, context),
      ),
    }
  })
}

/** What counts is the score, or that half of its people or more do not know. */
function describePartner(
  partner: string,
  own: QuestionPartnerResult | undefined,
  { figures }: ReportContext,
): ReportText {
  if (own === undefined) return partner
  const { score, answered, dontKnow, skipped, notApplicable } = own
  const people = answered + dontKnow + skipped + notApplicable
  return score !== null && dontKnow * 2 < people
    ? { say: 'partner-score', partner, score: figures.score(score) }
    : { say: 'partner-does-not-know', partner, dontKnow, people }
}

function buildEvidence(check: string, { questionnaire, places }: ReportContext): Evidence {
  const title = questionnaire.dimensions
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === check)?.title
  return { check, title: title ?? check, place: places.get(check) ?? null }
}

const maxThinPlanScore = 50
const minScoreDifference = 25

function buildOverconfidentRow(
  { dimension = '', partner }: SayDo,
  { result, names, figures }: ReportContext,
): OverconfidentRow {
  const scoreAt = (id: string) =>
    (result.partners ?? [])
      .find((candidate) => candidate.id === id)
      ?.dimensions.find((candidate) => candidate.id === dimension)?.score.value ?? null
  const own = scoreAt(partner)
  const planned = result.plan?.dimensions.find(({ id }) => id === dimension)?.score.value ?? null
  const lower = (result.partners ?? []).flatMap(({ id }): ReportSentence[] => {
    const value = scoreAt(id)
    return own === null || value === null || own - value < minScoreDifference - 1e-7
      ? []
      : [{ say: 'partner-gives', partner: names.partner(id), score: figures.score(value) }]
  })
  const isThin = planned !== null && planned < maxThinPlanScore - 1e-7
  const thin = isThin ? [{ say: 'plan-reaches', score: figures.score(planned) } as const] : []
  return {
    dimension: names.dimension(dimension),
    sentence: {
      say: 'overconfident',
      partner: names.partner(partner),
      score: figures.score(own),
      others: [...thin, ...lower],
    },
  }
}
