import type { Audience } from '../model/questionnaire.ts'
import type { Score } from '../model/result.ts'
import { toOneLine } from '../model/value.ts'
import type { ReportText } from '../words/message.ts'
import type { ShownContext } from './report-context.ts'

/** What a partner's people thought beforehand, and whether their answers bear it out. */
interface AudienceRow {
  readonly title: string
  /** The partner, with how many of its people where there are several. */
  readonly who: ReportText
  readonly meaning: ReportText
}

/** By group, then partner; none where single profiles may not be shown. */
export function buildAudienceRows(context: ShownContext): readonly AudienceRow[] {
  const { questionnaire, result, minGroup } = context
  const { audiences } = questionnaire
  if (audiences === undefined || minGroup > 1) return []
  const profiles = result.profiles.filter(({ question }) => question === audiences.question)
  return audiences.groups.flatMap((group) =>
    result.partners.flatMap(({ id, score, respondents }): AudienceRow[] => {
      const counts = profiles.find(({ partner }) => partner === id)?.counts ?? []
      const inGroup = counts
        .filter(({ value }) => group.answers.some((answer) => answer === value))
        .reduce((sum, { people }) => sum + people, 0)
      if (inGroup === 0) return []
      return [
        {
          title: group.title,
          who: describeWho(context.names.partner(id), inGroup, respondents),
          meaning: describeMeaning(group, { partner: id, score }, context),
        },
      ]
    }),
  )
}

function describeWho(partner: string, people: number, of: number): ReportText {
  return of < 2 ? partner : { say: 'audience-at-partner', partner, people, of }
}

/** Nothing is borne out by a score that is not there. */
function describeMeaning(
  { meaning, tested }: Audience,
  { partner, score: { value, reason } }: { readonly partner: string; readonly score: Score },
  { figures, names }: ShownContext,
): ReportText {
  if (tested === null) return toOneLine(meaning)
  if (value === null) {
    return { say: reason === 'not-applicable' ? 'audience-inapplicable' : 'audience-untested' }
  }
  return {
    say: 'audience-tested',
    partner: names.partner(partner),
    score: figures.against(value, tested.least),
    least: figures.limit(tested.least),
    meaning: toOneLine(value < tested.least - 1e-7 ? tested.under : meaning),
  }
}
