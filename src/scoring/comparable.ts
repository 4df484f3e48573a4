import type { Question, Questionnaire } from '../model/questionnaire.ts'
import type { Trend } from '../model/result.ts'
import { tolerance } from './numbers.ts'

type Left = Trend['left'][number]

/** Which questions of two points in time can be set against each other. */
export interface Comparable {
  /** Questions as they are now, by the id that they had before. */
  readonly same: readonly { readonly before: Question; readonly now: Question }[]
  /** Scored questions that are left out, and why. */
  readonly left: readonly Left[]
  /** Dimensions in which nothing is left out, added, gone or weighed otherwise. */
  readonly dimensions: ReadonlySet<string>
  /** All of them are, and weigh as much as before. */
  readonly whole: boolean
}

/**
 * Sets two questionnaires side by side, question by question; one that was renamed is found by `formerly`. A questionnaire
 * that is not known leaves everything out: nothing is taken for the same on the strength of an id.
 */
export function comparableQuestions(
  before: Questionnaire | null,
  now: Questionnaire | null,
): Comparable {
  if (before === null || now === null) {
    const left = scoredIn(now ?? before).map(({ id }) => ({ id, reason: 'version' as const }))
    return { same: [], left, dimensions: new Set(), whole: false }
  }
  const earlier = new Map(scoredIn(before).map((question) => [question.id, question]))
  const same: { before: Question; now: Question }[] = []
  const left: Left[] = []
  for (const question of scoredIn(now)) {
    const old = [question.id, ...question.formerly].flatMap((id) => earlier.get(id) ?? [])[0]
    if (old !== undefined) earlier.delete(old.id)
    const reason = old === undefined ? 'added' : changeOf(old, question)
    if (old !== undefined && reason === null) same.push({ before: old, now: question })
    else if (reason !== null) left.push({ id: question.id, reason })
  }
  left.push(...[...earlier.keys()].map((id) => ({ id, reason: 'removed' as const })))
  const dimensions = new Set(
    now.dimensions.flatMap((dimension) =>
      isWhole(dimension.id, before, now, same) ? dimension.id : [],
    ),
  )
  return { same, left, dimensions, whole: isSameWhole(before, now, dimensions) }
}

function changeOf(before: Question, now: Question): Left['reason'] | null {
  if (scaleOf(before) !== scaleOf(now)) return 'scale'
  return wordsOf(before) === wordsOf(now) ? null : 'reworded'
}

/** What an answer means as a number. */
function scaleOf({ form, reverse }: Question): string {
  switch (form.type) {
    case 'rating':
      return JSON.stringify([form.type, reverse, form.values.map(({ value }) => value)])
    case 'number':
      return JSON.stringify([form.type, reverse, form.from, form.to])
    case 'choice':
    case 'choices':
      return JSON.stringify([form.type, reverse, form.choices.map(({ id, score }) => [id, score])])
    default:
      return JSON.stringify([form.type, reverse])
  }
}

/** What people read: the question and the wordings of its answers. */
function wordsOf({ ask, form }: Question): string {
  const answers =
    form.type === 'rating'
      ? form.values.map(({ label }) => label)
      : form.type === 'choice' || form.type === 'choices'
        ? form.choices.map(({ title }) => title)
        : []
  return JSON.stringify([ask, ...answers].map((text) => text?.replaceAll(/\s+/g, ' ').trim()))
}

function isWhole(
  id: string,
  before: Questionnaire,
  now: Questionnaire,
  same: Comparable['same'],
): boolean {
  const own = same.filter((pair) => pair.now.dimension === id && pair.before.dimension === id)
  const count = (of: Questionnaire) =>
    scoredIn(of).filter(({ dimension }) => dimension === id).length
  return (
    own.length === count(before) &&
    own.length === count(now) &&
    own.every((pair) => isNear(pair.before.weight, pair.now.weight))
  )
}

function isSameWhole(
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

function scoredIn(questionnaire: Questionnaire | null): readonly Question[] {
  return (questionnaire?.dimensions ?? [])
    .flatMap((dimension) => dimension.questions)
    .filter(({ scored }) => scored)
}
