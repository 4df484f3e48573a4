import { createFinding } from '../finding.ts'
import { clip, nameValue } from '../value.ts'
import { createMisfit, type FormType, type SchemaKit, toShare } from './form-type.ts'
import { parseNumber } from './written-text.ts'

interface NumberForm {
  readonly type: 'number'
  /** The worst end, and the best; null where it is not scored. */
  readonly from: number | null
  readonly to: number | null
}

const shape = ({ z }: SchemaKit) => ({
  type: z.literal('number'),
  from: z.number().optional(),
  to: z.number().optional(),
})

export const numberForm: FormType<NumberForm, typeof shape> = {
  entry: 'line',
  factType: 'number',
  inProfile: true,
  shape,
  resolve: ({ from = null, to = null }, { report }) => {
    if ((from === null) !== (to === null)) {
      const missing = from === null ? 'from' : 'to'
      report(createFinding('schema.missing', [missing], { say: 'number-half-range', missing }))
    } else if (from !== null && from === to) {
      report(createFinding('schema.value', ['to'], { say: 'number-no-range' }))
    }
    return { type: 'number', from, to }
  },
  fromRaw: (_, raw) =>
    typeof raw === 'number' && Number.isFinite(raw)
      ? { value: raw }
      : createMisfit({ say: 'number-expected', found: nameValue(raw) }),
  fromText: (_, text, decimal) => {
    const value = parseNumber(text, decimal)
    return value === null
      ? createMisfit({ say: 'number-unreadable', text: clip(text), decimal })
      : { value }
  },
  isScored: ({ from, to }) => from !== null && to !== null,
  score: ({ from, to }, value) =>
    from === null || to === null || typeof value !== 'number' ? null : toShare(value, from, to),
  findEnds: ({ from, to }) =>
    from === null || to === null
      ? null
      : { lowest: Math.min(from, to), highest: Math.max(from, to) },
  findMustProblem: ({ from, to }, least) => {
    if (typeof least !== 'number') return { say: 'must-of-number' }
    return from === null || to === null || from >= to ? { say: 'must-without-range' } : null
  },
  listMeanings: ({ from, to }) => [from, to],
  listHints: () => [{ say: 'hint-number' }],
  makeUp: ({ from, to }, strength, { random }) =>
    from === null || to === null
      ? 1 + Math.floor(random() * 20)
      : interpolateNumber(from, to, strength),
}

/** A number without needless decimals, so far from one to the other. */
export function interpolateNumber(from: number, to: number, share: number): number {
  const value = from + share * (to - from)
  return Math.abs(to - from) >= 5 ? Math.round(value) : Math.round(value * 10) / 10
}
