import { hasScore } from '../model/questionnaire.ts'
import { isAllHidden } from '../model/verdict-states.ts'
import type { ReportSentence } from '../words/message.ts'
import { countWithheld } from './gaps.ts'
import type { ReportContext, ScoredContext, ShownContext } from './report-context.ts'

/** `This report is based on 6 responses: 3 from Contoso and 3 from Northwind`, or the number alone where nothing is split by partner. */
export function describeRespondents(context: ReportContext): ReportSentence {
  const { result, names, respondentCount } = context
  const partners = result.hidden === undefined ? result.partners : []
  const [only, ...others] = partners
  if (only !== undefined && others.length === 0) {
    const partner = names.partner(only.id)
    return { say: 'respondents-alone', people: respondentCount, partner }
  }
  return {
    say: 'respondents',
    people: respondentCount,
    partners: partners.map(({ id, respondents }) => ({
      say: 'respondents-of',
      people: respondents,
      partner: names.partner(id),
    })),
  }
}

/** Whose view the figures are, where that is not the view of all; null where it is. */
export function describeView({
  result,
  names,
  questionnaire,
}: Pick<ReportContext, 'result' | 'questionnaire'> & {
  readonly names: Pick<ReportContext['names'], 'partner'>
}): ReportSentence | null {
  if (isAllHidden(result)) return null
  const quorum = result.verdict.reasons.find(({ code }) => code === 'partners')
  const partners = result.hidden === undefined ? result.partners : []
  if (quorum?.code === 'partners' && partners.length !== 1) {
    // A partner that was not to be asked may have answered.
    return partners.length > 0 && partners.length !== quorum.value
      ? { say: 'view-of-these', partners: partners.map(({ id }) => names.partner(id)) }
      : { say: 'view-of-some', value: quorum.value, needs: quorum.needs }
  }
  // Where the questionnaire has its own word for a partnership, each partner is one of them.
  if ('partnership' in questionnaire.words) return null
  const [only, ...others] = partners
  return only === undefined || others.length > 0
    ? null
    : { say: 'view-of-one', partner: names.partner(only.id) }
}

/** Partners of whom no response counts, and the responses that do not. */
export function describeAbsence({ result, names }: ScoredContext): readonly ReportSentence[] {
  const missing = result.missing.map(names.partner)
  const leftOut = result.hidden === undefined ? result.leftOut : []
  return [
    ...(missing.length === 0 ? [] : [{ say: 'partners-missing', partners: missing } as const]),
    ...leftOut.map(
      ({ partner, respondent, reason, note }) =>
        ({
          say: 'left-out',
          partner: names.partner(partner),
          respondent,
          why:
            reason === 'excluded'
              ? { say: 'left-out-excluded', note: note ?? '' }
              : { say: `left-out-${reason}` },
        }) as const,
    ),
  ]
}

/** What to bear in mind about the people behind the figures; nothing where there are none. */
export function describeCautions(context: ScoredContext): readonly ReportSentence[] {
  const { result, respondentCount: of, withUnfinished } = context
  const { straight } = result.quality
  return [
    ...(withUnfinished ? [{ say: 'unfinished-counted' } as const] : []),
    ...(straight === 0 ? [] : [{ say: 'straight-answers', people: straight, of } as const]),
    ...(result.hidden === undefined && hasScore(context.questionnaire)
      ? describeShownCautions({ ...context, result })
      : []),
  ]
}

function describeShownCautions(context: ShownContext): readonly ReportSentence[] {
  return [
    ...describeRecognisable(context),
    ...describeWithheld(context),
    ...describeLifted(context),
  ]
}

/** Of one or two people everybody who knows them can tell what they answered. */
function describeRecognisable({ result, names }: ShownContext): readonly ReportSentence[] {
  const having = (people: number) =>
    result.partners
      .filter(({ respondents }) => respondents === people)
      .map(({ id }) => names.partner(id))
  const [one, two] = [having(1), having(2)]
  return [
    ...(one.length === 0 ? [] : [{ say: 'recognisable-one', partners: one } as const]),
    ...(two.length === 0 ? [] : [{ say: 'recognisable-two', partners: two } as const]),
  ]
}

/** What is called the largest is so only among what may be shown. */
function describeWithheld(context: ShownContext): readonly ReportSentence[] {
  const questions = countWithheld(context)
  return questions === 0
    ? []
    : [{ say: 'questions-withheld', questions, minGroup: context.minGroup }]
}

/** Essential questions that were not judged at a partner. */
function describeLifted({ result, names }: ShownContext): readonly ReportSentence[] {
  return result.verdict.lifted.map(({ question, partner }) => ({
    say: 'must-lifted',
    ask: names.ask(question),
    partner: names.partner(partner),
  }))
}
