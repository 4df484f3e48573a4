import type { Audience } from '../model/questionnaire.ts'
import { formatQuantity } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** What a partner's people thought beforehand, and whether their answers bear it out. */
export interface AudienceRow {
  readonly title: string
  /** `Northwind (2 of 3 people)`. */
  readonly who: string
  readonly meaning: string
}

/** By group, then partner; none where single profiles may not be shown. */
export function buildAudienceRows(context: ReportContext): readonly AudienceRow[] {
  const { questionnaire, result, minGroup } = context
  const { audiences } = questionnaire
  if (audiences === undefined || result.hidden !== undefined || minGroup > 1) return []
  const profiles = result.profiles ?? []
  return audiences.groups.flatMap((group) =>
    (result.partners ?? []).flatMap(({ id, score }): AudienceRow[] => {
      const own = profiles.filter(({ partner }) => partner === id)
      const inGroup = own.filter(({ profile }) =>
        group.answers.some((answer) => answer === profile[audiences.question]),
      )
      if (inGroup.length === 0) return []
      const people =
        own.length < 2
          ? ''
          : ` (${inGroup.length} of ${formatQuantity(own.length, 'person', 'people')})`
      return [
        {
          title: group.title,
          who: `${context.names.partner(id)}${people}`,
          meaning: toOneLine(describeMeaning(group, score.value, context)),
        },
      ]
    }),
  )
}

/** Nothing is borne out by a score that is not there. */
function describeMeaning(
  { meaning, tested }: Audience,
  score: number | null,
  { figures }: ReportContext,
): string {
  if (tested === null) return meaning
  if (score === null) return 'Too little is answered to test it.'
  const stands = `Their answers come to ${figures.against(score, tested.least)}; it takes ${figures.limit(tested.least)}.`
  return score < tested.least - 1e-7 ? `${stands} ${tested.under}` : `${stands} ${meaning}`
}

function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
