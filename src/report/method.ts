import { hasScore, listQuestions } from '../model/questionnaire.ts'
import { formatDay } from './dates.ts'
import { formatQuantity } from './display-names.ts'
import type { ReportContext } from './report-context.ts'

/** How the figures came about and from what, so that a reader can recompute them. */
export interface Method {
  readonly sentences: readonly string[]
  readonly levels: readonly {
    readonly title: string
    readonly score: string
    readonly weakest: string
    readonly meaning: string
  }[]
  readonly provenance: readonly { readonly what: string; readonly value: string }[]
}

export function buildMethod(context: ReportContext): Method {
  const { questionnaire, result, responses, respondentCount } = context
  const unfinished = responses.filter(({ completed }) => completed === null).length
  const people = `${formatQuantity(respondentCount, 'person', 'people')}${unfinished === 0 ? '' : `, ${unfinished} not finished`}`
  return {
    ...(hasScore(questionnaire) ? describeScoring(context) : unscoredMethod),
    provenance: [
      {
        what: 'Questionnaire',
        value: `${questionnaire.title} (${result.questionnaire.id}), version ${result.questionnaire.version}, ${result.questionnaire.run} run`,
      },
      { what: 'Hash', value: result.questionnaire.hash },
      ...(hasScore(questionnaire)
        ? [{ what: 'Weights', value: formatWeights(questionnaire) }]
        : []),
      ...(result.hidden?.scope === 'all' ? [] : [{ what: 'Responses', value: people }]),
      ...(result.today === undefined
        ? []
        : [{ what: 'Date', value: formatDay(context.style.dates, result.today) }]),
    ],
  }
}

function formatWeights({ dimensions }: ReportContext['questionnaire']): string {
  return dimensions.map(({ title, weight }) => `${title} ${weight}`).join(', ')
}

const unscoredMethod: Pick<Method, 'sentences' | 'levels'> = {
  sentences: ['Answers stand here as they were given. Nothing is scored, so there is no level.'],
  levels: [],
}

const mustNote =
  ' A must is a question with a least answer, whatever the score: where a partner stays below it, or nobody of a partner has answered, the level is capped.'

function hasMusts(questionnaire: ReportContext['questionnaire']): boolean {
  return listQuestions(questionnaire).some(({ must }) => (must ?? null) !== null)
}

function describeScoring({
  questionnaire,
  result,
  figures,
}: ReportContext): Pick<Method, 'sentences' | 'levels'> {
  return {
    sentences: [
      `A question scores from ${figures.score(0)}, at the worst end of its scale, to ${figures.score(100)}, at the best.`,
      "A partner's score on a question is the mean over its people who answered, and on a dimension the weighted mean over the questions. The partnership's score on a dimension is the plain mean of the partners, however many people answered for each. The overall score is the weighted mean of the dimensions.",
      `“Don't know” and skipped questions count as open, never as zero. A partner is scored on a dimension once ${figures.percent(questionnaire.coverage)} of its weight is answered; what does not apply is left out. The bounds are the scores with every open answer at its worst and at its best.`,
      `The level is the highest one whose score is reached, whose floor is reached by every dimension of every partner, and which no broken must rules out.${hasMusts(questionnaire) ? mustNote : ''}`,
      ...((result.plan ?? null) === null
        ? []
        : [
            'The written plan is scored by itself: each check by the share of places that pass it, then as the answers are. The two scores stand side by side and are never mixed; what a waiver sets aside still counts.',
          ]),
      'These are readiness signals for a conversation, not a prediction.',
    ],
    levels: questionnaire.levels.map((level) => ({
      title: level.title,
      score: figures.limit(level.score),
      weakest: figures.limit(level.weakest),
      meaning: (level.meaning ?? '').replaceAll(/\s+/g, ' ').trim(),
    })),
  }
}
