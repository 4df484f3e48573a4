import type { ReportSentence, ReportText } from '../words/message.ts'
import { buildDimensionRows, type ShownScore } from './dimensions.ts'
import { buildMirrorSummary } from './mirrors.ts'
import { listNextSteps, type NextStep } from './next-steps.ts'
import type { ShownContext } from './report-context.ts'

/** What one partner takes home: its view, how it sees itself and is seen, what is shared, its own steps. */
interface PartnerPage {
  readonly title: ReportSentence
  readonly column: ReportSentence
  readonly dimensions: readonly {
    readonly title: string
    readonly own: ShownScore
    readonly whole: ReportText
  }[]
  readonly seen: readonly ReportSentence[]
  readonly mirrors: ReturnType<typeof buildMirrorSummary>['rows']
  readonly shared: readonly ReportSentence[]
  readonly steps: readonly NextStep[]
}

const maxSteps = 3

/** Null where it is asked for nobody, or nobody of that partner counts. */
export function buildPartnerPage(context: ShownContext): PartnerPage | null {
  const { forPartner: id, result, names } = context
  const own = result.partners.find((partner) => partner.id === id)
  if (id === null || own === undefined) return null
  const partner = names.partner(id)
  const mirrors = buildMirrorSummary(context, id)
  return {
    title: { say: 'own-title', partner },
    column: { say: 'partner-column', partner, people: own.respondents },
    dimensions: buildDimensionRows(context).flatMap(({ title, score, partners }) => {
      const shown = partners.find((each) => each.id === id)
      return shown === undefined ? [] : [{ title, own: shown.score, whole: score.text }]
    }),
    seen: mirrors.subjects,
    mirrors: mirrors.rows,
    shared: describeShared(context),
    steps: listNextSteps(context, (action) => action.partners.includes(id)).slice(0, maxSteps),
  }
}

/** What each partner says of the questions about all of them. */
function describeShared({ result, names, figures }: ShownContext): readonly ReportSentence[] {
  return result.subjects.flatMap(({ partner, shared }): ReportSentence[] =>
    shared === null
      ? []
      : [{ say: 'own-shared', partner: names.partner(partner), score: figures.score(shared) }],
  )
}
