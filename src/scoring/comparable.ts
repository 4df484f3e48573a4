import { getFormType } from '../model/forms/forms.ts'
import type { Question, Questionnaire } from '../model/questionnaire.ts'
import type { Trend } from '../model/result.ts'
import { tolerance } from './numbers.ts'

type LeftOutQuestion = Trend['left'][number]

/** Which questions of two points in time can be set against each other. */
interface ComparableQuestions {
  /** Questions as they are now, by the id that they had before. */
  readonly same: readonly { readonly before: Question; readonly now: Question }[]
  /** Scored questions that are left out, and why. */
  readonly left: readonly LeftOutQuestion[]
  /** Dimensions in which nothing is left out, added, gone or weighed otherwise. */
  readonly dimensions: ReadonlySet<string>
  /** All of them are, and weigh as much as before. */
  readonly whole: boolean
}

/**
 * Sets two questionnaires side by side, question by question; one that was renamed is found by `formerly`. A questionnaire
 * that is not known leaves everything out: nothing is taken for the same on the strength of an id.
 */
export function findComparableQuestions(
  before: Questionnaire | null,
  now: Questionnaire | null,
): ComparableQuestions {
  if (before === null || now === null) {
    const left = listScored(now ?? before).map(({ id }) => ({ id, reason: 'version' as const }))
    return { same: [], left, dimensions: new Set(), whole: false }
  }
  const earlier = new Map(listScored(before).map((question) => [question.id, question]))
  const same: { before: Question; now: Question }[] = []
  const left: LeftOutQuestion[] = []
  for (const question of listScored(now)) {
    const old = [question.id, ...question.formerly].flatMap((id) => earlier.get(id) ?? [])[0]
    if (old !== undefined) earlier.delete(old.id)
    const reason = old === undefined ? 'added' : findQuestionChange(old, question)
    if (old !== undefined && reason === null) same.push({ before: old, now: question })
    else if (reason !== null) left.push({ id: question.id, reason })
  }
  left.push(...[...earlier.keys()].map((id) => ({ id, reason: 'removed' as const })))
  const dimensions = new Set(
    now.dimensions.flatMap((dimension) =>
      isWholeDimension(dimension.id, before, now, same) ? dimension.id : [],
    ),
  )
  return { same, left, dimensions, whole: isWholeQuestionnaire(before, now, dimensions) }
}

function findQuestionChange(before: Question, now: Question): LeftOutQuestion['reason'] | null {
  if (getScaleSignature(before) !== getScaleSignature(now)) return 'scale'
  return getWordingSignature(before) === getWordingSignature(now) ? null : 'reworded'
}

/** What an answer means as a number. */
function getScaleSignature({ form, reverse }: Question): string {
  const meanings = getFormType(form).listMeanings?.(form) ?? []
  return JSON.stringify([form.type, reverse, ...meanings])
}

/** What people read: the question and the wordings of its answers. */
function getWordingSignature({ ask, form }: Question): string {
  const wordings = getFormType(form).listWordings?.(form) ?? []
  return JSON.stringify([ask, ...wordings].map((text) => text?.replaceAll(/\s+/g, ' ').trim()))
}

function isWholeDimension(
  id: string,
  before: Questionnaire,
  now: Questionnaire,
  same: ComparableQuestions['same'],
): boolean {
  const own = same.filter((pair) => pair.now.dimension === id && pair.before.dimension === id)
  const count = (of: Questionnaire) =>
    listScored(of).filter(({ dimension }) => dimension === id).length
  return (
    own.length === count(before) &&
    own.length === count(now) &&
    own.every((pair) => isNear(pair.before.weight, pair.now.weight))
  )
}

function isWholeQuestionnaire(
  before: Questionnaire,
  now: Questionnaire,
  dimensions: ReadonlySet<string>,
): boolean {
  const weights = new Map(before.dimensions.map(({ id, weight }) => [id, weight]))
  return (
    before.dimensions.length === now.dimensions.length &&
    now.dimensions.every(
      ({ id, weight }) => dimensions.has(id) && isNear(weights.get(id) ?? Number.NaN, weight),
    )
  )
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance
}

function listScored(questionnaire: Questionnaire | null): readonly Question[] {
  return (questionnaire?.dimensions ?? [])
    .flatMap((dimension) => dimension.questions)
    .filter(({ scored }) => scored)
}
