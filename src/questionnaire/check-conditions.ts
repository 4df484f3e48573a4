import { suggestion } from '../model/did-you-mean.ts'
import type { Form, ProfileQuestion, Question, Questionnaire } from '../model/questionnaire.ts'
import type { PlainCondition } from '../model/questionnaire-file.ts'
import { scopeOf } from './conditions.ts'
import { fitValue } from './fit-value.ts'
import { type Origin, problem, type SourcedFinding } from './sourced.ts'

/** Finds names, types and forward references in conditions, before anybody is interviewed. */
export async function checkConditions(
  questionnaire: Questionnaire,
  origins: readonly Origin[],
): Promise<readonly SourcedFinding[]> {
  const findings: SourcedFinding[] = []
  for (const { question, origin } of placed(questionnaire, origins)) {
    const { when } = question
    if (when === null) continue
    if ('plain' in when) findings.push(...checkPlain(questionnaire, question, when.plain, origin))
    else findings.push(...(await checkCel(questionnaire, question.id, when.cel, origin)))
  }
  return findings
}

interface Placed {
  readonly question: Question | ProfileQuestion
  readonly origin: Origin
}

function placed(questionnaire: Questionnaire, origins: readonly Origin[]): readonly Placed[] {
  const profile = questionnaire.profile.map((question, index) => ({
    question,
    origin: { source: 0, base: ['profile', index, 'when'] },
  }))
  const rest = questionnaire.dimensions.flatMap((dimension, part) => {
    const { source, base } = origins[part + 1] ?? { source: 0, base: [] }
    return dimension.questions.map((question, index) => ({
      question,
      origin: { source, base: [...base, 'questions', index, 'when'] },
    }))
  })
  return [...profile, ...rest]
}

async function checkCel(
  questionnaire: Questionnaire,
  id: string,
  source: string,
  origin: Origin,
): Promise<readonly SourcedFinding[]> {
  const { compileCondition } = await import('../expression/condition.ts')
  const compiled = compileCondition(source, scopeOf(questionnaire, id))
  if (!('problems' in compiled)) return []
  return compiled.problems.map(({ message, start, end, fix }) =>
    problem(origin, [], message, {
      id: 'expression.error',
      within: { start, end },
      ...(fix === null ? {} : { fix }),
    }),
  )
}

function checkPlain(
  questionnaire: Questionnaire,
  question: Question | ProfileQuestion,
  when: PlainCondition,
  origin: Origin,
): readonly SourcedFinding[] {
  const scope = scopeOf(questionnaire, question.id)
  const earlier = [...scope.profile.keys(), ...scope.answers.keys()]
  if (!earlier.includes(when.question)) {
    const message = scope.later.has(when.question)
      ? `A condition refers only to earlier questions; "${when.question}" comes later`
      : `Unknown question "${when.question}"${suggestion(when.question, earlier)}`
    return [problem(origin, ['question'], message, { id: 'reference.unknown' })]
  }
  const asked = [...questionnaire.profile, ...questionnaire.dimensions.flatMap((d) => d.questions)]
  const form = asked.find(({ id }) => id === when.question)?.form
  return form === undefined ? [] : checkOperands(form, when, origin)
}

function checkOperands(
  form: Form,
  when: PlainCondition,
  origin: Origin,
): readonly SourcedFinding[] {
  const { least, most, is } = when
  if (least === undefined && most === undefined && is === undefined) {
    return [
      problem(origin, [], 'A condition needs "least", "most" or "is"', { id: 'schema.missing' }),
    ]
  }
  const findings: SourcedFinding[] = []
  const isNumber = form.type === 'rating' || form.type === 'number'
  for (const [key, limit] of [
    ['least', least],
    ['most', most],
  ] as const) {
    if (limit !== undefined && !isNumber) {
      findings.push(
        problem(
          origin,
          [key],
          `"${key}" is for ratings and numbers; "${when.question}" is a ${form.type} question`,
        ),
      )
    } else if (
      limit !== undefined &&
      form.type === 'rating' &&
      (limit < 1 || limit > form.values.length)
    ) {
      findings.push(
        problem(
          origin,
          [key],
          `${limit} is off the scale of "${when.question}", 1 to ${form.values.length}`,
        ),
      )
    }
  }
  const values = is === undefined ? [] : Array.isArray(is) ? is : [is]
  for (const [index, value] of values.entries()) {
    const fit = form.type === 'choices' ? fitValue(form, [value]) : fitValue(form, value)
    if ('misfit' in fit)
      findings.push(problem(origin, Array.isArray(is) ? ['is', index] : ['is'], fit.misfit))
  }
  return findings
}
