import type { SayDo } from '../model/result.ts'
import { listed } from './names.ts'
import type { Telling } from './telling.ts'

/** Where what people say and what is written part. */
export interface SayAndDo {
  readonly claimed: readonly SaidRow[]
  readonly notLived: readonly SaidRow[]
  readonly confident: readonly ConfidentRow[]
}

/** One question, with the partners of which it is true. */
export interface SaidRow {
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

export interface ConfidentRow {
  readonly dimension: string
  /** What stands against what, in a sentence. */
  readonly sentence: string
}

type OfPartner = NonNullable<
  NonNullable<Telling['result']['questions']>[number]['partners']
>[number]

/** Null where no plan was held against the answers. */
export function sayAndDo(telling: Telling): SayAndDo | null {
  const { result } = telling
  if ((result.plan ?? null) === null) return null
  const entries = result.sayDo ?? []
  const of = (kind: SayDo['kind']) => entries.filter((entry) => entry.kind === kind)
  return {
    claimed: rowsOf(of('claimed-not-written'), telling),
    notLived: rowsOf(of('written-not-lived'), telling),
    confident: of('over-confidence').map((entry) => confidentRow(entry, telling)),
  }
}

function rowsOf(entries: readonly SayDo[], telling: Telling): readonly SaidRow[] {
  const { names, result } = telling
  const questions = [...new Set(entries.flatMap(({ question }) => question ?? []))]
  return questions.map((question) => {
    const own = entries.filter((entry) => entry.question === question)
    const scores = result.questions?.find(({ id }) => id === question)?.partners ?? []
    return {
      question,
      ask: names.ask(question),
      partners: own.map(({ partner }) => {
        const own = scores.find(({ id }) => id === partner)
        return `${names.partner(partner)} ${own === undefined ? '' : said(own, telling)}`.trim()
      }),
      evidence: [...new Set(own.flatMap(({ checks }) => checks))].map((check) =>
        evidenceOf(check, telling),
      ),
    }
  })
}

/** What counts is the score, or that half of its people or more do not know. */
function said(
  { score, answered, dontKnow, skipped, notApplicable }: OfPartner,
  { figures }: Telling,
): string {
  const people = answered + dontKnow + skipped + notApplicable
  if (score !== null && dontKnow * 2 < people) return figures.score(score)
  return `(${dontKnow} of ${people} ${dontKnow === 1 ? "doesn't" : "don't"} know)`
}

function evidenceOf(check: string, { questionnaire, places }: Telling): Evidence {
  const title = questionnaire.dimensions
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === check)?.title
  return { check, title: title ?? check, place: places.get(check) ?? null }
}

const thinPlan = 50
const farBelow = 25

function confidentRow(
  { dimension = '', partner }: SayDo,
  { result, names, figures }: Telling,
): ConfidentRow {
  const scoreAt = (id: string) =>
    (result.partners ?? [])
      .find((candidate) => candidate.id === id)
      ?.dimensions.find((candidate) => candidate.id === dimension)?.score.value ?? null
  const own = scoreAt(partner)
  const planned = result.plan?.dimensions.find(({ id }) => id === dimension)?.score.value ?? null
  const lower = (result.partners ?? []).flatMap(({ id }) => {
    const value = scoreAt(id)
    const isLower = own !== null && value !== null && own - value >= farBelow - 1e-7
    return isLower ? [`${names.partner(id)} gives it ${figures.score(value)}`] : []
  })
  const thin =
    planned !== null && planned < thinPlan - 1e-7
      ? [`the written plan reaches ${figures.score(planned)}`]
      : []
  return {
    dimension: names.dimension(dimension),
    sentence: `${names.partner(partner)} gives it ${figures.score(own)}, while ${listed([...thin, ...lower])}.`,
  }
}
