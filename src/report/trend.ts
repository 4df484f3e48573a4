import type { Telling } from './telling.ts'

/** What changed from one point in time to the next, in sentences. */
export interface ChangeRow {
  readonly title: string
  readonly lines: readonly string[]
}

const leastChange = 10

export function changeRows({ result, questionnaire, names }: Telling): readonly ChangeRow[] {
  const titles = new Map(questionnaire.dimensions.map(({ id, title }) => [id, title]))
  return (result.trend ?? []).map((trend) => {
    const title = `From ${trend.from} to ${trend.to}`
    if (trend.withheld === true) {
      return { title, lines: ['Not shown: too few people changed, or a group is too small'] }
    }
    const asked = (what: string, ids: readonly string[]) =>
      ids.map((id) => `${what}: ${names.ask(id)}`)
    const lines = [
      ...(trend.score === null ? [] : [`Overall: ${signed(trend.score)} points`]),
      ...trend.dimensions.flatMap(({ id, change, reliable }) =>
        change === null
          ? []
          : [`${titles.get(id) ?? id}: ${signed(change)} points${errorOf(reliable)}`],
      ),
      ...trend.questions
        .filter(({ change }) => Math.abs(change) >= leastChange)
        .map(
          ({ id, partner, change }) =>
            `${names.partner(partner)}, ${signed(change)} points: ${names.ask(id)}`,
        ),
      ...asked('Fell below what it must reach', trend.fell),
      ...asked('Now open', trend.opened),
      ...asked('No longer open', trend.closed),
      ...asked(
        'Left out, as it may have been worded otherwise',
        trend.left.map(({ id }) => id),
      ),
    ]
    return { title, lines }
  })
}

function errorOf(reliable: boolean | null): string {
  if (reliable === null) return ''
  return reliable ? ', more than its error' : ', within its error'
}

/** Rounded half up in size, so that a rise and a fall of the same size read alike. */
function signed(change: number): string {
  const size = (Math.floor(Math.abs(change) * 10 + 0.5 + 1e-9) / 10).toFixed(1)
  if (size === '0.0') return '0.0'
  return `${change > 0 ? '+' : '−'}${size}`
}
