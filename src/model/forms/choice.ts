import { chooseRandom } from '../random.ts'
import { clip } from '../value.ts'
import { createMisfit, type FormType, type SchemaKit } from './form-type.ts'
import * as pick from './pick.ts'

interface ChoiceForm {
  readonly type: 'choice'
  readonly choices: readonly pick.Choice[]
}

const shape = (kit: SchemaKit) => ({
  type: kit.z.literal('choice'),
  choices: pick.buildChoicesSchema(kit),
})

export const choiceForm: FormType<ChoiceForm, typeof shape> = {
  entry: 'pick',
  factType: 'text',
  inProfile: true,
  shape,
  resolve: ({ choices }, context) => ({
    type: 'choice',
    choices: pick.resolveChoices(choices, context),
  }),
  replaceTexts: ({ choices }, replace) => ({
    type: 'choice',
    choices: pick.replaceTitles(choices, replace),
  }),
  fromRaw: ({ choices }, raw) => pick.fitChoice(choices, raw),
  fromText: ({ choices }, text) => {
    const value = pick.findChoiceId(choices, text)
    return value === undefined
      ? createMisfit({ say: 'choice-unreadable', text: clip(text) })
      : { value }
  },
  isScored: ({ choices }) => pick.hasScoredChoice(choices),
  score: ({ choices }, value) =>
    typeof value === 'string' ? pick.scoreChoices(choices, [value]) : null,
  listAnswers: ({ choices }) => choices.map(({ id }) => id),
  listMeanings: ({ choices }) => pick.listChoiceMeanings(choices),
  listWordings: ({ choices }) => choices.map(({ title }) => title),
  listHints: ({ choices }) =>
    choices.map(({ id, title }) => ({ say: 'as-written', text: `${id}  ${title}` })),
  /** The one whose score is nearest; any where none has one. */
  makeUp: ({ choices }, strength, { random }) => {
    const [first] = choices
    if (first?.score === null) return chooseRandom(random, choices)?.id ?? ''
    const distance = ({ score }: pick.Choice) => Math.abs((score ?? 0) - strength)
    return choices.toSorted((a, b) => distance(a) - distance(b))[0]?.id ?? ''
  },
}
