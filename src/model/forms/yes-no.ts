import { clip, nameValue } from '../value.ts'
import { createMisfit, type FormType, type SchemaKit } from './form-type.ts'
import { normaliseText } from './written-text.ts'

interface YesNoForm {
  readonly type: 'yes-no'
}

const shape = ({ z }: SchemaKit) => ({ type: z.literal('yes-no') })

export const yesNoForm: FormType<YesNoForm, typeof shape> = {
  entry: 'pick',
  factType: 'boolean',
  reversible: true,
  inProfile: true,
  shape,
  resolve: () => ({ type: 'yes-no' }),
  fromRaw: (_, raw) => {
    if (raw === true || raw === 'yes') return { value: true }
    if (raw === false || raw === 'no') return { value: false }
    return createMisfit({ say: 'yes-no-expected', found: nameValue(raw) })
  },
  fromText: (_, text) => {
    const value = valuesByWord.get(normaliseText(text))
    return value === undefined
      ? createMisfit({ say: 'yes-no-unreadable', text: clip(text) })
      : { value }
  },
  isScored: () => true,
  score: (_, value) => (typeof value === 'boolean' ? Number(value) : null),
  findEnds: () => ({ lowest: 0, highest: 1 }),
  countSteps: () => 1,
  findMustProblem: (_, least) => (typeof least === 'number' ? { say: 'must-of-yes-no' } : null),
  listAnswers: () => [true, false],
  listHints: () => [{ say: 'hint-yes-no' }],
  makeUp: (_, strength, { random }) => random() < strength,
}

const valuesByWord: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'true', '1'].map((word) => [word, true] as const),
  ...['no', 'n', 'false', '0'].map((word) => [word, false] as const),
])
