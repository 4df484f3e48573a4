import type { QuestionPartner, SayDo } from '../model/result.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** Where what people say differs from what is written. */
interface SayAndDo {
  readonly claimedNotWritten: SayAndDoRows
  readonly writtenNotLived: SayAndDoRows
  readonly overconfident: readonly OverconfidentRow[]
}

/** Those that weigh most, and how many more there are. */
export interface SayAndDoRows {
  readonly rows: readonly SayAndDoRow[]
  readonly rest: number
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

const maxRows = 3

/** Null where no plan was compared with the answers. */
export function buildSayAndDo(context: ShownContext): SayAndDo | null {
  const { result } = context
  if (result.plan === null) return null
  const entries = result.sayDo
  const of = (kind: SayDo['kind']) => entries.filter((entry) => entry.kind === kind)
  return {
    claimedNotWritten: buildSayAndDoRows(of('claimed-not-written'), context),
    writtenNotLived: buildSayAndDoRows(of('written-not-lived'), context),
    overconfident: of('over-confidence').map((entry) => buildOverconfidentRow(entry, context)),
  }
}

function buildSayAndDoRows(entries: readonly SayDo[], context: ShownContext): SayAndDoRows {
  const { names, result } = context
  const questions = [...new Set(entries.flatMap(({ question }) => question ?? []))]
  const rows = questions.slice(0, maxRows).map((question) => {
    const own = entries.filter((entry) => entry.question === question)
    const scores = result.questions.find(({ id }) => id === question)?.partners ?? []
    return {
      question,
      ask: names.ask(question),
      partners: own.map(({ kind, partner }) =>
        describePartner(
          kind,
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
  return { rows, rest: questions.length - rows.length }
}

/** What is rated high, and by how many; or what is rated low, or not known by half of the people or more. */
function describePartner(
  kind: SayDo['kind'],
  partner: string,
  own: QuestionPartner | undefined,
  { figures }: ShownContext,
): ReportText {
  if (own === undefined) return partner
  const { score, answered, dontKnow, skipped, notApplicable } = own
  const people = (answered ?? 0) + (dontKnow ?? 0) + (skipped ?? 0) + (notApplicable ?? 0)
  const isRated = kind === 'claimed-not-written' || (score !== null && score <= maxLowScore)
  return isRated
    ? {
        ...{ say: 'partner-score', partner, score: figures.score(score) },
        // Of those who could rate it.
        of: people - (notApplicable ?? 0),
        answered: answered ?? people,
      }
    : { say: 'partner-does-not-know', partner, dontKnow: dontKnow ?? 0, people }
}

const maxLowScore = 25 + 1e-7

function buildEvidence(check: string, { questionnaire, places }: ShownContext): Evidence {
  const title = questionnaire.dimensions
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === check)?.title
  return { check, title: title ?? check, place: places.get(check) ?? null }
}

const maxThinPlanScore = 50
const minScoreDifference = 25

function buildOverconfidentRow(
  { dimension = '', partner }: SayDo,
  { result, names, figures }: ShownContext,
): OverconfidentRow {
  const scoreAt = (id: string) =>
    result.partners
      .find((candidate) => candidate.id === id)
      ?.dimensions.find((candidate) => candidate.id === dimension)?.score.value ?? null
  const own = scoreAt(partner)
  const planned = result.plan?.dimensions.find(({ id }) => id === dimension)?.score.value ?? null
  const lower = result.partners.flatMap(({ id }): ReportSentence[] => {
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
