import { listQuestions } from '../model/questionnaire.ts'
import type { ScoredResult } from '../model/result.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../words/message.ts'
import type { ScoredContext } from './report-context.ts'

/** That the figures are hypothetical: what they take for granted, and what they are as answered. */
interface HypothesisSummary {
  readonly lead: ReportSentence
  readonly assumed: readonly {
    readonly question: string
    readonly ask: string
    readonly value: ReportText
  }[]
  /** `what`, as answered, as assumed. */
  readonly rows: readonly {
    readonly what: ReportText
    readonly answered: ReportText
    readonly assumed: ReportText
  }[]
}

/** Null where the figures are those of the answers. */
export function buildHypothesisSummary(context: ScoredContext): HypothesisSummary | null {
  const { result, actual, names } = context
  const { whatIf } = result
  if (whatIf === undefined || actual === null || isAllHidden(actual)) return null
  return {
    lead: { say: 'hypothesis-lead' },
    assumed: listQuestions(context.questionnaire).flatMap(({ id }) => {
      const value = whatIf[id]
      return value === undefined
        ? []
        : [{ question: id, ask: names.ask(id), value: describeAssumedValue(id, value, context) }]
    }),
    rows: buildComparisonRows(actual, context),
  }
}

type AssumedValue = NonNullable<ScoredResult['whatIf']>[string]

/** A rating with the words of its anchor; choices by their titles. */
function describeAssumedValue(
  id: string,
  value: AssumedValue,
  { names }: ScoredContext,
): ReportText {
  if (typeof value === 'boolean') return { say: value ? 'assumed-yes' : 'assumed-no' }
  const form = names.question(id)?.form
  switch (form?.type) {
    case 'rating': {
      const label = form.values.find((each) => each.value === value)?.label ?? null
      return label === null ? String(value) : { say: 'assumed-label', value: String(value), label }
    }
    case 'choice':
    case 'choices': {
      const ids = String(value).split(', ')
      const titles = form.choices.filter((choice) => ids.includes(choice.id))
      return titles.length === 0
        ? { say: 'assumed-none' }
        : titles.map(({ title }) => title).join('; ')
    }
    default:
      return String(value)
  }
}

function buildComparisonRows(
  actual: ScoredResult,
  context: ScoredContext,
): HypothesisSummary['rows'] {
  const { result, figures, names } = context
  const row = (what: ReportText, describe: (of: ScoredResult) => ReportText) => ({
    what,
    answered: describe(actual),
    assumed: describe(result),
  })
  return [
    row({ say: 'compared-score' }, ({ score }) => figures.score(score.value)),
    row({ say: 'compared-level' }, ({ verdict }) => names.level(verdict.level)),
    ...result.dimensions
      .map(({ id }) =>
        row(names.dimension(id), ({ dimensions }) => {
          const score = dimensions.find((dimension) => dimension.id === id)?.score
          return score?.reason === 'not-applicable'
            ? notApplicable
            : figures.score(score?.value ?? null)
        }),
      )
      .filter(({ answered, assumed }) => answered !== assumed),
  ]
}

const notApplicable: ReportSentence = { say: 'not-applicable' }
