import { describeCondition } from '../../model/condition-phrase.ts'
import { formatDecimal } from '../../model/decimals.ts'
import type { ProfileQuestion, Question, Questionnaire } from '../../model/questionnaire.ts'
import type { QuestionPartner } from '../../model/result.ts'
import { toOneLine } from '../../model/value.ts'
import { isAllHidden } from '../../model/verdict-states.ts'
import type { ReportSentence, ReportText } from '../../words/message.ts'
import { countTexts } from '../answers.ts'
import { countAnswers, isSpreadShown, listPartnerAnswers } from '../chosen.ts'
import type { ReportContext, ShownContext } from '../report-context.ts'
import { describeView } from '../who-answered.ts'
import type { Explanation } from './explanation.ts'

export function explainQuestion(
  question: Question | ProfileQuestion,
  questionnaire: Questionnaire,
  context: ReportContext | null,
): Explanation {
  const scored = question.dimension !== null
  return {
    title: { say: 'explained-id', id: question.id, title: toOneLine(question.ask) },
    lines: [
      ...(scored
        ? describeWeightAndMust(question, questionnaire)
        : [{ say: 'explain-profile' } as const]),
      ...(question.when === null
        ? []
        : [{ say: 'explain-condition', condition: describeCondition(question.when) } as const]),
      ...sayIfGiven('explain-why', question.why),
      ...(scored ? sayIfGiven('explain-evidence', question.evidence) : []),
      ...(scored && question.practice !== null
        ? [
            {
              say: 'explain-practice',
              effort: question.practice.effort,
              day: question.practice.day,
              text: toOneLine(question.practice.do),
            } as const,
            ...sayIfGiven('explain-done', question.practice.done),
          ]
        : []),
      ...(scored ? sayIfGiven('explain-source', question.source) : []),
    ],
    parts: [
      explainValues(question),
      ...(scored && context !== null ? [explainArithmetic(question, context)] : []),
    ],
  }
}

function sayIfGiven(
  say: 'explain-why' | 'explain-evidence' | 'explain-done' | 'explain-source',
  text: string | null,
): readonly ReportSentence[] {
  return text === null ? [] : [{ say, text: toOneLine(text) }]
}

function describeWeightAndMust(
  question: Question,
  questionnaire: Questionnaire,
): readonly ReportSentence[] {
  const dimension = questionnaire.dimensions.find(({ id }) => id === question.dimension)
  const all = (dimension?.questions ?? []).filter(({ scored }) => scored)
  const weight = all.reduce((sum, { weight: own }) => sum + own, 0)
  const { must } = question
  const title = dimension?.title ?? question.dimension
  return [
    question.scored
      ? {
          say: 'explain-weight',
          weight: question.weight,
          of: formatDecimal(weight, 3),
          dimension: title,
          isCore: question.core,
        }
      : { say: 'explain-no-weight', dimension: title },
    ...(must === null
      ? []
      : [
          question.form.type === 'yes-no'
            ? ({ say: 'explain-must-yes', level: must.cap } as const)
            : ({ say: 'explain-must-mean', least: must.least, level: must.cap } as const),
        ]),
  ]
}

function explainValues({ form }: Question | ProfileQuestion): Explanation {
  switch (form.type) {
    case 'rating':
      return createExplanation(
        { say: 'explain-values' },
        form.values.map(({ value, label }) =>
          label === null
            ? String(value)
            : { say: 'explained-part', id: String(value), title: toOneLine(label) },
        ),
      )
    case 'choice':
    case 'choices':
      return createExplanation(
        { say: 'explain-choices' },
        form.choices.map(({ id, title, score }) =>
          score === null
            ? { say: 'explained-part', id, title: toOneLine(title) }
            : { say: 'explain-choice-score', id, title: toOneLine(title), score },
        ),
      )
    case 'yes-no':
      return createExplanation({ say: 'explain-values' }, [{ say: 'explain-yes-no' }])
    case 'number':
      return createExplanation({ say: 'explain-values' }, [
        form.from === null
          ? { say: 'explain-number' }
          : { say: 'explain-number-ends', worst: form.from, best: form.to },
      ])
    case 'table':
      return createExplanation(
        { say: 'explain-columns' },
        form.columns.map(({ id, title }) => ({
          say: 'explained-part',
          id,
          title: toOneLine(title),
        })),
      )
    default:
      return createExplanation({ say: 'explain-values' }, [
        { say: form.type === 'list' ? 'explain-texts' : 'explain-text' },
      ])
  }
}

