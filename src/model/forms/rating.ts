import { suggestWordEarly } from '../did-you-mean.ts'
import { createFinding, createUnknownReference } from '../finding.ts'
import { clip, nameValue } from '../value.ts'
import {
  createMisfit,
  type FileOf,
  type FormType,
  type ResolveContext,
  type SchemaKit,
  toShare,
} from './form-type.ts'
import { isLabelOf, normaliseText, parseNumber } from './written-text.ts'

/** One value of a rating, with what it looks like (null where the author wrote no anchor for it). */
interface RatingValue {
  readonly value: number
  readonly label: string | null
}

interface RatingForm {
  readonly type: 'rating'
  readonly values: readonly RatingValue[]
}

const shape = ({ z, id, text, expects }: SchemaKit) => {
  const anchor = text.optional()
  const anchors = z
    .strictObject({ 1: anchor, 2: anchor, 3: anchor, 4: anchor, 5: anchor })
    .refine((map) => Object.keys(map).length > 0, expects('expected-anchors'))
  return { type: z.literal('rating'), scale: id.optional(), anchors: anchors.optional() }
}

export const ratingForm: FormType<RatingForm, typeof shape> = {
  entry: 'pick',
  factType: 'number',
  reversible: true,
  inProfile: true,
  shape,
  resolve: (file, context) => ({ type: 'rating', values: resolveValues(file, context) }),
  replaceTexts: (form, replace) => ({
    type: 'rating',
    values: form.values.map(({ value, label }) => ({
      value,
      label: label === null ? null : replace(label),
    })),
  }),
  fromRaw: ({ values: { length } }, raw) =>
    typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= length
      ? { value: raw }
      : createMisfit({
          say: typeof raw === 'number' ? 'rating-off-scale' : 'rating-expected',
          found: nameValue(raw),
          highest: length,
        }),
  fromText: (form, text, decimal) => {
    const raw = parseNumber(text, decimal) ?? findLabelledValue(form.values, text)
    const { length } = form.values
    return raw === undefined
      ? createMisfit({ say: 'rating-unreadable', text: clip(text), highest: length })
      : ratingForm.fromRaw(form, raw)
  },
  isScored: () => true,
  score: (form, value) => {
    const { length } = form.values
    return length < 2 || typeof value !== 'number' ? null : toShare(value, 1, length)
  },
  findEnds: ({ values: { length } }) => (length < 2 ? null : { lowest: 1, highest: length }),
  countSteps: ({ values }) => values.length - 1,
  findMustProblem: ({ values: { length } }, least) => {
    if (typeof least !== 'number') return { say: 'must-of-rating' }
    return least < 1 || least > length ? { say: 'must-off-scale', least, highest: length } : null
  },
  listAnswers: ({ values }) => values.map(({ value }) => value),
  nameScale: ({ values }) => `rating 1-${values.length}`,
  listMeanings: ({ values }) => [values.map(({ value }) => value)],
  listWordings: ({ values }) => values.map(({ label }) => label),
  listHints: ({ values }) =>
    values.map(({ value, label }) => ({
      say: 'as-written',
      text: `${value}  ${label ?? ''}`.trimEnd(),
    })),
  makeUp: ({ values }, strength) => 1 + Math.round(strength * (values.length - 1)),
}

function resolveValues(
  { scale, anchors }: FileOf<typeof shape>,
  context: ResolveContext,
): readonly RatingValue[] {
  if (scale !== undefined && anchors !== undefined)
    context.report(createFinding('schema.value', ['scale'], { say: 'rating-scale-and-anchors' }))
  if (scale === undefined && anchors === undefined)
    context.report(createFinding('schema.missing', [], { say: 'rating-without-scale' }))
  if (anchors !== undefined)
    return ([1, 2, 3, 4, 5] as const).map((value) => ({ value, label: anchors[value] ?? null }))
  const { scales, before } = context
  const labels = scale !== undefined && Object.hasOwn(scales, scale) ? scales[scale] : undefined
  if (labels === undefined && scale !== undefined) {
    const hint = suggestWordEarly(before, scale, Object.keys(scales))
    const message = { say: 'rating-scale-unknown', scale, hint } as const
    context.report(createUnknownReference(['scale'], message))
  }
  return (labels ?? ['', '']).map((label, index) => ({ value: index + 1, label }))
}

/** A label that one value has, alone or behind its number ("4 - Within days"). */
function findLabelledValue(values: readonly RatingValue[], text: string): number | undefined {
  const words = normaliseText(text)
  const meant = values.filter(({ value, label }) => {
    if (label === null) return false
    return isLabelOf(normaliseText(label), words, String(value))
  })
  return meant.length === 1 ? meant[0]?.value : undefined
}
