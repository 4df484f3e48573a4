import type { SayDo } from '../model/result.ts'
import { formatList } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** Where what people say and what is written part. */
export interface SayAndDo {
  readonly claimedNotWritten: readonly SayAndDoRow[]
  readonly writtenNotLived: readonly SayAndDoRow[]
  readonly overconfident: readonly OverconfidentRow[]
}

/** One question, with the partners of which it is true. */
export interface SayAndDoRow {
  readonly question: string
  readonly ask: string
  /** `Northwind 85`, or `Northwind (2 of 3 don't know)` */
  readonly partners: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** A check of the plan, with the line where it looks. */
export interface Evidence {
  readonly check: string
  readonly title: string
  /** `plan.yaml:12`, or null where that is not known. */
  readonly place: string | null
}

export interface OverconfidentRow {
  readonly dimension: string
  /** What stands against what, in a sentence. */
  readonly sentence: string
}

type QuestionPartnerResult = NonNullable<
  NonNullable<ReportContext['result']['questions']>[number]['partners']
>[number]

/** Null where no plan was held against the answers. */
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
      partners: own.map(({ partner }) => {
        const own = scores.find(({ id }) => id === partner)
        return `${names.partner(partner)} ${own === undefined ? '' : formatPartnerScore(own, context)}`.trim()
      }),
      evidence: [...new Set(own.flatMap(({ checks }) => checks))].map((check) =>
        buildEvidence(check, context),
      ),
    }
  })
}

/** What counts is the score, or that half of its people or more do not know. */
function formatPartnerScore(
  { score, answered, dontKnow, skipped, notApplicable }: QuestionPartnerResult,
  { figures }: ReportContext,
): string {
  const people = answered + dontKnow + skipped + notApplicable
  if (score !== null && dontKnow * 2 < people) return figures.score(score)
  return `(${dontKnow} of ${people} ${dontKnow === 1 ? "doesn't" : "don't"} know)`
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
  const lower = (result.partners ?? []).flatMap(({ id }) => {
    const value = scoreAt(id)
    const isLower = own !== null && value !== null && own - value >= minScoreDifference - 1e-7
    return isLower ? [`${names.partner(id)} gives it ${figures.score(value)}`] : []
  })
  const thin =
    planned !== null && planned < maxThinPlanScore - 1e-7
      ? [`the written plan reaches ${figures.score(planned)}`]
      : []
  return {
    dimension: names.dimension(dimension),
    sentence: `${names.partner(partner)} gives it ${figures.score(own)}, while ${formatList([...thin, ...lower])}.`,
  }
}
