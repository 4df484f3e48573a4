import { formatDecimal } from '../../model/decimals.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../../model/questionnaire.ts'
import type { Answer, Response } from '../../model/response.ts'
import type { QuestionPartner } from '../../model/result.ts'
import { describeWhen } from '../../model/when-text.ts'
import type { ReportContext } from '../report-context.ts'
import type { Explanation } from './explanation.ts'

export function explainQuestion(
  question: Question | ProfileQuestion,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const scored = question.dimension !== null
  return {
    title: `${question.id}: ${toOneLine(question.ask)}`,
    lines: [
      ...(scored
        ? describeWeightAndMust(question, questionnaire)
        : ['Asked first, for context; it has no score.']),
      ...(question.when === null ? [] : [`Asked only when ${describeWhen(question.when)}`]),
      ...formatOptional('Why', question.why),
      ...(scored ? formatOptional('Evidence', question.evidence) : []),
      ...(scored && question.practice !== null
        ? [
            `Practice (${question.practice.effort} effort, ${question.practice.day}): ${toOneLine(question.practice.do)}`,
            ...formatOptional('Done when', question.practice.done),
          ]
        : []),
      ...(scored ? formatOptional('Source', question.source) : []),
    ],
    parts: [
      explainValues(question),
      ...(scored && context !== null ? [explainArithmetic(question, context)] : []),
    ],
  }
}

function toOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function formatOptional(title: string, text: string | null): readonly string[] {
  return text === null ? [] : [`${title}: ${toOneLine(text)}`]
}

function describeWeightAndMust(
  question: Question,
  questionnaire: Questionnaire,
): readonly string[] {
  const dimension = questionnaire.dimensions.find(({ id }) => id === question.dimension)
  const all = (dimension?.questions ?? []).filter(({ scored }) => scored)
  const weight = all.reduce((sum, { weight: own }) => sum + own, 0)
  const { must } = question
  return [
    question.scored
      ? `Counts ${question.weight} of ${formatDecimal(weight, 3)} in ${dimension?.title ?? question.dimension}${question.core ? '; part of the quick run' : ''}`
      : `In ${dimension?.title ?? question.dimension}; it has no score`,
    ...(must === null
      ? []
      : [
          `A must: ${question.form.type === 'yes-no' ? 'unless everybody answers yes' : `with a mean under ${must.least} at any partner`}, the level is at most "${must.cap}"`,
        ]),
  ]
}

function explainValues({ form }: Question | ProfileQuestion): Explanation {
  switch (form.type) {
    case 'rating':
      return createExplanation(
        'Values',
        form.values.map(({ value, label }) =>
          label === null ? String(value) : `${value}  ${toOneLine(label)}`,
        ),
      )
    case 'choice':
    case 'choices':
      return createExplanation(
        'Choices',
        form.choices.map(
          ({ id, title, score }) =>
            `${id}  ${toOneLine(title)}${score === null ? '' : ` (scores ${score})`}`,
        ),
      )
    case 'yes-no':
      return createExplanation('Values', ['yes or no'])
    case 'number':
      return createExplanation('Values', [
        form.from === null
          ? 'a number'
          : `a number; ${form.from} is the worst end, ${form.to} the best`,
      ])
    case 'table':
      return createExplanation(
        'Columns',
        form.columns.map(({ id, title }) => `${id}  ${toOneLine(title)}`),
      )
    default:
      return createExplanation('Values', [form.type === 'list' ? 'texts, one a line' : 'text'])
  }
}

function createExplanation(
  title: string,
  lines: readonly string[],
  parts: readonly Explanation[] = [],
): Explanation {
  return { title, lines, parts }
}

/** The score of every partner with its numbers put in, then the partnership's. */
function explainArithmetic(question: Question, context: ReportContext): Explanation {
  const { result, names, figures } = context
  const own = result.questions?.find(({ id }) => id === question.id)
  if (!question.scored) return createExplanation('Arithmetic', ['It has no score.'])
  if (own === undefined)
    return createExplanation('Arithmetic', ['Nobody was asked it, or it may not be shown.'])
  const partners = own.partners ?? []
  const lines = partners.map(
    (partner) => `${names.partner(partner.id)}: ${describePartner(question, partner, context)}`,
  )
  const scores = partners.flatMap(({ score }) => (score === null ? [] : [score]))
  const sum = scores.map((score) => figures.score(score)).join(' + ')
  const whole =
    own.score === null
      ? 'Partnership: not scored; nobody has answered it'
      : scores.length < 2
        ? `Partnership: ${figures.score(own.score)}`
        : `Partnership: (${sum}) / ${scores.length} = ${figures.score(own.score)}`
  return createExplanation('Arithmetic', [...lines, whole])
}

function describePartner(
  question: Question,
  partner: QuestionPartner,
  context: ReportContext,
): string {
  const { figures } = context
  const open = partner.dontKnow + partner.skipped
  const applicable = partner.answered + open
  if (applicable === 0) return 'not applicable'
  const coverage = `coverage ${partner.answered} / ${applicable} = ${figures.percent(partner.answered / applicable)}`
  if (partner.score === null) return `not scored; ${coverage}`
  return `${formatAnswers(question, partner, context)}${formatFormula(question, partner, context)} = ${figures.score(partner.score)}; ${coverage}`
}

/** `answers 4, 3, 4; mean 3.67; ` or only the mean where single answers may not show. */
function formatAnswers(
  question: Question,
  partner: QuestionPartner,
  { responses, minGroup, activeQuestions }: ReportContext,
): string {
  const mean = partner.mean === null ? '' : `mean ${formatDecimal(partner.mean, 2)}; `
  if (minGroup > 1) return mean
  const own = responses.filter(
    (response) => response.partner === partner.id && activeQuestions(response).has(question.id),
  )
  const texts = own.map((response) => formatAnswer(getAnswer(response, question.id)))
  return texts.length === 0 ? mean : `answers ${texts.join(', ')}; ${mean}`
}

function getAnswer(response: Response, id: string): Answer | undefined {
  return response.answers.get(id) ?? response.inactive.get(id)
}

function formatAnswer(answer: Answer | undefined): string {
  if (answer === undefined) return 'open'
  if (answer.state !== 'answered') return answer.state
  if (typeof answer.value === 'boolean') return answer.value ? 'yes' : 'no'
  return Array.isArray(answer.value) ? `[${answer.value.join(', ')}]` : String(answer.value)
}

/** The formula of rule 1 on the mean, which is the mean of the formula: it is linear. */
function formatFormula(
  question: Question,
  { mean }: QuestionPartner,
  { questionnaire }: ReportContext,
): string {
  const { form, reverse } = question
  const { shown } = questionnaire
  const times = shown === null ? '× 100' : `× ${shown.to - shown.from} + ${shown.from}`
  if (mean === null) return `mean of the choices’ own scores ${times}`
  const value = formatDecimal(mean, 2)
  if (form.type === 'rating') {
    const fraction = `(${value} − 1) / (${form.values.length} − 1)`
    return reverse ? `(1 − ${fraction}) ${times}` : `${fraction} ${times}`
  }
  if (form.type === 'number')
    return `mean of (value − ${form.from}) / (${form.to} − ${form.from}), within 0 and 1, ${times}`
  return reverse ? `(1 − ${value}) ${times}` : `${value} ${times}`
}
