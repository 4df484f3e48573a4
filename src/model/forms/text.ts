import { chooseRandom } from '../random.ts'
import { nameValue } from '../value.ts'
import { createMisfit, type FormType, type MadeUpSource, type SchemaKit } from './form-type.ts'

interface TextForm {
  readonly type: 'text'
}

const shape = ({ z }: SchemaKit) => ({ type: z.literal('text') })

export const textForm: FormType<TextForm, typeof shape> = {
  entry: 'line',
  factType: 'text',
  takesAnyText: true,
  inProfile: true,
  shape,
  resolve: () => ({ type: 'text' }),
  fromRaw: (_, raw) => {
    if (typeof raw === 'string') return { value: raw }
    if (typeof raw === 'number' || typeof raw === 'boolean') return { value: String(raw) }
    return createMisfit({ say: 'text-expected', found: nameValue(raw) })
  },
  fromText: (_, value) => ({ value }),
  listHints: () => [{ say: 'hint-text' }],
  makeUp: (_form, _strength, source) => chooseMadeUpText(source),
}

export function chooseMadeUpText({ random, texts }: MadeUpSource): string {
  return chooseRandom(random, texts) ?? ''
}
