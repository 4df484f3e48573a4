import { questionsOf } from '../model/questionnaire.ts'
import type { Result } from '../model/result.ts'
import type { Telling } from './telling.ts'

/** That the figures are hypothetical: what they take for granted, and what they are as answered. */
export interface HypothesisTold {
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
export function hypothesisOf(telling: Telling): HypothesisTold | null {
  const { result, actual, names } = telling
  const { whatIf } = result
  if (whatIf === undefined || actual === null) return null
  return {
    lead: 'They are not what people answered. They show what would be if everybody, at every partner, answered this, and nothing else changed:',
    assumed: questionsOf(telling.questionnaire).flatMap(({ id }) => {
      const value = whatIf[id]
      return value === undefined
        ? []
        : [{ question: id, ask: names.ask(id), value: valueWords(id, value, telling) }]
    }),
    rows: rowsOf(actual, telling),
  }
}

type Assumed = NonNullable<Result['whatIf']>[string]

/** `4, “They wrote it down”`; choices by their titles. */
function valueWords(id: string, value: Assumed, { names }: Telling): string {
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

function rowsOf(actual: Result, telling: Telling): HypothesisTold['rows'] {
  const { result, figures, names } = telling
  const row = (what: string, say: (of: Result) => string) => ({
    what,
    answered: say(actual),
    assumed: say(result),
  })
  return [
    row('Score', ({ score }) => figures.score(score?.value ?? null)),
    row('Level', ({ verdict }) => names.level(verdict.level)),
    row('Effort to the next level', (of) => effortText(of, telling)),
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

function effortText({ path }: Result, { names }: Telling): string {
  if (path === null || path === undefined) return 'none is above it'
  if (path.effort === null) return 'no steps lead there'
  return `${path.effort}, to “${names.level(path.to)}”`
}
