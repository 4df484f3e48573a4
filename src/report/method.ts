import { counted } from './names.ts'
import type { Telling } from './telling.ts'

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

export function methodOf(telling: Telling): Method {
  const { questionnaire, result, responses, figures } = telling
  const unfinished = responses.filter(({ completed }) => completed === null).length
  return {
    sentences: [
      'A question scores 0 at the lowest end of its scale and 100 at the highest; a reversed one the other way round.',
      "A partner's score on a question is the mean of its people who answered. A dimension is the weighted mean of its questions, the partnership the plain mean of the partners, however many people answered for each, and the whole the weighted mean of the dimensions.",
      `“Don't know” and skipped questions count as open, never as zero. A partner's dimension is scored from ${figures.percent(questionnaire.coverage)} of its weight answered; “not applicable” leaves the sum. Bounds say what the score would be if everything open were answered worst, and best.`,
      'The level is the highest whose score is reached, whose floor is reached by every dimension of every partner, and which no broken must rules out.',
      'These are readiness signals for a conversation, not a prediction.',
    ],
    levels: questionnaire.levels.map((level) => ({
      title: level.title,
      score: figures.score(level.score),
      weakest: figures.score(level.weakest),
      meaning: (level.meaning ?? '').replaceAll(/\s+/g, ' ').trim(),
    })),
    provenance: [
      {
        what: 'Questionnaire',
        value: `${questionnaire.title} (${result.questionnaire.id}), version ${result.questionnaire.version}, ${result.questionnaire.run} run`,
      },
      { what: 'Hash', value: result.questionnaire.hash },
      {
        what: 'Weights',
        value: questionnaire.dimensions.map(({ title, weight }) => `${title} ${weight}`).join(', '),
      },
      {
        what: 'Responses',
        value: `${counted(responses.length, 'person', 'people')}${unfinished === 0 ? '' : `, ${unfinished} not finished`}`,
      },
      ...(result.today === undefined ? [] : [{ what: 'Reckoned on', value: result.today }]),
    ],
  }
}
