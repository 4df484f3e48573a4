import { listQuestions } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import type { ReportContext } from './report-context.ts'

/** That the figures are hypothetical: what they take for granted, and what they are as answered. */
export interface HypothesisSummary {
  readonly lead: string
  readonly assumed: readonly {
    readonly question: string
    readonly ask: string
    readonly value: string
  }[]
  /** `what`, as answered, as assumed. */
  readonly rows: readonly {
    readonly what: string
    readonly answered: string
    readonly assumed: string
  }[]
}

/** Null where the figures are those of the answers. */
export function buildHypothesisSummary(context: ReportContext): HypothesisSummary | null {
  const { result, actual, names } = context
  const { whatIf } = result
  if (whatIf === undefined || actual === null) return null
  return {
    lead: 'They are not what people answered. They show what would be if everybody, at every partner, answered this, and nothing else changed:',
    assumed: listQuestions(context.questionnaire).flatMap(({ id }) => {
      const value = whatIf[id]
      return value === undefined
        ? []
        : [{ question: id, ask: names.ask(id), value: formatAssumedValue(id, value, context) }]
    }),
    rows: buildComparisonRows(actual, context),
  }
}

type AssumedValue = NonNullable<Result['whatIf']>[string]

/** `4, “They wrote it down”`; choices by their titles. */
function formatAssumedValue(id: string, value: AssumedValue, { names }: ReportContext): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const form = names.question(id)?.form
  switch (form?.type) {
    case 'rating': {
      const label = form.values.find((each) => each.value === value)?.label ?? null
      return label === null ? String(value) : `${value}, “${label}”`
    }
    case 'choice':
    case 'choices': {
      const ids = String(value).split(', ')
      const titles = form.choices.filter((choice) => ids.includes(choice.id))
      return titles.length === 0 ? 'none' : titles.map(({ title }) => title).join('; ')
    }
    default:
      return String(value)
  }
}

function buildComparisonRows(actual: Result, context: ReportContext): HypothesisSummary['rows'] {
  const { result, figures, names } = context
  const row = (what: string, say: (of: Result) => string) => ({
    what,
    answered: say(actual),
    assumed: say(result),
  })
  return [
    row('Score', ({ score }) => figures.score(score?.value ?? null)),
    row('Level', ({ verdict }) => names.level(verdict.level)),
    row('Effort to the next level', (of) => describeEffort(of, context)),
    ...(result.dimensions ?? [])
      .map(({ id }) =>
        row(names.dimension(id), ({ dimensions = [] }) => {
          const score = dimensions.find((dimension) => dimension.id === id)?.score
          return score?.reason === 'not-applicable' ? 'n/a' : figures.score(score?.value ?? null)
        }),
      )
      .filter(({ answered, assumed }) => answered !== assumed),
  ]
}

function describeEffort({ path }: Result, { names }: ReportContext): string {
  if (path === null || path === undefined) return 'none is above it'
  if (path.effort === null) return 'no steps lead there'
  return `${path.effort}, to “${names.level(path.to)}”`
}
