import { describeCondition } from '../../src/model/condition-phrase.ts'
import { listQuestions, type Question, type Questionnaire } from '../../src/model/questionnaire.ts'
import { toOneLine } from '../../src/model/value.ts'
import { renderCsv } from '../../src/render/csv.ts'
import { say } from '../../src/words/say-message.ts'

/** The form of docs/validity/content-panel.md: a row for each question, with empty cells for one expert's judgement. */
export function contentPanelForm(questionnaire: Questionnaire): string {
  const titles = new Map(questionnaire.dimensions.map(({ id, title }) => [id, title]))
  const rows = listQuestions(questionnaire).map((question) => [
    `${questionnaire.id} ${questionnaire.version}`,
    question.id,
    titles.get(question.dimension),
    toOneLine(question.ask),
    answersOf(question),
    question.when === null ? 'always' : `only when ${say(describeCondition(question.when))}`,
    ...judgements.map(() => ''),
  ])
  return renderCsv(
    ['questionnaire', 'id', 'dimension', 'question', 'answers', 'asked', ...judgements],
    rows,
  )
}

/** What an expert fills in. */
const judgements = [
  'expert',
  'essential (E essential, U useful, N not necessary)',
  'relevance (1 to 4)',
  'clarity (1 to 4)',
  'who could not answer this',
  'comment',
]

function answersOf({ form }: Question): string {
  switch (form.type) {
    case 'rating':
      return form.values
        .map(({ value, label }) => (label === null ? value : `${value} ${toOneLine(label)}`))
        .join(' | ')
    case 'choice':
    case 'choices':
      return form.choices.map(({ title }) => toOneLine(title)).join(' | ')
    case 'yes-no':
      return 'yes | no'
    default:
      return form.type
  }
}
