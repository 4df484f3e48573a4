import { compilePlainCondition } from '../../expression/plain-condition.ts'
import type { Condition, ConditionScope, Fact } from '../../expression/types.ts'
import { type Form, getFormType } from '../../model/forms/forms.ts'
import type { ProfileQuestion, Question } from '../../model/questionnaire.ts'
import { listScopedQuestions } from '../conditions.ts'
import type { SourcedFinding } from '../sourced-finding.ts'
import { type AdviceInput, createAdvice, listAdvisedQuestions } from './advice-input.ts'

/**
 * Conditions that no answers can meet. Where the questions that a condition leads back to have few enough answers together,
 * every combination is tried; where there are too many (texts, numbers), there is no advice.
 */
export async function checkNeverAsked(advised: AdviceInput): Promise<readonly SourcedFinding[]> {
  const conditional = await listConditionalQuestions(advised)
  const reported = new Set<string>()
  let left = maxTotalCombinations
  return listAdvisedQuestions(advised).flatMap(({ question, origin }) => {
    const own = conditional.get(question.id)
    if (own === undefined || own.condition === null) return []
    if (own.refersTo.some((id) => reported.has(id))) return []
    const chain = listConditionChain(own, conditional)
    const answers = chain.map(({ question: asked }) => listPossibleAnswers(asked.form))
    const combinations = answers.reduce((count, one) => count * (one?.length ?? Number.NaN), 1)
    if (!(combinations <= Math.min(maxCombinations, left))) return []
    left -= combinations
    const verdict = findConditionVerdict(own, chain, answers)
    if (verdict === null) return []
    reported.add(question.id)
    const whole = verdict === 'never'
    return [
      createAdvice(origin, ['when'], {
        id: 'condition.never',
        message: { say: whole ? 'condition-never' : 'condition-never-quick', id: question.id },
        fix: whole
          ? { say: 'condition-never-fix' }
          : { say: 'condition-never-quick-fix', ids: own.refersTo },
      }),
    ]
  })
}

interface ConditionalQuestion {
  readonly question: ProfileQuestion | Question
  /** Null where it is always asked. */
  readonly condition: Condition | null
  readonly refersTo: readonly string[]
}

async function listConditionalQuestions({
  questionnaire,
}: AdviceInput): Promise<ReadonlyMap<string, ConditionalQuestion>> {
  const found = new Map<string, ConditionalQuestion>()
  for (const { question, scope } of listScopedQuestions(questionnaire)) {
    const compiled = await compileWhen(question, scope)
    found.set(question.id, { question, ...compiled })
  }
  return found
}

async function compileWhen(
  { when }: ProfileQuestion | Question,
  scope: ConditionScope,
): Promise<Omit<ConditionalQuestion, 'question'>> {
  const always = { condition: null, refersTo: [] }
  if (when === null) return always
  const compiled =
    'plain' in when
      ? compilePlainCondition(when.plain, scope)
      : (await import('../../expression/condition.ts')).compileCondition(when.cel, scope)
  return 'condition' in compiled ? compiled : always
}

/** The questions that a condition asks about, those that theirs ask about, and so on, in asking order. */
function listConditionChain(
  { refersTo }: ConditionalQuestion,
  conditional: ReadonlyMap<string, ConditionalQuestion>,
): readonly ConditionalQuestion[] {
  const ids = new Set<string>()
  const add = (id: string) => {
    if (ids.has(id)) return
    ids.add(id)
    for (const other of conditional.get(id)?.refersTo ?? []) add(other)
  }
  refersTo.forEach(add)
  return [...conditional].flatMap(([id, one]) => (ids.has(id) ? [one] : []))
}

const maxCombinations = 20_000
/** Nobody waits for more, however many conditions there are. */
const maxTotalCombinations = 200_000

type PossibleAnswers = readonly (Fact | undefined)[] | null

function findConditionVerdict(
  own: ConditionalQuestion,
  chain: readonly ConditionalQuestion[],
  answers: readonly PossibleAnswers[],
): 'never' | 'not-quick' | null {
  if (!canHold(own, chain, answers)) return 'never'
  const { question } = own
  if (question.dimension === null || !question.core) return null
  const inQuick = answers.map((all, index) => {
    const asked = chain[index]?.question
    return asked === undefined || (asked.dimension !== null && !asked.core) ? unanswered : all
  })
  return canHold(own, chain, inQuick) ? null : 'not-quick'
}

const unanswered: readonly (Fact | undefined)[] = [undefined]

/** Can these questions, each asked only where its own condition holds, be answered so that the condition holds? */
function canHold(
  { condition }: ConditionalQuestion,
  chain: readonly ConditionalQuestion[],
  answers: readonly (readonly (Fact | undefined)[] | null)[],
): boolean {
  const facts = { profile: new Map<string, Fact>(), answers: new Map<string, Fact>() }
  const holdsFrom = (at: number): boolean => {
    const next = chain[at]
    if (next === undefined) return condition?.(facts) ?? true
    const isAsked = next.condition?.(facts) ?? true
    const known = next.question.dimension === null ? facts.profile : facts.answers
    return (isAsked ? (answers[at] ?? unanswered) : unanswered).some((answer) => {
      if (answer === undefined) known.delete(next.question.id)
      else known.set(next.question.id, answer)
      return holdsFrom(at + 1)
    })
  }
  return holdsFrom(0)
}

/** Every answer to a question, and none; null where they cannot be counted. */
function listPossibleAnswers(form: Form): readonly (Fact | undefined)[] | null {
  const answers = getFormType(form).listAnswers?.(form) ?? null
  return answers === null ? null : [...answers, undefined]
}