function createExplanation(title: ReportSentence, lines: readonly ReportText[]): Explanation {
  return { title, lines, parts: [] }
}

/** The score of every partner with its numbers put in, then the partnership's. */
function explainArithmetic(question: Question, context: ReportContext): Explanation {
  const { result, names, figures } = context
  const title = { say: 'explain-arithmetic' } as const
  if (!question.scored) return createExplanation(title, [{ say: 'explain-unscored' }])
  if (isAllHidden(result)) return createExplanation(title, [{ say: 'explain-not-asked' }])
  const own = result.questions.find(({ id }) => id === question.id)
  if (own === undefined) return createExplanation(title, [{ say: 'explain-not-asked' }])
  const shown = result.hidden === undefined ? { ...context, result } : null
  const partners = shown?.result.questions.find(({ id }) => id === question.id)?.partners ?? []
  const lines =
    shown === null
      ? []
      : partners.map(
          (partner) =>
            ({
              say: 'explain-labelled',
              what: names.partner(partner.id),
              result: describePartner(question, partner, shown),
            }) as const,
        )
  const scores = partners.flatMap(({ score }) => (score === null ? [] : [figures.score(score)]))
  const score = figures.score(own.score)
  const whole: ReportSentence =
    own.score === null
      ? { say: partners.some(isWithheld) ? 'explain-whole-hidden' : 'explain-whole-open' }
      : { say: 'explain-whole', view: describeView(context), scores, score }
  return createExplanation(title, [...lines, whole])
}

function isWithheld({ answered }: QuestionPartner): boolean {
  return answered === null
}

function describePartner(
  question: Question,
  partner: QuestionPartner,
  context: ShownContext,
): ReportSentence {
  const { figures } = context
  const { answered, dontKnow, skipped } = partner
  if (answered === null || dontKnow === null || skipped === null) return { say: 'answer-not-shown' }
  const of = answered + dontKnow + skipped
  if (of === 0) return { say: 'explain-inapplicable' }
  const share = figures.percent(answered / of)
  const coverage = { say: 'explain-coverage', answered, of, share } as const
  if (partner.score === null) return { say: 'explain-partner-open', coverage }
  return {
    say: 'explain-partner-score',
    answers: listAnswers(question, partner, context),
    mean: partner.mean === null ? null : formatDecimal(partner.mean, 2),
    formula: formatFormula(question, partner, context),
    score: figures.score(partner.score),
    coverage,
  }
}

/** How many people gave which answer; none where that may not be told. */
function listAnswers(
  question: Question,
  partner: QuestionPartner,
  context: ShownContext,
): readonly ReportText[] {
  if (!isSpreadShown(partner.answered ?? 0, context.minGroup)) return []
  const { all, values } = listPartnerAnswers(question.id, partner.id, context)
  const numbered = countAnswers(values).map(
    ({ value, people }): ReportSentence => ({
      say: 'explain-people-answered',
      people,
      value: question.form.type === 'yes-no' ? { say: value === 1 ? 'yes' : 'no' } : String(value),
    }),
  )
  return [...numbered, ...countTexts(question, all)]
}

/** The formula of rule 1 on the mean, which is the mean of the formula: it is linear. */
function formatFormula(
  question: Question,
  { mean }: QuestionPartner,
  { questionnaire }: ReportContext,
): ReportText {
  const { form, reverse } = question
  const { shown } = questionnaire
  const times = shown === null ? '× 100' : `× ${shown.to - shown.from} + ${shown.from}`
  if (mean === null) return { say: 'formula-choices', times }
  const value = formatDecimal(mean, 2)
  if (form.type === 'rating') {
    const fraction = `(${value} − 1) / (${form.values.length} − 1)`
    return reverse ? `(1 − ${fraction}) ${times}` : `${fraction} ${times}`
  }
  if (form.type === 'number')
    return { say: 'formula-number', from: String(form.from), to: String(form.to), times }
  return reverse ? `(1 − ${value}) ${times}` : `${value} ${times}`
}
