import { clip, nameValue } from '../value.ts'
import { findChoiceIds } from './choice-line.ts'
import { createMisfit, type FormType, type SchemaKit, type ValueFit } from './form-type.ts'
import * as pick from './pick.ts'

interface ChoicesForm {
  readonly type: 'choices'
  readonly choices: readonly pick.Choice[]
}

const shape = (kit: SchemaKit) => ({
  type: kit.z.literal('choices'),
  choices: pick.buildChoicesSchema(kit),
})

export const choicesForm: FormType<ChoicesForm, typeof shape> = {
  entry: 'pick',
  factType: 'texts',
  takesNone: true,
  inProfile: true,
  shape,
  resolve: (file, context) => ({
    type: 'choices',
    choices: pick.resolveChoices(file.choices, context),
  }),
  replaceTexts: (form, replace) => ({
    type: 'choices',
    choices: pick.replaceTitles(form.choices, replace),
  }),
  fromRaw: (form, raw) => fitChoices(form.choices, raw),
  fromText: (form, text) => {
    const ids = findChoiceIds(form.choices, text)
    return ids === undefined
      ? createMisfit({ say: 'choice-unreadable', text: clip(text) })
      : fitChoices(form.choices, ids)
  },
  isScored: (form) => pick.hasScoredChoice(form.choices),
  score: (form, value) => (Array.isArray(value) ? pick.scoreChoices(form.choices, value) : null),
  listAnswers: (form) =>
    form.choices.length > maxListedChoices ? null : listSubsets(form.choices.map(({ id }) => id)),
  listMeanings: (form) => pick.listChoiceMeanings(form.choices),
  listWordings: (form) => form.choices.map(({ title }) => title),
  listHints: (form) => [
    { say: 'hint-choices' },
    ...form.choices.map(({ id, title }) => ({
      say: 'as-written' as const,
      text: `${id}  ${title}`,
    })),
  ],
  makeUp: (form, strength, { random }) => {
    const chosen = form.choices.filter(({ score }) => {
      const likely = score === null ? 0.4 : score < 0 ? 1 - strength : strength
      return random() < likely
    })
    const nothing = chosen.length === 0 && !pick.hasScoredChoice(form.choices)
    return (nothing ? form.choices.slice(0, 1) : chosen).map(({ id }) => id)
  },
}

/** There are twice as many answers with each choice more. */
const maxListedChoices = 8

function fitChoices(all: readonly pick.Choice[], raw: unknown): ValueFit {
  if (!Array.isArray(raw)) return createMisfit({ say: 'choices-expected', found: nameValue(raw) })
  const chosen: string[] = []
  for (const [index, item] of raw.entries()) {
    const fit = pick.fitChoice(all, item)
    if ('misfit' in fit) return createMisfit(fit.misfit, [index])
    const id = String(fit.value)
    if (chosen.includes(id))
      return createMisfit({ say: 'choice-picked-twice', choice: id }, [index])
    chosen.push(id)
  }
  return { value: chosen }
}

function listSubsets(ids: readonly string[]): readonly (readonly string[])[] {
  const [id, ...others] = ids
  if (id === undefined) return [[]]
  const without = listSubsets(others)
  return [...without, ...without.map((some) => [id, ...some])]
}
