import { nameValue } from '../value.ts'
import { createMisfit, type FormType, type SchemaKit } from './form-type.ts'
import { chooseMadeUpText } from './text.ts'

interface ListForm {
  readonly type: 'list'
}

const shape = ({ z }: SchemaKit) => ({ type: z.literal('list') })

export const listForm: FormType<ListForm, typeof shape> = {
  entry: 'lines',
  factType: 'texts',
  takesAnyText: true,
  inProfile: true,
  shape,
  resolve: () => ({ type: 'list' }),
  fromRaw: (_, raw) => {
    if (!Array.isArray(raw)) return createMisfit({ say: 'list-expected', found: nameValue(raw) })
    const wrong = raw.findIndex((item) => typeof item !== 'string')
    return wrong === -1
      ? { value: raw }
      : createMisfit({ say: 'text-expected', found: nameValue(raw[wrong]) }, [wrong])
  },
  fromText: (_, text) => ({
    value: text.split(/[;\r\n]+/).flatMap((item) => (item.trim() === '' ? [] : [item.trim()])),
  }),
  listHints: () => [{ say: 'hint-list' }],
  makeUp: (_form, _strength, source) => [
    chooseMadeUpText(source),
    `${chooseMadeUpText(source)} (2)`,
  ],
}
