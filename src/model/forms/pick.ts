import type { Message } from '../../words/message.ts'
import { suggestWord } from '../did-you-mean.ts'
import { createFinding, type Path } from '../finding.ts'
import { nameValue } from '../value.ts'
import {
  clampShare,
  createMisfit,
  type ResolveContext,
  type SchemaKit,
  type ValueFit,
} from './form-type.ts'
import { isLabelOf, normaliseText } from './written-text.ts'

/** What the types have in common that are answered by picking from a list. */

export interface Choice {
  readonly id: string
  readonly title: string
  readonly score: number | null
}

export const buildChoicesSchema = ({ z, id, text }: SchemaKit) =>
  z.array(z.strictObject({ id, title: text, score: z.number().min(-1).max(1).optional() })).min(1)

type ChoiceFile = Pick<Choice, 'id' | 'title'> & { readonly score?: number | undefined }

/** `under` is where the list is. */
export function resolveChoices(
  files: readonly ChoiceFile[],
  context: ResolveContext,
  under: Path = [],
): readonly Choice[] {
  const seen = new Set<string>()
  const anyScored = files.some(({ score }) => score !== undefined)
  return files.map(({ id, title, score }, index) => {
    const path = [...under, 'choices', index]
    const find = (finding: string, key: string, message: Message) =>
      context.report(createFinding(finding, [...path, key], message))
    if (seen.has(id)) find('schema.value', 'id', { say: 'choice-repeated', choice: id })
    seen.add(id)
    if (anyScored && score === undefined) {
      find('schema.missing', 'score', { say: 'choice-without-score', choice: id })
    }
    return { id, title, score: score ?? null }
  })
}

export function replaceTitles<With extends { readonly title: string }>(
  items: readonly With[],
  replace: (text: string) => string,
): readonly With[] {
  return items.map((item) => ({ ...item, title: replace(item.title) }))
}

export function fitChoice(choices: readonly Choice[], raw: unknown): ValueFit {
  const ids = choices.map(({ id }) => id)
  const id = typeof raw === 'number' || typeof raw === 'boolean' ? String(raw) : raw
  if (typeof id !== 'string')
    return createMisfit({ say: 'choice-expected', ids, found: nameValue(raw) })
  return ids.includes(id)
    ? { value: id }
    : createMisfit({ say: 'choice-unknown', word: id, hint: suggestWord(id, ids, Infinity) })
}

/** The choice that a text names by its id, also as tools write it that allow no hyphens, its title, or both. */
export function findChoiceId(choices: readonly Choice[], text: string): string | undefined {
  if (choices.some(({ id }) => id === text)) return text
  const words = normaliseText(text)
  const meant = choices.filter(
    ({ id, title }) =>
      id === words.replaceAll('_', '-') || isLabelOf(normaliseText(title), words, id),
  )
  return meant.length === 1 ? meant[0]?.id : undefined
}

export function hasScoredChoice(choices: readonly Choice[]): boolean {
  return choices.some(({ score }) => score !== null)
}

/** Sums in the order of the questionnaire, whatever the order of the answer; a choice without a score adds nothing. */
export function scoreChoices(choices: readonly Choice[], ids: readonly unknown[]): number {
  let total = 0
  for (const choice of choices) if (ids.includes(choice.id)) total += choice.score ?? 0
  return clampShare(total)
}

export function listChoiceMeanings(choices: readonly Choice[]): readonly unknown[] {
  return [choices.map(({ id, score }) => [id, score])]
}
