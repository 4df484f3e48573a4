import { suggestWord } from '../../model/did-you-mean.ts'
import { type Check, listQuestions, type Questionnaire } from '../../model/questionnaire.ts'
import { toSlug } from '../../model/slug.ts'
import { toOneLine } from '../../model/value.ts'
import { planKinds, stages } from '../../model/vocabulary.ts'
import type { Message, ReportSentence } from '../../words/message.ts'
import { createExactFiguresForResult, type ReportContext } from '../report-context.ts'
import { explainDimension } from './dimension.ts'
import type { Explanation } from './explanation.ts'
import { explainLevel } from './level.ts'
import { explainQuestion } from './question.ts'

/**
 * What an id stands for and, where there are answers, how its number came about. `context` is null without answers.
 * Null when the questionnaire knows no such id.
 */
export function explainId(
  id: string,
  questionnaire: Questionnaire,
  given: ReportContext | null,
): Explanation | null {
  const context = given === null ? null : { ...given, figures: createExactFiguresForResult(given) }
  const question = [...questionnaire.profile, ...listQuestions(questionnaire)].find(
    (own) =>
      id === (own.dimension === null && id.startsWith('profile.') ? `profile.${own.id}` : own.id),
  )
  if (question !== undefined) return explainQuestion(question, questionnaire, context)
  const dimension = questionnaire.dimensions.find((candidate) => candidate.id === id)
  if (dimension !== undefined) return explainDimension(dimension, questionnaire, context)
  const check = listChecks(questionnaire).find((candidate) => candidate.id === id)
  if (check !== undefined) return explainCheck(check, questionnaire)
  const level = questionnaire.levels.find((candidate) => candidate.id === id)
  if (level !== undefined) return explainLevel(level, questionnaire, context)
  return id === questionnaire.id ? explainQuestionnaire(questionnaire) : null
}

/** Its parts by the ids that explain more. */
function explainQuestionnaire({ id, title, why, dimensions, levels }: Questionnaire): Explanation {
  return {
    title: { say: 'explained-id', id, title },
    lines: why === null ? [] : [toOneLine(why)],
    parts: [
      {
        title: { say: 'explain-dimensions' },
        lines: dimensions.map((own) => ({
          say: 'explained-part',
          id: own.id,
          title: { say: 'explain-scored-questions', questions: own.questions.length },
        })),
        parts: [],
      },
      {
        title: { say: 'explain-levels' },
        lines: levels.map((own) => ({ say: 'explained-part', id: own.id, title: own.title })),
        parts: [],
      },
    ],
  }
}

/** What to say of an id that is not there. */
export function describeUnknownId(id: string, questionnaire: Questionnaire): Message {
  const known = [
    ...listQuestions(questionnaire).map((question) => question.id),
    ...listChecks(questionnaire).map((check) => check.id),
    ...questionnaire.profile.map((question) => question.id),
    ...questionnaire.dimensions.map((dimension) => dimension.id),
    ...questionnaire.levels.map((level) => level.id),
  ]
  return {
    say: 'explain-unknown-id',
    id,
    questionnaire: questionnaire.id,
    hint: suggestWord(/\s/.test(id) ? toSlug(id) : id, known),
  }
}

function listChecks({ dimensions }: Questionnaire): readonly Check[] {
  return dimensions.flatMap(({ checks }) => checks)
}

/** What a check of the plan wants, why, what to do about it, and an example of each kind. */
function explainCheck(check: Check, questionnaire: Questionnaire): Explanation {
  const { id, title, why, fix, examples } = check
  return {
    title: { say: 'explained-id', id, title: toOneLine(title) },
    lines: [
      ...(why === undefined ? [] : [toOneLine(why)]),
      ...(fix === undefined ? [] : [{ say: 'explain-fix', text: toOneLine(fix) } as const]),
      describeSeverity(check),
      ...describeKinds(check),
      ...(check.protected ? [{ say: 'explain-protected' } as const] : []),
    ],
    parts: [
      ...buildEvidencePart(check, questionnaire),
      ...buildExample('explain-good', examples?.good),
      ...buildExample('explain-bad', examples?.bad),
      {
        title: { say: 'explain-assertion' },
        lines: [
          ...(check.when === undefined
            ? []
            : [{ say: 'explain-only-when', text: toOneLine(check.when) } as const]),
          ...(check.for === undefined
            ? []
            : [{ say: 'explain-for-each', text: check.for } as const]),
          { say: 'explain-passes-if', text: toOneLine(check.assert) },
        ],
        parts: [],
      },
    ],
  }
}

function describeSeverity({ severity }: Check): ReportSentence {
  if (typeof severity === 'string') return { say: 'explain-severity', severity }
  const given = stages.flatMap((stage) => {
    const word = severity[stage]
    return word === undefined
      ? []
      : [{ say: 'explain-severity-from', severity: word, stage } as const]
  })
  return { say: 'explain-severities', severities: given }
}

/** What the kind of a plan changes: one sentence for each kind in which a check matters less. */
export function describeKinds({ kinds = {} }: Check): readonly ReportSentence[] {
  return planKinds.flatMap((kind) => {
    const most = kinds[kind] ?? 'error'
    return most === 'error'
      ? []
      : [{ say: `explain-kind-${kind}`, most: { say: `explain-at-most-${most}` } }]
  })
}

function buildEvidencePart(
  { supports }: Check,
  questionnaire: Questionnaire,
): readonly Explanation[] {
  const asked = listQuestions(questionnaire).filter(({ id }) => supports.includes(id))
  if (asked.length === 0) return []
  const lines = asked.map(
    ({ id, ask }) => ({ say: 'explained-id', id, title: toOneLine(ask) }) as const,
  )
  return [{ title: { say: 'explain-supports' }, lines, parts: [] }]
}

function buildExample(say: 'explain-good' | 'explain-bad', data: unknown): readonly Explanation[] {
  return data === undefined ? [] : [{ title: { say }, lines: [], parts: [], data }]
}
